import { cellAt, type CellColumns } from './cell-columns.ts';
import { fieldLines, type FieldPair } from './json-fields.ts';
import type { Detection, FileHead, ReadingChoices, RecordReader } from './log-reader.ts';
import type { LogRow } from './log-row.ts';
import { makeZoneClock } from './log-time.ts';
import { columnTexts, findTable, readTable, type Table } from './table-reader.ts';
import { detectionOf, judgeTimeColumn, readTimesOf, type TimeColumn } from './time-column.ts';

/** A table whose rows have one time each: which columns mean what, by their names. */
export type NamedTable = {
  readonly isHeader: (columns: CellColumns) => boolean;
  readonly time: readonly string[];
  /** Columns of `time` that are UTC by definition, with or without a mark. */
  readonly utc: readonly string[];
  readonly host: readonly string[];
  readonly kind: readonly string[];
  readonly first: readonly string[];
};

type Found = { readonly table: Table; readonly time: number; readonly column: TimeColumn };

function find(head: FileHead, named: NamedTable): Found | undefined {
  const table = findTable(head, named.isHeader);
  if (table === undefined) return undefined;
  const time = table.columns.find(named.time);
  return {
    table,
    time,
    column: judgeTimeColumn(columnTexts(table, time).map((text) => ({ text }))),
  };
}

function isUtc({ table, time }: Found, named: NamedTable): boolean {
  const name = table.columns.names[time]?.toLowerCase() ?? '';
  return named.utc.some((known) => known.toLowerCase() === name);
}

/** The detection of such a table. */
export function detectNamed(
  head: FileHead,
  named: NamedTable,
  score: number,
): Detection | undefined {
  const found = find(head, named);
  if (found === undefined) return undefined;
  const detected = detectionOf(found.column);
  return {
    score,
    layout: { shape: 'cells', delimiter: found.table.delimiter },
    ...detected,
    questions: isUtc(found, named)
      ? detected.questions.filter((question) => question !== 'zone')
      : detected.questions,
  };
}

/** Reads such a table: the text holds every other column, `first` before the rest. */
export function readNamed(
  head: FileHead,
  named: NamedTable,
  choices: ReadingChoices,
): RecordReader {
  const found = find(head, named);
  if (found === undefined) return readTable(undefined, () => []);
  const { table, time } = found;
  const { columns } = table;
  const readTime = readTimesOf(
    found.column,
    isUtc(found, named) ? { ...choices, zone: makeZoneClock('UTC') } : choices,
  );
  const host = columns.find(named.host);
  const kind = columns.find(named.kind);
  const first = named.first.map((name) => columns.find([name])).filter((at) => at !== -1);
  const taken = new Set([time, host, kind, ...first]);
  const rest = columns.names.flatMap((_, at) => (taken.has(at) ? [] : [at]));
  const told = [...new Set([...first, ...rest])];
  return readTable(table, (cells): readonly LogRow[] => {
    const timeText = cellAt(cells, time);
    const text = fieldLines(
      told.map((at): FieldPair => [columns.names[at] ?? '', cellAt(cells, at)]),
    );
    return [
      {
        time: readTime(timeText),
        timeText,
        host: cellAt(cells, host),
        kind: cellAt(cells, kind),
        text: text === '' ? cells.join(' ').trim() : text,
      },
    ];
  });
}
