import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type IndexedLog, indexLog, madeFrom } from '../../../electron/import/index-log.ts';
import type { ReadLogOptions } from '../../../electron/import/read-log.ts';
import type { ReadingAnswers } from '../../../electron/import/plan-reading.ts';
import { previewLog } from '../../../electron/import/preview-log.ts';
import { openRowIndex, type RowIndex, type StoredRow } from '../../../electron/import/row-index.ts';
import { temporaryFolder } from '../notebook/temporary-notebook.ts';

export type Indexed = IndexedLog & {
  readonly file: string;
  readonly folder: string;
  readonly made: string;
  readonly index: RowIndex;
  readonly rows: readonly StoredRow[];
};

/** Writes a file and reads it into an index, as an import does. */
export async function indexContent(
  name: string,
  content: string | Uint8Array,
  answers: ReadingAnswers = {},
  options: ReadLogOptions = {},
): Promise<Indexed> {
  const base = await temporaryFolder();
  const file = path.join(base, name);
  await writeFile(file, content);
  return indexFile(file, path.join(base, 'rows', 'one'), answers, options);
}

/** Reads a file into an index. */
export async function indexFile(
  file: string,
  folder: string,
  answers: ReadingAnswers = {},
  options: ReadLogOptions = {},
): Promise<Indexed> {
  const preview = await previewLog(file, answers);
  if (!preview.ok) throw new Error(preview.error.kind);
  const { reading, undecided, questions } = preview.value;
  if (reading === undefined || questions.length > 0) throw new Error(JSON.stringify(preview.value));
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  const request = { file, name: path.basename(file), sha256, reading, undecided, rows: folder };
  const indexed = await indexLog(request, options);
  if (!indexed.ok) throw new Error(indexed.error.kind);
  const made = madeFrom(sha256, indexed.value.reading);
  const opened = openRowIndex(folder, made);
  if (!opened.ok) throw new Error(opened.error.kind);
  const index = opened.value;
  onTestFinished(() => index.close());
  const rows = Array.from({ length: index.rows }, (_, row) => index.row(row));
  return { ...indexed.value, file, folder, made, index, rows };
}

/** A Timesketch table; cells are quoted where they have to be. */
export function timesketchTable(
  rows: readonly { readonly message: string; readonly datetime: string }[],
): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map(
    ({ message, datetime }) => `${cell(message)},${datetime},Event Logged,PC-${message.length % 3}`,
  );
  return ['message,datetime,timestamp_desc,hostname', ...lines, ''].join('\n');
}
