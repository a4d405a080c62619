import type { HandoverRecord } from '../journal/records.ts';
import type { Heads } from '../journal/seal.ts';
import type { Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** Writes that whoever writes has taken over, with what they read. */
export function acceptHandover(
  writing: Writing,
  given: { readonly sinceMs: number; readonly from: string; readonly note: string },
  heads: Heads,
): Promise<Result<Saved, AppendError>> {
  return saveOperation(writing, {
    t: 'handover.accept',
    id: writing.newId(),
    since: new Date(given.sinceMs).toISOString(),
    from: given.from.trim(),
    note: given.note.trim(),
    heads: Object.fromEntries(
      Object.entries(heads).map(([feed, [seq, hash]]): [string, [number, string]] => [
        feed,
        [seq, hash],
      ]),
    ),
  });
}

/** The latest handover in the order of writing; undefined before the first one. */
export function lastHandover(records: Iterable<HandoverRecord>): HandoverRecord | undefined {
  return [...records].toSorted((a, b) => a.origin.lam - b.origin.lam).at(-1);
}
