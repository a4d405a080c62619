import { type BrowserWindow, dialog } from 'electron';
import path from 'node:path';
import { type Language, type Message, say } from '#shared/i18n/messages.ts';
import { shellMessages as words } from '#shared/i18n/shell-messages.ts';
import { copyEverything, type CopySource } from './copy-of-everything.ts';
import { describeError, type ErrorLog } from './error-log.ts';

export type FailureOptions = {
  readonly log: ErrorLog;
  readonly language: () => Language;
  readonly now: () => Date;
};

/** What is to be saved and restarted when a window, or all of the program, has failed. */
export type FailedWindow = {
  readonly window: BrowserWindow | undefined;
  readonly everything: () => CopySource;
  readonly restart: () => void;
};

export type ReportFailure = (kind: string, error: unknown, failed: FailedWindow) => Promise<void>;

/**
 * Logs what must not happen and tells the person, who can save a copy of everything and start the
 * window anew. While one dialog stands, further failures are only logged.
 */
export function createFailureDialog(options: FailureOptions): ReportFailure {
  let isShown = false;
  return async (kind, error, failed) => {
    options.log.write(kind, error);
    if (isShown) return;
    isShown = true;
    try {
      await showFailure(options, error, failed);
    } catch (problem) {
      options.log.write('failure-dialog', problem);
    } finally {
      isShown = false;
    }
  };
}

async function showFailure(
  options: FailureOptions,
  error: unknown,
  failed: FailedWindow,
): Promise<void> {
  const word = (message: Message, values = {}) => say(options.language(), message, values);
  const firstLine = describeError(error).split('\n')[0]?.slice(0, 300) ?? '';
  const place = word(words.failureDetail, { file: options.log.file });
  for (;;) {
    const question = {
      type: 'error' as const,
      message: word(words.failureTitle),
      detail: `${place}\n\n${firstLine}`,
      buttons: [word(words.restartWindow), word(words.saveCopy), word(words.close)],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    };
    const { response } = await ask(failed.window, question);
    if (response === 0) return failed.restart();
    if (response !== 1) return;
    await saveCopy(options, failed);
  }
}

async function saveCopy(options: FailureOptions, failed: FailedWindow): Promise<void> {
  const word = (message: Message, values = {}) => say(options.language(), message, values);
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: word(words.chooseCopyPlace),
    buttonLabel: word(words.save),
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  const [parent] = filePaths;
  if (canceled || parent === undefined) return;
  const time = options.now().toISOString().slice(0, 19).replaceAll(':', '-');
  const into = path.join(parent, word(words.copyFolderName, { time }));
  try {
    await copyEverything(failed.everything(), into);
    const done = { type: 'info' as const, message: word(words.copySaved), detail: into };
    await ask(failed.window, done);
  } catch (error) {
    options.log.write('save-copy', error);
    const detail = describeError(error).split('\n')[0] ?? '';
    await ask(failed.window, { type: 'error', message: word(words.copyFailed), detail });
  }
}

function ask(window: BrowserWindow | undefined, question: Electron.MessageBoxOptions) {
  return window === undefined || window.isDestroyed()
    ? dialog.showMessageBox(question)
    : dialog.showMessageBox(window, question);
}
