import { cellAt, type CellColumns, isBlank, isHeader, makeColumns } from './cell-columns.ts';
import type { FileHead, LogReader } from './log-reader.ts';
import { frame, type LogRow, type ReadOutcome, skipped } from './log-row.ts';

/** A table with a header that says what its columns mean. */
export type Table = {
  readonly delimiter: string;
  /** Which record of the file is the header; comments may come before. */
  readonly headerAt: number;
  readonly columns: CellColumns;
  /** The records of the head below the header. */
  readonly records: readonly (readonly string[])[];
};

const delimiters = [',', '\t', ';', '|'] as const;
/** How many lines of comment there may be before the header. */
const mostBefore = 3;
const mostLinesBefore = 6;

function withoutQuotes(cell: string): string {
  return cell.trim().replaceAll('"', '');
}

/** Whether one of the first lines may be the header: cutting a head into cells takes much longer. */
function mayHold(
  head: FileHead,
  delimiter: string,
  isHeaderOf: (columns: CellColumns) => boolean,
): boolean {
  return head.lines
    .slice(0, mostLinesBefore)
    .some(
      (line) =>
        line.includes(delimiter) &&
        isHeaderOf(makeColumns(line.split(delimiter).map(withoutQuotes))),
    );
}

/** Finds the table of a head whose header satisfies a condition. */
export function findTable(
  head: FileHead,
  isHeaderOf: (columns: CellColumns) => boolean,
): Table | undefined {
  for (const delimiter of delimiters) {
    if (!mayHold(head, delimiter, isHeaderOf)) continue;
    const records = head.cells(delimiter);
    for (let at = 0; at < Math.min(mostBefore, records.length); at += 1) {
      const header = records[at] ?? [];
      if (header.length < 2) continue;
      const columns = makeColumns(header);
      if (isHeaderOf(columns))
        return {
          delimiter,
          headerAt: at,
          columns,
          records: records.slice(at + 1).filter((cells) => !isBlank(cells)),
        };
    }
  }
  return undefined;
}

/** The texts of one column in the head. */
export function columnTexts(table: Table, at: number): readonly string[] {
  return table.records.map((cells) => cellAt(cells, at));
}

/** Reads the records of a table: what stands above the header, blank lines and repeated headers are no rows. */
export function readTable(
  table: Table | undefined,
  read: (cells: readonly string[]) => readonly LogRow[],
): ReturnType<LogReader['start']> {
  let passed = 0;
  return (record): ReadOutcome => {
    if (record.shape !== 'cells' || table === undefined) return skipped('other-format');
    passed += 1;
    const { cells } = record;
    if (passed <= table.headerAt || isBlank(cells) || isHeader(cells, table.columns)) return frame;
    // A single cell in a table of many is a broken line or a comment.
    if (cells.length < Math.min(2, table.columns.names.length)) return skipped('too-few-cells');
    return { kind: 'rows', rows: read(cells) };
  };
}
