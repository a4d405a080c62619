import type { SignedLine } from '#shared/journal/envelope.ts';
import { compareLines, foldLine, keysOf, readOperation } from '#shared/journal/fold.ts';
import {
  type Collection,
  type RecordChange,
  type RecordKey,
  type RecordReader,
  type Records,
  recordsVersion,
} from '#shared/journal/records.ts';
import type { Applied, AppliedHead, RecordStorage } from './record-storage.ts';

/** Nothing folded yet. */
export const nothingApplied: Applied = {
  version: recordsVersion,
  heads: {},
  last: null,
  entries: 0,
};

/** Why lines cannot be put on top of what is folded; the answer is always to fold again from the start. */
export class OutOfOrder extends Error {}

/**
 * Folds lines that come after all folded before, in one transaction.
 *
 * Throws `OutOfOrder` for a line that sorts earlier or leaves a gap in its feed.
 */
export async function foldLines(
  storage: RecordStorage,
  applied: Applied,
  lines: readonly SignedLine[],
): Promise<{ readonly changes: readonly RecordChange[]; readonly applied: Applied }> {
  assertFollows(applied, lines);
  const operations = lines.map((line) => [line, readOperation(line)] as const);
  const keys = operations.flatMap(([line, operation]) => keysOf(line, operation));
  let next = applied;
  const changes = await storage.step(keys, (reader) => {
    const overlay = overlayOf(reader);
    let added = 0;
    const all: RecordChange[] = [];
    for (const [line, operation] of operations)
      for (const change of foldLine(overlay, line, operation)) {
        const isNew = overlay.get(change.collection, change.record.id) === undefined;
        if (change.collection === 'entries' && isNew) added += 1;
        overlay.set(change);
        all.push(change);
      }
    next = advance(applied, lines, added);
    return { changes: all, applied: next };
  });
  return { changes, applied: next };
}

/** A reader that sees what earlier lines of the same chunk wrote. */
function overlayOf(
  reader: RecordReader,
): RecordReader & { readonly set: (change: RecordChange) => void } {
  const written = new Map<string, Records[Collection]>();
  return {
    get: <C extends Collection>(collection: C, id: string) =>
      (written.get(`${collection} ${id}`) as Records[C] | undefined) ?? reader.get(collection, id),
    set: ({ collection, record }) => written.set(`${collection} ${record.id}`, record),
  };
}

function advance(applied: Applied, lines: readonly SignedLine[], added: number): Applied {
  const heads: Record<string, AppliedHead> = { ...applied.heads };
  for (const { p, hash } of lines) heads[p.feed] = { seq: p.seq, hash, wall: p.wall };
  const last = lines.at(-1)?.p;
  return {
    version: recordsVersion,
    heads,
    last: last ? { lam: last.lam, feed: last.feed, seq: last.seq } : applied.last,
    entries: applied.entries + added,
  };
}

function assertFollows(applied: Applied, lines: readonly SignedLine[]): void {
  const seqs = new Map(Object.entries(applied.heads).map(([feed, { seq }]) => [feed, seq]));
  let before = applied.last;
  for (const line of lines) {
    const { feed, seq, lam } = line.p;
    if (before !== null && comparePlaces(before, line.p) >= 0)
      throw new OutOfOrder(`line ${seq} of ${feed} sorts before what is folded`);
    if (seq !== (seqs.get(feed) ?? -1) + 1)
      throw new OutOfOrder(`line ${seq} of ${feed} does not follow ${seqs.get(feed) ?? 'nothing'}`);
    seqs.set(feed, seq);
    before = { lam, feed, seq };
  }
}

type Place = { readonly lam: number; readonly feed: string; readonly seq: number };

function comparePlaces(a: Place, b: Place): number {
  return compareLines({ p: a } as SignedLine, { p: b } as SignedLine);
}

/** True when the derived records are exactly a beginning of the journal that was opened. */
export function fitsJournal(
  applied: Applied,
  heads: Readonly<Record<string, readonly [number, string]>>,
): boolean {
  if (applied.version !== recordsVersion) return false;
  return Object.entries(applied.heads).every(([feed, head]) => {
    const [seq, hash] = heads[feed] ?? [-1, ''];
    // A head further on was checked against its chain by the main process when it read the feed.
    return seq > head.seq || (seq === head.seq && hash === head.hash);
  });
}
