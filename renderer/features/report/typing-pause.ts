let lastKeyAt = Number.NEGATIVE_INFINITY;

/** Remembers when a key was last pressed in the window; returns the way to stop. */
export function watchTyping(): () => void {
  const press = () => {
    lastKeyAt = performance.now();
  };
  window.addEventListener('keydown', press, true);
  return () => window.removeEventListener('keydown', press, true);
}

/** Resolves when nobody has pressed a key for a while: longer work begins then and not under somebody's hands. */
export async function whenTypingPauses(pauseMs: number): Promise<void> {
  for (;;) {
    const wait = lastKeyAt + pauseMs - performance.now();
    // At least one turn of the event loop, so that what has been pressed meanwhile is heard.
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, wait)));
    if (lastKeyAt + pauseMs <= performance.now()) return;
  }
}
