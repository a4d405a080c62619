import { err, ok, type Result } from '../lib/result.ts';
import { type EntryTime, unitAround } from './time/entry-time.ts';
import { parseTime } from './time/parse-time.ts';
import { foldTimeText } from './time/time-text.ts';
import { msPer } from './time/zone.ts';

/** How far a clock was off, as a measurement or a comparison says it. */
export type ClockDifference = {
  /** The clock minus true time, in ms: positive when it is ahead. */
  readonly aheadMs: number;
  /** Half width in ms. */
  readonly plusMinusMs: number;
};

/** Why two readings of clocks say nothing about each other. */
export type ReadingError = {
  /** The reading of the clock in question, or that of the reference. */
  readonly which: 'showed' | 'reference';
  /** No time at all; a day, an interval, "before", unknown: no clock shows these; twice or never on that day;
   * no date, where it makes a difference. */
  readonly kind: 'not-a-time' | 'not-exact' | 'time-ambiguous' | 'time-in-gap' | 'no-date';
};

type ReadingContext = {
  /** Now by this machine: a reading without a date is of about today. */
  readonly nowMs: number;
  /** Zone of readings that say none. */
  readonly zone: string;
};

/** Nobody's clock is off by more; a slip of the keyboard is. */
export const mostOffMs = 200 * 366 * msPer.day;

const longestText = 100;
const clockForm = /^(?:(\d{1,5}) ?d )?(\d{1,3}):(\d\d):(\d\d)(?:[.,](\d{1,3}))?$/;
const unitForm = /(\d+(?:[.,]\d+)?) ?(ms|min|m|h|s|d|日|時間|分|秒)/y;
const unitMs: Readonly<Record<string, number>> = {
  d: msPer.day,
  日: msPer.day,
  h: msPer.hour,
  時間: msPer.hour,
  min: msPer.minute,
  m: msPer.minute,
  分: msPer.minute,
  s: msPer.second,
  秒: msPer.second,
  ms: 1,
};

/**
 * Reads a length of time: `00:03:12`, `1d 02:00:00`, `3m12s`, `2.5s`, `3分12秒`; ms, undefined when it is none.
 *
 * `3:12` is none: hours and minutes, or minutes and seconds?
 */
export function parseLength(text: string): number | undefined {
  if (text.length > longestText) return undefined;
  const folded = foldTimeText(text.trim(), longestText).text.toLowerCase();
  const clock = clockForm.exec(folded);
  const ms = clock === null ? lengthInUnits(folded) : lengthOnClock(clock);
  return ms === undefined || ms > mostOffMs ? undefined : ms;
}

function lengthOnClock([, days, hours, minutes, seconds, fraction = '']: RegExpExecArray) {
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const ms = Number(fraction.padEnd(3, '0'));
  const whole = Number(days ?? 0) * msPer.day + Number(hours) * msPer.hour;
  return whole + Number(minutes) * msPer.minute + Number(seconds) * msPer.second + ms;
}

/** Every unit once, the largest first. */
function lengthInUnits(text: string): number | undefined {
  let sum = 0;
  let smallest = Infinity;
  let at = 0;
  while (at < text.length) {
    unitForm.lastIndex = at;
    const [whole, count = '', unit = ''] = unitForm.exec(text) ?? [];
    const size = unitMs[unit];
    if (whole === undefined || size === undefined || size >= smallest) return undefined;
    sum += Number(count.replace(',', '.')) * size;
    smallest = size;
    at += whole.length;
    while (text[at] === ' ') at += 1;
  }
  return smallest === Infinity ? undefined : Math.round(sum);
}

/** Reads a half width, `2s` or `±2s`; nothing is no width. */
export function parsePlusMinus(text: string): number | undefined {
  const folded = text.trim().replace(/^(?:±|\+\/?-)\s*/, '');
  return folded === '' ? 0 : parseLength(folded);
}

/**
 * Reads what is added to a clock's time to get true time: `+00:03:12` for a clock that is behind. ms.
 *
 * The sign is not optional: which way a clock is off is what people mistake most.
 */
export function parseOffset(text: string): number | undefined {
  const [, sign, length] = /^([+\-−＋－])\s*(.+)$/s.exec(text.trim()) ?? [];
  const ms = length === undefined ? undefined : parseLength(length);
  if (ms === undefined) return undefined;
  return ms === 0 ? 0 : sign === '+' || sign === '＋' ? ms : -ms;
}

