import { useMemo } from 'react';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useTimelineRow } from '../../data/use-records.ts';
import { useWorkspace } from '../../records/workspace.tsx';

/** An instant of the day that somebody looks at: that of the selected entry, else of the last one, else today. */
export function useLookedAtDay(rows: readonly TimelineRow[]): number {
  const { selectedEntry } = useWorkspace();
  const selected = useTimelineRow(selectedEntry)?.instant ?? Number.POSITIVE_INFINITY;
  return useMemo(() => {
    if (Number.isFinite(selected)) return selected;
    return rows.findLast(({ instant }) => Number.isFinite(instant))?.instant ?? Date.now();
  }, [rows, selected]);
}
