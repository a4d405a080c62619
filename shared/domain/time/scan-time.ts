import { scanClock, scanIsoClock, scanZone } from './scan-clock.ts';
import { scanDate, scanShortDate } from './scan-date.ts';
import type { ClockPart, DatePart, Moment, TimePhrase } from './time-phrase.ts';
import { matchAt } from './time-text.ts';
import { msPer } from './zone.ts';

const unknownMark = /(?:--:--|\?\?:\?\?|時刻不明)(?![\p{L}\p{N}:])/uy;
const relationMark = /(?:([<>])|(before|after) ) ?(?=[\S])/iuy;
const aboutMark = /(?:~|約|およそ|(?:about|around|circa|ca\.?|approx\.?) )/iuy;
const aboutTail = / ?(?:頃|ごろ|ころ|くらい)/y;
const beforeTail = /(?:より前|以前)/y;
const afterTail = /(?:より後|以降|以後)/y;
const intervalMark = / ?(?:\.{2,3}|~|\u2013|から(?=[\d午今昨本]))(?: ?約)? ?/y;
const intervalTail = /まで/y;
const nowWord = /now(?![\p{L}\p{N}_'’-])/iuy;
const agoStart = /-(?=\d)/y;
const amount =
  /(\d{1,7})(ms|minutes?|mins?|m|hours?|hrs?|hr|h|days?|d|seconds?|secs?|s|ミリ秒|時間|分|秒|日)/iy;
const wordEnd = /(?![\p{L}\p{N}_])/uy;
const agoTail = /(?:前(?!後)| ago(?![\p{L}\p{N}]))/iuy;
const spacedAmount =
  /(\d{1,5}) (minutes?|mins?|hours?|hrs?|hr|days?|seconds?|secs?)(?= ago(?![\p{L}\p{N}]))/iuy;
const widthMark = / ?(?:±|\+\/?-) ?/y;
const bareNumber = /\d{1,9}/y;
const dateClockGap = /(?:,? +|の)/y;

/** The longest that a time is looked for, in UTF-16 units of the text as typed. */
export const longestTimeText = 200;

function unitMs(unit: string): number {
  const name = unit.toLowerCase();
  if (name === 'ms' || name === 'ミリ秒') return 1;
  if (name === '時間' || name.startsWith('h')) return msPer.hour;
  if (name === '日' || name.startsWith('d')) return msPer.day;
  if (name === '分' || name.startsWith('m')) return msPer.minute;
  return msPer.second;
}

type Amount = { readonly ms: number; readonly finestMs: number; readonly end: number };

/** Reads `20m`, `1h30m`, `20分`. */
function scanAmount(text: string, position: number): Amount | undefined {
  let ms = 0;
  let finestMs = Number.POSITIVE_INFINITY;
  let end = position;
  for (
    let match = matchAt(amount, text, end);
    match && end - position < 40;
    match = matchAt(amount, text, end)
  ) {
    const unit = unitMs(match[2] ?? '');
    ms += Number(match[1]) * unit;
    finestMs = Math.min(finestMs, unit);
    end += match[0].length;
  }
  return end === position ? undefined : { ms, finestMs, end };
}

function agoMoment(start: number, end: number, ms: number, finestMs: number): Moment {
  const fine = finestMs >= msPer.minute ? 'minute' : 'second';
  const coarse = finestMs >= msPer.day ? 'day' : fine;
  return { kind: 'ago', ms, precision: finestMs === 1 ? 'millisecond' : coarse, start, end };
}

function scanAgo(text: string, position: number): Moment | undefined {
  const sign = matchAt(agoStart, text, position);
  const spaced = sign ? undefined : matchAt(spacedAmount, text, position);
  if (spaced) {
    const unit = unitMs(spaced[2] ?? '');
    const end = position + spaced[0].length + ' ago'.length;
    return agoMoment(position, end, Number(spaced[1]) * unit, unit);
  }
  const found = scanAmount(text, sign ? position + 1 : position);
  if (!found) return undefined;
  const tail = matchAt(sign ? wordEnd : agoTail, text, found.end);
  return tail && agoMoment(position, found.end + tail[0].length, found.ms, found.finestMs);
}

function scanLocal(text: string, position: number, mayBeShort: boolean): Moment | undefined {
  const date =
    scanDate(text, position) ?? (mayBeShort ? scanShortDateOrNone(text, position) : undefined);
  const clock = date ? scanClockAfter(text, date) : scanClock(text, position);
  const before = clock?.end ?? date?.end;
  if (before === undefined) return undefined;
  const zone = scanZone(text, before, { hasDate: date !== undefined, clock });
  return {
    kind: 'local',
    ...(date ? { date } : {}),
    ...(clock ? { clock } : {}),
    ...(zone ? { zone } : {}),
    start: position,
    end: zone?.end ?? before,
  };
}

function scanShortDateOrNone(text: string, position: number): DatePart | undefined {
  // `10:00..10:30` must not end at the 10th.
  return scanClock(text, position) ? undefined : scanShortDate(text, position);
}

function scanClockAfter(text: string, date: DatePart): ClockPart | undefined {
  if (date.kind === 'month') return undefined;
  const gap = matchAt(dateClockGap, text, date.end);
  return (
    scanIsoClock(text, date.end) ??
    (gap ? scanClock(text, date.end + gap[0].length) : undefined) ??
    // 10月31日2時: nothing in between, and no digit that could be read with the date.
    (/[日)]/.test(text[date.end - 1] ?? '') ? scanClock(text, date.end) : undefined)
  );
}

function scanMoment(text: string, position: number, mayBeShort: boolean): Moment | undefined {
  const now = matchAt(nowWord, text, position);
  if (now) return { kind: 'now', start: position, end: position + now[0].length };
  return scanLocal(text, position, mayBeShort) ?? scanAgo(text, position);
}

/**
 * Takes the longest time off the start of folded text, or nothing when none stands there.
 *
 * Knows words and signs only: whether that day exists, and when it was, is for `resolveTime`.
 */
export function scanTime(text: string, start: number): TimePhrase | undefined {
  const unknown = matchAt(unknownMark, text, start);
  if (unknown) return { kind: 'unknown', start, end: start + unknown[0].length };

  let end = start;
  const take = (expression: RegExp): RegExpExecArray | undefined => {
    const match = matchAt(expression, text, end);
    if (match) end += match[0].length;
    return match;
  };

  const sign = take(relationMark);
  let isApproximate = take(aboutMark) !== undefined;
  const from = scanMoment(text, end, false);
  if (!from) return undefined;
  end = from.end;
  isApproximate = take(aboutTail) !== undefined || isApproximate;

  const mark = matchAt(intervalMark, text, end);
  const until = mark && scanMoment(text, end + mark[0].length, true);
  if (until) {
    end = until.end;
    isApproximate = take(aboutTail) !== undefined || isApproximate;
    take(intervalTail);
  }

  const width = scanWidth(text, end);
  end = width?.end ?? end;
  const isBefore = take(beforeTail) !== undefined || isBeforeSign(sign);
  const isAfter = !isBefore && (take(afterTail) !== undefined || sign !== undefined);
  const after = isAfter ? 'after' : 'at';
  return {
    kind: 'time',
    relation: isBefore ? 'before' : after,
    isApproximate,
    from,
    ...(until ? { until } : {}),
    ...(width ? { width: width.width, widthSpan: { start: width.start, end: width.end } } : {}),
    start,
    end,
  };
}

function isBeforeSign(sign: RegExpExecArray | undefined): boolean {
  return sign?.[1] === '<' || sign?.[2]?.toLowerCase() === 'before';
}

function scanWidth(
  text: string,
  position: number,
):
  | { readonly width: number | 'missing-unit'; readonly start: number; readonly end: number }
  | undefined {
  const mark = matchAt(widthMark, text, position);
  if (!mark) return undefined;
  const start = position + mark[0].length;
  const found = scanAmount(text, start);
  if (found && matchAt(wordEnd, text, found.end)) {
    return { width: found.ms, start: position, end: found.end };
  }
  const bare = matchAt(bareNumber, text, start);
  if (!bare || !matchAt(wordEnd, text, start + bare[0].length)) return undefined;
  return { width: 'missing-unit', start: position, end: start + bare[0].length };
}
