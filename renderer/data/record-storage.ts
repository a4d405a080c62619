import type {
  Collection,
  RecordChange,
  RecordKey,
  RecordReader,
  Records,
} from '#shared/journal/records.ts';

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

/** One step of the fold: what it read, made into what it writes. */
export type FoldStep = (reader: RecordReader) => {
  readonly changes: readonly RecordChange[];
  readonly applied: Applied;
};

/** Where derived records lie: the browser's database, or memory when that fails. */
export type RecordStorage = {
  readonly kind: 'database' | 'memory';
  readApplied(): Promise<Applied | undefined>;
  read<C extends Collection>(collection: C, id: string): Promise<Records[C] | undefined>;
  readAll<C extends Collection>(collection: C): Promise<Records[C][]>;
  /** Reads the keys, runs the step, writes its changes and the applied heads: all or nothing. */
  step(keys: readonly RecordKey[], step: FoldStep): Promise<readonly RecordChange[]>;
  close(): void;
};
