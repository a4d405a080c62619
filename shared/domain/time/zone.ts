/** Milliseconds in the units of civil time that never change their length. */
export const msPer = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** A civil date and time without a zone; `month` is 1–12. */
export type LocalFields = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** 0 is Sunday. */
  readonly weekday: number;
};

const fixedOffset = /^([+-])(\d{2}):(\d{2})$/;
/** No place on Earth is further from UTC (Baker Island, Line Islands). */
const lowestOffsetMs = -12 * msPer.hour;
const highestOffsetMs = 14 * msPer.hour;

type OffsetReader = (ms: number) => number;

/** Instants remembered for each zone: `Intl` takes microseconds, and lines of one day ask for the same ones. */
const mostRemembered = 1_000;

const readers = new Map<string, OffsetReader>();
/** Refused names are remembered too, but an attacker's list of them must not fill the memory. */
const refused = new Set<string>();
const mostRefused = 1_000;

function fixedOffsetMs(zone: string): number | undefined {
  const match = fixedOffset.exec(zone);
  if (!match) return undefined;
  const [, sign, hours, minutes] = match;
  if (Number(minutes) > 59) return undefined;
  const size = Number(hours) * msPer.hour + Number(minutes) * msPer.minute;
  const offset = sign === '-' ? -size : size;
  return offset < lowestOffsetMs || offset > highestOffsetMs ? undefined : offset;
}

/**
 * Reads the offset out of `1/1/1970, GMT-00:44:30`.
 *
 * Not `tzOffset` of @date-fns/tz 1.5: it turns the offsets between -00:59 and -00:01 positive
 * (Monrovia until 1972), and an hour and a half of error is a false order of events.
 */
function intlReader(zone: string): OffsetReader {
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  });
  const known = new Map<string, number>();
  const byInstant = new Map<number, number>();
  return (ms) => {
    const remembered = byInstant.get(ms);
    if (remembered !== undefined) return remembered;
    const offset = readOffset(formatter.format(ms), known);
    if (byInstant.size >= mostRemembered) byInstant.clear();
    byInstant.set(ms, offset);
    return offset;
  };
}

function readOffset(formatted: string, known: Map<string, number>): number {
  const name = formatted.slice(formatted.lastIndexOf('GMT') + 3);
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const [hours = '0', minutes = '0', seconds = '0'] = name.slice(1).split(':');
  const size =
    Number(hours) * msPer.hour + Number(minutes) * msPer.minute + Number(seconds) * msPer.second;
  const offset = name.startsWith('-') ? -size : size;
  known.set(name, offset);
  return offset;
}

function findReader(zone: string): OffsetReader | undefined {
  const cached = readers.get(zone);
  if (cached) return cached;
  if (refused.has(zone)) return undefined;
  const reader = makeReader(zone);
  if (reader) readers.set(zone, reader);
  else if (refused.size < mostRefused) refused.add(zone);
  return reader;
}

