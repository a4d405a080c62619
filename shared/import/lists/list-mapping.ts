import { z } from 'zod';

/** What the rows of a list are. */
export const listKinds = ['indicators', 'systems', 'accounts'] as const;
export type ListKind = (typeof listKinds)[number];

/** What a column may mean in each kind of list; the first is what a row cannot do without. */
export const listFields = {
  indicators: [
    'value',
    'type',
    'state',
    'confidence',
    'tlp',
    'firstSeen',
    'lastSeen',
    'validUntil',
    'stages',
    'techniques',
    'systems',
    'origin',
  ],
  systems: [
    'name',
    'aliases',
    'type',
    'role',
    'owner',
    'network',
    'place',
    'os',
    'criticality',
    'keyAsset',
    'adversary',
    'state',
    'because',
  ],
  accounts: ['name', 'domain', 'sid', 'type', 'privileges', 'owner', 'state', 'because'],
} as const;

/** A column that goes into the note with its name, and one that goes nowhere. */
export const otherMeanings = ['note', 'leave'] as const;

export type ListField = (typeof listFields)[ListKind][number];
export type ColumnMeaning = ListField | (typeof otherMeanings)[number];

const meanings = [
  ...new Set([...listKinds.flatMap((kind) => listFields[kind]), ...otherMeanings]),
] as [ColumnMeaning, ...ColumnMeaning[]];

/** What each column means, by its name in the file; a column that is not named goes into the note. */
export const listColumnsSchema = z.record(z.string().min(1).max(500), z.enum(meanings));
export type ListColumns = Readonly<Record<string, ColumnMeaning>>;

/**
 * What somebody says of a list: what its rows are, and what its columns mean.
 *
 * What is left out is guessed. `text` is no list: indicators are looked for wherever they stand.
 */
export const listChoiceSchema = z
  .strictObject({
    as: z.enum([...listKinds, 'text']).optional(),
    columns: listColumnsSchema.optional(),
  })
  .refine(
    ({ as, columns }) =>
      columns === undefined ||
      as === undefined ||
      Object.values(columns).every((meaning) => as !== 'text' && isMeaning(as, meaning)),
    'a column means something that this kind of list does not have',
  );
export type ListChoice = {
  readonly as?: ListKind | 'text' | undefined;
  readonly columns?: ListColumns | undefined;
};

/** True for what a column of such a list may mean. */
export function isMeaning(kind: ListKind, meaning: ColumnMeaning): boolean {
  return [...listFields[kind], ...otherMeanings].some((one) => one === meaning);
}

/** True when a mapping says where the thing itself stands: without it there is no row. */
export function isComplete(kind: ListKind, columns: ListColumns): boolean {
  return Object.values(columns).includes(listFields[kind][0]);
}
