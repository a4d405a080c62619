import type { Settings } from '#shared/ipc/contract.ts';
import type { ListedCoverage } from '#shared/ipc/coverage-contract.ts';
import type { ListedActions } from '#shared/ipc/review-contract.ts';
import type { Dialogs } from '../dialogs.ts';
import type { NotesWindow } from '../notes-window.ts';
import type { Services } from '../services.ts';
import { answerWith } from './answer-request.ts';
import { type AppInfo, appHandlers } from './app-handlers.ts';
import { caseHandlers } from './case-handlers.ts';
import { coverageHandlers } from './coverage-handlers.ts';
import { draftHandlers } from './draft-handlers.ts';
import { evidenceHandlers } from './evidence-handlers.ts';
import { guidanceHandlers } from './guidance-handlers.ts';
import { logHandlers } from './log-handlers.ts';
import { meetingHandlers } from './meeting-handlers.ts';
import { type NotebookHandlersOptions, notebookHandlers } from './notebook-handlers.ts';
import type { AnswerRequest } from './register-handlers.ts';
import {
  type CustodyFormRenderer,
  reportHandlers,
  type ReportRenderer,
} from './report-handlers.ts';
import { openingHandlers } from './opening-handlers.ts';
import { receivedHandlers } from './received-handlers.ts';
import { type CaseReader, rescueHandlers } from './rescue-handlers.ts';
import { reviewHandlers, type ReviewHandlersOptions } from './review-handlers.ts';
import { rowHandlers } from './row-handlers.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { sharingHandlers } from './sharing-handlers.ts';
import { timestampHandlers } from './timestamp-handlers.ts';
import { templateHandlers } from './template-handlers.ts';
import type { TransferWork } from '../transfer/transfer-work.ts';

type Options = Omit<NotebookHandlersOptions, 'recent' | 'settings'> & {
  readonly services: Services;
  readonly dialogs: Dialogs;
  readonly info: () => AppInfo;
  readonly applySettings: (settings: Settings) => void;
  readonly renderReport: ReportRenderer;
  readonly renderCustodyForm: CustodyFormRenderer;
  readonly readCase: CaseReader;
  readonly transfer: TransferWork;
  readonly print: ReviewHandlersOptions['print'];
  readonly readActions: (folder: string, name: string) => Promise<ListedActions>;
  readonly readStory: Parameters<typeof meetingHandlers>[0]['readStory'];
  readonly notes: NotesWindow;
  readonly readCoverage: (folder: string, name: string) => Promise<ListedCoverage>;
  readonly userData: string;
  readonly checkReplies: boolean;
};

/** Answers everything that the page of a window may ask. */
export function answerWindow(options: Options): AnswerRequest {
  const { services, notebook, dialogs } = options;
  const ofRecent = async <T>(
    read: (folder: string, name: string) => Promise<T>,
    except?: string,
  ): Promise<T[]> => {
    const listed: T[] = [];
    // One after the other: each is read whole, and nobody waits for the last one only.
    for (const { id, name } of await services.recent.list()) {
      const folder = services.recent.folderOf(id);
      if (folder !== undefined && folder !== except) listed.push(await read(folder, name));
    }
    return listed;
  };
  return answerWith({
    checkReplies: options.checkReplies,
    handlers: {
      ...appHandlers(options.info),
      ...settingsHandlers(services.settings, options.applySettings),
      ...draftHandlers(services.drafts),
      ...notebookHandlers({ ...options, recent: services.recent, settings: services.settings }),
      ...evidenceHandlers(notebook, dialogs),
      ...logHandlers(notebook, dialogs, services.logColumns),
      ...rowHandlers(notebook),
      ...rescueHandlers(notebook, dialogs, options.readCase, services.listMappings),
      ...reportHandlers(notebook, dialogs, options.renderReport, options.renderCustodyForm),
      ...reviewHandlers({
        notebook,
        dialogs,
        info: options.info,
        print: options.print,
        listActions: () => ofRecent(options.readActions),
      }),
      ...coverageHandlers({
        notebook,
        dialogs,
        listOthers: () => ofRecent(options.readCoverage, notebook.current()?.folder),
      }),
      ...meetingHandlers({
        notebook,
        recent: services.recent,
        readStory: options.readStory,
        notes: options.notes,
      }),
      ...caseHandlers(notebook, dialogs, options.info),
      ...sharingHandlers(notebook, dialogs, options.transfer),
      ...openingHandlers(notebook, dialogs, options.transfer),
      ...timestampHandlers(notebook, dialogs),
      ...receivedHandlers({ ...options, recent: services.recent, settings: services.settings }),
      ...templateHandlers({
        userData: options.userData,
        notebook,
        dialogs,
        onUnsaved: (error) => services.log.write('not-saved', error),
      }),
      ...guidanceHandlers({
        userData: options.userData,
        by: () => services.settings.read().by,
        dialogs,
      }),
    },
  });
}
