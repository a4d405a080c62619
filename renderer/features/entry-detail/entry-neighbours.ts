import type { EntryLink } from '#shared/domain/entry.ts';
import { overlaps } from '#shared/domain/time/entry-time.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';

/** A link as the entry sees it that it points to. */
export type BackLink = { readonly type: EntryLink['type']; readonly from: string };

/** Gathered once for each state of the timeline. */
const backLinks = new WeakMap<readonly TimelineRow[], ReadonlyMap<string, readonly BackLink[]>>();

/** Links of other entries to this one. */
export function linksTo(rows: readonly TimelineRow[], id: string): readonly BackLink[] {
  let known = backLinks.get(rows);
  if (known === undefined) {
    const gathered = new Map<string, BackLink[]>();
    for (const row of rows)
      for (const { type, entry } of row.content.links ?? [])
        gathered.set(entry, [...(gathered.get(entry) ?? []), { type, from: row.id }]);
    known = gathered;
    backLinks.set(rows, known);
  }
  return known.get(id) ?? [];
}

/** Rows on each side that are looked at: zone arithmetic is slow, and the far ones are seldom in doubt. */
const mostCompared = 100;

/** Entries whose order against this one is not certain: the windows of their times overlap. */
export function uncertainNeighbours(
  rows: readonly TimelineRow[],
  row: TimelineRow,
): readonly string[] {
  const place = rows.indexOf(row);
  if (place < 0 || row.at.utc === null) return [];
  return rows
    .slice(Math.max(0, place - mostCompared), place + mostCompared + 1)
    .filter((other) => other !== row && !other.withdrawn && other.at.utc !== null)
    .filter((other) => overlaps(row.at, other.at))
    .map(({ id }) => id);
}
