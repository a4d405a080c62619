import type { DatePart } from './time-phrase.ts';
import { matchAt } from './time-text.ts';

const isoDay = /(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?![\d/]|-\d)/y;
const basicDay = /(\d{4})(\d{2})(\d{2})(?=T\d{4})/y;
const isoMonth = /(\d{4})[-/](\d{1,2})(?![\d/]|-\d)/y;
const kanjiDay =
  /(?:(?:(令和|平成|昭和) ?(元|\d{1,2})|(\d{4}))年 ?)?(\d{1,2})月 ?(\d{1,2})日(?![間目])(?: ?\([日月火水木金土]\))?/y;
const kanjiMonth = /(?:(令和|平成|昭和) ?(元|\d{1,2})|(\d{4}))年 ?(\d{1,2})月(?![\d間])/y;
const slashDay = /(\d{1,2})\/(\d{1,2})(?![\d/])/y;
const englishWord = /(today|yesterday)(?![\p{L}\p{N}_'’-])/iuy;
const japaneseWord = /(本日|今日|きょう|一昨日|おととい|昨日|きのう)/y;
const monthNames =
  '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?';
const dayMonthYear = new RegExp(`(\\d{1,2})[ -]${monthNames}\\.?[ -](\\d{4})(?!\\d)`, 'iy');
const monthDayYear = new RegExp(`${monthNames}\\.? (\\d{1,2}),? (\\d{4})(?![\\d:])`, 'iy');

const shortMonthDay = /(\d{1,2})-(\d{1,2})(?![\d/:-])/y;
const shortDay = /(\d{1,2})(?:日(?![間目])|(?![\d:/.年月日時\p{L}-]))/uy;

/** The year before the first of each era: 令和元年 is 2019. */
const eraStart: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
const wordDays: Readonly<Record<string, number>> = {
  today: 0,
  本日: 0,
  今日: 0,
  きょう: 0,
  yesterday: -1,
  昨日: -1,
  きのう: -1,
  一昨日: -2,
  おととい: -2,
};
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function toYear(
  era: string | undefined,
  eraYear: string | undefined,
  year: string | undefined,
): number | undefined {
  if (year !== undefined) return Number(year);
  if (era === undefined || eraYear === undefined) return undefined;
  return (eraStart[era] ?? 0) + (eraYear === '元' ? 1 : Number(eraYear));
}

function toMonth(name: string | undefined): number {
  return months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function dayPart(
  match: RegExpExecArray,
  year: number | undefined,
  month: number,
  day: number,
): DatePart {
  const span = { start: match.index, end: match.index + match[0].length };
  return { kind: 'day', ...(year === undefined ? {} : { year }), month, day, ...span };
}

/** Reads a date at a position of folded text. */
export function scanDate(text: string, position: number): DatePart | undefined {
  const numeric = matchAt(isoDay, text, position);
  if (numeric) return dayPart(numeric, Number(numeric[1]), Number(numeric[3]), Number(numeric[4]));
  const basic = matchAt(basicDay, text, position);
  if (basic) return dayPart(basic, Number(basic[1]), Number(basic[2]), Number(basic[3]));
  return (
    scanMonth(text, position) ?? scanDayWithoutYear(text, position) ?? scanDateWord(text, position)
  );
}

function scanMonth(text: string, position: number): DatePart | undefined {
  const iso = matchAt(isoMonth, text, position);
  const kanji = iso ? undefined : matchKanjiMonth(text, position);
  const match = iso ?? kanji;
  if (!match) return undefined;
  const year = iso ? Number(iso[1]) : toYear(match[1], match[2], match[3]);
  return {
    kind: 'month',
    year: year ?? 0,
    month: Number(iso ? iso[2] : match[4]),
    start: position,
    end: position + match[0].length,
  };
}

function matchKanjiMonth(text: string, position: number): RegExpExecArray | undefined {
  // 2021年10月31日 begins like a month.
  return matchAt(kanjiDay, text, position) ? undefined : matchAt(kanjiMonth, text, position);
}

function scanDayWithoutYear(text: string, position: number): DatePart | undefined {
  const kanji = matchAt(kanjiDay, text, position);
  if (kanji) {
    const year = toYear(kanji[1], kanji[2], kanji[3]);
    return dayPart(kanji, year, Number(kanji[4]), Number(kanji[5]));
  }
  const slash = matchAt(slashDay, text, position);
  if (slash) return dayPart(slash, undefined, Number(slash[1]), Number(slash[2]));
  const dayFirst = matchAt(dayMonthYear, text, position);
  if (dayFirst) {
    return dayPart(dayFirst, Number(dayFirst[3]), toMonth(dayFirst[2]), Number(dayFirst[1]));
  }
  const monthFirst = matchAt(monthDayYear, text, position);
  if (!monthFirst) return undefined;
  return dayPart(monthFirst, Number(monthFirst[3]), toMonth(monthFirst[1]), Number(monthFirst[2]));
}

function scanDateWord(text: string, position: number): DatePart | undefined {
  const match = matchAt(englishWord, text, position) ?? matchAt(japaneseWord, text, position);
  const days = wordDays[(match?.[1] ?? '').toLowerCase()];
  if (!match || days === undefined) return undefined;
  return { kind: 'relative-day', days, start: position, end: position + match[0].length };
}

/** Reads the shorter date that may end an interval: `07-30`, `21`, `2日`. */
export function scanShortDate(text: string, position: number): DatePart | undefined {
  const monthDay = matchAt(shortMonthDay, text, position);
  if (monthDay) return dayPart(monthDay, undefined, Number(monthDay[1]), Number(monthDay[2]));
  const day = matchAt(shortDay, text, position);
  if (!day) return undefined;
  return { kind: 'day', day: Number(day[1]), start: position, end: position + day[0].length };
}
