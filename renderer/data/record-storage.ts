import type { Collection, EntryRecord, RecordChange, Records } from '#shared/journal/records.ts';

/** How far a feed has been folded. */
export type AppliedHead = { readonly seq: number; readonly hash: string; readonly wall: number };

/** What the tables are derived from; written in the same transaction as they are. */
export type Applied = {
  /** Shape of the records (`recordsVersion`); another shape is rebuilt. */
  readonly version: number;
  readonly heads: Readonly<Record<string, AppliedHead>>;
  /** Place of the last line in the order of the fold. */
  readonly last: { readonly lam: number; readonly feed: string; readonly seq: number } | null;
  /** Entries in the table: a database that lost rows without a word does not add up. */
  readonly entries: number;
};

/** Where derived records lie: the browser's database, or memory when that fails. */
export type RecordStorage = {
  readonly kind: 'database' | 'memory';
  readApplied(): Promise<Applied | undefined>;
  read<C extends Collection>(collection: C, id: string): Promise<Records[C] | undefined>;
  readAll<C extends Collection>(collection: C): Promise<Records[C][]>;
  /** All entries, in parts that a window can take in without standing still. */
  entryParts(): AsyncIterable<readonly EntryRecord[]>;
  /** The entries of these ids that there are. */
  readEntries(ids: readonly string[]): Promise<EntryRecord[]>;
  /** Writes records and the heads that they are derived from: all or nothing. */
  write(changes: readonly RecordChange[], applied: Applied): Promise<void>;
  close(): void;
};
