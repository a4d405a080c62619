import { entryTimeAt } from '../../domain/time/entry-time.ts';
import { indicatorTypeOf, isTypeWord, tlpOf } from '../../indicators/type-words.ts';
import { formOf, refangValue } from '../../indicators/value-form.ts';
import { CaseBuilder, type CaseRow, longest, type NamedField } from '../rescue/case-builder.ts';
import type { RescueChoices, RescuedCase } from '../rescue/rescued-case.ts';
import { stageOfKillChainWord, techniquesIn } from '../rescue/stage-words.ts';
import { guessColumns, guessKind, type ListTable } from './guess-list.ts';
import {
  isComplete,
  isMeaning,
  type ListColumns,
  type ListField,
  type ListKind,
} from './list-mapping.ts';
import {
  accountStateOf,
  confidenceOf,
  criticalityOf,
  indicatorStateOf,
  isTicked,
  systemStateOf,
} from './list-words.ts';

/** The cells of one row by what they mean. */
type Cells = {
  /** The first that holds something. */
  readonly one: (field: ListField) => string;
  readonly all: (
    field: ListField,
  ) => readonly { readonly heading: string; readonly text: string }[];
  /** What has no place of its own: columns for the note, and words that nobody knows. */
  readonly rest: NamedField[];
};

type RowReader = (row: CaseRow, cells: Cells, file: string) => void;

const samples = 3;

/**
 * Reads a list of indicators, systems or accounts.
 *
 * Nothing that stands in a column is lost: what has no place of its own goes into the note under its heading. One
 * entry says which file it was and how it was read.
 */
export function readList(name: string, table: ListTable, choices: RescueChoices): RescuedCase {
  const { list = {}, zone = 'UTC', nowMs } = choices;
  const builder = new CaseBuilder('list', undefined, choices);
  const kind = list.as === undefined || list.as === 'text' ? guessKind(table) : list.as;
  const columns = mappingOf(kind, table, list.columns);
  if (!isComplete(kind, columns)) builder.ask('columns');
  for (const { line, cells } of table.rows) {
    const row = builder.row(kind, line);
    if (cells.length === 0) row.leave('not-a-row');
    else if (cells.every((cell) => cell.trim() === '')) row.leave('empty-row');
    else if (isHeading(cells, table.names)) row.leave('header-row');
    else if (isComplete(kind, columns))
      readers[kind](row, cellsOf(row, cells, table, columns), name);
    else row.leave('no-column');
  }
  const whole = builder.row(kind, 0);
  whole.entry({
    head: name,
    kind: 'note',
    ...(nowMs !== undefined && { at: entryTimeAt(nowMs, zone) }),
    fields: table.names.map((heading) => [heading, columns[heading] ?? 'note']),
  });
  return {
    ...builder.finish({ version: '', title: name }),
    list: {
      as: kind,
      columns,
      names: [...table.names],
      samples: table.names.map((_name, at) =>
        table.rows.flatMap(({ cells }) => cells[at]?.trim() || []).slice(0, samples),
      ),
    },
  };
}

/** What somebody said holds; of the other columns what is guessed, unless somebody said all. */
function mappingOf(kind: ListKind, table: ListTable, said: ListColumns | undefined): ListColumns {
  const guessed = said === undefined ? guessColumns(kind, table) : {};
  return Object.fromEntries(
    table.names.map((name) => {
      const meaning =
        (said !== undefined && Object.hasOwn(said, name) ? said[name] : guessed[name]) ?? 'note';
      return [name, isMeaning(kind, meaning) ? meaning : 'note'];
    }),
  );
}

function isHeading(cells: readonly string[], names: readonly string[]): boolean {
  return cells.length === names.length && cells.every((cell, at) => cell.trim() === names[at]);
}

/** An apostrophe that keeps a spreadsheet from reckoning is no part of the text. */
function cellText(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '');
}

function cellsOf(
  row: CaseRow,
  cells: readonly string[],
  { names }: ListTable,
  columns: ListColumns,
): Cells {
  const byField = new Map<string, { heading: string; text: string }[]>();
  const rest: NamedField[] = [];
  for (const [at, cell] of cells.entries()) {
    const heading = names[at] ?? String(at + 1);
    const meaning = columns[heading] ?? 'note';
    const text = cellText(cell);
    if (text === '' || meaning === 'leave') continue;
    if (meaning === 'note') rest.push([heading, text]);
    else byField.set(meaning, [...(byField.get(meaning) ?? []), { heading, text }]);
  }
  return {
    rest,
    all: (field) => byField.get(field) ?? [],
    one: (field) => {
      const [first, ...others] = byField.get(field) ?? [];
      // Two columns for what can stand once: the first holds, the others are kept.
      for (const { heading, text } of others) rest.push([heading, text]);
      return first === undefined ? '' : row.text(first.text, longest.note);
    },
  };
}

