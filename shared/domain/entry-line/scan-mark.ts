import { type LineTime, scanLineTime } from './scan-line-time.ts';
import { isSpace, type ScannedWord, scanWord, type WordForm } from './scan-word.ts';

/** What a mark of the line is by its form: a word, or a second time that says when it was noticed. */
export type MarkForm = WordForm | { readonly kind: 'noticed'; readonly time: LineTime };

export type ScannedMark = Omit<ScannedWord, 'form'> & {
  readonly form: MarkForm | undefined;
  /** True when a time of noticing was looked for here. */
  readonly sought: boolean;
};

const noticedMark = /^(?:noticed|n|気付き|気づき|検知|発見)([:：])?(?=\S)/iu;
/** `n`, `ｎ` and the first characters of the other marks: looked at before anything slower. */
const noticedFirst = 'nNｎＮ気検発';
const longestMark = 'noticed:'.length;

/** Length of the mark of a time of noticing, and whether a colon ends it. */
function findMark(line: string, start: number): readonly [number, boolean] | undefined {
  if (!noticedFirst.includes(line[start] ?? ' ')) return undefined;
  const head = line.slice(start, start + longestMark + 1).replace(/^[ｎＮ]/, 'n');
  const mark = noticedMark.exec(head);
  return mark === null ? undefined : [mark[0].length, mark[1] !== undefined];
}

/** A second time behind its mark: `n14:30`, `noticed:yesterday 23:10`, `検知14:30`. */
function readNoticed(line: string, start: number, hasColon: boolean): LineTime | undefined {
  const time = scanLineTime(line, start);
  if (time === undefined || hasColon) return time;
  // Without a colon only what cannot be another word: `n95 masks` and `検知2件` are none.
  return time.kind === 'not-delimited' || (time.kind === 'phrase' && hasClock(time))
    ? time
    : undefined;
}

function hasClock({ phrase }: Extract<LineTime, { kind: 'phrase' }>): boolean {
  if (phrase.kind !== 'time') return false;
  return phrase.from.kind === 'ago' || (phrase.from.kind === 'local' && !!phrase.from.clock);
}

/** How often a line is searched for a time of noticing: looking takes time, and an entry has one. */
const mostSought = 50;

/**
 * Scans the mark or word at a position that holds no white space. A time of noticing may hold some.
 *
 * `soughtBefore` counts the places of the line where one was looked for before.
 */
export function scanMark(line: string, position: number, soughtBefore: number): ScannedMark {
  const word = scanWord(line, position);
  const plain = { ...word, sought: false };
  if (word.form !== undefined || soughtBefore >= mostSought) return plain;
  const mark = findMark(line, word.start);
  if (mark === undefined) return plain;
  const [length, hasColon] = mark;
  const time = readNoticed(line, word.start + length, hasColon);
  if (time === undefined) return { ...plain, sought: true };
  let { end } = time;
  while (end < line.length && !isSpace(line[end])) end += 1;
  return { ...word, tokenEnd: time.end, end, form: { kind: 'noticed', time }, sought: true };
}
