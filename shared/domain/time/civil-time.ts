import { err, ok, type Result } from '../../lib/result.ts';
import type { TextSpan, TimeError, TimeField } from './time-error.ts';
import type { ClockPart, DatePart } from './time-phrase.ts';
import { msPer, toLocalMs, type LocalFields } from './zone.ts';

/** A day further ahead of now than this, and without a year, was last year's. */
const furthestDayAheadMs = 31 * msPer.day;

type Failure = { readonly ok: false; readonly error: TimeError };

/** The error for a part of a date or time that does not exist. */
export function outOfRange(field: TimeField, { start, end }: TextSpan): Failure {
  return err({ kind: 'out-of-range', field, start, end });
}

function clockHour(clock: ClockPart): number | undefined {
  if (clock.half === undefined) return clock.hour;
  // 午前0時 and 午後0時 are written too, so the hour may be 0; 午後14時 is a slip of the pen.
  if (clock.hour > 12) return undefined;
  return (clock.hour % 12) + (clock.half === 'pm' ? 12 : 0);
}

/** Says what is wrong with a time of day; 24:00 is the end of its day. */
export function clockError(clock: ClockPart): Failure | undefined {
  const hour = clockHour(clock);
  const isMidnight = hour === 24 && clock.minute === 0 && clock.second === 0;
  if (hour === undefined || (hour > 23 && !isMidnight)) return outOfRange('hour', clock);
  if (clock.minute > 59) return outOfRange('minute', clock);
  return clock.second > 59 ? outOfRange('second', clock) : undefined;
}

/** Milliseconds from midnight to a time of day. */
export function clockMs(clock: ClockPart): number {
  return (
    (clockHour(clock) ?? 0) * msPer.hour +
    clock.minute * msPer.minute +
    clock.second * msPer.second +
    clock.millisecond
  );
}

/**
 * Midnight of a typed date as local ms; what was left out comes from `from` (the beginning of an interval) or
 * from now.
 */
export function completeDate(
  date: DatePart,
  now: LocalFields,
  from?: LocalFields,
): Result<number, TimeError> {
  if (date.kind === 'relative-day') {
    return ok(Date.UTC(now.year, now.month - 1, now.day + date.days));
  }
  const month = date.month ?? from?.month ?? now.month;
  if (month < 1 || month > 12) return outOfRange('month', date);
  const year = date.year ?? from?.year;
  const day = date.kind === 'month' ? 1 : date.day;
  if (year === undefined) return completeYear(month, day, now, date);
  const midnight = toLocalMs(year, month, day);
  if (midnight !== undefined) return ok(midnight);
  return outOfRange(year < 1000 ? 'year' : 'day', date);
}

function completeYear(
  month: number,
  day: number,
  now: LocalFields,
  span: TextSpan,
): Result<number, TimeError> {
  const today = Date.UTC(now.year, now.month - 1, now.day);
  // Next year first (1 January typed on New Year's Eve); back far enough for a 29 February.
  for (let year = now.year + 1; year > now.year - 9; year -= 1) {
    const midnight = toLocalMs(year, month, day);
    if (midnight !== undefined && midnight - today <= furthestDayAheadMs) return ok(midnight);
  }
  return outOfRange('day', span);
}
