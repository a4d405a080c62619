import { type BrowserWindow, dialog } from 'electron';
import { type Language, say } from '#shared/i18n/messages.ts';
import { shellMessages as words } from '#shared/i18n/shell-messages.ts';
import type { WindowNotebook } from './ipc/window-notebook.ts';

/**
 * A window closes when everything that was to be written is written; a copy that is still running
 * is asked about first.
 */
export function guardClose(options: {
  readonly window: BrowserWindow;
  readonly notebook: WindowNotebook;
  readonly language: () => Language;
  /** The person wants to stay: whoever was quitting the program stops doing so. */
  readonly onStay: () => void;
  readonly onBug: (error: unknown) => void;
}): void {
  const { window, notebook } = options;
  let state: 'open' | 'closing' | 'finished' = 'open';

  const finish = async () => {
    if (!(await mayClose(options))) {
      state = 'open';
      options.onStay();
      return;
    }
    try {
      await notebook.close();
    } catch (error) {
      options.onBug(error);
    }
    state = 'finished';
    // Closing, not destroying: the page still gets its chance to keep the draft.
    window.close();
  };

  window.on('close', (event) => {
    if (state === 'finished') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    finish().catch(options.onBug);
  });
}

async function mayClose({
  window,
  notebook,
  language,
}: Parameters<typeof guardClose>[0]): Promise<boolean> {
  const running = notebook.jobs()?.running() ?? 0;
  if (running === 0) return true;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: say(language(), words.copyRunningTitle),
    detail: say(language(), words.copyRunningDetail, { n: running }),
    buttons: [say(language(), words.keepWaiting), say(language(), words.cancelCopyAndClose)],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
