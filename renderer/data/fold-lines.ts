import type { SignedLine } from '#shared/journal/envelope.ts';
import { compareLines, foldLine } from '#shared/journal/fold.ts';
import { keysOf, readOperation } from '#shared/journal/line-keys.ts';
import type { Operation } from '#shared/journal/operation.ts';
import {
  type Collection,
  type RecordChange,
  type RecordReader,
  type Records,
  recordsVersion,
} from '#shared/journal/records.ts';
import type { Applied, AppliedHead } from './record-storage.ts';

/** Nothing folded yet. */
export const nothingApplied: Applied = {
  version: recordsVersion,
  heads: {},
  last: null,
  entries: 0,
};

/** Why lines cannot be put on top of what is folded; the answer is always to fold again from the start. */
export class OutOfOrder extends Error {}

/** Lines that follow what is folded, read and ready for the fold. */
export type ReadyLines = {
  readonly lines: readonly SignedLine[];
  readonly operations: readonly (Operation | undefined)[];
  /** Ids of the entries that the fold will ask for. */
  readonly entries: readonly string[];
};

/**
 * Where lines come from. One that is missing among news has not been told and has to be asked for; one
 * that the journal leaves out cannot be read by anybody, and the others count without it.
 */
export type LineSource = 'news' | 'journal';

/** Reads lines; throws `OutOfOrder` for one that sorts before what is folded, or news with a gap. */
export function readyLines(
  applied: Applied,
  lines: readonly SignedLine[],
  source: LineSource,
): ReadyLines {
  assertFollows(applied, lines, source);
  const operations = lines.map(readOperation);
  const entries = new Set<string>();
  for (const [index, line] of lines.entries())
    for (const { collection, id } of keysOf(line, operations[index]))
      if (collection === 'entries') entries.add(id);
  return { lines, operations, entries: [...entries] };
}

/** Folds lines onto the records of a reader: the last state of each record that changes. */
export function foldReady(
  reader: RecordReader,
  applied: Applied,
  { lines, operations }: ReadyLines,
): { readonly changes: readonly RecordChange[]; readonly applied: Applied } {
  const overlay = overlayOf(reader);
  let added = 0;
  for (const [index, line] of lines.entries())
    for (const change of foldLine(overlay, line, operations[index])) {
      if (change.collection === 'entries' && overlay.get('entries', change.record.id) === undefined)
        added += 1;
      overlay.set(change);
    }
  return { changes: overlay.changes(), applied: advance(applied, lines, added) };
}

type Overlay = RecordReader & {
  readonly set: (change: RecordChange) => void;
  readonly changes: () => readonly RecordChange[];
};

/** A reader that sees what earlier lines of the same chunk wrote. */
function overlayOf(reader: RecordReader): Overlay {
  const written = new Map<string, RecordChange>();
  return {
    get: <C extends Collection>(collection: C, id: string) =>
      (written.get(`${collection} ${id}`)?.record as Records[C] | undefined) ??
      reader.get(collection, id),
    set: (change) => written.set(`${change.collection} ${change.record.id}`, change),
    changes: () => [...written.values()],
  };
}

function advance(applied: Applied, lines: readonly SignedLine[], added: number): Applied {
  const heads: Record<string, AppliedHead> = { ...applied.heads };
  for (const { p, hash } of lines)
    if (p.seq > (heads[p.feed]?.seq ?? -1)) heads[p.feed] = { seq: p.seq, hash, wall: p.wall };
  return {
    version: recordsVersion,
    heads,
    last: lines.reduce(furthest, applied.last),
    entries: applied.entries + added,
  };
}

function assertFollows(applied: Applied, lines: readonly SignedLine[], source: LineSource): void {
  const seqs = new Map(Object.entries(applied.heads).map(([feed, { seq }]) => [feed, seq]));
  let before = applied.last;
  for (const line of lines) {
    const { feed, seq } = line.p;
    if (before !== null && !opensFeed(line) && comparePlaces(before, line.p) >= 0)
      throw new OutOfOrder(`line ${seq} of ${feed} sorts before what is folded`);
    if (source === 'news' && seq !== (seqs.get(feed) ?? -1) + 1)
      throw new OutOfOrder(`line ${seq} of ${feed} does not follow ${seqs.get(feed) ?? 'nothing'}`);
    seqs.set(feed, seq);
    before = furthest(before, line);
  }
}

/**
 * True for the line that opens a feed. Its Lamport number is 0 however late a device joins, and it
 * changes nothing but its own feed's record, so it may be folded at any time.
 */
function opensFeed({ p }: SignedLine): boolean {
  return p.seq === 0 && p.op.t === 'feed.open';
}

function furthest(before: Place | null, { p }: SignedLine): Place {
  return before !== null && comparePlaces(before, p) >= 0
    ? before
    : { lam: p.lam, feed: p.feed, seq: p.seq };
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
