import { firstInstantFrom, isZone, msPer, splitLocalMs, toLocal } from './zone.ts';

/** How finely a time is known, finest first. */
export const timePrecisions = [
  'millisecond',
  'second',
  'minute',
  'hour',
  'day',
  'month',
  'unknown',
] as const;

export type TimePrecision = (typeof timePrecisions)[number];

/** Start of the unit of a precision that holds an instant, and the first instant after that unit. */
export function unitAround(
  ms: number,
  precision: Exclude<TimePrecision, 'unknown'>,
  zone: string,
): { readonly start: number; readonly end: number } {
  if (precision === 'millisecond') return { start: ms, end: ms + 1 };
  const known = knownZone(zone);
  const localMs = toLocal(known, ms);
  if (precision === 'day' || precision === 'month') {
    const { year, month, day } = splitLocalMs(localMs);
    const [first, next] =
      precision === 'day'
        ? [Date.UTC(year, month - 1, day), Date.UTC(year, month - 1, day + 1)]
        : [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 1)];
    return { start: firstInstantFrom(known, first), end: firstInstantFrom(known, next) };
  }
  const width = msPer[precision];
  const start = ms - (((localMs % width) + width) % width);
  return { start, end: start + width };
}

/** A zone that this engine can reckon with: the one given, or UTC when its own zone data are older. */
export function knownZone(zone: string): string {
  return isZone(zone) ? zone : 'UTC';
}
