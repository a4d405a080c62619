import path from 'node:path';
import type { LogReading } from '#shared/domain/source.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { evidenceFileName } from '../notebook/evidence-vault.ts';
import { placesIn } from '../notebook/notebook-folder.ts';
import { madeFrom } from './index-log.ts';
import type { LogFileError } from './log-file.ts';
import { type LogWork, logWorkHere } from './log-work.ts';
import { rowsFolder } from './row-files.ts';
import { openRowIndex, type RowIndex } from './row-index.ts';

/** A source of the notebook whose rows can be shown. */
export type RowSource = {
  readonly id: string;
  /** The file's name. */
  readonly name: string;
  readonly sha256: string;
  readonly reading: LogReading;
  /** The copy in the notebook. */
  readonly file: string;
};

/** The imported logs of a notebook, in the order in which their evidence was taken in. */
export function rowSourcesOf(folder: string, state: NotebookState): readonly RowSource[] {
  const found: (RowSource & { readonly no: string })[] = [];
  for (const { id, source } of state.sources.values()) {
    const item = state.evidence.get(source?.evidence ?? '')?.item;
    if (source?.reading === undefined || item === undefined) continue;
    const { name, sha256, no } = item;
    if (sha256 === undefined) continue;
    const file = path.join(placesIn(folder).evidence, evidenceFileName(sha256));
    found.push({ id, name, sha256, reading: source.reading, file, no });
  }
  return found.toSorted((a, b) => a.no.localeCompare(b.no, 'en', { numeric: true }));
}

/** Opens the row index of a source; one that is missing, damaged or outdated is built from the evidence first. */
export async function openSourceRows(
  { id, name, sha256, reading, file }: RowSource,
  options: {
    readonly userData: string;
    readonly notebook: string;
    readonly work?: LogWork;
    readonly signal?: AbortSignal | undefined;
    readonly onProgress?: ((done: number, total: number) => void) | undefined;
  },
): Promise<Result<RowIndex, LogFileError>> {
  const { userData, notebook, work = logWorkHere, signal, onProgress } = options;
  const rows = rowsFolder(userData, notebook, id);
  const made = madeFrom(sha256, reading);
  const there = openRowIndex(rows, made);
  if (there.ok) return there;
  const built = await work.indexLog(
    { file, name, sha256, reading, undecided: false, rows },
    { signal, onProgress },
  );
  if (!built.ok) return built;
  const opened = openRowIndex(rows, made);
  if (opened.ok) return ok(opened.value);
  // Built a moment ago from the same: something takes our files away.
  return err({ kind: 'read-failed', detail: opened.error.kind });
}
