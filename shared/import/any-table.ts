import { guessColumns, looksLikeTime, type SampledColumn } from './column-guess.ts';
import { joinPairs } from './field-pairs.ts';
import { isBlankRecord } from './header-columns.ts';
import type {
  Detection,
  FileHead,
  FileLayout,
  LogReader,
  ReadingChoices,
  RecordReader,
} from './log-reader.ts';
import { frame, oneRow, skipped, type ReadOutcome } from './log-row.ts';
import { completeMapping, makeMappedRow } from './mapped-row.ts';
import { openQuestions } from './table-time.ts';

const delimiters = [',', '\t', ';', '|'] as const;
const mostSampled = 100;

type Table = {
  readonly delimiter: string;
  readonly names: readonly string[];
  readonly hasHeader: boolean;
  readonly rows: readonly (readonly string[])[];
};

/** Numbers for columns without a header, and for names that stand twice. */
export function uniqueNames(cells: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return cells.map((cell, at) => {
    const name = cell.replace(/^\uFEFF/, '').trim() || String(at + 1);
    const own = seen.has(name) ? `${name} (${at + 1})` : name;
    seen.add(own);
    return own;
  });
}

/** A blank line, or the line that tells Excel the delimiter. */
export function isOutside(cells: readonly string[]): boolean {
  return isBlankRecord(cells) || (/^\uFEFF?sep=/i.test(cells[0] ?? '') && cells.length <= 2);
}

function tableAt(head: Pick<FileHead, 'cells'>, delimiter: string): Table | undefined {
  const [first, ...rest] = head.cells(delimiter).filter((cells) => !isOutside(cells));
  if (first === undefined || first.length < 2 || first.length > 2_000) return undefined;
  const hasHeader = !first.some(looksLikeTime);
  const rows = (hasHeader ? rest : [first, ...rest]).slice(0, mostSampled);
  // Some tools write a cell too many into single rows of a wide table.
  const slack = first.length < 5 ? 0 : 1;
  const even = rows.filter((cells) => Math.abs(cells.length - first.length) <= slack).length;
  if (rows.length === 0 || even * 10 < rows.length * 8) return undefined;
  const names = uniqueNames(hasHeader ? first : first.map((_cell, at) => String(at + 1)));
  return { delimiter, names, hasHeader, rows };
}

/** The table with the most columns: a comma inside sentences cuts no even table. */
export function findTable(head: Pick<FileHead, 'cells'>): Table | undefined {
  const [best] = delimiters
    .map((delimiter) => tableAt(head, delimiter))
    .filter((table) => table !== undefined)
    .toSorted((a, b) => b.names.length - a.names.length);
  return best;
}

function sample(table: Table): readonly SampledColumn[] {
  return table.names.map((name, at) => ({
    name,
    values: table.rows.map((cells) => cells[at] ?? ''),
  }));
}

function detect(head: FileHead): Detection | undefined {
  if (head.json !== undefined && head.json.values.length > 0) return undefined;
  const table = findTable(head);
  if (table === undefined) return undefined;
  const layout = { shape: 'cells', delimiter: table.delimiter } as const;
  const guess = guessColumns(sample(table));
  if (guess === undefined) {
    // A table without times that we see: a person may know which column has them.
    const columns = { time: table.names[0] ?? '1', text: table.names.slice(1) };
    return { score: 5, layout, questions: ['columns', 'zone'], columns, notes: [] };
  }
  const isSure = guess.isSure && table.hasHeader;
  const questions = guess.questions.filter((question) => question !== 'columns');
  return {
    score: isSure ? 45 : 25,
    layout,
    questions: isSure ? questions : ['columns', ...questions],
    columns: guess.mapping,
    ...(guess.provenZone === undefined ? {} : { provenZone: guess.provenZone }),
    notes: guess.provenZone === undefined ? [] : ['zone-proven'],
  };
}

function start(head: FileHead, layout: FileLayout, choices: ReadingChoices): RecordReader {
  const delimiter = layout.shape === 'cells' ? layout.delimiter : ',';
  const table = tableAt(head, delimiter) ?? {
    delimiter,
    names: uniqueNames(head.cells(delimiter)[0] ?? []),
    hasHeader: true,
    rows: [],
  };
  const columns = sample(table);
  const mapping = choices.columns ??
    guessColumns(columns)?.mapping ?? { time: table.names[0] ?? '1', text: table.names.slice(1) };
  const places = new Map(table.names.map((name, at) => [name, at] as const));
  const timePlace = places.get(mapping.time) ?? 0;
  const clockPlace = mapping.timeOfDay === undefined ? -1 : (places.get(mapping.timeOfDay) ?? -1);
  const written = table.rows.map((cells) =>
    `${cells[timePlace] ?? ''} ${clockPlace < 0 ? '' : (cells[clockPlace] ?? '')}`.trim(),
  );
  const order = choices.order ?? openQuestions(written).order;
  const complete = completeMapping(mapping, written, choices);
  const toRow = makeMappedRow(complete.mapping, order, complete.choices);
  const lastText = mapping.text.length === 1 && mapping.text[0] === table.names.at(-1);

  return (record): ReadOutcome => {
    if (record.shape !== 'cells') return skipped('other-format');
    const { cells } = record;
    if (isOutside(cells)) return frame;
    if (table.hasHeader && isSameHeader(cells, table.names)) return frame;
    if (cells.length <= timePlace) return skipped('too-few-cells');
    const extra = cells.slice(table.names.length);
    const others = () =>
      joinPairs([
        ...table.names.flatMap((name, at) =>
          at === timePlace || at === clockPlace ? [] : [[name, cells[at] ?? ''] as const],
        ),
        ...extra.map((cell, at) => [String(table.names.length + at + 1), cell] as const),
      ]);
    const row = toRow((name) => cells[places.get(name) ?? -1] ?? '', others);
    if (extra.length === 0) return oneRow(row);
    // An unquoted delimiter in the last column's text; elsewhere nobody can tell where the text went on.
    const text = lastText ? [row.text, ...extra].join(delimiter) : others();
    return oneRow({ ...row, text: text || row.text });
  };
}

function isSameHeader(cells: readonly string[], names: readonly string[]): boolean {
  // The last cell first: it is compared as it is, and differs in every record but a header.
  const last = cells.at(-1)?.trim() ?? '';
  if (cells.length !== names.length || (last !== '' && !names.at(-1)?.startsWith(last))) {
    return false;
  }
  return uniqueNames(cells).every((name, at) => name === names[at]);
}

/**
 * Any table with a time in it: CSV, TSV and other delimiters, told by its header's names (English and
 * Japanese) and by what the columns hold.
 *
 * It never scores as high as a reader that knows its format. Columns are asked about unless one column alone
 * is the time; numbers count from 1970 by their size; dates such as `03/04/2024` ask for their order unless a
 * day over 12 in the file's beginning shows it.
 */
export const anyTableReader: LogReader = {
  id: 'any-table',
  detect,
  start,
  columnNames: (head) => findTable(head)?.names ?? [],
};
