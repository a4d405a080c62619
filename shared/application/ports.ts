import type { Operation } from '../journal/operation.ts';
import type { Result } from '../lib/result.ts';

/** Where a written line stands: what "saved" shows. */
export type Appended = {
  readonly feed: string;
  readonly seq: number;
  /** SHA-256 of the line. */
  readonly hash: string;
  /** ms since the epoch by the writing device's clock. */
  readonly wall: number;
};

/** Why an operation is not in the notebook. */
export type AppendError =
  | { readonly kind: 'no-notebook' }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'too-long'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'write-failed'; readonly detail: string }
  | { readonly kind: 'invalid'; readonly field: string };

/** Port to the notebook on disk. */
export type Journal = {
  /** Resolves once the operation is written and synced; the same operation twice is one line. */
  append(operation: Operation): Promise<Result<Appended, AppendError>>;
};

/** What every use case that writes needs. */
export type Writing = {
  readonly journal: Journal;
  /** 32 random hex digits: the id of an operation and of what it adds. */
  readonly newId: () => string;
};

/** Something that was saved: the operation's id (the new thing's, when it adds one) and its line. */
export type Saved = Appended & { readonly id: string };
