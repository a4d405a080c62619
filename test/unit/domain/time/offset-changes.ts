import { msPer, offsetAt } from '#shared/domain/time/zone.ts';

/** The years in which clocks are tried. */
export const firstMs = Date.UTC(1970, 0, 1);
export const lastMs = Date.UTC(2040, 0, 1);

/** Offsets of a zone once a month from 1970 to 2040. */
export function monthlyOffsets(zone: string): readonly number[] {
  const offsets: number[] = [];
  for (let ms = firstMs; ms < lastMs; ms += 30 * msPer.day) offsets.push(offsetAt(zone, ms));
  return offsets;
}

/** Every change between those, to the second. */
export function offsetChanges(zone: string, monthly: readonly number[]): readonly number[] {
  return monthly.flatMap((offset, month) => {
    const next = monthly[month + 1];
    if (next === undefined || next === offset) return [];
    let before = firstMs + month * 30 * msPer.day;
    let after = before + 30 * msPer.day;
    while (after - before > msPer.second) {
      const middle = Math.floor((before + after) / 2_000) * msPer.second;
      if (offsetAt(zone, middle) === offset) before = middle;
      else after = middle;
    }
    return [after];
  });
}
