import { civilTime, epochTime } from './log-time.ts';
import { isJsonObject, jsonText } from './field-pairs.ts';

/**
 * Times of plaso's JSON: a `date_time` object that dfdatetime wrote, and `timestamp` in µs.
 *
 * The rules are dfdatetime's (classes, epochs) and plaso's (`output/formatting_helper.py`): `date_time`
 * counts; `timestamp`, which plaso has brought to UTC, counts for local times and where there is no object;
 * zero means that there is no time.
 */
export type PlasoTime = { readonly time: number | undefined; readonly text: string };

/** Ticks a second, and seconds from the epoch to 1970, of the classes that count from an epoch. */
const counters: ReadonlyMap<string, readonly [ticksPerSecond: number, toPosix: number]> = new Map([
  ['PosixTime', [1, 0]],
  ['PosixTimeInMilliseconds', [1e3, 0]],
  ['PosixTimeInMicroseconds', [1e6, 0]],
  ['PosixTimeInNanoseconds', [1e9, 0]],
  ['JavaTime', [1e3, 0]],
  ['APFSTime', [1e9, 0]],
  ['FATTimestamp', [100, -315_532_800]],
  ['CocoaTime', [1, -978_307_200]],
  ['Filetime', [1e7, 11_644_473_600]],
  ['WebKitTime', [1e6, 11_644_473_600]],
  ['UUIDTime', [1e7, 12_219_292_800]],
  ['HFSTime', [1, 2_082_844_800]],
  ['DotNetDateTime', [1e7, 62_135_596_800]],
]);

/** Days from 1899-12-30 to 1970. */
const oleDays = 25_569;
const minute = 60_000_000;

/** Counts of ticks: exact as bigint, since nanoseconds of today do not fit into a number. */
function fromTicks(className: string, ticks: number | bigint): number | undefined {
  const counter = counters.get(className);
  if (counter === undefined) return undefined;
  const [perSecond, toPosix] = counter;
  if (typeof ticks === 'number') {
    const seconds = Math.floor(ticks);
    return (
      (seconds - toPosix * perSecond) * (1e6 / perSecond) +
      Math.floor(((ticks - seconds) * 1e6) / perSecond)
    );
  }
  const scale = BigInt(perSecond);
  const seconds = ticks / scale - (ticks % scale < 0n ? 1n : 0n);
  const rest = Number(ticks - seconds * scale);
  return (Number(seconds) - toPosix) * 1e6 + Math.floor(rest / (perSecond / 1e6));
}

/** The number of ticks as the file has it; half a step is given back to what JSON has rounded. */
function ticksOf(value: unknown): number | bigint | undefined {
  if (typeof value === 'string') return /^-?\d{1,25}$/.test(value) ? BigInt(value) : undefined;
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  if (!Number.isInteger(value)) return value;
  return BigInt(value) + (Math.abs(value) > 2 ** 59 ? 128n : 0n);
}

function numbersOf(value: unknown): readonly number[] {
  return Array.isArray(value) && value.length <= 16
    ? value.map((item) => (typeof item === 'number' ? item : Number.NaN))
    : [];
}

function fromElements(elements: readonly number[], fraction: string): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minutes = 0, second = 0] = elements;
  return civilTime({ year, month, day, hour, minute: minutes, second, fraction }, 0);
}

const fractionDigits: ReadonlyMap<string, number> = new Map([
  ['TimeElements', 0],
  ['TimeElementsInMilliseconds', 3],
  ['TimeElementsInMicroseconds', 6],
  ['TimeElementsInNanoseconds', 9],
]);

function fromTuple(
  className: string,
  value: Readonly<Record<string, unknown>>,
): number | undefined {
  const elements = numbersOf(value['time_elements_tuple']);
  const digits = fractionDigits.get(className);
  if (digits !== undefined) {
    const part = elements[6] ?? 0;
    return fromElements(elements, digits === 0 ? '' : String(part).padStart(digits, '0'));
  }
  if (className === 'TimeElementsWithFractionOfSecond') {
    const part = jsonText(value['fraction_of_second']);
    return fromElements(elements, /^0?\.(\d+)$/.exec(part)?.[1] ?? '');
  }
  if (className === 'Systemtime') {
    const [year, month, , day, hour, minutes, second, ms = 0] = numbersOf(
      value['system_time_tuple'],
    );
    return fromElements(
      [year, month, day, hour, minutes, second].map((item) => item ?? Number.NaN),
      String(ms).padStart(3, '0'),
    );
  }
  if (className === 'RFC2579DateTime' && Array.isArray(value['rfc2579_date_time_tuple'])) {
    const tuple: readonly unknown[] = value['rfc2579_date_time_tuple'];
    const [, , , , , , tenths = 0, , hours = 0, minutes = 0] = numbersOf(tuple);
    const local = fromElements(numbersOf(tuple), String(tenths));
    const east = (hours * 60 + minutes) * (tuple[7] === '-' ? -1 : 1);
    return local === undefined ? undefined : local - east * minute;
  }
  return undefined;
}

