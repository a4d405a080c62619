import { dayKey } from '#shared/domain/time/format-time.ts';
import { firstInstantFrom, msPer, toLocal } from '#shared/domain/time/zone.ts';
import { changedRows } from '../../data/changed-rows.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';

/** The heading of a day, and which rows stand under it. */
export type Day = {
  readonly key: string;
  /** An instant of the day; undefined for entries whose time is not known. */
  readonly instant: number | undefined;
  /** Index of its first row. */
  readonly first: number;
  readonly count: number;
};

/** What stands in the list: the heading of a day, or an entry. */
export type TimelineItem =
  | { readonly kind: 'day'; readonly key: string; readonly day: Day }
  | { readonly kind: 'entry'; readonly key: string; readonly row: TimelineRow };

/**
 * Rows with headings between their days.
 *
 * Items are made when they are drawn: a list of a hundred thousand costs its days, not its rows.
 */
export type TimelineItems = {
  readonly rows: readonly TimelineRow[];
  readonly zone: string;
  readonly days: readonly Day[];
  /** Rows and headings together. */
  readonly length: number;
};

/**
 * Finds the days of rows that are in order; days before the first row that is another than `before` stay
 * as they are, since zone arithmetic is slow.
 */
export function toItems(
  rows: readonly TimelineRow[],
  zone: string,
  before?: TimelineItems,
): TimelineItems {
  const known = before?.zone === zone ? before : undefined;
  const changed = known === undefined ? 0 : changedRows(known.rows, rows).from;
  // The last day that ends before the change may reach into it.
  const days = known?.days.filter(({ first, count }) => first + count < changed) ?? [];
  const last = days.at(-1);
  let first = last === undefined ? 0 : last.first + last.count;
  while (first < rows.length) {
    const instant = rows[first]?.instant ?? Number.POSITIVE_INFINITY;
    if (!Number.isFinite(instant)) {
      days.push({ key: 'unknown', instant: undefined, first, count: rows.length - first });
      break;
    }
    const next = firstRowFrom(rows, endOfDay(instant, zone), first);
    days.push({ key: dayKey(instant, zone), instant, first, count: next - first });
    first = next;
  }
  return { rows, zone, days, length: rows.length + days.length };
}

/** The item at a place; undefined outside the list. */
export function itemAt(items: TimelineItems, place: number): TimelineItem | undefined {
  if (place < 0 || place >= items.length) return undefined;
  const at = dayAt(items, place);
  const day = items.days[at];
  if (day === undefined) return undefined;
  if (place === day.first + at) return { kind: 'day', key: day.key, day };
  const row = items.rows[place - at - 1];
  return row && { kind: 'entry', key: row.id, row };
}

/** The day under whose heading a place lies. */
export function dayOf(items: TimelineItems, place: number): Day | undefined {
  return items.days[dayAt(items, place)];
}

/** The place of a row by its index. */
export function placeOfRow({ days }: TimelineItems, row: number): number {
  return row + 1 + lastBy(days.length, (at) => (days[at]?.first ?? 0) <= row);
}

/** Index of the row at a place, or of the first one under its heading. */
export function rowAt(items: TimelineItems, place: number): number {
  const at = dayAt(items, place);
  return Math.max(place - at - 1, items.days[at]?.first ?? 0);
}

function dayAt({ days }: TimelineItems, place: number): number {
  return lastBy(days.length, (at) => (days[at]?.first ?? 0) + at <= place);
}

/** The last of so many indexes for which something holds that holds for all before it; 0 when for none. */
function lastBy(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the first row at or after an instant. */
export function firstRowFrom(rows: readonly TimelineRow[], instant: number, from = 0): number {
  let low = from;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.instant ?? Number.POSITIVE_INFINITY) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function endOfDay(instant: number, zone: string): number {
  const local = toLocal(zone, instant);
  return firstInstantFrom(zone, (Math.floor(local / msPer.day) + 1) * msPer.day);
}
