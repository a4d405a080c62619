import { setImmediate } from 'node:timers/promises';
import type { RowIndex, StoredRow } from './row-index.ts';

/** A row with the source that it comes from. */
export type SourceRow = {
  /** Id of the source. */
  readonly source: string;
  /** Name of its file. */
  readonly file: string;
  readonly row: StoredRow;
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
  readonly id: string;
  readonly name: string;
  readonly index: RowIndex;
  readonly end: number;
  /** One bit a row when words are wanted. */
  readonly matches: Uint8Array | undefined;
  place: number;
};

const pauseEvery = 4_096;

/** The rows of several sources in one order of time; rows of one time in the order of the sources. */
export async function* rowsInOrder(
  sources: readonly { readonly id: string; readonly name: string; readonly index: RowIndex }[],
  { words, from, to, limit }: WantedRows,
): AsyncGenerator<SourceRow> {
  const walks: Walk[] = [];
  for (const { id, name, index } of sources) {
    const places = index.placesBetween(from ?? -Infinity, to ?? Infinity);
    const end = from === undefined && to === undefined ? index.rows : places.end;
    const matches = words.length === 0 ? undefined : await matchesOf(index, words);
    const walk = { id, name, index, end, matches, place: places.first };
    settle(walk);
    walks.push(walk);
  }
  for (let given = 0; given < limit; given += 1) {
    let next: Walk | undefined;
    for (const walk of walks)
      if (walk.place < walk.end && (next === undefined || timeOf(walk) < timeOf(next))) next = walk;
    if (next === undefined) return;
    const { id, name, index, place } = next;
    yield { source: id, file: name, row: index.row(index.rowInOrder(place)) };
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
