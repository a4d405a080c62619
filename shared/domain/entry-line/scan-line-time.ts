import { unfoldTimeError } from '../time/parse-time.ts';
import { resolveTime, type TimeContext } from '../time/resolve-time.ts';
import { longestTimeText, scanTime } from '../time/scan-time.ts';
import type { EntryTime } from '../time/entry-time.ts';
import type { TextSpan, TimeError } from '../time/time-error.ts';
import type { TimePhrase } from '../time/time-phrase.ts';
import { foldTimeText } from '../time/time-text.ts';
import { isSpace } from './scan-word.ts';

/** What stands at the start of a line: a time with what joins it to the text, or a failed attempt at one. */
export type LineTime =
  | (TextSpan & { readonly kind: 'phrase'; readonly phrase: TimePhrase; readonly typed: string })
  | (TextSpan & { readonly kind: 'attempt' })
  /** A time that runs into the next word. */
  | (TextSpan & { readonly kind: 'not-delimited' });

/** Digits and marks that nobody types at the start of a line without meaning a time. */
const attempts = [
  /^(?:[<>~] ?|約)?\d{1,2}:\d/,
  /^(?:[<>~] ?|約)?\d{4}[-/]\d{1,2}(?!\d)/,
  /^\d{1,2}\/\d{1,2}(?=\s|$)/,
  /^-\d{1,6}(?:[a-z]{1,3}|日|時間|分|秒)(?=\s|$)/i,
  /^(?:yesterday|today|昨日|今日|本日|一昨日)\s+\d{1,2}:/i,
];
/** `00:1a:2b:3c:4d:5e`, `fe80::1:2`: addresses, not times. */
const address = /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,}(?=\s|$)/i;
const clockAttempt = /^,? *(?:[T]?\d{1,2}:\d)/;
/** `10:30に`, `14:02,` and the like belong to the time and not to the text. */
const joint = /^(?:に、|に|[、,:;.。](?=\s|$|[^\s\d\p{P}]))/u;

/**
 * Looks for a time at a position of a line: the longest, with at most a space inside its parts.
 *
 * It must end at white space, at the line's end, or at a joint (`10:30に`). One that runs into the next word
 * is asked about when it has a clock or a year, and is plain text otherwise (`10月31日の会議`).
 */
export function scanLineTime(line: string, start: number): LineTime | undefined {
  const lineBreak = line.indexOf('\n', start);
  const limit = lineBreak < 0 ? longestTimeText : Math.min(longestTimeText, lineBreak - start);
  const { text, origin } = foldTimeText(line.slice(start, start + limit), longestTimeText);
  const toLine = (index: number): number => start + (origin[index] ?? 0);
  if (address.test(text)) return undefined;
  const phrase = scanTime(text, 0);
  if (!phrase) return scanAttempt(line, start, text, 0);

  const rest = text.slice(phrase.end);
  const joined = joint.exec(rest)?.[0] ?? '';
  const next = rest.slice(joined.length);
  // A date that goes on like a clock which cannot be read: the clock must not be lost in the text.
  if (joined === '' && isDateOnly(phrase) && clockAttempt.test(rest)) {
    return scanAttempt(line, start, text, phrase.end);
  }
  const isDelimited =
    next === '' ||
    isSpace(next[0]) ||
    joined.startsWith('に') ||
    (joined !== '' && next.charCodeAt(0) > 0x7f);
  if (isDelimited) {
    return {
      kind: 'phrase',
      phrase,
      typed: line.slice(start, toLine(phrase.end)),
      start,
      end: toLine(phrase.end + joined.length),
    };
  }
  return isClear(phrase)
    ? { kind: 'not-delimited', start, end: wordEndFrom(line, toLine(phrase.end)) }
    : undefined;
}

function scanAttempt(
  line: string,
  start: number,
  text: string,
  from: number,
): LineTime | undefined {
  if (from === 0 && !attempts.some((attempt) => attempt.test(text))) return undefined;
  // The word, and the next one too when the first is a whole date or a day by name.
  let end = wordEndFrom(line, start);
  if (from > 0 || /^\D+\s/.test(text)) {
    let next = end;
    while (line[next] === ' ' || line[next] === '\u3000' || line[next] === '\t') next += 1;
    end = wordEndFrom(line, next);
  }
  return { kind: 'attempt', start, end };
}

function wordEndFrom(line: string, start: number): number {
  let end = start;
  while (end < line.length && !isSpace(line[end])) end += 1;
  return end;
}

function isDateOnly(phrase: TimePhrase): boolean {
  if (phrase.kind !== 'time') return false;
  const last = phrase.until ?? phrase.from;
  return last.kind === 'local' && last.clock === undefined;
}

function isClear(phrase: TimePhrase): boolean {
  if (phrase.kind !== 'time' || phrase.from.kind !== 'local') return false;
  const { date, clock } = phrase.from;
  return clock !== undefined || date?.kind === 'month' || (date?.kind === 'day' && 'year' in date);
}

/** What a time at the start of a line comes to. */
export function readLineTime(
  found: Extract<LineTime, { kind: 'phrase' }>,
  line: string,
  context: TimeContext,
): { readonly value: EntryTime } | { readonly error: TimeError } {
  const read = resolveTime(found.phrase, found.typed, context);
  if (read.ok) return { value: read.value };
  const { origin } = foldTimeText(line.slice(found.start), longestTimeText);
  return { error: unfoldTimeError(read.error, origin, found.start) };
}
