import { civilTime, isoTime, monthNumber, offsetMs, type ZoneClock } from './log-time.ts';

/**
 * Times as the regional settings of a machine write them: `11/7/2019 4:03:24 PM`, `07.11.2019 16:03:24`,
 * `2019/11/07 午後 4:03:24`, `May 13, 2022 8:54:05 AM`.
 */

/** Which of the first two numbers is the day; undefined while nobody has said. */
export type DateOrder = 'day-first' | 'month-first' | undefined;

const halfDays = '[AP]\\.?\\s?M\\.?|午前|午後|上午|下午|오전|오후';
const timeOfDay = `(?:(${halfDays})\\s?)?(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d{1,9}))?)?(?:\\s?(${halfDays}))?(?:\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?`;
const numbersPattern = new RegExp(
  `^(\\d{1,4})([/.-])\\s?(\\d{1,2})[/.-]\\s?(\\d{1,4})\\.?,?[\\sT]\\s?${timeOfDay}$`,
  'iu',
);
const namesPattern = new RegExp(
  `^(?:[a-z]{3,9},?\\s)?(?:([a-z]{3,9})\\.?\\s(\\d{1,2})|(\\d{1,2})\\s([a-z]{3,9})\\.?),?\\s(\\d{4}),?\\s(?:at\\s)?${timeOfDay}$`,
  'iu',
);
/** Longer than any time: keeps patterns off huge fields. */
const longestTime = 64;

type WrittenTime = {
  /** Year, month and day, or the three numbers in the order of the text when that is open. */
  readonly numbers: readonly [number, number, number];
  readonly order: 'year-first' | 'day-first' | 'month-first' | 'open';
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly fraction: string;
  readonly zone: string | undefined;
};

function isAfternoon(half: string): boolean {
  return /^p|午後|下午|오후/iu.test(half);
}

function hourOf(digits: string, half: string | undefined): number {
  const hour = Number(digits);
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (isAfternoon(half) ? 12 : 0);
}

function readTimeOfDay(
  match: RegExpExecArray,
  at: number,
): Pick<WrittenTime, 'hour' | 'minute' | 'second' | 'fraction' | 'zone'> {
  return {
    hour: hourOf(match[at + 1] ?? '', match[at] ?? match[at + 5]),
    minute: Number(match[at + 2]),
    second: Number(match[at + 3] ?? 0),
    fraction: match[at + 4] ?? '',
    zone: match[at + 6],
  };
}

function readWritten(text: string): WrittenTime | undefined {
  if (text.length > longestTime) return undefined;
  // Some versions of Windows put marks of direction around the parts of a date.
  const plain = text.replaceAll(/[\u200E\u200F]/gu, '').trim();
  const match = numbersPattern.exec(plain);
  if (match !== null) {
    const numbers = [Number(match[1]), Number(match[3]), Number(match[4])] as const;
    const rest = readTimeOfDay(match, 5);
    if ((match[1] ?? '').length === 4) return { numbers, order: 'year-first', ...rest };
    if ((match[4] ?? '').length !== 4) return undefined;
    // Every locale that writes points between the numbers begins with the day.
    return { numbers, order: match[2] === '.' ? 'day-first' : 'open', ...rest };
  }
  const named = namesPattern.exec(plain);
  if (named === null) return undefined;
  const month = monthNumber(named[1] ?? named[4] ?? '');
  if (month === undefined) return undefined;
  const numbers = [Number(named[5]), month, Number(named[2] ?? named[3])] as const;
  return { numbers, order: 'year-first', ...readTimeOfDay(named, 6) };
}

/** Reads such a time as microseconds since 1970; undefined too while its zone or order is not known. */
function localeTime(
  text: string,
  order: DateOrder,
  clock: ZoneClock | undefined,
): number | undefined {
  const written = readWritten(text);
  if (written === undefined) return undefined;
  const [first, second, third] = written.numbers;
  const taken = written.order === 'open' ? order : written.order;
  if (taken === undefined) return undefined;
  const [year, month, day] =
    taken === 'year-first'
      ? [first, second, third]
      : taken === 'day-first'
        ? [third, second, first]
        : [third, first, second];
  return civilTime(
    { ...written, year, month, day },
    written.zone === undefined ? clock : offsetMs(written.zone),
  );
}

/** Reads a time in ISO order or as a locale writes it, as microseconds since 1970. */
export function writtenTime(
  text: string,
  order: DateOrder,
  clock: ZoneClock | undefined,
): number | undefined {
  return isoTime(text, clock) ?? localeTime(text, order, clock);
}

/** What times leave out: whether one has no zone, and which of day and month comes first where that is open. */
export type WrittenTimes = {
  /** How many of the texts are times. */
  readonly times: number;
  readonly withoutZone: boolean;
  /** How many different zones the times carry. */
  readonly zones: number;
  /** What the numbers themselves prove (13 is no month); `open` when they prove nothing. */
  readonly order: 'settled' | 'day-first' | 'month-first' | 'open';
};

const isoWithZone =
  /^\d{4}[-/]\d{1,2}[-/]\d{1,2}[T ]\s*\d{1,2}:\d{2}.{0,13}?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/iu;
const isoStart = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}[T ]\s*\d{1,2}:\d{2}/u;

/** Looks at the times of a column. */
export function judgeTimes(texts: Iterable<string>): WrittenTimes {
  let times = 0;
  let withoutZone = false;
  const zones = new Set<number | undefined>();
  let open = false;
  let dayFirst = false;
  let monthFirst = false;
  for (const text of texts) {
    const trimmed = text.length > longestTime ? '' : text.trim();
    if (isoStart.test(trimmed)) {
      times += 1;
      const zone = isoWithZone.exec(trimmed)?.[1];
      if (zone === undefined) withoutZone = true;
      else zones.add(offsetMs(zone));
      continue;
    }
    const written = readWritten(trimmed);
    if (written === undefined) continue;
    times += 1;
    if (written.zone === undefined) withoutZone = true;
    else zones.add(offsetMs(written.zone));
    if (written.order !== 'open') continue;
    open = true;
    if (written.numbers[0] > 12) dayFirst = true;
    if (written.numbers[1] > 12) monthFirst = true;
  }
  const proven = dayFirst === monthFirst ? 'open' : dayFirst ? 'day-first' : 'month-first';
  return { times, withoutZone, zones: zones.size, order: open ? proven : 'settled' };
}
