import type { DesktopBridge } from '#shared/ipc/contract.ts';

/** The window's only way to the main process; a test passes its own. */
export type Desktop = DesktopBridge<File>;

declare global {
  interface Window {
    readonly kiroku?: Desktop;
  }
}

/** The bridge that the preload script put on the window; without it nothing can work. */
export function desktopOfWindow(): Desktop {
  if (window.kiroku === undefined) throw new Error('the preload script did not run');
  return window.kiroku;
}