/** MS-DOS date in the lower sixteen bits, time in the upper. */
function fromFat(value: number): number | undefined {
  const time = Math.floor(value / 0x1_0000);
  return fromElements(
    [
      1980 + ((value >> 9) & 0x7f),
      (value >> 5) & 0x0f,
      value & 0x1f,
      (time >> 11) & 0x1f,
      (time >> 5) & 0x3f,
      (time & 0x1f) * 2,
    ],
    '',
  );
}

/** The instant of a dfdatetime object as it stands, in µs; undefined for what names none. */
function fromDateTime(value: Readonly<Record<string, unknown>>): number | undefined {
  const className = value['__class_name__'];
  if (typeof className !== 'string' || value['is_delta'] === true) return undefined;
  const ticks = ticksOf(value['timestamp']);
  let time = fromTuple(className, value);
  if (className === 'FATDateTime' && typeof value['fat_date_time'] === 'number') {
    time = fromFat(value['fat_date_time']);
  } else if (className === 'OLEAutomationDate' || className === 'DelphiDateTime') {
    time = Math.floor((Number(ticks ?? Number.NaN) - oleDays) * 86_400e6);
  } else if (ticks !== undefined) time ??= fromTicks(className, ticks);
  const east = value['time_zone_offset'];
  if (time !== undefined && typeof east === 'number' && className !== 'RFC2579DateTime') {
    time -= east * minute;
  }
  // The range of `epochTime`: what lies outside is no time of a log.
  return time !== undefined && epochTime(String(time), 'us') === time ? time : undefined;
}

/** Numbers over 2^53 lost their last digits in JSON; the event's own µs, which are rounded, mend them. */
function mend(built: number, stamp: number | undefined): number {
  if (stamp === undefined || Math.abs(built - stamp) > 2) return built;
  return built >= stamp ? stamp : stamp - 1;
}

const semanticClasses: ReadonlySet<unknown> = new Set([
  'SemanticTime',
  'InvalidTime',
  'Never',
  'NotSet',
]);

function textOf(dateTime: unknown, stamp: number | undefined): string {
  if (!isJsonObject(dateTime)) return stamp === undefined ? '' : String(stamp);
  for (const name of [
    'string',
    'time_elements_tuple',
    'system_time_tuple',
    'rfc2579_date_time_tuple',
  ]) {
    const value = dateTime[name];
    if (typeof value === 'string') return value;
    if (Array.isArray(value) && value.length <= 16) {
      return `[${value.map(jsonText).join(', ')}]`.slice(0, 200);
    }
  }
  if (stamp !== undefined) return String(stamp);
  const own = dateTime['timestamp'] ?? dateTime['fat_date_time'];
  return typeof own === 'number' || typeof own === 'string' ? String(own).slice(0, 200) : '';
}

/** The time of an event out of its `date_time` and `timestamp`. */
export function plasoTime(dateTime: unknown, timestamp: unknown): PlasoTime {
  const stamp =
    typeof timestamp === 'number' && Number.isSafeInteger(timestamp) ? timestamp : undefined;
  const usable = stamp === undefined || stamp === 0 ? undefined : epochTime(String(stamp), 'us');
  const text = textOf(dateTime, stamp);
  if (!isJsonObject(dateTime)) return { time: usable, text };
  if (semanticClasses.has(dateTime['__class_name__'])) return { time: undefined, text };
  if (dateTime['is_local_time'] === true) return { time: usable, text };
  const built = fromDateTime(dateTime);
  if (built === undefined) return { time: usable, text };
  if (built === 0) return { time: undefined, text };
  const exact =
    typeof dateTime['timestamp'] === 'number' && !Number.isSafeInteger(dateTime['timestamp']);
  return { time: exact ? mend(built, stamp) : built, text };
}
