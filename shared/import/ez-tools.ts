import { cellAt, type CellColumns } from './cell-columns.ts';
import { type ToolTable, toolTables } from './ez-tool-tables.ts';
import { fieldLines, type FieldPair } from './json-fields.ts';
import { writtenTime } from './locale-time.ts';
import type { FileHead, LogReader } from './log-reader.ts';
import type { LogRow } from './log-row.ts';
import { makeZoneClock } from './log-time.ts';
import { findTable, readTable, type Table } from './table-reader.ts';

function matches(columns: CellColumns, table: ToolTable): boolean {
  if (table.exact === true && columns.names.length !== table.signature.length) return false;
  return table.signature.every((name) => columns.has(name));
}

function tableOf(columns: CellColumns): ToolTable | undefined {
  return toolTables.find((table) => matches(columns, table));
}

function find(head: FileHead): { readonly table: Table; readonly tool: ToolTable } | undefined {
  const table = findTable(head, (columns) => tableOf(columns) !== undefined);
  const tool = table === undefined ? undefined : tableOf(table.columns);
  return table === undefined || tool === undefined ? undefined : { table, tool };
}

type Place = { readonly name: string; readonly at: number };

function placesOf(columns: CellColumns, names: readonly string[]): readonly Place[] {
  return names.flatMap((name) => {
    const at = columns.find([name]);
    return at === -1 ? [] : [{ name: columns.names[at] ?? name, at }];
  });
}

type Moment = {
  readonly time: number | undefined;
  readonly text: string;
  readonly names: string[];
};

const utc = makeZoneClock('UTC');

/** The different times of a record, each with the names of the columns that hold it. */
function momentsOf(cells: readonly string[], times: readonly Place[]): readonly Moment[] {
  const moments: Moment[] = [];
  for (const { name, at } of times) {
    const text = cellAt(cells, at).trim();
    if (text === '') continue;
    const same = moments.find((moment) => moment.text === text);
    if (same === undefined)
      moments.push({ time: writtenTime(text, undefined, utc), text, names: [name] });
    else same.names.push(name);
  }
  return moments;
}

/**
 * CSV of Eric Zimmerman's tools, of KAPE and of timelines made from them.
 *
 * Times are UTC without a mark: the tools convert and print UTC unless told otherwise (their manuals, "All
 * times are UTC"). A record with several times gives a row for each different one, its kind the column's name
 * (`Created0x10`); a record without any gives one row without a time. The text holds every other column.
 */
export const ezToolsReader: LogReader = {
  id: 'ez-tools',
  detect(head) {
    const found = find(head);
    if (found === undefined) return undefined;
    const general = found.tool.signature.length < 3 && found.tool.exact !== true;
    return {
      score: general ? 85 : 94,
      layout: { shape: 'cells', delimiter: found.table.delimiter },
      questions: [],
      notes: [],
    };
  },
  start(head) {
    const found = find(head);
    if (found === undefined) return readTable(undefined, () => []);
    const { table, tool } = found;
    const { columns } = table;
    const times = placesOf(columns, tool.times);
    const hosts = placesOf(columns, tool.host ?? []);
    const kind = tool.kind === undefined ? -1 : columns.find([tool.kind]);
    const first = placesOf(columns, tool.first);
    const taken = new Set([...times, ...hosts, ...first].map(({ at }) => at));
    const rest = columns.names.flatMap((name, at) => (taken.has(at) ? [] : [{ name, at }]));
    const told = [...first, ...rest];
    return readTable(table, (cells) => {
      const pairs = told.map(({ name, at }): FieldPair => [name, cellAt(cells, at)]);
      const host = hosts.map(({ at }) => cellAt(cells, at)).find((text) => text !== '') ?? '';
      const lines = fieldLines(pairs);
      const text = lines === '' ? cells.join(' ').trim() : lines;
      const kindText = cellAt(cells, kind);
      const rows = momentsOf(cells, times).map((moment): LogRow => ({
        time: moment.time,
        timeText: moment.text,
        host,
        kind: kindText === '' ? moment.names.join(', ') : kindText,
        text,
      }));
      return rows.length > 0
        ? rows
        : [{ time: undefined, timeText: '', host, kind: kindText, text }];
    });
  },
};
