import { civilTime, monthNumber, type ZoneClock } from './log-time.ts';
import { namedZone } from './zone-abbreviation.ts';

/** Which of the two numbers in `03/04/2024` is the day. */
export type DayOrder = 'day-first' | 'month-first';

/** A civil time as people and spreadsheets write it, before its open questions are answered. */
export type CivilText = {
  readonly year: number;
  /** Month and day, or undefined when the text leaves open which is which. */
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** The two numbers of `03/04/2024` in their order; undefined for every other form. */
  readonly numbers: readonly [number, number] | undefined;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly fraction: string;
  /** False for a bare date. */
  readonly hasClock: boolean;
  /** Zone as written; empty when there is none. */
  readonly zone: string;
  readonly meridiem: 'am' | 'pm' | undefined;
};

type DateParts = Pick<CivilText, 'year' | 'month' | 'day' | 'numbers'> & { readonly rest: string };

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/;
const japanese = /^(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})日/;
const dayMonthName =
  /^(?:[A-Za-z]{3,9},? {1,2})?(\d{1,2})[-/ ]([A-Za-z]{3,9})\.?,?[-/ ](\d{4})(?!\d)/;
const monthNameDay = /^(?:[A-Za-z]{3,9},? {1,2})?([A-Za-z]{3,9})\.? {1,2}(\d{1,2}),? (\d{4})(?!\d)/;
const unixDate =
  /^[A-Za-z]{3} ([A-Za-z]{3}) {1,2}(\d{1,2}) (\d{2}:\d{2}:\d{2})(?: ([A-Z]{1,5}))? (\d{4})$/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2}))?(?![\d])/;
const clock =
  /^(?:[T:,@]|\s){0,3}(?:(午前|午後|上午|下午|오전|오후)\s?)?(\d{1,2})[:時](\d{1,2})(?:[:分](?:(\d{1,2})秒?(?:[.,](\d{1,9}))?)?)?(?:\s?([AaPp])\.?\s?[Mm]\.?)?/;
const zoneText = /^\s?\(?([A-Za-z][A-Za-z0-9_+:/-]{0,40}|[+-]\d{1,2}(?::?\d{2})?)\)?$/;
const mornings: ReadonlySet<string> = new Set(['a', '午前', '上午', '오전']);
/** `令和6年`, `R6.`: the year before the first of each era. */
const era = /^(令和|平成|昭和|[RHS](?=\d{1,2}[./-]))(元|\d{1,2})(年|[./-])/;
const beforeEra: Readonly<Record<string, number>> = {
  令: 2018,
  R: 2018,
  平: 1988,
  H: 1988,
  昭: 1925,
  S: 1925,
};
/** Longer than any time in any of these forms. */
const longestTime = 80;

function dateParts(text: string): DateParts | undefined {
  const numeric = yearFirst.exec(text) ?? japanese.exec(text);
  if (numeric !== null) {
    const [all, year, month, day] = numeric;
    return named(Number(year), Number(month), Number(day), text.slice(all.length));
  }
  const last = yearLast.exec(text);
  if (last !== null) {
    const [all, first, second, year] = last;
    return {
      year: Number(year),
      month: undefined,
      day: undefined,
      numbers: [Number(first), Number(second)],
      rest: text.slice(all.length),
    };
  }
  const unix = unixDate.exec(text);
  if (unix !== null) {
    const [, month = '', day, time, zone = '', year] = unix;
    return named(Number(year), monthNumber(month), Number(day), ` ${time} ${zone}`.trimEnd());
  }
  const british = dayMonthName.exec(text);
  if (british !== null) {
    const [all, day, month = '', year] = british;
    return named(Number(year), monthNumber(month), Number(day), text.slice(all.length));
  }
  const american = monthNameDay.exec(text);
  if (american !== null) {
    const [all, month = '', day, year] = american;
    return named(Number(year), monthNumber(month), Number(day), text.slice(all.length));
  }
  const digits = compact.exec(text);
  if (digits === null) return undefined;
  const [all, year, month, day, hour, minute, second] = digits;
  const time = hour === undefined ? '' : `T${hour}:${minute}:${second}`;
  return named(Number(year), Number(month), Number(day), time + text.slice(all.length));
}

