import { z } from 'zod';
import { knownZone, timePrecisions, type TimePrecision, unitAround } from './time-unit.ts';

export { timePrecisions, type TimePrecision, unitAround };

const utcText = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/;

function isUtcText(text: string): boolean {
  if (!utcText.test(text)) return false;
  const ms = Date.parse(text);
  // Date.parse lets 31 April and 24:00 through as the next day: what comes back must be what went in.
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text.slice(0, 19));
}

const utcSchema = z.string().refine(isUtcText, 'not an RFC 3339 instant in UTC');

/**
 * When something happened, as an operation carries it and `show --json` prints it.
 *
 * The zone is checked by form only: a notebook from a machine with newer zone data stays readable.
 */
export const entryTimeSchema = z
  .object({
    /** RFC 3339 with `Z`: the instant, or the start of the minute, hour, day or month in `zone`. */
    utc: utcSchema.nullable(),
    /** Exactly what was typed; empty when nobody typed a time. */
    text: z.string().max(500),
    /** Zone in which it was read: `Asia/Tokyo`, `+09:00`, `UTC`. */
    zone: z.string().regex(/^(?:[A-Za-z][\w+\-/]{1,63}|[+-]\d{2}:\d{2})$/),
    precision: z.enum(timePrecisions),
    /** Half width in ms of "about"; 0 when none was given. */
    plusMinusMs: z.int().min(0),
    /** End of an interval, at its own start like `utc`; null when there is none. */
    untilUtc: utcSchema.nullable(),
    relation: z.enum(['at', 'before', 'after']),
  })
  .refine((time) => (time.utc === null) === (time.precision === 'unknown'), {
    path: ['utc'],
    message: 'a time is null exactly when its precision is unknown',
  })
  .refine(
    (time) =>
      time.precision !== 'unknown' ||
      (time.untilUtc === null && time.plusMinusMs === 0 && time.relation === 'at'),
    { path: ['precision'], message: 'an unknown time has no width, end or direction' },
  )
  .refine(
    (time) =>
      time.precision === 'millisecond' ||
      !(time.utc?.includes('.') === true || time.untilUtc?.includes('.') === true),
    { path: ['utc'], message: 'a fraction needs millisecond precision' },
  )
  .refine((time) => time.untilUtc === null || time.relation === 'at', {
    path: ['untilUtc'],
    message: 'an interval is neither before nor after',
  })
  .refine(
    (time) =>
      time.untilUtc === null ||
      time.utc === null ||
      Date.parse(time.untilUtc) >= Date.parse(time.utc),
    { path: ['untilUtc'], message: 'an interval ends before it starts' },
  );

export type EntryTime = z.infer<typeof entryTimeSchema>;

/** Writes an instant as RFC 3339 in UTC; a fraction only at millisecond precision. */
export function toUtcText(ms: number, precision: TimePrecision): string {
  const text = new Date(ms).toISOString();
  return precision === 'millisecond' ? text : `${text.slice(0, 19)}Z`;
}

/** The time of an entry to which nobody typed one: the clock's, to the second. */
export function entryTimeAt(ms: number, zone: string, text = ''): EntryTime {
  return {
    utc: toUtcText(ms, 'second'),
    text,
    zone,
    precision: 'second',
    plusMinusMs: 0,
    untilUtc: null,
    relation: 'at',
  };
}

/** An unknown time. */
export function unknownEntryTime(zone: string, text = ''): EntryTime {
  return {
    utc: null,
    text,
    zone,
    precision: 'unknown',
    plusMinusMs: 0,
    untilUtc: null,
    relation: 'at',
  };
}

/** The zone of a time as far as this engine knows it. */
export function entryZone(time: EntryTime): string {
  return knownZone(time.zone);
}

/**
 * First millisecond that an entry may cover; -Infinity when open or unknown.
 *
 * The window is the whole unit of the precision (a day is a day in its own zone, 23 to 25 hours), widened by
 * ±. "After" a day or month begins when that is over; "after" anything shorter begins with it.
 */
export function earliestMs(time: EntryTime): number {
  if (time.utc === null || time.precision === 'unknown' || time.relation === 'before') {
    return Number.NEGATIVE_INFINITY;
  }
  const unit = unitAround(Date.parse(time.utc), time.precision, time.zone);
  const isLong = time.precision === 'day' || time.precision === 'month';
  return (time.relation === 'after' && isLong ? unit.end : unit.start) - time.plusMinusMs;
}

/** Last millisecond that an entry may cover (inclusive); Infinity when open or unknown. */
export function latestMs(time: EntryTime): number {
  if (time.utc === null || time.precision === 'unknown' || time.relation === 'after') {
    return Number.POSITIVE_INFINITY;
  }
  const unit = unitAround(Date.parse(time.untilUtc ?? time.utc), time.precision, time.zone);
  return (time.relation === 'before' ? unit.start : unit.end) - 1 + time.plusMinusMs;
}

/** True when two windows share a millisecond: then the order of the two entries is not certain. */
export function overlaps(a: EntryTime, b: EntryTime): boolean {
  return earliestMs(a) <= latestMs(b) && earliestMs(b) <= latestMs(a);
}

const relationOrder = { before: 0, at: 1, after: 2 } as const;

/**
 * Total order of times for the timeline: by instant, unknown last.
 *
 * At one instant "before" stands first and "after" last, a month before its first day and a day before its
 * first minute; the rest only makes the order total. 0 means that nothing but `text` and `zone` may differ.
 */
export function compareEntryTimes(a: EntryTime, b: EntryTime): number {
  if (a.utc === null || b.utc === null) return Number(a.utc === null) - Number(b.utc === null);
  return (
    Date.parse(a.utc) - Date.parse(b.utc) ||
    relationOrder[a.relation] - relationOrder[b.relation] ||
    timePrecisions.indexOf(b.precision) - timePrecisions.indexOf(a.precision) ||
    (a.untilUtc === null ? 0 : Date.parse(a.untilUtc)) -
      (b.untilUtc === null ? 0 : Date.parse(b.untilUtc)) ||
    b.plusMinusMs - a.plusMinusMs
  );
}
