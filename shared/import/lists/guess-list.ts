import { isTypeWord } from '../../indicators/type-words.ts';
import { formOf, refangValue } from '../../indicators/value-form.ts';
import { foldHeading, listHeadings, ownHeadings } from './list-headings.ts';
import {
  type ColumnMeaning,
  isComplete,
  type ListColumns,
  type ListField,
  listFields,
  type ListKind,
  listKinds,
} from './list-mapping.ts';

/** A list as it was cut: the names of its columns and its rows, each as long as the file has it. */
export type ListTable = {
  readonly names: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

const mostSampled = 100;

const headings = new Map(
  listKinds.map((kind) => {
    const byHeading = new Map<string, { readonly field: ListField; readonly rank: number }>();
    for (const [field, words] of Object.entries(listHeadings[kind]) as [ListField, string][])
      for (const [rank, word] of words.split(/\s+/).entries())
        if (!byHeading.has(foldHeading(word))) byHeading.set(foldHeading(word), { field, rank });
    return [kind, byHeading] as const;
  }),
);

/** Fields that several columns may fill: every one of them counts. */
const several: ReadonlySet<ListField> = new Set([
  'value',
  'aliases',
  'techniques',
  'stages',
  'systems',
]);

/** What the columns of a list seem to mean, by their headings, and by what stands in them where no heading says it. */
export function guessColumns(kind: ListKind, table: ListTable): ListColumns {
  const guessed = new Map<string, ColumnMeaning>();
  const best = new Map<ListField, { readonly name: string; readonly rank: number }>();
  for (const name of table.names) {
    const folded = foldHeading(name);
    const found = headings.get(kind)?.get(folded);
    guessed.set(name, ownHeadings.has(folded) && found === undefined ? 'leave' : 'note');
    if (found === undefined) continue;
    const { field, rank } = found;
    const before = best.get(field);
    if (several.has(field)) guessed.set(name, field);
    else if (before === undefined || rank < before.rank) {
      if (before !== undefined) guessed.set(before.name, 'note');
      guessed.set(name, field);
    }
    if (before === undefined || rank < before.rank) best.set(field, { name, rank });
  }
  if (kind === 'indicators' && !best.has('value')) findValues(table, guessed);
  return Object.fromEntries(guessed);
}

/** Where no heading says so: every column that is named after a type, else the one that looks most like it. */
function findValues(table: ListTable, guessed: Map<string, ColumnMeaning>): void {
  const shares = table.names
    .map((name, at) => ({ name, share: shareOfIndicators(table, at) }))
    .filter(({ share }) => share >= 0.6)
    .toSorted((a, b) => b.share - a.share);
  const named = shares.filter(
    ({ name }) => isTypeWord(name) && ['note', 'leave'].includes(guessed.get(name) ?? ''),
  );
  for (const { name } of named.length > 0 ? named : shares.slice(0, 1)) guessed.set(name, 'value');
}

function shareOfIndicators({ rows }: ListTable, at: number): number {
  const values = rows
    .slice(0, mostSampled)
    .map(({ cells }) => (cells[at] ?? '').trim())
    .filter((value) => value !== '');
  if (values.length === 0) return 0;
  return values.filter((value) => formOf(refangValue(value)) !== 'other').length / values.length;
}

/** What the rows of a list seem to be: the kind that most of its columns fit. */
export function guessKind(table: ListTable): ListKind {
  const scored = listKinds.map((kind) => {
    const columns = guessColumns(kind, table);
    const meant = new Set(
      Object.values(columns).filter((one) => one !== 'note' && one !== 'leave'),
    );
    // A heading that names the thing itself (`IOC`, `hostname`, `account`) says more than `type` and `owner`.
    const first = table.names.filter((name) => columns[name] === listFields[kind][0]);
    const names = first.map((name) => headings.get(kind)?.get(foldHeading(name))?.rank ?? 0);
    const isGeneric = first.every((name) => ['name', '名称', 'id'].includes(foldHeading(name)));
    const bonus = isComplete(kind, columns) ? (isGeneric ? 1 : 2) : -2;
    return { kind, score: meant.size + bonus - Math.min(...names, 10) / 100 };
  });
  return scored.toSorted((a, b) => b.score - a.score)[0]?.kind ?? 'indicators';
}
