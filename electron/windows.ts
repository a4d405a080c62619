import { app, type BrowserWindow, Menu, nativeTheme } from 'electron';
import type { Settings } from '#shared/ipc/contract.ts';
import { readAppInfo } from './app-info.ts';
import { guardClose } from './close-guard.ts';
import type { CopySource } from './copy-of-everything.ts';
import { dialogsOf } from './dialogs.ts';
import type { FailedWindow, ReportFailure } from './failure-dialog.ts';
import { firstAnswers } from './ipc/first-answers.ts';
import { type AnswerRequest, registerHandlers } from './ipc/register-handlers.ts';
import { sendToWindow } from './ipc/send-to-window.ts';
import { createWindowNotebook, type WindowNotebook } from './ipc/window-notebook.ts';
import { menuTemplate } from './menu.ts';
import { appStartUrl } from './security/app-origin.ts';
import type { NotebookWork } from './notebook-work.ts';
import type { Services } from './services.ts';
import { watchContents } from './watch-contents.ts';
import { createWindow } from './window.ts';

type Options = NotebookWork & {
  readonly services: Services;
  readonly reportFailure: ReportFailure;
  readonly preload: string;
  readonly notebooksFolder: string;
  readonly isDevelopment: boolean;
  readonly checkReplies: boolean;
};

type OpenWindow = {
  readonly window: BrowserWindow;
  readonly notebook: WindowNotebook;
  /** Asked for on the command line or by the system, not opened by the page yet. */
  wanted: string | undefined;
};

export type Windows = {
  /** Shows a folder in the window that has it, in an empty window, or in a new one. */
  readonly show: (folder: string | undefined) => void;
  /** What a failure outside of any page is reported with. */
  readonly failed: () => FailedWindow;
  /** Brings menu and theme up to the settings. */
  readonly applySettings: (settings: Settings) => void;
};

/** A screen that has asked for its last piece is drawn by then. */
const drawnWithinMs = 150;

/** The windows of this process, one notebook each. */
export function createWindows(options: Options): Windows {
  const { services, reportFailure } = options;
  const open = new Set<OpenWindow>();
  let isQuitting = false;

  const language = () => services.settings.read().language;
  const report = (kind: string) => (error: unknown) => services.log.write(kind, error);

  const folderIn = ({ notebook, wanted }: OpenWindow) => notebook.current()?.folder ?? wanted;
  const windowWith = (folder: string) => [...open].find((each) => folderIn(each) === folder);
  const inFront = () => [...open].find(({ window }) => window.isFocused()) ?? [...open].at(-1);

  const failedOf = (each: OpenWindow | undefined): FailedWindow => ({
    window: each?.window,
    everything: () => everythingOf(each),
    restart: () => each?.window.webContents.reload(),
  });
  const everythingOf = (each: OpenWindow | undefined): CopySource => {
    const notebook = each?.notebook.current();
    if (notebook === undefined) return { files: [services.log.file] };
    const draft = services.drafts.fileOf(notebook.describe().notebook);
    return { notebook: notebook.folder, files: [draft, services.log.file] };
  };

  const applySettings = (settings: Settings) => {
    nativeTheme.themeSource = settings.theme;
    const template = menuTemplate({
      language: settings.language,
      isMac: process.platform === 'darwin',
      isDevelopment: options.isDevelopment,
      run: (command, window) => {
        const target = [...open].find((each) => each.window === window) ?? inFront();
        // What a window has open stays open: another incident gets another window.
        if (command === 'notebook.new' && target?.notebook.current() !== undefined)
          create(undefined);
        else if (target !== undefined)
          sendToWindow(target.window.webContents)('command:run', { command });
      },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };

  const create = (folder: string | undefined) => {
    const window = createWindow({ preload: options.preload, state: services.windowState });
    const contents = window.webContents;
    const { opener } = options;
    const notebook = createWindowNotebook({
      opener,
      send: sendToWindow(contents),
      onBug: report('evidence'),
    });
    const each: OpenWindow = { window, notebook, wanted: folder };
    open.add(each);

    const dialogs = dialogsOf(window, { language, notebooksFolder: options.notebooksFolder });
    const info = () => {
      const opening = folderIn(each);
      return {
        ...readAppInfo(),
        ...(opening !== undefined && { opening: services.recent.offer(opening) }),
      };
    };
    const focusElsewhere = (wanted: string) => {
      const other = windowWith(wanted);
      if (other === undefined || other === each) return false;
      other.window.focus();
      return true;
    };
    const load = async (): Promise<AnswerRequest> => {
      const { answerWindow } = await import('./ipc/answer-window.ts');
      const { notesWindowOf } = await import('./notes-window.ts');
      return answerWindow({
        ...options,
        notes: notesWindowOf({
          room: window,
          preload: options.preload,
          settings: services.settings.read,
          sendToRoom: sendToWindow(contents),
          onFailure: services.log.write,
        }),
        info,
        applySettings,
        notebook,
        dialogs,
        focusElsewhere,
        onTried: () => (each.wanted = undefined),
      });
    };
    let loading: Promise<AnswerRequest> | undefined;
    const answer = () => (loading ??= load());
    // Loading takes this thread from the page that waits for its files: not before the screen is drawn.
    const loadAhead = () => setTimeout(() => void answer(), drawnWithinMs);
    registerHandlers({ ipc: contents.ipc, first: firstAnswers(services, info, loadAhead), answer });
    watchContents(contents, {
      onFailure: (kind, error) => void reportFailure(kind, error, failedOf(each)),
      onReport: services.log.write,
    });
    guardClose({
      window,
      notebook,
      language,
      onStay: () => (isQuitting = false),
      onBug: report('closing'),
    });
    window.once('closed', () => open.delete(each));
    // A load that fails is reported by watchContents.
    window.loadURL(appStartUrl).catch(() => {});
  };

  app.on('before-quit', () => (isQuitting = true));
  app.on('window-all-closed', () => {
    if (process.platform === 'darwin' && !isQuitting) return;
    void services.settled().finally(() => app.quit());
  });
  app.on('activate', () => {
    if (open.size === 0) create(undefined);
  });

  return {
    applySettings,
    failed: () => failedOf(inFront()),
    show: (folder) => {
      const holder = folder === undefined ? inFront() : windowWith(folder);
      const empty = [...open].find((each) => folderIn(each) === undefined);
      if (holder === undefined && empty === undefined) return create(folder);
      const target = holder ?? empty;
      if (target === undefined) return;
      if (holder === undefined) {
        target.wanted = folder;
        target.window.webContents.reload();
      }
      if (target.window.isMinimized()) target.window.restore();
      target.window.focus();
    },
  };
}
