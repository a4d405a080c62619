import { dayKey } from '#shared/domain/time/format-time.ts';
import { firstInstantFrom, msPer, toLocal } from '#shared/domain/time/zone.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';

/** What stands in the list: the heading of a day, or an entry. */
export type TimelineItem =
  | {
      readonly kind: 'day';
      readonly key: string;
      /** An instant of the day; undefined for entries whose time is not known. */
      readonly instant: number | undefined;
      readonly count: number;
    }
  | { readonly kind: 'entry'; readonly key: string; readonly row: TimelineRow };

/**
 * Puts headings between the days of rows that are in order.
 *
 * Zone arithmetic is slow and rows are many: it is done once for each day, not for each row.
 */
export function toItems(rows: readonly TimelineRow[], zone: string): readonly TimelineItem[] {
  const items: TimelineItem[] = [];
  let dayEnds = Number.NEGATIVE_INFINITY;
  let heading = -1;
  let count = 0;
  const closeDay = () => {
    const item = items[heading];
    if (item?.kind === 'day') items[heading] = { ...item, count };
    count = 0;
  };
  let unknownBegun = false;
  for (const row of rows) {
    const known = Number.isFinite(row.instant);
    if (known ? row.instant >= dayEnds : !unknownBegun) {
      closeDay();
      heading = items.length;
      if (known) {
        const key = dayKey(row.instant, zone);
        items.push({ kind: 'day', key, instant: row.instant, count: 0 });
        dayEnds = endOfDay(row.instant, zone);
      } else {
        items.push({ kind: 'day', key: 'unknown', instant: undefined, count: 0 });
        unknownBegun = true;
      }
    }
    count += 1;
    items.push(itemOf(row));
  }
  closeDay();
  return items;
}

type EntryItem = Extract<TimelineItem, { kind: 'entry' }>;
const itemsOfRows = new WeakMap<TimelineRow, EntryItem>();

/** The item of a row: the same object each time, so that a new entry makes one and not ten thousand. */
function itemOf(row: TimelineRow): EntryItem {
  const known = itemsOfRows.get(row);
  if (known !== undefined) return known;
  const item = { kind: 'entry', key: row.id, row } as const;
  itemsOfRows.set(row, item);
  return item;
}

function endOfDay(instant: number, zone: string): number {
  const local = toLocal(zone, instant);
  return firstInstantFrom(zone, (Math.floor(local / msPer.day) + 1) * msPer.day);
}