/** Values that stand in one cell together. */
function parts(cells: Cells, field: ListField, at: RegExp): readonly string[] {
  return cells.all(field).flatMap(({ text }) =>
    text
      .split(at)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
}

const betweenNames = /[;；,、，\r\n|]+/;

/** A word that means one of a few things; a word that nobody knows stays in the note. */
function worded<V>(
  row: CaseRow,
  cells: Cells,
  field: ListField,
  read: (word: string) => V | undefined,
): V | undefined {
  const [first] = cells.all(field);
  const word = cells.one(field);
  if (first === undefined || word === '') return undefined;
  const meant = read(word);
  if (meant === undefined) {
    row.remark('word-kept-in-note', word.slice(0, 80));
    cells.rest.push([first.heading, word]);
  } else if (typeof meant === 'string' && meant.toLowerCase() !== word.toLowerCase())
    row.remark('word-reworded', word.slice(0, 80));
  return meant;
}

function instantOf(row: CaseRow, cells: Cells, field: ListField): string | undefined {
  const [first] = cells.all(field);
  const text = cells.one(field);
  if (first === undefined || text === '') return undefined;
  const instant = row.instant(text);
  if (instant === undefined) cells.rest.push([first.heading, text]);
  return instant;
}

const readers: Readonly<Record<ListKind, RowReader>> = {
  indicators: (row, cells, file) => {
    const word = cells.one('type');
    const origin = row.text(cells.one('origin'), longest.because);
    const shared = {
      state: worded(row, cells, 'state', indicatorStateOf),
      confidence: worded(row, cells, 'confidence', confidenceOf),
      tlp: worded(row, cells, 'tlp', tlpOf),
      firstSeen: instantOf(row, cells, 'firstSeen'),
      lastSeen: instantOf(row, cells, 'lastSeen'),
      validUntil: instantOf(row, cells, 'validUntil'),
      stages: parts(cells, 'stages', betweenNames).flatMap((stage) => {
        const known = stageOfKillChainWord(stage);
        if (known === undefined) cells.rest.push(['stage', stage]);
        return known ?? [];
      }),
      techniques: cells.all('techniques').flatMap(({ text }) => techniquesIn(text)),
      systems: parts(cells, 'systems', betweenNames).map((system) => row.name(system)),
      origin: origin === '' ? row.text(file, 300) : origin,
    };
    const note = row.lines(cells.rest);
    const values = cells.all('value').flatMap(({ heading, text }) =>
      valuesIn(text, word).map((value) => ({
        value,
        // A column that is named after a type says what stands in it.
        typeWord: word === '' && isTypeWord(heading) ? heading : word,
      })),
    );
    if (values.length === 0) row.note('', cells.rest);
    for (const { value, typeWord } of values) row.indicator({ value, typeWord, note, ...shared });
  },
  systems: (row, cells) => {
    const name = row.name(cells.one('name'));
    const value = worded(row, cells, 'state', systemStateOf);
    const because = row.text(cells.one('because'), longest.because);
    const criticality = worded(row, cells, 'criticality', criticalityOf);
    const keyAsset = worded(row, cells, 'keyAsset', isTicked);
    const adversary = worded(row, cells, 'adversary', isTicked);
    const [first] = parts(cells, 'aliases', betweenNames);
    const named = name === '' ? row.name(first) : name;
    if (named === '') return row.note('', cells.rest);
    if (name === '') row.remark('name-from-address', named);
    row.system(named, {
      ...textsOf(row, cells, ['type', 'role', 'owner', 'network', 'place', 'os']),
      aliases: parts(cells, 'aliases', betweenNames).map((alias) => row.name(alias)),
      ...(criticality !== undefined && { criticality }),
      ...(keyAsset === true && { keyAsset }),
      ...(adversary === true && { adversary }),
      ...(value !== undefined && value !== 'unknown' && { state: { value, because } }),
      note: row.lines(cells.rest),
    });
  },
  accounts: (row, cells) => {
    const name = row.name(cells.one('name'));
    const value = worded(row, cells, 'state', accountStateOf);
    const because = row.text(cells.one('because'), longest.because);
    if (name === '') return row.note('', cells.rest);
    row.account(name, {
      ...textsOf(row, cells, ['domain', 'sid', 'type', 'privileges', 'owner']),
      ...(value !== undefined && value !== 'unknown' && { state: { value, because } }),
      note: row.lines(cells.rest),
    });
  },
};

function textsOf<F extends ListField>(
  row: CaseRow,
  cells: Cells,
  fields: readonly F[],
): Partial<Record<F, string>> {
  const given = fields.flatMap((field) => {
    const text = row.text(cells.one(field), longest.field);
    return text === '' ? [] : [[field, text] as const];
  });
  return Object.fromEntries(given) as Partial<Record<F, string>>;
}

/** The values of a cell: a line each, or several that are each an indicator by their looks. */
function valuesIn(text: string, word: string): readonly string[] {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.flatMap((line) => {
    const several = line.split(/[\s,;、]+/).filter((part) => part !== '');
    const isOne = several.length < 2 || formOf(refangValue(line)) !== 'other';
    if (isOne || !several.every((part) => isAddress(word, part))) return [line];
    return several;
  });
}

function isAddress(word: string, part: string): boolean {
  const value = refangValue(part);
  return formOf(value) !== 'other' && indicatorTypeOf(word, value).type !== 'other';
}
