import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import type { EntryTest } from '#shared/domain/entry-match.ts';
import { searchWords } from '#shared/domain/text-search.ts';
import { changedRows } from '../../data/changed-rows.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { rowsOfABlock, wordsIn } from './search-text.ts';

/** The conditions that rows have to meet, and the filter that they come from. */
export type RowTests = {
  readonly filter: EntryFilter;
  readonly list: readonly EntryTest<TimelineRow>[];
};

/** What has been found so far, with what is needed to count it, to go on, and to follow the timeline. */
export type FoundRows = {
  readonly source: readonly TimelineRow[];
  readonly tests: RowTests;
  readonly rows: readonly TimelineRow[];
  /**
   * For each row of `source` 0 when it was found, the number from 1 of the one test that it fails, or
   * `several`: counting beside a condition asks no test again.
   */
  readonly failed: Uint8Array;
  /** So many of `source` have been looked at. */
  readonly scanned: number;
};

/** Before anything was looked for. */
export const nothingFound: FoundRows = {
  source: [],
  tests: { filter: {}, list: [] },
  rows: [],
  failed: new Uint8Array(0),
  scanned: 0,
};

type Search = {
  readonly source: readonly TimelineRow[];
  readonly tests: RowTests;
  readonly before?: FoundRows | undefined;
  /** A search that takes longer ends early and is gone on with by the next call. */
  readonly budgetMs: number;
  /** The same once more is found than any window shows: what is seen first must not wait for what is not. */
  readonly budgetWithPageMs?: number;
};

/** Fails more than one test. */
export const several = 255;
/** More rows than any window shows. */
const page = 200;

/**
 * The rows that pass every test, in their order.
 *
 * With the same tests as `before` only what is new is looked at: what was written is seen at once.
 */
export function findRows(search: Search): FoundRows {
  const { source, tests, before, budgetMs, budgetWithPageMs = budgetMs } = search;
  if (tests.list.length === 0)
    return { source, tests, rows: source, failed: new Uint8Array(0), scanned: source.length };
  const known = before?.tests === tests ? follow(before, source) : undefined;
  if (known !== undefined && known.scanned === source.length) return known;
  const rows = known === undefined ? [] : [...known.rows];
  const failed = known?.failed.slice() ?? new Uint8Array(source.length);
  const failureOf = failureIn(tests, source);
  let scanned = known?.scanned ?? 0;
  const begunAt = performance.now();
  while (scanned < source.length) {
    const end = Math.min(scanned + rowsOfABlock, source.length);
    for (; scanned < end; scanned += 1) {
      const row = source[scanned];
      if (row === undefined) continue;
      const code = failureOf(row, scanned);
      failed[scanned] = code;
      if (code === 0) rows.push(row);
    }
    const tookMs = performance.now() - begunAt;
    if (tookMs > (rows.length < page ? budgetMs : budgetWithPageMs)) break;
  }
  return { source, tests, rows, failed, scanned };
}

/** What was found, as it is after the timeline has changed; undefined when it has to be looked for anew. */
function follow(found: FoundRows, source: readonly TimelineRow[]): FoundRows | undefined {
  if (found.source === source) return found;
  const { tests, scanned } = found;
  const { from, beforeEnd, afterEnd } = changedRows(found.source, source);
  const isDone = scanned === found.source.length;
  if (!isDone && beforeEnd > scanned && from < scanned) return undefined;
  const failed = new Uint8Array(source.length);
  failed.set(found.failed.subarray(0, from));
  failed.set(found.failed.subarray(beforeEnd), afterEnd);
  // Beyond what has been looked at: it will be.
  if (!isDone && from >= scanned) return { ...found, source, failed };
  const failureOf = failureIn(tests);
  for (let at = from; at < afterEnd; at += 1) {
    const row = source[at];
    if (row !== undefined) failed[at] = failureOf(row, at);
  }
  const moved = afterEnd - beforeEnd;
  const end = scanned + moved;
  return { source, tests, rows: rowsOf(source, failed, end), failed, scanned: end };
}

/** Which test a row fails; given the rows, words are looked for in many of them at once. */
function failureIn(
  { list, filter }: RowTests,
  rows?: readonly TimelineRow[],
): (row: TimelineRow, at: number) => number {
  const holdsWords = rows && wordsIn(rows, searchWords(filter.text ?? ''));
  const tests = list.map(({ field, passes }) =>
    holdsWords !== undefined && field === 'text'
      ? (_row: TimelineRow, at: number) => holdsWords(at)
      : passes,
  );
  const [passes] = tests;
  // One condition is what most people ask, of a hundred thousand rows between two keys.
  if (passes !== undefined && tests.length === 1) return (row, at) => (passes(row, at) ? 0 : 1);
  return (row, at) => {
    let failed = 0;
    for (let nth = 0; nth < tests.length; nth += 1) {
      if (tests[nth]?.(row, at) === true) continue;
      if (failed !== 0) return several;
      failed = nth + 1;
    }
    return failed;
  };
}

function rowsOf(
  source: readonly TimelineRow[],
  failed: Uint8Array,
  end: number,
): readonly TimelineRow[] {
  const rows: TimelineRow[] = [];
  for (let at = 0; at < end; at += 1) {
    const row = source[at];
    if (failed[at] === 0 && row !== undefined) rows.push(row);
  }
  return rows;
}
