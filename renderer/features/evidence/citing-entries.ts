import { useMemo } from 'react';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useTimeline } from '../../data/use-records.ts';

/** Ids of the entries that cite each evidence item, in the order of the timeline. */
export function citingEntries(
  rows: readonly TimelineRow[],
): ReadonlyMap<string, readonly string[]> {
  const citing = new Map<string, string[]>();
  for (const row of rows)
    for (const evidence of new Set(row.content.evidence)) {
      const entries = citing.get(evidence);
      if (entries === undefined) citing.set(evidence, [row.id]);
      else entries.push(row.id);
    }
  return citing;
}

/** The same, as the timeline changes. */
export function useCitingEntries(): ReadonlyMap<string, readonly string[]> {
  const rows = useTimeline();
  return useMemo(() => citingEntries(rows), [rows]);
}
