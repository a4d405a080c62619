import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { IpcChannel, IpcEvent } from '#shared/ipc/channels.ts';
import { ipcEventContract, type IpcReply, type IpcRequest } from '#shared/ipc/contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { Dialogs } from '../../../electron/dialogs.ts';
import { answerWindow } from '../../../electron/ipc/answer-window.ts';
import { notebookOpener } from '../../../electron/ipc/notebook-opener.ts';
import { type LogWork, logWorkHere } from '../../../electron/import/log-work.ts';
import { firstAnswers } from '../../../electron/ipc/first-answers.ts';
import { registerHandlers } from '../../../electron/ipc/register-handlers.ts';
import { createWindowNotebook } from '../../../electron/ipc/window-notebook.ts';
import { exampleMaker } from '../../../electron/make-example.ts';
import { type Background, inThisProcess } from '../../../electron/notebook/background.ts';
import { unprotectedKeys } from '../../../electron/notebook/keys.ts';
import { transferHere, transferWork } from '../../../electron/transfer/transfer-work.ts';
import { readCoverage } from '../../../electron/notebook/read-coverage.ts';
import { readActions } from '../../../electron/notebook/read-actions.ts';
import { readStory } from '../../../electron/notebook/read-story.ts';
import { openLogIn, openServices } from '../../../electron/services.ts';
import { fakeIpc } from './fake-ipc.ts';

/** What the system's dialogs answer. */
export type Answers = {
  notebook?: string;
  newNotebook?: string;
  evidence: string[];
  folders?: string[];
  logs: string[];
  case?: string;
  guidance?: string;
  template?: string;
  logo?: string;
  reportFile?: string;
  exportFile?: string;
  bundlePlace?: string;
  bundle?: string;
  opening?: string;
  openingPlace?: string;
  copyFolder?: string;
  fileToCheck?: string;
  timestampRequest?: string;
  timestampResponse?: string;
};

/** One window's handlers over a real disk; only dialogs, printer and Electron's own objects are not real. */
export async function openWindowHandlers(
  options: { readonly background?: Background; readonly logWork?: LogWork } = {},
) {
  const root = await mkdtemp(path.join(os.tmpdir(), 'kiroku-ipc-'));
  const places = {
    root,
    userData: path.join(root, 'user-data'),
    notebooks: path.join(root, 'notebooks'),
    files: path.join(root, 'files'),
  };
  for (const folder of [places.userData, places.notebooks, places.files]) await mkdir(folder);
  const services = await openServices(places.userData, openLogIn(places.userData), 'en');
  const answers: Answers = { evidence: [], logs: [] };
  const dialogs: Dialogs = {
    chooseNotebook: async () => answers.notebook,
    chooseNewNotebook: async () => answers.newNotebook,
    chooseEvidence: async () => answers.evidence,
    chooseFolders: async () => answers.folders ?? [],
    chooseLogs: async () => answers.logs,
    chooseCase: async () => answers.case,
    chooseGuidance: async () => answers.guidance,
    chooseTemplate: async () => answers.template,
    chooseLogo: async () => answers.logo,
    chooseFileToCheck: async () => answers.fileToCheck,
    chooseReportFile: async () => answers.reportFile,
    chooseExportFile: async () => answers.exportFile,
    chooseCustodyForm: async () => answers.reportFile,
    chooseBundlePlace: async () => answers.bundlePlace,
    chooseBundle: async () => answers.bundle,
    chooseOpeningPlace: async () => answers.openingPlace,
    chooseOpening: async () => answers.opening,
    chooseCopyFolder: async () => answers.copyFolder,
    chooseTimestampRequest: async () => answers.timestampRequest,
    chooseTimestampResponse: async () => answers.timestampResponse,
  };
  const events: { readonly event: IpcEvent; readonly payload: unknown }[] = [];
  const keys = { userData: places.userData, protection: unprotectedKeys };
  const opener = notebookOpener({
    ...keys,
    by: () => services.settings.read().by,
    background: options.background ?? inThisProcess,
    logWork: options.logWork ?? logWorkHere,
  });
  const notebook = createWindowNotebook({
    opener,
    send: (event, payload) =>
      void events.push({ event, payload: ipcEventContract[event].parse(payload) }),
    onBug: (error) => {
      throw error;
    },
  });
  const fake = fakeIpc();
  /** What the window of notes was told. */
  const shown: unknown[] = [];
  const info = () => ({
    version: '0',
    commit: '0',
    runtime: '',
    platform: '',
    zone: 'UTC',
    testRuntime: true,
  });
  const answer = answerWindow({
    userData: places.userData,
    checkReplies: true,
    info,
    applySettings: () => {},
    services,
    notebook,
    opener,
    dialogs,
    notebooksFolder: places.notebooks,
    makeExample: exampleMaker(keys),
    focusElsewhere: () => false,
    onTried: () => {},
    readCase: logWorkHere.readCase,
    transfer: transferWork(
      { ...keys, by: () => services.settings.read().by, app: { version: '0' } },
      transferHere,
    ),
    renderCustodyForm: async (_notebook, { items }) => ok(Buffer.from(`forms: ${items.length}`)),
    print: async () => ok(Buffer.from('printed')),
    readActions: (folder, name) => readActions(folder, name, keys),
    readStory: (folder) => readStory(folder, keys),
    notes: { open: () => shown.push('opened'), show: (notes) => shown.push(notes) },
    readCoverage: (folder, name) => readCoverage(folder, name, keys),
    renderReport: async (_notebook, { format }) => ok(Buffer.from(`report as ${format}`)),
  });
  registerHandlers({
    ipc: fake.ipc,
    first: firstAnswers(services, info, () => {}),
    answer: async () => answer,
  });
  return {
    places,
    answers,
    events,
    notebook,
    services,
    shown,
    request: <C extends IpcChannel>(channel: C, request: IpcRequest<C>) =>
      fake.request(channel, request) as Promise<IpcReply<C>>,
    close: async () => {
      await notebook.close();
      await services.settled();
      await rm(root, { recursive: true, force: true });
    },
  };
}

export type WindowHandlers = Awaited<ReturnType<typeof openWindowHandlers>>;

/** The value of a reply that has to be good. */
export function valueOf<T>(reply: { readonly ok: boolean; readonly value?: T }): T {
  if (!reply.ok || reply.value === undefined) throw new Error(JSON.stringify(reply));
  return reply.value;
}