function makeReader(zone: string): OffsetReader | undefined {
  if (zone === 'UTC') return () => 0;
  const fixed = fixedOffsetMs(zone);
  if (fixed !== undefined) return () => fixed;
  // Older engines refuse `+09:00` where newer ones take `+0900` and `+09` too: only our own form counts.
  if (!/^[A-Za-z]/.test(zone)) return undefined;
  try {
    return intlReader(zone);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** True for `UTC`, an offset such as `+09:00`, and every IANA zone that this engine knows. */
export function isZone(zone: string): boolean {
  return findReader(zone) !== undefined;
}

/** Offset from UTC in ms that holds in a zone at an instant, east positive; throws for an unknown zone. */
export function offsetAt(zone: string, ms: number): number {
  const reader = findReader(zone);
  if (!reader) throw new RangeError(`Unknown time zone: ${zone}`);
  return reader(ms);
}

/** Writes an offset as `+09:00`, with seconds only where a zone of the past has them. */
export function formatOffset(offsetMs: number): string {
  const size = Math.abs(offsetMs);
  const hours = twoDigits(Math.floor(size / msPer.hour));
  const minutes = twoDigits(Math.floor(size / msPer.minute) % 60);
  const seconds = Math.floor(size / msPer.second) % 60;
  const tail = seconds === 0 ? '' : `:${twoDigits(seconds)}`;
  return `${offsetMs < 0 ? '-' : '+'}${hours}:${minutes}${tail}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * Milliseconds of a civil time as if it were UTC, or undefined when there is no such date or time.
 *
 * Years 1000 to 9999, so that a year is always four digits.
 */
export function toLocalMs(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): number | undefined {
  const isReal =
    isWithin(year, 1000, 9999) &&
    isWithin(month, 1, 12) &&
    isWithin(day, 1, daysInMonth(year, month)) &&
    isWithin(hour, 0, 23) &&
    isWithin(minute, 0, 59) &&
    isWithin(second, 0, 59);
  // Imports ask for millions of these: no date is made only to be looked at.
  return isReal ? Date.UTC(year, month - 1, day, hour, minute, second, millisecond) : undefined;
}

function isWithin(value: number, first: number, last: number): boolean {
  return value >= first && value <= last && Number.isInteger(value);
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Splits local milliseconds (as from `toLocalMs`) into fields. */
export function splitLocalMs(localMs: number): LocalFields {
  const date = new Date(localMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    weekday: date.getUTCDay(),
  };
}

/** What calendar and clock show in a zone at an instant, as local milliseconds. */
export function toLocal(zone: string, ms: number): number {
  return ms + offsetAt(zone, ms);
}

/** Calendar and clock in a zone at an instant. */
export function localFields(zone: string, ms: number): LocalFields {
  return splitLocalMs(toLocal(zone, ms));
}

/**
 * Offsets well before and well after a local time.
 *
 * No offset is a day or more from UTC, so they stand on either side of any change that matters; whole days,
 * so that times of one day share them.
 */
function offsetsAround(zone: string, localMs: number): readonly [number, number] {
  const day = Math.floor(localMs / msPer.day) * msPer.day;
  return [offsetAt(zone, day - msPer.day), offsetAt(zone, day + 2 * msPer.day)];
}

/**
 * Every instant at which a zone's clock shows a local time, earliest first.
 *
 * One as a rule, none in the gap when clocks go forward, two in the fold when they go back.
 */
export function toInstants(zone: string, localMs: number): readonly number[] {
  const found = new Set<number>();
  const tried = new Set<number>();
  // What a candidate finds is tried as well, for two changes within a few days.
  const offsets = [...offsetsAround(zone, localMs)];
  for (let offset = offsets.pop(); offset !== undefined; offset = offsets.pop()) {
    if (tried.has(offset)) continue;
    tried.add(offset);
    const actual = offsetAt(zone, localMs - offset);
    if (actual === offset) found.add(localMs - offset);
    else offsets.push(actual);
  }
  return [...found].toSorted((a, b) => a - b);
}

/** First instant after a gap that swallows a local time; only for a local time without an instant. */
export function endOfGap(zone: string, localMs: number): number {
  const offsets = offsetsAround(zone, localMs);
  let before = localMs - Math.max(...offsets);
  let after = localMs - Math.min(...offsets);
  const offsetBefore = offsetAt(zone, before);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(zone, middle) === offsetBefore) before = middle;
    else after = middle;
  }
  return after;
}

/** First instant at or after a local time: the time itself, the earlier of two, or the end of the gap. */
export function firstInstantFrom(zone: string, localMs: number): number {
  return toInstants(zone, localMs)[0] ?? endOfGap(zone, localMs);
}

let allZones: readonly string[] | undefined;

/** Every IANA zone that this engine knows, and `UTC`, sorted. */
export function listZones(): readonly string[] {
  allZones ??= [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].toSorted();
  return allZones;
}

/** Proper names of zones by how they were typed; only real zones get in. */
const properNames = new Map<string, string>();

/** The zone's name as we write it (`UTC`, `+09:00`, `Asia/Tokyo`), or undefined when it is not a zone. */
export function canonicalZone(text: string): string | undefined {
  if (/^(?:utc|gmt|z|etc\/utc|etc\/gmt)$/i.test(text)) return 'UTC';
  if (!isZone(text)) return undefined;
  if (fixedOffset.test(text)) return text === '-00:00' ? '+00:00' : text;
  const known = properNames.get(text);
  if (known !== undefined) return known;
  const resolved = new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone;
  // Engines differ in what they call a place (Calcutta, Kolkata): only the letters' case is theirs to mend.
  const proper = resolved.toLowerCase() === text.toLowerCase() ? resolved : text;
  properNames.set(text, proper);
  return proper;
}
