import type { WebContents } from 'electron';

export type ContentsFailure = (kind: string, error: unknown) => void;

/** Failures of a page that only the main process can see. */
export function watchContents(
  contents: WebContents,
  options: {
    /** The page is gone or will not work: somebody has to be told. */
    readonly onFailure: ContentsFailure;
    /** Worth keeping in the log. */
    readonly onReport: ContentsFailure;
  },
): void {
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    options.onFailure('render-process-gone', details);
  });
  contents.on('preload-error', (_event, _file, error) => options.onFailure('preload-error', error));
  contents.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
    // -3: a load that was given up for another one.
    if (isMainFrame && code !== -3) options.onFailure('did-fail-load', { code, description, url });
  });
  contents.on('console-message', (details: unknown, level: unknown, message: unknown) => {
    // One details object in a current Electron, arguments in an old one (3 is an error there).
    const current = details as { readonly level?: unknown; readonly message?: unknown };
    if (current.level === 'error') options.onReport('console', current.message);
    else if (level === 3) options.onReport('console', message);
  });
}
