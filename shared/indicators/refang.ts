import { toHalfWidth } from './full-width.ts';
import { Replacements } from './replacements.ts';
import { signSet } from './sign-set.ts';
import { TextWriter } from './text-writer.ts';

/**
 * A text with its defanging taken back, and the way from its places to those of the text as it was written.
 *
 * Offsets are UTF-16 units; an end is exclusive.
 */
export type RefangedText = {
  readonly text: string;
  /** Where a piece of `text` stands in what was written, with the marks around it that were taken back. */
  readonly placeOf: (
    start: number,
    end: number,
  ) => { readonly start: number; readonly end: number };
  /** True when somebody took the trouble to defang this piece: hardly anybody defangs what is no indicator. */
  readonly isDefanged: (start: number, end: number) => boolean;
};

/** What a label of a name is written in; every sign that is not ASCII may be a letter. */
const letters = 'A-Za-z0-9_\\-\\u0080-\\uffff';
const letter = `[${letters}]`;
const letterSign = signSet(letters);
const space = '[ \\t]{0,2}';
const opening = '[\\[({<]';
const closing = '[\\])}>]';
const dotWord =
  '\\.|[dD][oO][tT]|[pP][uU][nN][tT][oO]|[pP][uU][nN][kK][tT]|[pP][oO][iI][nN][tT]|ドット|点';
const atWord = '@|[aA][tT]|[eE][tT]|[aA][rR][rR][oO][bB][aA]|アットマーク|アット';
const web = '(?:[hH](?:[tT]{2}|[xX]{2}|[tT][xX]|[xX][tT]|\\*\\*)[pP]|[xX]{3}[xXpP])[sSxX]?';
const fileTransfer = '[fF][xX][pP][sS]?';
const schemeName = `(?:${web}|${fileTransfer})`;
const slashes = '(?:\\[//\\]|(?:\\\\?/){2,3})';
const schemeEnd = `(?:\\[:\\/\\/\\]|(?:\\[:\\]|\\(:\\)|:)?[ \\t]?${slashes})[ \\t]?`;

/** What stands before a place, as it was passed on the way there; -1 for what was not. */
type Before = {
  /** A blank or anything that steers. */
  blank: number;
  /** `[` or `]`. */
  bracket: number;
  /** What only paths have: a slash, a percent sign, a backslash that no dot follows. */
  pathSign: number;
};

/** A way of defanging: what it looks like, and what it stands for; undefined when it is none after all. */
type Form = {
  readonly pattern: RegExp;
  readonly plain: (mark: string, text: string, at: number, before: Before) => string | undefined;
  /** True when it stands behind a letter only: looked at first, since a pattern takes longer to look. */
  readonly isBehindLetter: boolean;
};

/** No part of a pattern can match more than a few signs in two ways. */
function form(pattern: string, plain: Form['plain'] | string): Form {
  const always = typeof plain === 'string' ? () => plain : plain;
  return { pattern: new RegExp(pattern, 'y'), plain: always, isBehindLetter: false };
}

function formBehindLetter(pattern: string, plain: Form['plain'] | string): Form {
  return { ...form(pattern, plain), isBehindLetter: true };
}

const scheme = form(
  `(?<![A-Za-z0-9])(?:\\[${schemeName}\\]|\\(${schemeName}\\)|${schemeName})[!@&A]?[ \\t]?${schemeEnd}(?=[^\\s/])`,
  plainScheme,
);
const dot = form(`${opening}[ \\t]?(?:${dotWord})[ \\t]?${closing}${space}`, (mark, text, at) =>
  isPlaced(text, at, mark) ? '.' : undefined,
);
const atSign = form(
  `${opening}[ \\t]?(?:${atWord})[ \\t]?${closing}${space}`,
  (mark, text, place) => (isPlaced(text, place, mark) ? '@' : undefined),
);
const halfDot = formBehindLetter(
  `(?:\\]\\.\\[|\\[\\.\\[|\\]\\.\\]|\\[\\.|\\.\\])(?=${letter})|\\.\\[(?=${letter})(?![\\w-]{1,63}\\])`,
  '.',
);
const lateDot = formBehindLetter(`\\]\\.(?=${letter})`, (_mark, text, place, before) =>
  isOpened(text, place, before) ? undefined : '.',
);
const escapedDot = formBehindLetter(`[\\\\^]\\.(?=${letter})`, (_mark, _text, place, before) =>
  isInPath(place, before) ? undefined : '.',
);
const hyphen = form('\\[-\\]|\\(-\\)', '-');
const colon = form('\\[:\\]|\\(:\\)', ':');
const slash = form('\\[/\\]|\\\\/(?=[^\\s])', '/');
const subdomain = form('\\[www\\](?=\\.)|\\(www\\)(?=\\.)', 'www');
const spelledDot = form(
  '(?:DOT(?<=[a-z0-9][ \\t]{1,2}DOT)[ \\t]{1,2}|DOT(?<=[a-z0-9]DOT))(?=[a-z]{2})|dot(?<=[A-Za-z0-9][ \\t]dot)[ \\t](?=(?:com|net|org|info|jp|ru|cn|io)\\b)',
  '.',
);
const spelledAt = form(
  '(?:AT(?<=[a-z0-9][ \\t]{1,2}AT)[ \\t]{1,2}|AT(?<=[a-z0-9]AT))(?=[a-z0-9-]{1,63}(?:\\.|DOT|[ \\t]DOT)[a-z]{2})',
  '@',
);
const spacedAt = form('@(?<=[A-Za-z0-9][ \\t]{0,2}@)[ \\t]{1,2}(?=[a-z0-9-]{1,63}\\.[a-z])', '@');
const invisible = form('[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]+', '');

