import path from 'node:path';
import type { MakeExample } from './ipc/notebook-handlers.ts';
import type { NotebookOpener } from './ipc/notebook-port.ts';
import type { CustodyFormRenderer, ReportRenderer } from './ipc/report-handlers.ts';
import type { ToldIncident } from '#shared/ipc/meeting-contract.ts';
import type { ListedCoverage } from '#shared/ipc/coverage-contract.ts';
import type { ListedActions } from '#shared/ipc/review-contract.ts';
import type { ReviewHandlersOptions } from './ipc/review-handlers.ts';
import type { CaseReader } from './ipc/rescue-handlers.ts';
import type { TransferWork } from './transfer/transfer-work.ts';

/** What windows do with notebooks. Each part is loaded when it is first asked for: no window needs it to appear. */
export type NotebookWork = {
  /** Where keys, settings and the organisation's guidance of this user lie. */
  readonly userData: string;
  readonly opener: NotebookOpener;
  readonly makeExample: MakeExample;
  readonly renderReport: ReportRenderer;
  readonly renderCustodyForm: CustodyFormRenderer;
  readonly readCase: CaseReader;
  readonly transfer: TransferWork;
  readonly print: ReviewHandlersOptions['print'];
  /** Actions of a notebook that no window has to have open. */
  readonly readActions: (folder: string, name: string) => Promise<ListedActions>;
  /** What a meeting tells of such a notebook; undefined when it cannot be read. */
  readonly readStory: (folder: string) => Promise<ToldIncident | undefined>;
  /** What such a notebook knows of logs. */
  readonly readCoverage: (folder: string, name: string) => Promise<ListedCoverage>;
};

/** Notebooks of this user; `bundles` is the folder of the main bundle. */
export function notebookWork(options: {
  readonly userData: string;
  readonly by: () => string;
  readonly bundles: string;
}): NotebookWork {
  const { userData, by } = options;
  const readKeys = async () => {
    const { systemKeyProtection } = await import('./key-protection.ts');
    return { userData, protection: systemKeyProtection() };
  };
  const loadOpener = async () => {
    const { notebookOpener } = await import('./ipc/notebook-opener.ts');
    const { inWorkers } = await import('./notebook/background.ts');
    const { logWorkInWorkers } = await import('./import/log-work.ts');
    const { installImportedAttack } = await import('./guidance/stored-guidance.ts');
    await installImportedAttack(userData);
    const workers = path.join(options.bundles, 'workers');
    const work = { background: inWorkers(workers), logWork: logWorkInWorkers(workers) };
    return notebookOpener({ ...(await readKeys()), by, ...work });
  };
  const loadTransfer = async () => {
    const { transferInWorkers, transferWork } = await import('./transfer/transfer-work.ts');
    const steps = transferInWorkers(path.join(options.bundles, 'workers'));
    return transferWork({ ...(await readKeys()), by, app: __KIROKU_BUILD__ }, steps);
  };
  let loaded: Promise<NotebookOpener> | undefined;
  const opener = () => (loaded ??= loadOpener());
  return {
    userData,
    opener: {
      create: async (folder) => (await opener()).create(folder),
      open: async (folder, onAppended) => (await opener()).open(folder, onAppended),
    },
    makeExample: async (language, folder) => {
      const { exampleMaker } = await import('./make-example.ts');
      return exampleMaker(await readKeys())(language, folder);
    },
    readCase: async (file, choices) => {
      const { logWorkInWorkers } = await import('./import/log-work.ts');
      return logWorkInWorkers(path.join(options.bundles, 'workers')).readCase(file, choices);
    },
    transfer: {
      bundle: async (...request) => (await loadTransfer()).bundle(...request),
      redact: async (...request) => (await loadTransfer()).redact(...request),
      hidden: async (...request) => (await loadTransfer()).hidden(...request),
      open: async (...request) => (await loadTransfer()).open(...request),
      check: async (...request) => (await loadTransfer()).check(...request),
      take: async (...request) => (await loadTransfer()).take(...request),
    },
    renderCustodyForm: async (notebook, wanted) => {
      const { renderCustodyForm } = await import('./report/render-report.ts');
      return renderCustodyForm(notebook, wanted);
    },
    print: async (job) => {
      const { printOrSayWhy } = await import('./report/render-report.ts');
      return printOrSayWhy(job);
    },
    readActions: async (folder, name) => {
      const { readActions } = await import('./notebook/read-actions.ts');
      return readActions(folder, name, await readKeys());
    },
    readStory: async (folder) => {
      const { readStory } = await import('./notebook/read-story.ts');
      return readStory(folder, await readKeys());
    },
    readCoverage: async (folder, name) => {
      const { readCoverage } = await import('./notebook/read-coverage.ts');
      return readCoverage(folder, name, await readKeys());
    },
    renderReport: async (notebook, wanted) => {
      const { renderReport } = await import('./report/render-report.ts');
      return renderReport(notebook, wanted);
    },
  };
}
