import { earliestMs, type EntryTime, latestMs } from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { firstInstantFrom, msPer, toLocal } from '#shared/domain/time/zone.ts';

type Reading = {
  /** The clock, ms since the epoch. */
  readonly nowMs: number;
  /** An instant of the day that a time without a date belongs to. */
  readonly dayMs: number;
  /** Zone in which times are read that say none. */
  readonly zone: string;
};

/**
 * Reads a time as the entry line does, but on the day that is looked at: whoever reads about last October
 * and types 02:10 means that night. What counts from now (`-5m`) counts from the clock. Undefined when the
 * text is no time, or an unknown one.
 */
export function readTypedTime(
  text: string,
  { nowMs, dayMs, zone }: Reading,
): EntryTime | undefined {
  // At noon every time of the day is less than twelve hours away, so none is taken for yesterday's.
  const noon = firstInstantFrom(
    zone,
    Math.floor(toLocal(zone, dayMs) / msPer.day) * msPer.day + 12 * msPer.hour,
  );
  const [onDay, later, now] = [noon, noon + msPer.minute, nowMs].map((ms) =>
    parseTime(text, { nowMs: ms, zone }),
  );
  if (!onDay?.ok || !later?.ok || !now?.ok || onDay.value.utc === null) return undefined;
  const countsFromNow = onDay.value.utc !== later.value.utc;
  return countsFromNow ? now.value : onDay.value;
}

/** First and last instant of a typed time, in ms since the epoch; the open side of "before" ends where it is named. */
export function spanOfTime(time: EntryTime): { readonly first: number; readonly last: number } {
  const closed = { ...time, relation: 'at' } as const;
  return { first: earliestMs(closed), last: latestMs(closed) };
}
