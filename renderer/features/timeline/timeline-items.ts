import { dayKey } from '#shared/domain/time/format-time.ts';
import { firstInstantFrom, msPer, toLocal } from '#shared/domain/time/zone.ts';
import { changedRows } from '../../data/changed-rows.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';

/** The heading of a day, and what stands under it. */
export type Day = {
  readonly key: string;
  /** An instant of the day; undefined for what has no known time. */
  readonly instant: number | undefined;
  /** Index of its first entry, and how many it has. */
  readonly first: number;
  readonly count: number;
  /** The same of its log rows. */
  readonly firstLog: number;
  readonly logs: number;
};

/** Rows of logs that stand among the entries: only where, never what. */
export type LogPlaces = {
  /** For each entry how many log rows stand before it. */
  readonly ranks: Uint32Array;
  /** Days in which log rows lie, in the zone of the list; `place` is that of the first row. */
  readonly days: readonly {
    readonly key: string;
    readonly instant: number;
    readonly place: number;
  }[];
  /** Rows with a time; the others come last. */
  readonly timed: number;
  readonly count: number;
};

/** What stands in the list: the heading of a day, an entry, or a row of a log by its place among all of them. */
export type TimelineItem =
  | { readonly kind: 'day'; readonly key: string; readonly day: Day }
  | { readonly kind: 'entry'; readonly key: string; readonly row: TimelineRow }
  | { readonly kind: 'log'; readonly key: string; readonly place: number };

/**
 * Entries, and log rows where they are wanted, with headings between their days.
 *
 * Items are made when they are drawn: a list of a hundred thousand costs its days, not its rows.
 */
export type TimelineItems = {
  readonly rows: readonly TimelineRow[];
  readonly zone: string;
  /** Days of the entries alone: they stay as they are when log rows come and go. */
  readonly entryDays: readonly Day[];
  readonly days: readonly Day[];
  readonly logs: LogPlaces | undefined;
  /** Entries, log rows and headings together. */
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
  logs?: LogPlaces,
): TimelineItems {
  const known = before?.zone === zone ? before : undefined;
  const changed = known === undefined ? 0 : changedRows(known.rows, rows).from;
  // The last day that ends before the change may reach into it.
  const entryDays = known?.entryDays.filter(({ first, count }) => first + count < changed) ?? [];
  const last = entryDays.at(-1);
  let first = last === undefined ? 0 : last.first + last.count;
  while (first < rows.length) {
    const instant = rows[first]?.instant ?? Number.POSITIVE_INFINITY;
    if (!Number.isFinite(instant)) {
      entryDays.push({ ...unknownDay, first, count: rows.length - first });
      break;
    }
    const next = firstRowFrom(rows, endOfDay(instant, zone), first);
    entryDays.push({
      ...unknownDay,
      key: dayKey(instant, zone),
      instant,
      first,
      count: next - first,
    });
    first = next;
  }
  const days = logs === undefined ? entryDays : joinedDays(entryDays, logs, rows.length);
  const length = rows.length + (logs?.count ?? 0) + days.length;
  return { rows, zone, entryDays, days, logs, length };
}

const unknownDay: Day = {
  key: 'unknown',
  instant: undefined,
  first: 0,
  count: 0,
  firstLog: 0,
  logs: 0,
};

