import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { IpcHandlers } from '#shared/ipc/contract.ts';
import {
  type LogAnswers,
  logAnswersSchema,
  type LogPreviewReply,
} from '#shared/ipc/log-contract.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import type { ImportError } from '../import/import-file.ts';
import type { LogColumns } from '../log-columns.ts';
import type { ReadingAnswers } from '../import/plan-reading.ts';
import type { LogPreview } from '../import/preview-log.ts';
import { pathsOfDrop } from './dropped-files.ts';
import type { JobFailure } from './notebook-port.ts';
import { toShown } from './shown-row.ts';
import { type WindowNotebook, writableNotebook } from './window-notebook.ts';

type Picked = {
  readonly file: string;
  /** Stops what looks at it now. */
  looking: AbortController;
  preview?: LogPreview;
  /** True when a person said what the columns mean, now or of an earlier file. */
  hasChosenColumns?: boolean;
};

/** Log files are looked at, asked about and taken in; their paths stay on this side. */
export function logHandlers(
  notebook: WindowNotebook,
  dialogs: Dialogs,
  kept: LogColumns,
): Pick<IpcHandlers, 'log:pick' | 'log:drop' | 'log:preview' | 'log:stop-preview' | 'log:import'> {
  let picked = new Map<string, Picked>();
  const pick = async (files: readonly string[]) => {
    // The readers are loaded with the first file: no window needs them to appear.
    const { logReaders } = await import('#shared/import/log-readers.ts');
    for (const { looking } of picked.values()) looking.abort();
    picked = new Map(files.map((file) => [randomUUID(), { file, looking: new AbortController() }]));
    const named = [...picked].map(([id, { file }]) => ({ id, name: path.basename(file) }));
    return ok({ files: named, formats: logReaders.map(({ id: reader }) => reader) });
  };
  return {
    'log:pick': async () => {
      const before = writableNotebook(notebook);
      if (!before.ok) return before;
      const files = await dialogs.chooseLogs();
      return files.length === 0 ? err({ kind: 'cancelled' }) : pick(files);
    },
    'log:drop': async ({ paths }) => {
      const writable = writableNotebook(notebook);
      if (!writable.ok) return writable;
      const dropped = pathsOfDrop(paths);
      return dropped.ok ? pick(dropped.value) : dropped;
    },
    'log:preview': async ({ id, answers }) => {
      const port = notebook.current();
      const file = picked.get(id);
      if (port === undefined) return err({ kind: 'no-notebook' });
      if (file === undefined) return err({ kind: 'not-found' });
      // What was asked last counts; nobody waits for what was asked before.
      file.looking.abort();
      const looking = new AbortController();
      file.looking = looking;
      delete file.preview;
      const { signal } = looking;
      let previewed = await port.previewLog(file.file, await readingAnswers(answers), { signal });
      const known = previewed.ok && (await keptColumns(previewed.value, answers, kept));
      if (known)
        previewed = await port.previewLog(
          file.file,
          await readingAnswers({ ...answers, columns: known }),
          { signal },
        );
      if (!previewed.ok) return previewed;
      if (signal.aborted) return err({ kind: 'cancelled' });
      file.preview = previewed.value;
      file.hasChosenColumns = answers.columns !== undefined || Boolean(known);
      return ok({ ...previewReply(previewed.value), remembered: Boolean(known) });
    },
    'log:stop-preview': async ({ id }) => {
      picked.get(id)?.looking.abort();
      return ok({});
    },
    'log:import': async ({ id, note }) => {
      const writable = writableNotebook(notebook);
      if (!writable.ok) return writable;
      const { port, jobs } = writable.value;
      const { file, preview, hasChosenColumns } = picked.get(id) ?? {};
      if (file === undefined || preview === undefined || preview.questions.length > 0)
        return err({ kind: 'not-answered' });
      picked.delete(id);
      const job = jobs.start({ kind: 'import', name: path.basename(file) }, async (options) => {
        const imported = await port.importLog({ file, preview, note, ...options });
        const columns = preview.reading?.columns;
        if (imported.ok && hasChosenColumns === true && columns != null)
          await kept.keep({ names: [...preview.columns], columns });
        return imported.ok ? ok(imported.value.source?.id) : err(failureOf(imported.error));
      });
      return ok({ job });
    },
  };
}

async function readingAnswers({ columns, ...answers }: LogAnswers): Promise<ReadingAnswers> {
  const { mappingOf } = await import('../import/plan-reading.ts');
  return { ...answers, columns: columns === undefined ? undefined : mappingOf(columns) };
}

/** What the columns of such a file meant the last time, unless somebody says so now: a choice beats a guess. */
async function keptColumns(
  { columns }: LogPreview,
  said: LogAnswers,
  kept: LogColumns,
): Promise<LogAnswers['columns']> {
  if (said.columns !== undefined || columns.length === 0) return undefined;
  const known = await kept.find(columns);
  return logAnswersSchema.shape.columns.safeParse(known?.columns).data;
}

function previewReply(preview: LogPreview): Omit<LogPreviewReply, 'remembered'> {
  const { size, encoding, reading, refused, questions, notes, columns, rows } = preview;
  const { sheets, sheet = null } = preview;
  return {
    size,
    encoding,
    reading: reading ?? null,
    refused: refused ?? null,
    questions: [...questions],
    notes: [...notes],
    sheets: [...sheets],
    sheet,
    columns: [...columns],
    rows: rows.map(toShown),
  };
}

function failureOf(error: ImportError): JobFailure {
  switch (error.kind) {
    case 'rows-failed':
      return { kind: 'rows-failed', evidence: error.item.no, because: error.because };
    case 'append-failed':
    case 'not-a-regular-file':
    case 'not-found':
    case 'no-access':
    case 'disk-full':
    case 'copy-differs':
    case 'read-failed':
    case 'cancelled':
      return error;
    default:
      return assertNever(error);
  }
}
