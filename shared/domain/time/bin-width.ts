import { msPer } from './zone.ts';

const { minute, hour, day } = msPer;

/** Widths of a stretch of time that a clock or a calendar can name, narrowest first. */
export const binWidths: readonly number[] = [
  minute,
  5 * minute,
  10 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  7 * day,
  14 * day,
  28 * day,
  91 * day,
  182 * day,
  365 * day,
];

/** The narrowest of the widths that cuts a length of time into fewer than so many bins; else just as wide as needed. */
export function binWidth(lengthMs: number, most: number): number {
  return binWidths.find((width) => lengthMs / width < most) ?? lengthMs / most;
}
