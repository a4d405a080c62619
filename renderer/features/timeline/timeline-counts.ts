import { isOpenQuestion, type FilterField } from '#shared/domain/entry-match.ts';
import { changedRows } from '../../data/changed-rows.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import type { RowTests } from './find-rows.ts';

/** How many entries each choice would show, beside all the other conditions. */
export type TimelineCounts = {
  /** Entries that every condition lets through. */
  readonly shown: number;
  /** By stage, and of no stage under `none`. */
  readonly stages: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly starred: number;
  readonly hasEvidence: number;
  readonly corrected: number;
  readonly withdrawn: number;
  /** Entries that a condition hides and no other one does. */
  readonly hidden: Readonly<Record<string, number>>;
};

type Counted = {
  readonly rows: readonly TimelineRow[];
  readonly tests: RowTests;
  readonly counts: TimelineCounts;
};

const nothing: TimelineCounts = {
  shown: 0,
  stages: {},
  kinds: {},
  starred: 0,
  hasEvidence: 0,
  corrected: 0,
  withdrawn: 0,
  hidden: {},
};

/**
 * Counts rows for the chips of the filter; of rows that were counted before with the same tests only the
 * changed ones.
 */
export function countRows(
  rows: readonly TimelineRow[],
  tests: RowTests,
  before?: Counted,
): Counted {
  const known = before?.tests === tests ? before : { rows: [], tests, counts: nothing };
  const { from, beforeEnd, afterEnd } = changedRows(known.rows, rows);
  const stages = { ...known.counts.stages };
  const kinds = { ...known.counts.kinds };
  const hidden = { ...known.counts.hidden };
  let { shown, starred, hasEvidence, corrected, withdrawn } = known.counts;
  const count = (row: TimelineRow, by: 1 | -1) => {
    const failed = failedField(row, tests);
    if (failed === 'several') return;
    if (failed === undefined) shown += by;
    else add(hidden, failed, by);
    const asks = (field: FilterField) => failed === undefined || failed === field;
    const { content } = row;
    if (asks('kinds')) add(kinds, content.kind, by);
    if (asks('stages')) {
      if (content.stages.length === 0) add(stages, 'none', by);
      for (const stage of content.stages) add(stages, stage, by);
    }
    if (content.starred && asks('starred')) starred += by;
    if (content.evidence.length > 0 && asks('hasEvidence')) hasEvidence += by;
    if (row.corrected && asks('corrected')) corrected += by;
    if (row.withdrawn && asks('withdrawn')) withdrawn += by;
  };
  for (let at = from; at < beforeEnd; at += 1) {
    const row = known.rows[at];
    if (row !== undefined) count(row, -1);
  }
  for (let at = from; at < afterEnd; at += 1) {
    const row = rows[at];
    if (row !== undefined) count(row, 1);
  }
  const counts = { shown, stages, kinds, starred, hasEvidence, corrected, withdrawn, hidden };
  return { rows, tests, counts };
}

/** The one condition that a row does not meet; undefined when it meets all of them. */
export function failedField(
  row: TimelineRow,
  tests: RowTests,
): FilterField | 'several' | undefined {
  let failed: FilterField | undefined;
  for (const { field, passes } of tests) {
    if (passes(row)) continue;
    if (failed !== undefined) return 'several';
    failed = field;
  }
  return failed;
}

/** A count of nothing is not kept: no chip asks for it. */
function add(counts: Record<string, number>, name: string, by: 1 | -1): void {
  const count = (counts[name] ?? 0) + by;
  if (count === 0) delete counts[name];
  else counts[name] = count;
}

/** How many open questions there are beside all the other conditions. */
export function countOpenQuestions(
  rows: readonly TimelineRow[],
  tests: RowTests,
  answered: ReadonlySet<string>,
): number {
  let open = 0;
  for (const row of rows) {
    if (!isOpenQuestion(row, answered)) continue;
    const failed = failedField(row, tests);
    if (failed === undefined || failed === 'openQuestion') open += 1;
  }
  return open;
}
