import { scanLineTime, type LineTime } from './scan-line-time.ts';
import { type MarkForm, scanMark } from './scan-mark.ts';
import { isSpace } from './scan-word.ts';

/** White space, a word of text, or something with a meaning; pieces lie end to end from `start`. */
export type Piece = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'space' }
  /** `shown` is the word without the backslash that kept it from being read. */
  | {
      readonly kind: 'word';
      readonly shown: string;
      readonly isPunctuation: boolean;
      readonly isEscaped: boolean;
    }
  | { readonly kind: 'token'; readonly form: MarkForm }
);

export type SplitLine = {
  readonly time: LineTime | undefined;
  readonly pieces: readonly Piece[];
};

const punctuationOnly = /^[\p{P}\p{S}]{1,32}$/u;

function spaceEnd(line: string, start: number): number {
  let end = start;
  while (end < line.length && isSpace(line[end])) end += 1;
  return end;
}

/** True when the text after the backslashes would be read as a time, or as more of the time before it. */
function wouldReadAsTime(
  line: string,
  time: LineTime | undefined,
  word: number,
  core: number,
): boolean {
  if (!time) return scanLineTime(line.slice(core, core + 400), 0) !== undefined;
  if (time.kind !== 'phrase') return false;
  const head = line.slice(time.start, word);
  const longer = scanLineTime(head + line.slice(core, core + 400), 0);
  return longer?.kind !== 'phrase' || longer.end > head.trimEnd().length;
}

/** Takes a line apart by form: the time at its start, words, and what the words may mean. Nothing is looked up. */
export function splitLine(line: string): SplitLine {
  const first = spaceEnd(line, 0);
  const time = scanLineTime(line, first);
  const pieces: Piece[] = [];
  if (time && first > 0) pieces.push({ kind: 'space', start: 0, end: first });
  let at = time ? time.end : 0;
  const textStart = time ? spaceEnd(line, time.end) : first;
  let sought = 0;
  while (at < line.length) {
    const gap = spaceEnd(line, at);
    if (gap > at) {
      pieces.push({ kind: 'space', start: at, end: gap });
      at = gap;
      continue;
    }
    const word = scanMark(line, at, sought);
    if (word.sought) sought += 1;
    const isHead = at === textStart && word.escapes > 0;
    const isEscape =
      word.escapes > 0 &&
      (word.form !== undefined || (isHead && wouldReadAsTime(line, time, at, word.start)));
    if (word.form === undefined || word.escapes > 0) {
      const shown = line.slice(isEscape ? at + 1 : at, word.end);
      pieces.push({
        kind: 'word',
        shown,
        isPunctuation: false,
        isEscaped: isEscape,
        start: at,
        end: word.end,
      });
      at = word.end;
      continue;
    }
    pieces.push({ kind: 'token', form: word.form, start: at, end: word.tokenEnd });
    if (word.tokenEnd < word.end) {
      const shown = line.slice(word.tokenEnd, word.end);
      pieces.push({
        kind: 'word',
        shown,
        isPunctuation: punctuationOnly.test(shown),
        isEscaped: false,
        start: word.tokenEnd,
        end: word.end,
      });
    }
    at = word.end;
  }
  return { time, pieces };
}
