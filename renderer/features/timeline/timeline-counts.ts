import { changedRows } from '../../data/changed-rows.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';

/** How many entries there are of each kind, stage and mark. */
export type TimelineCounts = {
  /** By stage, and of no stage under `none`. */
  readonly stages: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly starred: number;
  readonly withEvidence: number;
  readonly corrected: number;
  readonly withdrawn: number;
};

type Counted = { readonly rows: readonly TimelineRow[]; readonly counts: TimelineCounts };

const nothing: Counted = {
  rows: [],
  counts: { stages: {}, kinds: {}, starred: 0, withEvidence: 0, corrected: 0, withdrawn: 0 },
};

/** Counts rows for the chips of the filter; of rows that were counted before only the changed ones. */
export function countRows(rows: readonly TimelineRow[], before: Counted = nothing): Counted {
  const { from, beforeEnd, afterEnd } = changedRows(before.rows, rows);
  const stages = { ...before.counts.stages };
  const kinds = { ...before.counts.kinds };
  let { starred, withEvidence, corrected, withdrawn } = before.counts;
  const count = (row: TimelineRow, by: 1 | -1) => {
    const { content } = row;
    add(kinds, content.kind, by);
    if (content.stages.length === 0) add(stages, 'none', by);
    for (const stage of content.stages) add(stages, stage, by);
    if (content.starred) starred += by;
    if (content.evidence.length > 0) withEvidence += by;
    if (row.corrected) corrected += by;
    if (row.withdrawn) withdrawn += by;
  };
  for (const row of before.rows.slice(from, beforeEnd)) count(row, -1);
  for (const row of rows.slice(from, afterEnd)) count(row, 1);
  return { rows, counts: { stages, kinds, starred, withEvidence, corrected, withdrawn } };
}

/** A count of nothing is not kept: no chip asks for it. */
function add(counts: Record<string, number>, name: string, by: 1 | -1): void {
  const count = (counts[name] ?? 0) + by;
  if (count === 0) delete counts[name];
  else counts[name] = count;
}
