import { useEffect } from 'react';
import { stageNames } from '#shared/catalogue/kill-chain.ts';
import { entrySearchText } from '#shared/domain/entry-match.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';

/** Everything of an entry that search looks at, folded; made once for each row. */
export function searchTextOf(row: TimelineRow): string {
  row.searched.text ??= entrySearchText(row, stageNames);
  return row.searched.text;
}

/** Rows between two looks at the clock. */
const atOnce = 64;
/** Left of an idle moment for whatever comes next, in ms. */
const restMs = 3;

/** Makes the texts of rows while nothing else is to be done, so that the first search finds them ready. */
export function useReadySearch(rows: readonly TimelineRow[]): void {
  useEffect(() => {
    let at = 0;
    let waiting = 0;
    const work = (idle: IdleDeadline) => {
      while (at < rows.length && idle.timeRemaining() > restMs) {
        const end = Math.min(at + atOnce, rows.length);
        for (; at < end; at += 1) {
          const row = rows[at];
          if (row !== undefined) searchTextOf(row);
        }
      }
      if (at < rows.length) waiting = requestIdleCallback(work);
    };
    waiting = requestIdleCallback(work);
    return () => cancelIdleCallback(waiting);
  }, [rows]);
}
