import { earliestMs, type EntryTime, latestMs } from '../../domain/time/entry-time.ts';

/**
 * How long something took, as well as it is known: one number, a range, or not at all.
 *
 * `negative` is a contradiction in the notebook (the end lies wholly before the beginning), which a
 * report shows instead of hiding it.
 */
export type Interval =
  | { readonly kind: 'exact'; readonly ms: number }
  | { readonly kind: 'bounded'; readonly leastMs: number; readonly mostMs: number | null }
  | { readonly kind: 'negative'; readonly ms: number }
  | { readonly kind: 'unknown' };

/** True for a time that is one instant: to the second or finer, without ±, end or direction. */
function isInstant(time: EntryTime): boolean {
  const isFine = time.precision === 'second' || time.precision === 'millisecond';
  return isFine && time.plusMinusMs === 0 && time.untilUtc === null && time.relation === 'at';
}

/**
 * The time from one moment to another.
 *
 * A moment known to the minute, hour or day is the whole of it: the shortest and the longest time
 * that fit are the answer. What cannot be is cut off: an end is not before its beginning.
 */
export function intervalBetween(from: EntryTime, to: EntryTime): Interval {
  if (from.utc === null || to.utc === null) return { kind: 'unknown' };
  if (isInstant(from) && isInstant(to)) {
    const ms = Date.parse(to.utc) - Date.parse(from.utc);
    return ms < 0 ? { kind: 'negative', ms } : { kind: 'exact', ms };
  }
  // A window ends with the last millisecond that is in it; what lies after it begins one later.
  const mostMs = afterOf(to) - earliestMs(from);
  const leastMs = earliestMs(to) - afterOf(from);
  if (mostMs < 0) return { kind: 'negative', ms: mostMs };
  return {
    kind: 'bounded',
    leastMs: Number.isFinite(leastMs) ? Math.max(0, leastMs) : 0,
    mostMs: Number.isFinite(mostMs) ? mostMs : null,
  };
}

/** The first instant after the window of a time; the instant itself where it is one. */
function afterOf(time: EntryTime): number {
  return isInstant(time) ? earliestMs(time) : latestMs(time) + 1;
}

/** Shortest and longest time of an interval; null for what has no end; undefined when it says nothing. */
export function boundsOf(
  interval: Interval,
): { readonly least: number; readonly most: number | null } | undefined {
  switch (interval.kind) {
    case 'exact':
      return { least: interval.ms, most: interval.ms };
    case 'bounded':
      return { least: interval.leastMs, most: interval.mostMs };
    case 'negative':
    case 'unknown':
      return undefined;
  }
}
