/** A slice of work is over well within a frame, so that a key that comes meanwhile does not wait. */
const sliceMs = 5;

/** Work that stops now and then to be gone on with. */
export type SlicedWork<T> = Generator<undefined, T>;

/** Does all of it at once. */
export function finish<T>(work: SlicedWork<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Does it a slice at a time, with everything else in between; gives the way to stop it. */
export function inSlices<T>(work: SlicedWork<T>, onDone: (value: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const goOn = () => {
    const until = performance.now() + sliceMs;
    while (performance.now() < until) {
      const step = work.next();
      if (step.done === true) return onDone(step.value);
    }
    timer = setTimeout(goOn, 0);
    return undefined;
  };
  timer = setTimeout(goOn, 0);
  return () => clearTimeout(timer);
}
