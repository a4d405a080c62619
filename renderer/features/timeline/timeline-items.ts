import { dayKey } from '#shared/domain/time/format-time.ts';
import { firstInstantFrom, msPer, toLocal } from '#shared/domain/time/zone.ts';
import { changedRows } from '../../data/changed-rows.ts';
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

/** Rows as items, with what is needed to put in a new row without making all of them again. */
export type DayItems = {
  readonly rows: readonly TimelineRow[];
  readonly zone: string;
  readonly items: readonly TimelineItem[];
  /** Index of the first row of each day. */
  readonly days: readonly number[];
};

/**
 * Puts headings between the days of rows that are in order; days before the first row that is another
 * than `before` stay as they are.
 *
 * Zone arithmetic is slow and rows are many: it is done once for each day, not for each row.
 */
export function toItems(rows: readonly TimelineRow[], zone: string, before?: DayItems): DayItems {
  const known = before?.zone === zone ? before : undefined;
  const changed = known === undefined ? 0 : changedRows(known.rows, rows).from;
  // The last day that begins before the change may reach into it.
  const days = known?.days.filter((first) => first < changed).slice(0, -1) ?? [];
  const begin = known?.days[days.length] ?? 0;
  const items: TimelineItem[] = known?.items.slice(0, begin + days.length) ?? [];
  let dayEnds = Number.NEGATIVE_INFINITY;
  let heading = -1;
  let count = 0;
  const closeDay = () => {
    const item = items[heading];
    if (item?.kind === 'day') items[heading] = { ...item, count };
    count = 0;
  };
  let unknownBegun = false;
  for (let at = begin; at < rows.length; at += 1) {
    const row = rows[at];
    if (row === undefined) break;
    const isDated = Number.isFinite(row.instant);
    if (isDated ? row.instant >= dayEnds : !unknownBegun) {
      closeDay();
      heading = items.length;
      days.push(at);
      if (isDated) {
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
  return { rows, zone, items, days };
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