function withWesternYear(text: string): string {
  return text.replace(era, (_all, name: string, year: string, mark: string) => {
    const before = beforeEra[name.charAt(0)] ?? 0;
    return `${before + (year === '元' ? 1 : Number(year))}${mark}`;
  });
}

function named(
  year: number,
  month: number | undefined,
  day: number,
  rest: string,
): DateParts | undefined {
  return month === undefined ? undefined : { year, month, day, numbers: undefined, rest };
}

/**
 * Takes apart a date with or without a time of day: ISO and its relatives, `02-22-2022 10:00:00 PM -06:00`,
 * `Tue, 22 Feb 2022 22:00:00 +0900`, `Fri May 25 2012 15:55:50`, `2024年3月4日 午後1時05分`, `令和6年3月4日`,
 * `20240304T050607Z`.
 */
export function parseCivilText(written: string): CivilText | undefined {
  if (written.length > longestTime) return undefined;
  const parts = dateParts(withWesternYear(written.trim()));
  if (parts === undefined) return undefined;
  const { rest, ...date } = parts;
  const time = clock.exec(rest);
  const zone = rest.slice(time?.[0].length ?? 0);
  const zoneName = zone.trim() === '' ? '' : zoneText.exec(zone)?.[1];
  if (zoneName === undefined || (time === null && zoneName !== '')) return undefined;
  const half = time?.[1] ?? time?.[6]?.toLowerCase();
  return {
    ...date,
    hour: Number(time?.[2] ?? 0),
    minute: Number(time?.[3] ?? 0),
    second: Number(time?.[4] ?? 0),
    fraction: time?.[5] ?? '',
    hasClock: time !== null,
    zone: zoneName,
    meridiem: half === undefined ? undefined : mornings.has(half) ? 'am' : 'pm',
  };
}

/** The order that the text itself proves (`22/02/2022`); undefined for `03/04/2022` and other forms. */
export function provenOrder(text: CivilText): DayOrder | undefined {
  if (text.numbers === undefined) return undefined;
  const [first, second] = text.numbers;
  if (first > 12 && second <= 12) return 'day-first';
  return second > 12 && first <= 12 ? 'month-first' : undefined;
}

/** What a column of civil times leaves open, seen over some of its values. */
export type OpenQuestions = {
  readonly needsZone: boolean;
  readonly needsOrder: boolean;
  readonly order: DayOrder | undefined;
};

/** Looks through values of one column for what they prove and what they leave open. */
export function openQuestions(values: readonly string[]): OpenQuestions {
  let needsZone = false;
  let hasNumbers = false;
  const orders = new Set<DayOrder>();
  for (const value of values) {
    const text = parseCivilText(value);
    if (text === undefined) continue;
    if (text.zone === '') needsZone = true;
    if (text.numbers !== undefined) hasNumbers = true;
    const order = provenOrder(text);
    if (order !== undefined) orders.add(order);
  }
  // Both orders in one column prove neither.
  const [order] = orders.size === 1 ? [...orders] : [];
  return { needsZone, needsOrder: hasNumbers && order === undefined, order };
}

/**
 * Microseconds since 1970 of a civil text; undefined without its zone (nor a clock) or its order.
 *
 * The zone in the text counts before the clock; one that names no zone, or several, makes the time unusable.
 */
export function civilTextTime(
  text: CivilText,
  order: DayOrder | undefined,
  zoneClock: ZoneClock | undefined,
): number | undefined {
  const offset = text.zone === '' ? zoneClock : namedZone(text.zone);
  let { month, day, hour } = text;
  if (text.numbers !== undefined) {
    if (order === undefined) return undefined;
    [month, day] = order === 'month-first' ? text.numbers : [text.numbers[1], text.numbers[0]];
  }
  if (month === undefined || day === undefined) return undefined;
  if (text.meridiem !== undefined) {
    if (hour > 12) return undefined;
    hour = (hour % 12) + (text.meridiem === 'pm' ? 12 : 0);
  }
  const { year, minute, second, fraction } = text;
  return civilTime({ year, month, day, hour, minute, second, fraction }, offset);
}
