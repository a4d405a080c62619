import type { TimelineRow } from './timeline-row.ts';

/** Where two lists of rows differ: `from` up to `beforeEnd` of the one became `from` up to `afterEnd` of the other. */
export type ChangedRows = {
  readonly from: number;
  readonly beforeEnd: number;
  readonly afterEnd: number;
};

/**
 * Finds the one stretch in which two lists differ.
 *
 * It compares objects and looks into none: of a hundred thousand rows that costs a fraction of what
 * counting or sorting them costs.
 */
export function changedRows(
  before: readonly TimelineRow[],
  after: readonly TimelineRow[],
): ChangedRows {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (
    same < shorter - from &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  )
    same += 1;
  return { from, beforeEnd: before.length - same, afterEnd: after.length - same };
}
