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
const letter = '[A-Za-z0-9_\\-\\u0080-\\uffff]';
const isLetter = new RegExp(letter);
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
};

/** No part of a pattern can match more than a few signs in two ways. */
function form(pattern: string, plain: Form['plain'] | string): Form {
  const always = typeof plain === 'string' ? () => plain : plain;
  return { pattern: new RegExp(pattern, 'y'), plain: always };
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
const halfDot = form(
  `(?<=${letter})(?:\\]\\.\\[|\\[\\.\\[|\\]\\.\\]|\\[\\.|\\.\\])(?=${letter})|(?<=${letter})\\.\\[(?=${letter})(?![\\w-]{1,63}\\])`,
  '.',
);
const lateDot = form(`(?<=${letter})\\]\\.(?=${letter})`, (_mark, text, place, before) =>
  isOpened(text, place, before) ? undefined : '.',
);
const escapedDot = form(`(?<=${letter})[\\\\^]\\.(?=${letter})`, (_mark, _text, place, before) =>
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
 * The forms by the two signs with which they begin, in the order in which they are tried; `undefined` behind a sign
 * stands for any other.
 *
 * One expression with all of them would try every form at every sign of a text; nearly all pairs begin none.
 */
const formsBySigns = new Map<number, ReadonlyMap<number | undefined, readonly Form[]>>();
function begins(
  first: string,
  seconds: readonly (readonly [string | undefined, readonly Form[]])[],
) {
  const bySecond = seconds.flatMap(([signs, forms]): [number | undefined, readonly Form[]][] =>
    signs === undefined
      ? [[undefined, forms]]
      : Array.from(signs, (sign) => [sign.charCodeAt(0), forms]),
  );
  for (const sign of first) formsBySigns.set(sign.charCodeAt(0), new Map(bySecond));
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
for (const code of formsBySigns.keys()) roles[code] = beginning;
for (let code = 0; code <= 0x20; code += 1) roles[code] = remembered;
for (const sign of '[]/%\\')
  roles[sign.charCodeAt(0)] = (roles[sign.charCodeAt(0)] ?? 0) | remembered;

/** The first form that stands at a place, with the end of it in `lastIndex` of its pattern. */
function formAt(text: string, place: number, code: number): Form | undefined {
  const bySecond = formsBySigns.get(code);
  const forms = bySecond?.get(text.charCodeAt(place + 1)) ?? bySecond?.get(undefined);
  if (forms === undefined || isPlainScheme(text, place, code)) return undefined;
  return forms.find(({ pattern }) => {
    pattern.lastIndex = place;
    return pattern.test(text);
  });
}

/** `http://` as it is, which most texts are full of: nothing in it is taken back. */
function isPlainScheme(text: string, place: number, code: number): boolean {
  if (code !== 0x68) return false;
  const end = text.startsWith('http://', place) ? place + 7 : place + 8;
  if (end === place + 8 && !text.startsWith('https://', place)) return false;
  const next = text.charCodeAt(end);
  return next > 0x20 && next !== codes.slash && next !== 0x3000;
}

/** Replacements as columns of numbers: a text may have hundreds of thousands. */
type Replacements = {
  readonly start: number[];
  readonly end: number[];
  readonly originalStart: number[];
  readonly originalEnd: number[];
};

/** Takes back the defanging of a whole text, and full-width letters and digits with it. */
export function refangText(written: string): RefangedText {
  const narrow = toHalfWidth(written);
  const replacements: Replacements = { start: [], end: [], originalStart: [], originalEnd: [] };
  const pieces: string[] = [];
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
        pieces.push(narrow.slice(doneTo, index), plain);
        const start = length + index - doneTo;
        length = start + plain.length;
        doneTo = resumeAt;
        replacements.start.push(start);
        replacements.end.push(length);
        replacements.originalStart.push(index);
        replacements.originalEnd.push(doneTo);
      }
    }
    if ((role & remembered) !== 0) pass(before, narrow, place, code);
  }
  if (pieces.length === 0)
    return { text: narrow, placeOf: (start, end) => ({ start, end }), isDefanged: () => false };
  pieces.push(narrow.slice(doneTo));
  return {
    text: pieces.join(''),
    placeOf: (start, end) => ({
      start: originalStart(replacements, start),
      end: originalEnd(replacements, end),
    }),
    isDefanged: (start, end) => isReplaced(replacements, start, end),
  };
}

function isReplaced(
  { start: starts, end: ends }: Replacements,
  start: number,
  end: number,
): boolean {
  for (let one = lastBefore(starts, end); one >= 0; one -= 1) {
    const from = starts[one] ?? 0;
    const to = ends[one] ?? 0;
    if (to < start) return false;
    // What is invisible, nobody put there to say something.
    if (to > from && to > start && from < end) return true;
  }
  return false;
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
  return isLetter.test(text.charAt(start - 1)) && isLetter.test(text.charAt(end));
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

const wide =
  /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0e\uff20\uff0d\uff3f\uff3b\uff3d\uff5b\uff5d]/g;
const wideScheme = /：／／/g;
const ideographicDot = /(?<=[A-Za-z0-9])[。｡](?=[A-Za-z0-9])/g;
const wideBracketed = /（(?:[.．]|dot|at|@|＠)）/gi;

/** One unit for one unit, so that places stay where they are. */
function toHalfWidth(text: string): string {
  if (!/[\u3002\uff00-\uffef]/.test(text)) return text;
  return text
    .replaceAll(wide, narrowed)
    .replaceAll(wideScheme, '://')
    .replaceAll(wideBracketed, (mark) => `(${mark.slice(1, -1)})`)
    .replaceAll(ideographicDot, '.');
}

function narrowed(sign: string): string {
  return String.fromCodePoint((sign.codePointAt(0) ?? 0xfee0) - 0xfee0);
}

/** The last replacement that begins at or before a place; -1 for none. */
function lastBefore(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function originalStart(replacements: Replacements, place: number): number {
  const one = lastBefore(replacements.start, place);
  const end = replacements.end[one];
  if (end === undefined) return place;
  return place < end
    ? (replacements.originalStart[one] ?? place)
    : place - end + (replacements.originalEnd[one] ?? end);
}

function originalEnd(replacements: Replacements, end: number): number {
  const last = end - 1;
  const one = lastBefore(replacements.start, last);
  const replacedEnd = replacements.end[one];
  if (replacedEnd === undefined) return end;
  const original = replacements.originalEnd[one] ?? replacedEnd;
  return last < replacedEnd ? original : end - replacedEnd + original;
}
