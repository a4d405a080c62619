import type { FileHead, FileLayout, LogRecord } from './log-reader.ts';

/**
 * Tables of tools that replace the delimiter inside values instead of quoting them.
 *
 * Plaso does: a message that begins with a quote would, read as CSV, swallow the lines after it. Saved again
 * by a spreadsheet the same table is ordinary CSV, so the file's beginning decides.
 */
export function tableLayout(head: FileHead, delimiter: string): FileLayout {
  const [header = '', ...lines] = head.lines;
  const width = header.split(delimiter).length;
  const isPlain =
    width > 1 &&
    !header.includes('"') &&
    // A line break inside a message makes uneven lines too; quotes in them speak for CSV.
    lines.every((line) => line.split(delimiter).length === width || !line.includes('"'));
  return isPlain ? { shape: 'line' } : { shape: 'cells', delimiter };
}

/** Cells of a record of either layout; undefined for JSON and XML. */
export function cellsOf(record: LogRecord, delimiter: string): readonly string[] | undefined {
  if (record.shape === 'line') return record.text.split(delimiter);
  return record.shape === 'cells' ? record.cells : undefined;
}
