import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { AppendError, Saved } from '#shared/application/ports.ts';
import { addSource } from '#shared/application/sources.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { LogReading, LogResult } from '#shared/domain/source.ts';
import { formatMicroseconds } from '#shared/import/log-time.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { nameTakenFile } from '../notebook/add-evidence.ts';
import { evidenceFileName, type IntakeError, type TakenFile } from '../notebook/evidence-vault.ts';
import { randomHex } from '../notebook/node-crypto.ts';
import { placesIn } from '../notebook/notebook-folder.ts';
import type { OpenNotebook } from '../notebook/open-notebook.ts';
import { readState } from '../notebook/read-state.ts';
import type { LogFileError } from './log-file.ts';
import { type LogWork, logWorkHere } from './log-work.ts';
import type { LogPreview } from './preview-log.ts';
import type { ReadingResult } from './reading-result.ts';
import { rowsFolder } from './row-files.ts';

/** A file that is in the notebook now. */
export type ImportedFile = {
  readonly item: EvidenceItem;
  /** Undefined when no reader understands the file: it is kept as evidence all the same. */
  readonly source:
    (Saved & { readonly reading: LogReading; readonly result: ReadingResult }) | undefined;
};

export type ImportError =
  | IntakeError
  | { readonly kind: 'append-failed'; readonly append: AppendError }
  /** It is kept as evidence; its rows could not be read. */
  | {
      readonly kind: 'rows-failed';
      readonly item: EvidenceItem;
      readonly because: LogFileError;
    };

export type ImportOptions = {
  readonly userData: string;
  readonly note?: string;
  readonly work?: LogWork;
  readonly signal?: AbortSignal | undefined;
  /** Bytes handled, out of three times the file: copied, read back, read as a log. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
};

/**
 * Takes a file in as evidence, reads it into a row index, and writes down both.
 *
 * Nothing is written down before the rows are there, so one that is cancelled leaves nothing behind. All questions
 * of the preview have to be answered.
 */
export async function importFile(
  notebook: OpenNotebook,
  file: string,
  preview: LogPreview,
  options: ImportOptions,
): Promise<Result<ImportedFile, ImportError>> {
  const { work = logWorkHere, note = '', signal, onProgress } = options;
  const { size, reading, undecided } = preview;
  const total = 3 * size;
  const onTaken = (done: number) => onProgress?.(done, total);
  const taken = await work.takeFile(notebook.folder, file, { signal, onProgress: onTaken });
  if (!taken.ok) return taken;
  if (reading === undefined) {
    const named = await nameTakenFile(notebook, taken.value, note);
    return named.ok ? ok({ item: named.value.item, source: undefined }) : named;
  }
  const id = randomHex(16);
  const rows = rowsFolder(options.userData, notebook.describe().notebook, id);
  const { name, sha256 } = taken.value;
  const copy = path.join(placesIn(notebook.folder).evidence, evidenceFileName(sha256));
  const indexed = await work.indexLog(
    { file: copy, name, sha256, reading, undecided, rows },
    { signal, onProgress: (done) => onProgress?.(2 * size + done, total) },
  );
  if (!indexed.ok && indexed.error.kind === 'cancelled') {
    await dropCopy(notebook, taken.value, copy);
    return err({ kind: 'cancelled' });
  }
  const named = await nameTakenFile(notebook, taken.value, note);
  if (!named.ok) {
    await rm(rows, { recursive: true, force: true });
    return named;
  }
  if (!indexed.ok)
    return err({ kind: 'rows-failed', item: named.value.item, because: indexed.error });
  const saved = await addSource({ journal: notebook }, id, {
    name,
    evidence: named.value.id,
    reading: indexed.value.reading,
    result: resultOf(indexed.value.result),
  });
  if (!saved.ok) {
    await rm(rows, { recursive: true, force: true });
    return err({ kind: 'append-failed', append: saved.error });
  }
  return ok({ item: named.value.item, source: { ...saved.value, ...indexed.value } });
}

/** What the notebook keeps of a reading's result. */
function resultOf({ rows, usable, unusable, skipped, first, last }: ReadingResult): LogResult {
  const written = (time: number | null) => (time === null ? null : formatMicroseconds(time));
  return { rows, usable, unusable, skipped, first: written(first), last: written(last) };
}

/** The same content may be evidence already: that copy stays. */
async function dropCopy(
  notebook: OpenNotebook,
  { sha256 }: TakenFile,
  copy: string,
): Promise<void> {
  const state = await readState(notebook, ({ p }) => p.op.t === 'evidence.add');
  const isNamed = [...state.evidence.values()].some(({ item }) => item?.sha256 === sha256);
  if (!isNamed) await rm(copy, { force: true });
}
