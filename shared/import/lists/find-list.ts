import { formOf } from '../../indicators/value-form.ts';
import { findTable, isOutside, uniqueNames } from '../any-table.ts';
import { looksLikeTime } from '../column-guess.ts';
import type { RescueChoices, RescuedCase } from '../rescue/rescued-case.ts';
import type { ListTable } from './guess-list.ts';
import { foldHeading, listHeadings } from './list-headings.ts';
import { listFields, type ListKind } from './list-mapping.ts';
import { readList } from './read-list.ts';
import { readText } from './read-text.ts';

/** A record as it was cut out of a file, with the line on which it begins, from 1. */
export type ListRecord = { readonly line: number; readonly cells: readonly string[] };

/** A text that may be a list. */
export type TextFile = {
  readonly name: string;
  readonly text: string;
  /** All its records, cut as CSV at this delimiter. */
  readonly records: (delimiter: string) => readonly ListRecord[];
};

const mostLooked = 200;

/** Reads a text as a list where it is one, or where somebody says so; else for the indicators in it. */
export function readListOrText(file: TextFile, choices: RescueChoices): RescuedCase {
  const { as, columns } = choices.list ?? {};
  if (as === 'text') return readText(file.name, file.text, choices);
  const table = tableIn(file);
  if (table !== undefined) return readList(file.name, table, choices);
  // Sentences and bare addresses alike: what stands in them is found wherever it stands.
  const isSearched = as === undefined || (as === 'indicators' && columns === undefined);
  return isSearched
    ? readText(file.name, file.text, choices)
    : readList(file.name, oneColumn(file, as ?? 'indicators'), choices);
}

/** Reads the rows of a sheet as a list. */
export function readSheet(
  name: string,
  rows: readonly { readonly number: number; readonly cells: readonly string[] }[],
  choices: RescueChoices,
): RescuedCase {
  const records = rows.map(({ number, cells }) => ({ line: number, cells }));
  return readList(name, withHeader(records), choices);
}

function tableIn({ records }: TextFile): ListTable | undefined {
  const found = findTable({
    cells: (delimiter) =>
      records(delimiter)
        .slice(0, mostLooked)
        .map(({ cells }) => cells),
  });
  if (found !== undefined)
    return withHeader(records(found.delimiter).filter(({ cells }) => !isOutside(cells)));
  // A register on which nothing stands is exported as its headings alone.
  for (const delimiter of [',', '\t', ';']) {
    const [head, ...more] = records(delimiter).filter(({ cells }) => !isOutside(cells));
    const names = head?.cells ?? [];
    if (more.length === 0 && names.filter(isKnownHeading).length >= leastHeadings)
      return { names: uniqueNames(names), rows: [] };
  }
  return undefined;
}

/** So many names of columns are no sentence. */
const leastHeadings = 3;

const knownHeadings: ReadonlySet<string> = new Set(
  Object.values(listHeadings).flatMap((fields) =>
    Object.values(fields).flatMap((words) => words.split(/\s+/).map(foldHeading)),
  ),
);

function isKnownHeading(cell: string): boolean {
  return knownHeadings.has(foldHeading(cell));
}

/** Kinds of values that no heading looks like. */
const valueForms: ReadonlySet<string> = new Set(
  'ipv4 ipv6 ip-range url email md5 sha1 sha256 sha512 cve'.split(' '),
);

function withHeader(records: readonly ListRecord[]): ListTable {
  const [first, ...rest] = records;
  const cells = first?.cells ?? [];
  const hasHeader = !cells.some(
    (cell) => looksLikeTime(cell) || valueForms.has(formOf(cell.trim())),
  );
  return hasHeader
    ? { names: uniqueNames(cells), rows: rest }
    : { names: uniqueNames(cells.map(() => '')), rows: records };
}

/** A line is a row: names of systems or accounts, one below the other. */
function oneColumn({ text }: TextFile, kind: ListKind): ListTable {
  const lines = text.split(/\r\n|[\r\n]/).map((line, at) => ({ line: at + 1, cells: [line] }));
  const rows = lines.filter(({ cells: [cell = ''] }) => cell.trim() !== '');
  const field = listFields[kind][0];
  const heading = foldHeading(rows[0]?.cells[0] ?? '');
  const isHeading = (listHeadings[kind][field] ?? '').split(/\s+/).includes(heading);
  const name = isHeading ? (rows[0]?.cells[0]?.trim() ?? field) : field;
  return { names: [name], rows: isHeading ? rows.slice(1) : rows };
}
