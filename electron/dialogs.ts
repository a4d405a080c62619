import {
  type BrowserWindow,
  dialog,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron';
import path from 'node:path';
import { type Language, type Message, say } from '#shared/i18n/messages.ts';
import { shellMessages } from '#shared/i18n/shell-messages.ts';

/** The system's file dialogs; undefined or nothing chosen means cancelled. */
export type Dialogs = {
  readonly chooseNotebook: () => Promise<string | undefined>;
  readonly chooseNewNotebook: (suggested: string) => Promise<string | undefined>;
  readonly chooseEvidence: () => Promise<readonly string[]>;
  /** Folders that are taken in with all that they hold. */
  readonly chooseFolders: () => Promise<readonly string[]>;
  readonly chooseLogs: () => Promise<readonly string[]>;
  /** The case file of another tool. */
  readonly chooseCase: () => Promise<string | undefined>;
  /** A file of templates and guides, or a release of ATT&CK. */
  readonly chooseGuidance: () => Promise<string | undefined>;
  /** A template of reports. */
  readonly chooseTemplate: () => Promise<string | undefined>;
  /** A picture that stands on the cover of reports. */
  readonly chooseLogo: () => Promise<string | undefined>;
  /** A file that somebody holds for a released report. */
  readonly chooseFileToCheck: () => Promise<string | undefined>;
  readonly chooseReportFile: (
    notebook: string,
    wanted: { readonly format: string; readonly language: Language | 'both' },
  ) => Promise<string | undefined>;
  /** Where a bundle goes; a name that is taken is refused later, in words. */
  readonly chooseBundlePlace: (
    notebook: string,
    wanted: { readonly isLocked: boolean },
  ) => Promise<string | undefined>;
  /** A bundle that somebody brought. */
  readonly chooseBundle: () => Promise<string | undefined>;
  /** What somebody shows of a redacted copy. */
  readonly chooseOpening: () => Promise<string | undefined>;
  /** Where it goes; a name that is taken is refused later, in words. */
  readonly chooseOpeningPlace: (name: string) => Promise<string | undefined>;
  /** A copy of the notebook as a folder. */
  readonly chooseCopyFolder: () => Promise<string | undefined>;
  /** Where a request to a time-stamping service goes. */
  readonly chooseTimestampRequest: (notebook: string) => Promise<string | undefined>;
  /** The answer of such a service. */
  readonly chooseTimestampResponse: () => Promise<string | undefined>;
  readonly chooseCustodyForm: (
    notebook: string,
    wanted: { readonly language: Language },
  ) => Promise<string | undefined>;
  /** Where an export goes; a set of files goes into an archive. */
  readonly chooseExportFile: (
    notebook: string,
    wanted: { readonly format: string; readonly ending: string },
  ) => Promise<string | undefined>;
};

/** Dialogs that belong to a window and speak its language. */
export function dialogsOf(
  window: BrowserWindow,
  options: { readonly language: () => Language; readonly notebooksFolder: string },
): Dialogs {
  const word = (message: Message) => say(options.language(), message);
  const openFiles = async (question: OpenDialogOptions) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, question);
    return canceled ? [] : filePaths;
  };
  const saveFile = async (question: SaveDialogOptions) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, question);
    return canceled || filePath === '' ? undefined : filePath;
  };
  return {
    chooseNotebook: async () => {
      const [folder] = await openFiles({
        title: word(shellMessages.chooseNotebook),
        buttonLabel: word(shellMessages.open),
        defaultPath: options.notebooksFolder,
        properties: ['openDirectory', 'dontAddToRecent'],
      });
      return folder;
    },
    chooseNewNotebook: async (suggested) => {
      const folder = await saveFile({
        title: word(shellMessages.chooseNotebookPlace),
        buttonLabel: word(shellMessages.save),
        defaultPath: suggested,
        properties: ['createDirectory', 'dontAddToRecent'],
      });
      if (folder === undefined) return undefined;
      return path.extname(folder) === '.kiroku' ? folder : `${folder}.kiroku`;
    },
    chooseEvidence: () =>
      openFiles({
        title: word(shellMessages.chooseEvidence),
        buttonLabel: word(shellMessages.add),
        properties: ['openFile', 'multiSelections', 'showHiddenFiles', 'dontAddToRecent'],
      }),
    chooseFolders: () =>
      openFiles({
        title: word(shellMessages.chooseEvidenceFolder),
        buttonLabel: word(shellMessages.add),
        properties: ['openDirectory', 'multiSelections', 'showHiddenFiles', 'dontAddToRecent'],
      }),
    chooseLogs: () =>
      openFiles({
        title: word(shellMessages.chooseLogs),
        buttonLabel: word(shellMessages.open),
        properties: ['openFile', 'multiSelections', 'showHiddenFiles', 'dontAddToRecent'],
      }),
    chooseCase: async () => {
      const [file] = await openFiles({
        title: word(shellMessages.chooseCase),
        buttonLabel: word(shellMessages.open),
        properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
      });
      return file;
    },
    chooseGuidance: async () => {
      const [file] = await openFiles({
        title: word(shellMessages.chooseGuidance),
        buttonLabel: word(shellMessages.open),
        filters: [{ name: 'JSON', extensions: ['json'] }],
        properties: ['openFile', 'dontAddToRecent'],
      });
      return file;
    },
    chooseTemplate: async () => {
      const [file] = await openFiles({
        title: word(shellMessages.chooseTemplate),
        buttonLabel: word(shellMessages.open),
        filters: [{ name: 'JSON', extensions: ['json'] }],
        properties: ['openFile', 'dontAddToRecent'],
      });
      return file;
    },
    chooseLogo: async () => {
      const [file] = await openFiles({
        title: word(shellMessages.chooseLogo),
        buttonLabel: word(shellMessages.open),
        filters: [{ name: 'PNG, JPEG', extensions: ['png', 'jpg', 'jpeg'] }],
        properties: ['openFile', 'dontAddToRecent'],
      });
      return file;
    },
    chooseBundlePlace: (notebook, { isLocked }) =>
      saveFile({
        title: word(shellMessages.saveBundle),
        buttonLabel: word(shellMessages.save),
        defaultPath: path.join(
          options.notebooksFolder,
          `${notebook}.kiroku.zip${isLocked ? '.age' : ''}`,
        ),
        properties: ['createDirectory', 'dontAddToRecent'],
      }),
    chooseBundle: async () => {
      const [file] = await openFiles({
        title: word(shellMessages.chooseBundle),
        buttonLabel: word(shellMessages.open),
        properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
      });
      return file;
    },
    chooseOpening: async () => {
      const [file] = await openFiles({
        title: word(shellMessages.chooseOpening),
        buttonLabel: word(shellMessages.open),
        properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
      });
      return file;
    },
    chooseOpeningPlace: (name) =>
      saveFile({
        title: word(shellMessages.saveOpening),
        buttonLabel: word(shellMessages.save),
        defaultPath: path.join(options.notebooksFolder, `${name}.json`),
        filters: [{ name: 'JSON', extensions: ['json'] }],
        properties: ['createDirectory', 'dontAddToRecent'],
      }),
    chooseCopyFolder: async () => {
      const [folder] = await openFiles({
        title: word(shellMessages.chooseCopyFolder),
        buttonLabel: word(shellMessages.open),
        properties: ['openDirectory', 'dontAddToRecent'],
      });
      return folder;
    },
    chooseTimestampRequest: (notebook) =>
      saveFile({
        title: word(shellMessages.saveTimestampRequest),
        buttonLabel: word(shellMessages.save),
        defaultPath: path.join(options.notebooksFolder, `${notebook}.tsq`),
        filters: [{ name: 'TSQ', extensions: ['tsq'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      }),
    chooseTimestampResponse: async () => {
      const [file] = await openFiles({
        title: word(shellMessages.chooseTimestampResponse),
        buttonLabel: word(shellMessages.open),
        properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
      });
      return file;
    },
    chooseCustodyForm: (notebook, { language }) => {
      const name = say(language, shellMessages.custodyFileName, { name: notebook });
      return saveFile({
        title: word(shellMessages.saveReport),
        buttonLabel: word(shellMessages.save),
        defaultPath: path.join(options.notebooksFolder, `${name}.pdf`),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      });
    },
    chooseFileToCheck: async () => {
      const [file] = await openFiles({
        title: word(shellMessages.chooseFileToCheck),
        buttonLabel: word(shellMessages.open),
        properties: ['openFile', 'dontAddToRecent'],
      });
      return file;
    },
    chooseExportFile: (notebook, { format, ending }) =>
      saveFile({
        title: word(shellMessages.saveExport),
        buttonLabel: word(shellMessages.save),
        defaultPath: path.join(options.notebooksFolder, `${notebook} ${format}.${ending}`),
        filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      }),
    chooseReportFile: (notebook, { format, language }) => {
      const spoken = language === 'both' ? options.language() : language;
      const name = say(spoken, shellMessages.reportFileName, { name: notebook });
      return saveFile({
        title: word(shellMessages.saveReport),
        buttonLabel: word(shellMessages.save),
        defaultPath: path.join(options.notebooksFolder, `${name}.${format}`),
        filters: [{ name: format.toUpperCase(), extensions: [format] }],
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      });
    },
  };
}