/** The days of entries and of log rows in one order; what has no time comes last, entries first. */
function joinedDays(
  ofEntries: readonly Day[],
  { days: ofLogs, timed, count }: LogPlaces,
  entries: number,
): readonly Day[] {
  const joined: Day[] = [];
  let at = 0;
  let nextLog = 0;
  const timeOf = (day: { readonly instant: number | undefined } | undefined) =>
    day?.instant ?? Number.POSITIVE_INFINITY;
  for (;;) {
    const day = ofEntries[at];
    const log = ofLogs[nextLog];
    if (timeOf(day) === Infinity && timeOf(log) === Infinity) break;
    const isSame = day !== undefined && day.key === log?.key;
    const hasEntries = isSame || timeOf(day) < timeOf(log);
    const hasLogs = isSame || !hasEntries;
    const firstLog = log?.place ?? timed;
    joined.push({
      key: (hasEntries ? day?.key : log?.key) ?? '',
      instant: Math.min(hasEntries ? timeOf(day) : Infinity, hasLogs ? timeOf(log) : Infinity),
      first: day?.first ?? entries,
      count: hasEntries ? (day?.count ?? 0) : 0,
      firstLog,
      logs: hasLogs ? (ofLogs[nextLog + 1]?.place ?? timed) - firstLog : 0,
    });
    if (hasEntries) at += 1;
    if (hasLogs) nextLog += 1;
  }
  const unknown = ofEntries[at];
  if (unknown !== undefined || count > timed)
    joined.push({
      ...unknownDay,
      first: unknown?.first ?? entries,
      count: unknown?.count ?? 0,
      firstLog: timed,
      logs: count - timed,
    });
  return joined;
}

/** The item at a place; undefined outside the list. */
export function itemAt(items: TimelineItems, place: number): TimelineItem | undefined {
  if (place < 0 || place >= items.length) return undefined;
  const at = dayAt(items, place);
  const day = items.days[at];
  if (day === undefined) return undefined;
  if (place === headingOf(day, at)) return { kind: 'day', key: day.key, day };
  const among = place - at - 1;
  const entry = lastEntryBy(items, among);
  const row = items.rows[entry];
  if (row !== undefined && entry + rankOf(items, entry) === among)
    return { kind: 'entry', key: row.id, row };
  const log = among - entry - 1;
  return { kind: 'log', key: `log ${log}`, place: log };
}

/** The day under whose heading a place lies. */
export function dayOf(items: TimelineItems, place: number): Day | undefined {
  return items.days[dayAt(items, place)];
}

/** The place of an entry by its index. */
export function placeOfRow(items: TimelineItems, row: number): number {
  const { days } = items;
  const day = lastBy(days.length, (at) => (days[at]?.first ?? 0) <= row);
  return row + rankOf(items, row) + 1 + day;
}

/** The place of a log row. */
export function placeOfLog(items: TimelineItems, log: number): number {
  const { days } = items;
  const day = lastBy(days.length, (at) => (days[at]?.firstLog ?? 0) <= log);
  const entries = lastBy(items.rows.length + 1, (n) => n === 0 || rankOf(items, n - 1) <= log);
  return log + entries + 1 + day;
}

/** Index of the entry at a place, or of the first one behind it. */
export function rowAt(items: TimelineItems, place: number): number {
  const at = dayAt(items, place);
  const among = Math.max(place - at - 1, 0);
  const entry = lastEntryBy(items, among);
  const isHere = entry >= 0 && entry + rankOf(items, entry) === among;
  return Math.max(isHere ? entry : entry + 1, items.days[at]?.first ?? 0);
}

/** Log rows that stand before a place: that of the first one from there on. */
export function logAt(items: TimelineItems, place: number): number {
  if (items.logs === undefined) return 0;
  if (place >= items.length) return items.logs.count;
  const at = dayAt(items, place);
  const day = items.days[at];
  const isHeading = day !== undefined && headingOf(day, at) === place;
  const before = place - at - (isHeading ? 0 : 1);
  return before - lastEntryBy(items, before - 1) - 1;
}

/** Index of the last entry at or before a place among entries and log rows; −1 when there is none. */
function lastEntryBy(items: TimelineItems, among: number): number {
  if (items.logs === undefined) return Math.min(among, items.rows.length - 1);
  return lastBy(items.rows.length + 1, (n) => n === 0 || n - 1 + rankOf(items, n - 1) <= among) - 1;
}

function rankOf({ logs }: TimelineItems, entry: number): number {
  return logs?.ranks[entry] ?? 0;
}

function headingOf({ first, firstLog }: Day, at: number): number {
  return first + firstLog + at;
}

function dayAt({ days }: TimelineItems, place: number): number {
  return lastBy(days.length, (at) => {
    const day = days[at];
    return day !== undefined && headingOf(day, at) <= place;
  });
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
