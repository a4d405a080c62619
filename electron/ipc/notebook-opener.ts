import { noiseOf } from '#shared/application/indicators.ts';
import { compareCase, registersOf, rescuedBefore } from '#shared/application/rescue-case.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { ok } from '#shared/lib/result.ts';
import { importFile } from '../import/import-file.ts';
import { takeCase } from '../import/take-case.ts';
import type { LogWork } from '../import/log-work.ts';
import { openSourceRows, rowSourcesOf } from '../import/source-rows.ts';
import type { Background } from '../notebook/background.ts';
import type { KeyProtection } from '../notebook/keys.ts';
import { createNotebookFolder } from '../notebook/notebook-folder.ts';
import { openNotebook } from '../notebook/open-notebook.ts';
import { readState } from '../notebook/read-state.ts';
import { evidencePort } from './evidence-port.ts';
import type { NotebookOpener } from './notebook-port.ts';

export type OpenerOptions = {
  readonly userData: string;
  readonly protection: KeyProtection;
  readonly by: () => string;
  /** Where whole files are read: beside the window, never in its way. */
  readonly background: Background;
  readonly logWork: LogWork;
};

const tellsOfSources: ReadonlySet<string> = new Set(['evidence.add', 'source.add']);

/** Evidence, and the entries that may cite it. */
function isOfEvidence({ p }: SignedLine): boolean {
  return p.seen !== undefined || p.op.t === 'evidence.add' || p.op.t.startsWith('entry.');
}

/** What is known of indicators, systems and accounts. */
function isOfRegisters({ p }: SignedLine): boolean {
  return p.seen !== undefined || /^(?:indicator|asset|account)\./.test(p.op.t);
}

/** Opens notebooks of the disk for the windows. */
export function notebookOpener({ background, logWork, ...keys }: OpenerOptions): NotebookOpener {
  const { userData } = keys;
  return {
    create: (folder) => createNotebookFolder(folder),
    open: async (folder, onAppended) => {
      const opened = await openNotebook(folder, { ...keys, app: __KIROKU_BUILD__ });
      if (!opened.ok) return opened;
      const notebook = opened.value;
      notebook.onAppended(onAppended);
      return ok({
        folder: notebook.folder,
        describe: () => notebook.describe(),
        readLines: (after, limit) => notebook.readLines(after, limit),
        readTexts: (after, limit) => notebook.readTexts(after, limit),
        append: (operation) => notebook.append(operation),
        changeKey: () => notebook.changeKey(),
        close: () => notebook.close(),
        verify: async () => {
          const verified = await background.verify(notebook.folder);
          if (!verified.ok) return undefined;
          const findings = verified.value.findings.map(({ values, ...rest }) => ({
            ...rest,
            ...(values && { values: { ...values } }),
          }));
          return { ...verified.value, findings };
        },
        ...evidencePort(notebook, background),
        previewLog: logWork.previewLog,
        importLog: ({ file, preview, ...options }) =>
          importFile(notebook, file, preview, { ...options, userData, work: logWork }),
        takeCase: ({ note, signal, onProgress, ...taken }) =>
          takeCase(notebook, taken, { note, background, signal, onProgress }),
        compareCase: async (rescued, sha256) => {
          const state = await readState(
            notebook,
            (line) => isOfEvidence(line) || isOfRegisters(line),
          );
          return {
            before: rescuedBefore(state, sha256, rescued.format),
            against: compareCase(rescued, registersOf(state)),
          };
        },
        knownNoise: async () => {
          const state = await readState(notebook, isOfRegisters);
          return noiseOf(registersOf(state).indicators, state.assets.values());
        },
        rowSources: async () => {
          const state = await readState(notebook, ({ p }) => tellsOfSources.has(p.op.t));
          return rowSourcesOf(notebook.folder, state);
        },
        openRows: (source, options) => {
          const { notebook: id } = notebook.describe();
          return openSourceRows(source, { ...options, userData, notebook: id, work: logWork });
        },
      });
    },
  };
}
