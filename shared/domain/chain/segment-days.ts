import type { AxisSegment } from './broken-axis.ts';

/** Air that a label may take from the break behind it, in px. */
const sparePx = 4;

/**
 * What to write where each stretch of an axis begins: its day, as much of it as there is room for.
 *
 * The year goes only where the stretch before it names the same one: after a break of years, 08-07 would be read as
 * the next August.
 *
 * @param dayOf the day of an instant as `YYYY-MM-DD`
 * @returns a label for each segment; undefined where not even a year fits
 */
export function segmentDays(
  segments: readonly AxisSegment[],
  dayOf: (ms: number) => string,
  letterPx: number,
): readonly (string | undefined)[] {
  return segments.map(({ from, left, right }, at) => {
    const day = dayOf(from);
    const before = segments[at - 1];
    const isSameYear = before !== undefined && dayOf(before.until).slice(0, 4) === day.slice(0, 4);
    const shorter = isSameYear ? [day.slice(5)] : [day.slice(0, 7), day.slice(0, 4)];
    return [day, ...shorter].find((label) => label.length * letterPx <= right - left + sparePx);
  });
}
