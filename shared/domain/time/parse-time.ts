import { err, type Result } from '../../lib/result.ts';
import type { EntryTime } from './entry-time.ts';
import { resolveTime, type TimeContext } from './resolve-time.ts';
import { longestTimeText, scanTime } from './scan-time.ts';
import type { TimeError } from './time-error.ts';
import { foldTimeText } from './time-text.ts';

const unknownWord = /^(?:unknown|unknown time|不明|時刻不明|[?-]{1,2}:[?-]{1,2}|\?)$/i;

/**
 * Reads a text that is nothing but a time.
 *
 * A time without a date is today's in its zone, unless that lies more than 12 hours ahead: then it is
 * yesterday's. So `23:50` typed at 00:05 was yesterday, and `14:08` typed when this machine's slow clock says
 * 14:00 is today. A day without a year is the most recent one not more than 31 days ahead. `now` is kept to
 * the second, `-5m` and `-2h` to the minute, `-1d` as a day. "About" without ± gets the width of
 * `aboutWidthMs`. Whatever has two readings is an error, never a guess.
 */
export function parseTime(text: string, context: TimeContext): Result<EntryTime, TimeError> {
  const start = text.length - text.trimStart().length;
  const typed = text.trim();
  const end = start + typed.length;
  if (typed === '') return err({ kind: 'empty', start: 0, end: text.length });
  if (typed.length > longestTimeText) return err({ kind: 'not-a-time', start, end });
  const folded = foldTimeText(typed, longestTimeText);
  if (unknownWord.test(folded.text)) {
    return resolveTime({ kind: 'unknown', start: 0, end: 0 }, typed, context);
  }
  const phrase = scanTime(folded.text, 0);
  if (!phrase) return err({ kind: 'not-a-time', start, end });
  const phraseEnd = start + (folded.origin[phrase.end] ?? typed.length);
  if (phrase.end < folded.text.length) return err({ kind: 'trailing-text', start: phraseEnd, end });
  const read = resolveTime(phrase, typed, context);
  return read.ok ? read : err(unfoldTimeError(read.error, folded.origin, start));
}

/** Moves an error's place from folded text to the text as typed. */
export function unfoldTimeError(
  error: TimeError,
  origin: readonly number[],
  offset: number,
): TimeError {
  return {
    ...error,
    start: offset + (origin[error.start] ?? 0),
    end: offset + (origin[error.end] ?? 0),
  };
}
