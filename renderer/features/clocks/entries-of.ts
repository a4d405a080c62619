import type { TimelineRow } from '../../data/timeline-row.ts';

/** The entries whose time a source's clock gave. */
export function entriesOf(rows: readonly TimelineRow[], source: string): readonly TimelineRow[] {
  return rows.filter(({ content }) => content.source === source);
}