/** The forms that begin with a bracket, by the sign behind it. */
const afterBracket: readonly (readonly [signs: string, forms: readonly Form[]])[] = [
  ['.', [dot, halfDot]],
  [' \t', [dot, atSign]],
  ['dDpP点ド', [dot]],
  ['@aAeEア', [atSign]],
  ['hHxXfF', [scheme]],
  ['-', [hyphen]],
  [':', [colon]],
  ['/', [slash]],
  ['w', [subdomain]],
];

/**
 * The forms by the two signs with which they begin, in the order in which they are tried: the first sign says the
 * row, the second the column, of which the first is that of any other sign.
 *
 * One expression with all of them would try every form at every sign of a text; nearly all pairs begin none.
 */
const rows: (readonly Form[] | undefined)[][] = [[]];
const rowOf = new Uint8Array(0x10000);
const columnOf = new Uint8Array(0x10000);
let columns = 1;
function begins(
  first: string,
  seconds: readonly (readonly [string | undefined, readonly Form[]])[],
): void {
  const row: (readonly Form[] | undefined)[] = [];
  for (const sign of first) rowOf[sign.charCodeAt(0)] = rows.length;
  rows.push(row);
  for (const [signs, forms] of seconds)
    if (signs === undefined) row[0] = forms;
    else for (const sign of signs) row[columnAt(sign.charCodeAt(0))] = forms;
}

function columnAt(code: number): number {
  const known = columnOf[code] ?? 0;
  if (known !== 0) return known;
  columnOf[code] = columns;
  return columns++;
}

begins('[({<', afterBracket);
begins(']', [['.', [halfDot, lateDot]]]);
begins('.', [['[]', [halfDot]]]);
begins('\\', [
  ['.', [escapedDot]],
  ['/', [slash]],
]);
begins('^', [['.', [escapedDot]]]);
begins('@', [[' \t', [spacedAt]]]);
begins('hH', [['tTxX*', [scheme]]]);
begins('xXfF', [['xX', [scheme]]]);
begins('dD', [['oO', [spelledDot]]]);
begins('A', [['T', [spelledAt]]]);
begins('\u00ad\u200b\u200c\u200d\u2060\ufeff', [[undefined, [invisible]]]);

/** What a sign may be, looked up for every sign of a text: the beginning of a form, something to remember, or nothing. */
const beginning = 1;
const remembered = 2;
const roles = new Uint8Array(0x10000);
rowOf.forEach((row, code) => {
  if (row > 0) roles[code] = beginning;
});
for (let code = 0; code <= 0x20; code += 1) roles[code] = remembered;
for (const sign of '[]/%\\')
  roles[sign.charCodeAt(0)] = (roles[sign.charCodeAt(0)] ?? 0) | remembered;

/** The first form that stands at a place, with the end of it in `lastIndex` of its pattern. */
function formAt(text: string, place: number, code: number): Form | undefined {
  const row = rows[rowOf[code] ?? 0];
  const forms = row?.[columnOf[text.charCodeAt(place + 1)] ?? 0] ?? row?.[0];
  if (forms === undefined || isPlainScheme(text, place, code)) return undefined;
  for (const one of forms) {
    if (one.isBehindLetter && letterSign[text.charCodeAt(place - 1)] !== 1) continue;
    one.pattern.lastIndex = place;
    if (one.pattern.test(text)) return one;
  }
  return undefined;
}

