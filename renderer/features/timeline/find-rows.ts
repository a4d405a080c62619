import type { EntryTest } from '#shared/domain/entry-match.ts';
import { changedRows } from '../../data/changed-rows.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';

export type RowTests = readonly EntryTest<TimelineRow>[];

/** What has been found so far, with what is needed to go on, or to follow the timeline. */
export type FoundRows = {
  readonly source: readonly TimelineRow[];
  readonly tests: RowTests;
  readonly rows: readonly TimelineRow[];
  /** Index in `source` of each row that was found. */
  readonly places: readonly number[];
  /** So many of `source` have been looked at. */
  readonly scanned: number;
};

type Search = {
  readonly source: readonly TimelineRow[];
  readonly tests: RowTests;
  readonly before?: FoundRows | undefined;
  /** A search that takes longer ends early and is gone on with by the next call. */
  readonly budgetMs: number;
};

/** Rows between two looks at the clock. */
const atOnce = 256;

/**
 * The rows that pass every test, in their order.
 *
 * With the same tests as `before` only what is new is looked at: what was written is seen at once.
 */
export function findRows({ source, tests, before, budgetMs }: Search): FoundRows {
  if (tests.length === 0)
    return { source, tests, rows: source, places: [], scanned: source.length };
  const known = before?.tests === tests ? follow(before, source) : undefined;
  const rows = known === undefined ? [] : [...known.rows];
  const places = known === undefined ? [] : [...known.places];
  let scanned = known?.scanned ?? 0;
  if (known !== undefined && scanned === source.length) return known;
  const until = performance.now() + budgetMs;
  while (scanned < source.length) {
    const end = Math.min(scanned + atOnce, source.length);
    for (; scanned < end; scanned += 1) {
      const row = source[scanned];
      if (row === undefined || !passesAll(row, tests)) continue;
      rows.push(row);
      places.push(scanned);
    }
    if (performance.now() > until) break;
  }
  return { source, tests, rows, places, scanned };
}

/** What was found, as it is after the timeline has changed. */
function follow(found: FoundRows, source: readonly TimelineRow[]): FoundRows | undefined {
  if (found.source === source) return found;
  const { from, beforeEnd, afterEnd } = changedRows(found.source, source);
  // Beyond what has been looked at: it will be.
  if (from >= found.scanned && found.scanned < found.source.length)
    return { ...found, source, scanned: found.scanned };
  if (beforeEnd > found.scanned) return undefined;
  const moved = afterEnd - beforeEnd;
  const first = firstFrom(found.places, from);
  const rest = firstFrom(found.places, beforeEnd);
  const rows = found.rows.slice(0, first);
  const places = found.places.slice(0, first);
  for (let at = from; at < afterEnd; at += 1) {
    const row = source[at];
    if (row === undefined || !passesAll(row, found.tests)) continue;
    rows.push(row);
    places.push(at);
  }
  for (let at = rest; at < found.rows.length; at += 1) {
    const row = found.rows[at];
    if (row !== undefined) rows.push(row);
    places.push((found.places[at] ?? 0) + moved);
  }
  return { source, tests: found.tests, rows, places, scanned: found.scanned + moved };
}

/** Index of the first place that is not before another. */
function firstFrom(places: readonly number[], wanted: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function passesAll(row: TimelineRow, tests: RowTests): boolean {
  for (const { passes } of tests) if (!passes(row)) return false;
  return true;
}
