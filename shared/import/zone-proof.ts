import type { ZoneClock } from './log-time.ts';

/** One moment written twice: without a zone (as if it were UTC) and in UTC, both in microseconds. */
export type TimePair = { readonly local: number; readonly utc: number };

const quarter = 15 * 60 * 1_000_000;
/** An event is written down a little after it happened; what took longer proves nothing. */
const mostLate = 60 * 1_000_000;
/** Clocks that show whole seconds cut the fraction off. */
const mostEarly = 1_500_000;
const halfDay = 12 * 60 * 60 * 1_000_000;

/** What pairs prove: an offset such as `-04:00`; `twelveHours` when the clock shows no AM or PM. */
export type ProvenZone = { readonly offset: string; readonly twelveHours: boolean };

function formatOffset(micro: number): string {
  const minutes = Math.round(Math.abs(micro) / 60_000_000);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${micro < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function isOffset(micro: number): boolean {
  return micro >= -halfDay && micro <= halfDay + 8 * quarter;
}

function quarterOf({ local, utc }: TimePair): number | undefined {
  const difference = local - utc;
  const nearest = Math.round(difference / quarter) * quarter;
  const late = difference - nearest;
  return late >= -mostEarly && late <= mostLate ? nearest : undefined;
}

/**
 * The zone that pairs prove; undefined without pairs, and when they contradict each other: then the clock
 * changed in between, or the two times are not of the same moment. At least nine of ten have to agree, the
 * others may only be late.
 */
export function proveZone(pairs: readonly TimePair[]): ProvenZone | undefined {
  const offsets = new Set<number>();
  let agreeing = 0;
  for (const pair of pairs) {
    const offset = quarterOf(pair);
    if (offset === undefined) continue;
    offsets.add(offset);
    agreeing += 1;
  }
  if (agreeing === 0 || agreeing < pairs.length * 0.9) return undefined;
  const [offset = 0, other] = [...offsets].toSorted((a, b) => a - b);
  if (offsets.size === 1 && isOffset(offset))
    return { offset: formatOffset(offset), twelveHours: false };
  // Twelve hours missing in all rows, or in those of the afternoon: no zone is that far from UTC.
  if (offsets.size === 1 && isOffset(offset + halfDay))
    return { offset: formatOffset(offset + halfDay), twelveHours: true };
  if (offsets.size === 2 && other !== undefined && other - offset === halfDay && isOffset(other))
    return { offset: formatOffset(other), twelveHours: true };
  return undefined;
}

/** Reads a civil time as if it were UTC: one half of a pair. */
export const asIfUtc: ZoneClock = { zone: 'UTC', doubtful: 0, toUtc: (localMs) => localMs };

const utcTimePattern =
  /^\s*UtcTime\s?:\s*(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)Z?\s*$/mu;

/** What Sysmon says about its event in UTC, within the message; undefined when it says nothing. */
export function utcTimeWithin(message: string): string | undefined {
  return utcTimePattern.exec(message.slice(0, 2_000))?.[1];
}
