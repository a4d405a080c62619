import type { PlaceSet } from './place-set.ts';
import type { RowIndex } from './row-index.ts';

/** The wanted rows of one source. */
export type SelectedSource = {
  readonly id: string;
  readonly index: Pick<RowIndex, 'rows' | 'timeInOrder' | 'rowInOrder' | 'placesBetween'>;
  /** Places in the order of time from here up to but not there. */
  readonly first: number;
  readonly end: number;
  /** Which of them; all when it is missing. Others than those between first and end are not in it. */
  readonly places?: PlaceSet | undefined;
};

/** Which row of which source. */
export type SelectedRow = { readonly source: string; readonly row: number };

/** How many wanted rows there are. */
export function countSelected(sources: readonly SelectedSource[]): number {
  return sources.reduce((sum, source) => sum + countOf(source), 0);
}

/**
 * Wanted rows of several sources in one order of time, from any place in that order on.
 *
 * Rows of one time stand in the order of the sources, rows without a time last. Finding the first costs some
 * dozens of look-ups a source, however many rows there are.
 */
export function selectRows(
  sources: readonly SelectedSource[],
  place: number,
  limit: number,
): readonly SelectedRow[] {
  const next = ranksAt(sources, place);
  const found: SelectedRow[] = [];
  while (found.length < limit) {
    let best: number | undefined;
    let bestTime = Infinity;
    for (const [at, source] of sources.entries()) {
      const rank = next[at] ?? 0;
      if (rank >= countOf(source)) continue;
      const time = source.index.timeInOrder(placeAt(source, rank));
      if (best === undefined || time < bestTime) {
        best = at;
        bestTime = time;
      }
    }
    const source = best === undefined ? undefined : sources[best];
    if (best === undefined || source === undefined) break;
    const rank = next[best] ?? 0;
    found.push({ source: source.id, row: source.index.rowInOrder(placeAt(source, rank)) });
    next[best] = rank + 1;
  }
  return found;
}

/** How many wanted rows of one source there are. */
export function countOf({ first, end, places }: SelectedSource): number {
  return places === undefined ? Math.max(0, end - first) : places.count;
}

/** The place in the source's own order of time of its wanted row with this rank. */
export function placeAt({ first, places }: SelectedSource, rank: number): number {
  return places === undefined ? first + rank : places.select(rank);
}

/** How many wanted rows of a source come before a time. */
function countBefore({ index, first, end, places }: SelectedSource, time: number): number {
  const place = index.placesBetween(time, time).first;
  return places === undefined
    ? Math.min(Math.max(place, first), Math.max(first, end)) - first
    : places.rank(place);
}

/** How many rows of each source stand before a place in the order of all. */
function ranksAt(sources: readonly SelectedSource[], place: number): number[] {
  if (sources.length === 1) return [place];
  const counts = (time: number) => sources.map((source) => countBefore(source, time));
  const sum = (ranks: readonly number[]) => ranks.reduce((all, rank) => all + rank, 0);
  const timed = counts(Infinity);
  if (place >= sum(timed)) return advance(sources, timed, place - sum(timed), countOf);
  const times = sources.flatMap((source) => {
    const count = countBefore(source, Infinity);
    return count === 0
      ? []
      : [0, count - 1].map((rank) => source.index.timeInOrder(placeAt(source, rank)));
  });
  // The latest time before which no more rows stand than before the place; times are whole microseconds.
  let low = Math.min(...times);
  let high = Math.max(...times);
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2);
    if (sum(counts(middle)) <= place) low = middle;
    else high = middle - 1;
  }
  const before = counts(low);
  return advance(sources, before, place - sum(before), (source) => countBefore(source, low + 1));
}

/** Passes over rows of one time, source by source. */
function advance(
  sources: readonly SelectedSource[],
  before: readonly number[],
  steps: number,
  lastOf: (source: SelectedSource) => number,
): number[] {
  let left = steps;
  return sources.map((source, at) => {
    const from = before[at] ?? 0;
    const passed = Math.min(left, lastOf(source) - from);
    left -= passed;
    return from + passed;
  });
}
