import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { IpcHandlers } from '#shared/ipc/contract.ts';
import type { LogAnswers, LogPreviewReply } from '#shared/ipc/log-contract.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import type { ImportError } from '../import/import-file.ts';
import type { ReadingAnswers } from '../import/plan-reading.ts';
import type { LogPreview } from '../import/preview-log.ts';
import type { JobFailure } from './notebook-port.ts';
import { toShown } from './shown-row.ts';
import { type WindowNotebook, writableNotebook } from './window-notebook.ts';

type Picked = { readonly file: string; asked: number; preview?: LogPreview };

/** Log files are looked at, asked about and taken in; their paths stay on this side. */
export function logHandlers(
  notebook: WindowNotebook,
  dialogs: Dialogs,
): Pick<IpcHandlers, 'log:pick' | 'log:drop' | 'log:preview' | 'log:import'> {
  let picked = new Map<string, Picked>();
  const pick = async (files: readonly string[]) => {
    // The readers are loaded with the first file: no window needs them to appear.
    const { logReaders } = await import('#shared/import/log-readers.ts');
    picked = new Map(files.map((file) => [randomUUID(), { file, asked: 0 }]));
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
      return writable.ok ? pick(paths) : writable;
    },
    'log:preview': async ({ id, answers }) => {
      const port = notebook.current();
      const file = picked.get(id);
      if (port === undefined) return err({ kind: 'no-notebook' });
      if (file === undefined) return err({ kind: 'not-found' });
      file.asked += 1;
      const { asked } = file;
      delete file.preview;
      const previewed = await port.previewLog(file.file, await readingAnswers(answers));
      if (!previewed.ok) return previewed;
      // What was asked last counts, whichever answer comes last.
      if (file.asked === asked) file.preview = previewed.value;
      return ok(previewReply(previewed.value));
    },
    'log:import': async ({ id, note }) => {
      const writable = writableNotebook(notebook);
      if (!writable.ok) return writable;
      const { port, jobs } = writable.value;
      const { file, preview } = picked.get(id) ?? {};
      if (file === undefined || preview === undefined || preview.questions.length > 0)
        return err({ kind: 'not-answered' });
      picked.delete(id);
      const job = jobs.start({ kind: 'import', name: path.basename(file) }, async (options) => {
        const imported = await port.importLog({ file, preview, note, ...options });
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

function previewReply(preview: LogPreview): LogPreviewReply {
  const { size, encoding, reading, refused, questions, notes, columns, rows } = preview;
  return {
    size,
    encoding,
    reading: reading ?? null,
    refused: refused ?? null,
    questions: [...questions],
    notes: [...notes],
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
