import { looksLikeTime } from '#shared/import/column-guess.ts';
import { allFields, type FieldPair, jsonWithin } from '#shared/import/json-fields.ts';
import type { FileHead, FileLayout } from '#shared/import/log-reader.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { fileHeadOf, readFileHead } from './file-head.ts';
import { findEncoding } from './log-encoding.ts';
import { type LogFileError, logFileErrorOf, withLogFile } from './log-file.ts';
import { chooseReader } from './plan-reading.ts';
import type { RowIndex, StoredRow } from './row-index.ts';
import type { RowSource } from './source-rows.ts';

const mostFields = 500;

/** The record of a row exactly as its file has it. */
export type OriginalRow = {
  readonly row: StoredRow;
  readonly sha256: string;
  readonly text: string;
  /** Of a table or a JSON record; nothing of other formats. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
};

/** Reads the record of a row out of the evidence file. */
export async function readOriginal(
  source: RowSource,
  index: RowIndex,
  number: number,
): Promise<Result<OriginalRow, LogFileError>> {
  const { file, name, reading } = source;
  const encoding = findEncoding(reading.encoding);
  if (encoding === undefined) return err({ kind: 'unknown-encoding', encoding: reading.encoding });
  try {
    return await withLogFile(file, reading.sheet, async (opened) => {
      const row = index.row(number);
      const bytes = Buffer.alloc(row.length);
      const filled = await opened.read(bytes, row.offset);
      if (filled < row.length) return err({ kind: 'read-failed', detail: 'the file is shorter' });
      const head = await readFileHead(name, opened, encoding);
      const layout = chooseReader(head, reading.reader)?.detection.layout;
      const text = await index.originalText(number, file);
      const fields = fieldsOf(text, head, layout)
        .slice(0, mostFields)
        .map(([field, value]) => ({ name: field, value }));
      return ok({ row, sha256: sha256Hex(bytes), text, fields });
    });
  } catch (error) {
    return err(logFileErrorOf(error, undefined));
  }
}

function fieldsOf(
  text: string,
  head: FileHead,
  layout: FileLayout | undefined,
): readonly FieldPair[] {
  if (layout?.shape === 'json') {
    const value = jsonWithin(text);
    return value === undefined ? [] : allFields(value);
  }
  if (layout?.shape !== 'cells') return [];
  const names = namesOf(head.cells(layout.delimiter));
  const [cells = []] = fileHeadOf('', text, true).cells(layout.delimiter);
  return cells.map((cell, at) => [names[at] ?? String(at + 1), cell]);
}

/** The first line of a table that is no blank one, unless it holds a time: then the columns have no names. */
function namesOf(records: readonly (readonly string[])[]): readonly string[] {
  const header = records.find(
    (cells) => cells.length > 1 && !/^\uFEFF?sep=/i.test(cells[0] ?? '') && cells.some(Boolean),
  );
  if (header === undefined || header.some(looksLikeTime)) return [];
  return header.map((cell, at) => cell.replace(/^\uFEFF/, '').trim() || String(at + 1));
}