/** Writes what is added to a clock's time to get true time, as `parseOffset` reads it. */
export function formatOffsetLength(offsetMs: number): string {
  const size = Math.abs(offsetMs);
  const days = Math.floor(size / msPer.day);
  const pad = (value: number, length = 2) => String(Math.floor(value)).padStart(length, '0');
  const hours = pad((size % msPer.day) / msPer.hour);
  const clock = `${hours}:${pad((size % msPer.hour) / msPer.minute)}:${pad((size % msPer.minute) / msPer.second)}`;
  const fraction = size % msPer.second === 0 ? '' : `.${pad(size % msPer.second, 3)}`;
  return `${offsetMs < 0 ? '-' : '+'}${days === 0 ? '' : `${days}d `}${clock}${fraction}`;
}

/**
 * What two clocks that were read at one moment say about the first; the second is taken for right.
 *
 * A reading holds for the whole unit that a clock shows, so two clocks read to the second are compared ± 1 s.
 */
export function compareReadings(showed: EntryTime, reference: EntryTime): ClockDifference {
  const [a, b] = [widthOf(showed), widthOf(reference)];
  const aheadMs = Math.round((a.start + a.end) / 2 - (b.start + b.end) / 2);
  return { aheadMs, plusMinusMs: Math.round((a.end - a.start + b.end - b.start) / 2) };
}

function widthOf({ utc, precision, zone }: EntryTime) {
  const ms = Date.parse(utc ?? '');
  // A clock that shows milliseconds is read to the millisecond by nobody's doubt.
  if (precision === 'millisecond' || precision === 'unknown') return { start: ms, end: ms };
  return unitAround(ms, precision, zone);
}

/**
 * Reads "it showed X when the reference showed Y".
 *
 * Without a date X is of the day that brings it nearest to Y. A Y without a date beside an X of another day has
 * two readings: that day, and today.
 */
export function readBoth(
  texts: { readonly showed: string; readonly reference: string },
  { nowMs, zone }: ReadingContext,
): Result<
  ClockDifference & { readonly showed: EntryTime; readonly reference: EntryTime },
  ReadingError
> {
  const reference = readClock(texts.reference, 'reference', nowMs, zone);
  if (!reference.ok) return reference;
  const referenceMs = instantOf(reference.value);
  const showed = readNear(texts.showed, referenceMs, zone);
  if (!showed.ok) return showed;
  const later = readClock(texts.reference, 'reference', nowMs + msPer.day, zone);
  const isDated = later.ok && later.value.utc === reference.value.utc;
  const difference = compareReadings(showed.value, reference.value);
  if (!isDated && Math.abs(difference.aheadMs) > msPer.day / 2)
    return err({ which: 'reference', kind: 'no-date' });
  return ok({ ...difference, showed: showed.value, reference: reference.value });
}

function instantOf({ utc }: EntryTime): number {
  return Date.parse(utc ?? '');
}

/** Reads what a clock shows; a time without a date is of today or yesterday. */
export function readClock(
  text: string,
  which: ReadingError['which'],
  nowMs: number,
  zone: string,
): Result<EntryTime, ReadingError> {
  const read = parseTime(text, { nowMs, zone });
  if (!read.ok) {
    const { kind } = read.error;
    const isOfZone = kind === 'time-ambiguous' || kind === 'time-in-gap';
    return err({ which, kind: isOfZone ? kind : 'not-a-time' });
  }
  const { precision, relation, untilUtc, plusMinusMs } = read.value;
  const isLong = precision === 'day' || precision === 'month' || precision === 'unknown';
  if (isLong || relation !== 'at' || untilUtc !== null || plusMinusMs > 0)
    return err({ which, kind: 'not-exact' });
  return read;
}

function readNear(text: string, nearMs: number, zone: string): Result<EntryTime, ReadingError> {
  const [first, ...others] = [0, 1, -1].map((days) =>
    readClock(text, 'showed', nearMs + days * msPer.day, zone),
  );
  if (first === undefined || !first.ok)
    return first ?? err({ which: 'showed', kind: 'not-a-time' });
  let nearest = first.value;
  const away = (time: EntryTime) => Math.abs(instantOf(time) - nearMs);
  for (const other of others)
    if (other.ok && away(other.value) < away(nearest)) nearest = other.value;
  return ok(nearest);
}
