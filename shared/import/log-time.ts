import { endOfGap, msPer, offsetAt, toInstants, toLocalMs } from '../domain/time/zone.ts';

/**
 * The clock of a zone, made for millions of times in about the same order.
 *
 * From a local time in ms (as `toLocalMs` gives it) to ms since 1970 in UTC. In the fold when clocks go back
 * it gives the earlier instant, in the gap when they go forward the end of the gap; both are counted, so that
 * an import can say how often.
 */
export type ZoneClock = {
  readonly zone: string;
  toUtc(localMs: number): number;
  /** How many local times so far had two instants, or none. */
  readonly doubtful: number;
};

/** A clock for `UTC`, `+09:00` or an IANA zone; throws for a name that `isZone` refuses. */
export function makeZoneClock(zone: string): ZoneClock {
  let doubtful = 0;
  // Zones change on the quarter of an hour; a block that begins and ends at one offset, far from any change, has that offset.
  let blockStart = Number.NaN;
  let blockOffset: number | undefined;
  const slow = (localMs: number): number => {
    const instants = toInstants(zone, localMs);
    if (instants.length !== 1) doubtful += 1;
    return instants[0] ?? endOfGap(zone, localMs);
  };
  return {
    zone,
    get doubtful() {
      return doubtful;
    },
    toUtc(localMs) {
      const start = Math.floor(localMs / msPer.day) * msPer.day;
      if (start !== blockStart) {
        blockStart = start;
        const before = offsetAt(zone, start - msPer.day);
        const same = [-0.5, 0, 0.5, 1, 1.5, 2].every(
          (days) => offsetAt(zone, start + days * msPer.day) === before,
        );
        blockOffset = same ? before : undefined;
      }
      return blockOffset === undefined ? slow(localMs) : localMs - blockOffset;
    },
  };
}

/** Microseconds since 1970 of ms and a fraction in µs. */
function toMicroseconds(ms: number, micro: number): number {
  return ms * 1_000 + micro;
}

/** Digits after the point as microseconds; what is finer is cut off, as every tool does. */
function fractionToMicroseconds(digits: string): number {
  return digits === '' ? 0 : Number(digits.slice(0, 6).padEnd(6, '0'));
}

/**
 * A civil time as microseconds since 1970, or undefined when there is no such time.
 *
 * `offset` is in ms east of UTC; a clock is asked when there is none; undefined when neither is known.
 * A leap second counts as the last second of its minute.
 */
export function civilTime(
  fields: {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
    /** Digits after the point. */
    readonly fraction?: string | undefined;
  },
  offset: number | ZoneClock | undefined,
): number | undefined {
  if (offset === undefined) return undefined;
  const second = fields.second === 60 ? 59 : fields.second;
  const local = toLocalMs(
    fields.year,
    fields.month,
    fields.day,
    fields.hour,
    fields.minute,
    second,
  );
  if (local === undefined) return undefined;
  const ms = typeof offset === 'number' ? local - offset : offset.toUtc(local);
  return toMicroseconds(ms, fractionToMicroseconds(fields.fraction ?? ''));
}

const isoPattern =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;

/** True for an ISO-like time (`isoTime` reads it) that carries its zone. */
export function isoTimeHasZone(text: string): boolean {
  const match = isoPattern.exec(text.trim());
  return match?.[8] !== undefined;
}

/** True for a text that `isoTime` reads when it is given a clock. */
export function looksLikeIsoTime(text: string): boolean {
  const match = isoPattern.exec(text.trim());
  return match !== null && match[4] !== undefined;
}

/**
 * Reads `2019-11-07T15:18:40.123+09:00` and its many relatives (blank for T, slashes, comma, no seconds, offset
 * without colon, up to nine digits) as microseconds since 1970; the clock is for times without a zone.
 */
export function isoTime(text: string, clock: ZoneClock | undefined): number | undefined {
  const match = isoPattern.exec(text.trim());
  if (match === null) return undefined;
  const zone = match[8];
  return civilTime(
    {
      year: Number(match[1]),
      month: Number(match[2]),
      day: Number(match[3]),
      hour: Number(match[4] ?? 0),
      minute: Number(match[5] ?? 0),
      second: Number(match[6] ?? 0),
      fraction: match[7],
    },
    zone === undefined ? clock : offsetMs(zone),
  );
}

const offsetPattern = /^([+-])(\d{2}):?(\d{2})?$/;

/** `+0900`, `+09:00`, `-03`, `Z`, `UTC` as ms east of UTC; undefined for anything else. */
export function offsetMs(text: string): number | undefined {
  if (/^(?:z|utc|gmt)$/i.test(text)) return 0;
  const match = offsetPattern.exec(text);
  if (match === null) return undefined;
  const [, sign, hours, minutes = '00'] = match;
  const size = Number(hours) * msPer.hour + Number(minutes) * msPer.minute;
  if (Number(minutes) > 59 || size > 18 * msPer.hour) return undefined;
  return sign === '-' ? -size : size;
}

const months = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
] as const;

/** 1 to 12 for an English month name or its first three letters; undefined for anything else. */
export function monthNumber(name: string): number | undefined {
  const at = months.findIndex((month) => name.toLowerCase().startsWith(month));
  return at === -1 ? undefined : at + 1;
}

const unitsPerSecond = { s: 1, ms: 1_000, us: 1_000_000, ns: 1_000_000_000 } as const;
const digitsPattern = /^(-?)(\d{1,20})(?:\.(\d+))?$/;
/** 100 ns steps from 1601 (FILETIME) to 1970. */
const fileTimeEpochSeconds = 11_644_473_600;

/**
 * A number that counts from 1970 (`filetime`: 100 ns from 1601) as microseconds since 1970.
 *
 * Takes the digits as text, since 19 of them do not fit into a number.
 */
export function epochTime(
  digits: string,
  unit: keyof typeof unitsPerSecond | 'filetime',
): number | undefined {
  const match = digitsPattern.exec(digits.trim());
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const scale = unit === 'filetime' ? 7 : Math.log10(unitsPerSecond[unit]);
  const padded = whole.padStart(Math.round(scale) + 1, '0');
  const cut = padded.length - Math.round(scale);
  const seconds = Number(padded.slice(0, cut));
  const micro = fractionToMicroseconds(padded.slice(cut) + fraction);
  const size = seconds * 1_000_000 + micro;
  const time =
    (sign === '-' ? -size : size) - (unit === 'filetime' ? fileTimeEpochSeconds * 1e6 : 0);
  // 1601 to 9999: what lies outside is no time of a log.
  return time < -11_644_473_600e6 || time > 253_402_300_799e6 ? undefined : time;
}

/** RFC 3339 in UTC with six digits: `2013-10-23T16:16:13.843000Z`. */
export function formatMicroseconds(time: number): string {
  const ms = Math.floor(time / 1_000);
  const micro = time - ms * 1_000;
  return `${new Date(ms).toISOString().slice(0, -1)}${String(micro).padStart(3, '0')}Z`;
}
