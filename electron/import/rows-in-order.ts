import { setImmediate } from 'node:timers/promises';
import type { RowIndex, StoredRow } from './row-index.ts';
import { byTrueTime, rowByTrueTime, type RowsInTime } from './true-time.ts';

/** A row with the source that it comes from. */
export type SourceRow = {
  /** Id of the source. */
  readonly source: string;
  /** Name of its file. */
  readonly file: string;
  /** Its time is the true one. */
  readonly row: StoredRow;
  /** What the source's clock showed, in microseconds since 1970, where that is another time. */
  readonly showed?: number;
};

/** A source whose rows can be walked through. */
export type OrderedSource = {
  readonly id: string;
  readonly name: string;
  readonly index: RowIndex;
  /** How far its clock was ahead of true time, in ms. */
  readonly aheadMs: number;
};

export type WantedRows = {
  /** Folded words (`searchWords`), all of which a row has to hold; none for all rows. */
  readonly words: readonly string[];
  /** Microseconds since 1970; rows from here on, and before there. Rows without a time are left out then. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly limit: number;
};

/** Walks through the rows of one source in order of time. */
type Walk = {
  readonly source: OrderedSource;
  readonly index: RowsInTime;
  readonly end: number;
  /** One bit a row when words are wanted. */
  readonly matches: Uint8Array | undefined;
  place: number;
};

const pauseEvery = 4_096;

/** The rows of several sources in one order of true time; rows of one time in the order of the sources. */
export async function* rowsInOrder(
  sources: readonly OrderedSource[],
  { words, from, to, limit }: WantedRows,
): AsyncGenerator<SourceRow> {
  const walks: Walk[] = [];
  for (const source of sources) {
    const index = byTrueTime(source.index, source.aheadMs);
    const places = index.placesBetween(from ?? -Infinity, to ?? Infinity);
    const end = from === undefined && to === undefined ? index.rows : places.end;
    const matches = words.length === 0 ? undefined : await matchesOf(source.index, words);
    const walk = { source, index, end, matches, place: places.first };
    settle(walk);
    walks.push(walk);
  }
  for (let given = 0; given < limit; given += 1) {
    let next: Walk | undefined;
    for (const walk of walks)
      if (walk.place < walk.end && (next === undefined || timeOf(walk) < timeOf(next))) next = walk;
    if (next === undefined) return;
    const { source, index, place } = next;
    const stored = source.index.row(index.rowInOrder(place));
    yield { source: source.id, file: source.name, ...rowByTrueTime(stored, source.aheadMs) };
    next.place += 1;
    settle(next);
    if (given % pauseEvery === pauseEvery - 1) await setImmediate();
  }
}

function timeOf({ index, place }: Walk): number {
  return index.timeInOrder(place);
}

/** Goes on to the next row that is wanted. */
function settle(walk: Walk): void {
  const { matches, index, end } = walk;
  if (matches === undefined) return;
  while (walk.place < end) {
    const row = index.rowInOrder(walk.place);
    if (((matches[row >> 3] ?? 0) & (1 << (row & 7))) !== 0) return;
    walk.place += 1;
  }
}

async function matchesOf(index: RowIndex, words: readonly string[]): Promise<Uint8Array> {
  const matches = new Uint8Array(Math.ceil(index.rows / 8));
  for await (const found of index.search(words))
    for (const row of found) matches[row >> 3] = (matches[row >> 3] ?? 0) | (1 << (row & 7));
  return matches;
}