/** `http://` as it is, which most texts are full of: nothing in it is taken back. */
function isPlainScheme(text: string, place: number, code: number): boolean {
  if (code !== 0x68) return false;
  const end = text.startsWith('http://', place) ? place + 7 : place + 8;
  if (end === place + 8 && !text.startsWith('https://', place)) return false;
  const next = text.charCodeAt(end);
  return next > 0x20 && next !== codes.slash && next !== 0x3000;
}

/** Takes back the defanging of a whole text, and full-width letters and digits with it. */
export function refangText(written: string): RefangedText {
  const narrow = toHalfWidth(written);
  const replacements = new Replacements();
  const writer = new TextWriter();
  const before: Before = { blank: -1, bracket: -1, pathSign: -1 };
  let doneTo = 0;
  let length = 0;
  let resumeAt = 0;
  for (let place = 0; place < narrow.length; place += 1) {
    const code = narrow.charCodeAt(place);
    const role = roles[code] ?? 0;
    if (role === 0) continue;
    const mayBegin = place >= resumeAt && (role & beginning) !== 0;
    const found = mayBegin ? formAt(narrow, place, code) : undefined;
    if (found !== undefined) {
      resumeAt = found.pattern.lastIndex;
      const mark = narrow.slice(place, resumeAt);
      const plain = found.plain(mark, narrow, place, before);
      if (plain !== undefined && plain !== mark) {
        // Spaces before a mark go with it; the pattern begins at the mark, since texts are full of spaces.
        const index = Math.max(doneTo, spacesBefore(narrow, place, plain));
        writer.write(narrow, doneTo, index);
        writer.write(plain);
        const start = length + index - doneTo;
        length = start + plain.length;
        doneTo = resumeAt;
        replacements.add(start, length, index, doneTo);
      }
    }
    if ((role & remembered) !== 0) pass(before, narrow, place, code);
  }
  if (doneTo === 0)
    return { text: narrow, placeOf: (start, end) => ({ start, end }), isDefanged: () => false };
  writer.write(narrow, doneTo);
  return {
    text: writer.text(),
    placeOf: (start, end) => ({
      start: replacements.originalStart(start),
      end: replacements.originalEnd(end),
    }),
    isDefanged: (start, end) => replacements.reach(start, end),
  };
}

function spacesBefore(text: string, at: number, plain: string): number {
  if (plain !== '.' && plain !== '@') return at;
  let start = at;
  while (at - start < 2 && (text.charAt(start - 1) === ' ' || text.charAt(start - 1) === '\t'))
    start -= 1;
  return start;
}

/** One value as it is, whatever way it was defanged. */
export function refang(value: string): string {
  return refangText(value).text;
}

function plainScheme(written: string): string {
  const name = /[a-z*]+/i.exec(written)?.[0] ?? '';
  const isSecure = /^(?:h..p|xxx[xp])[sx]/i.test(name) || /^(?:h..p|xxxp)[!&A]/i.test(written);
  const plain = /^f/i.test(name) ? 'ftp' : 'http';
  return `${plain}${isSecure || /^fxps/i.test(name) ? 's' : ''}://`;
}

/** Brackets that stand alone between spaces are punctuation, unless words touch them on both sides. */
function isPlaced(text: string, at: number, whole: string): boolean {
  const start = spacesBefore(text, at, '.');
  const end = at + whole.length;
  if (start === at && !/[ \t]$/.test(whole)) return true;
  return letterSign[text.charCodeAt(start - 1)] === 1 && letterSign[text.charCodeAt(end)] === 1;
}

/** `list[i].name` is code, `www].name` a defanged name. */
function isOpened(text: string, closingAt: number, { blank, bracket }: Before): boolean {
  if (bracket < blank || bracket < closingAt - longestLook || text.charAt(bracket) !== '[')
    return false;
  return text.charAt(bracket - 1) !== '.' && text.charAt(bracket + 1) !== '.';
}

/** Further back nobody looks for the beginning of a name. */
const longestLook = 64;

/** `C:\Users\.ssh` is a path, `www\.example\.com` a pattern or a defanged name. */
function isInPath(markAt: number, { blank, pathSign }: Before): boolean {
  return pathSign > blank && pathSign >= markAt - longestLook;
}

const codes = {
  dot: 0x2e,
  slash: 0x2f,
  percent: 0x25,
  opening: 0x5b,
  backslash: 0x5c,
  closing: 0x5d,
};

/** Remembers a sign that was passed, for the signs behind it. */
function pass(before: Before, text: string, place: number, code: number): void {
  if (code <= 0x20) before.blank = place;
  else if (code === codes.opening || code === codes.closing) before.bracket = place;
  else if (code === codes.slash || code === codes.percent) before.pathSign = place;
  else if (code === codes.backslash && text.charCodeAt(place + 1) !== codes.dot)
    before.pathSign = place;
}
