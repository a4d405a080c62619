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

type Replacement = {
  readonly start: number;
  readonly end: number;
  readonly originalStart: number;
  readonly originalEnd: number;
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
const scheme = `(?:${web}|${fileTransfer})`;
const slashes = '(?:\\[//\\]|(?:\\\\?/){2,3})';
const schemeEnd = `(?:\\[:\\/\\/\\]|(?:\\[:\\]|\\(:\\)|:)?[ \\t]?${slashes})[ \\t]?`;

/** Every way of defanging in one pattern; no part of it can match more than a few signs in two ways. */
const forms = [
  `(?<scheme>(?<![A-Za-z0-9])(?:\\[${scheme}\\]|\\(${scheme}\\)|${scheme})[!@&A]?[ \\t]?${schemeEnd}(?=[^\\s/]))`,
  `(?<dot>${opening}[ \\t]?(?:${dotWord})[ \\t]?${closing}${space})`,
  `(?<at>${opening}[ \\t]?(?:${atWord})[ \\t]?${closing}${space})`,
  `(?<halfDot>(?<=${letter})(?:\\]\\.\\[|\\[\\.\\[|\\]\\.\\]|\\[\\.|\\.\\])(?=${letter})|(?<=${letter})\\.\\[(?=${letter})(?![\\w-]{1,63}\\]))`,
  `(?<lateDot>(?<=${letter})\\]\\.(?=${letter}))`,
  `(?<escapedDot>(?<=${letter})[\\\\^]\\.(?=${letter}))`,
  '(?<hyphen>\\[-\\]|\\(-\\))',
  '(?<colon>\\[:\\]|\\(:\\))',
  '(?<slash>\\[/\\]|\\\\/(?=[^\\s]))',
  '(?<subdomain>\\[www\\](?=\\.)|\\(www\\)(?=\\.))',
  '(?<dotWord>(?:DOT(?<=[a-z0-9][ \\t]{1,2}DOT)[ \\t]{1,2}|DOT(?<=[a-z0-9]DOT))(?=[a-z]{2})|dot(?<=[A-Za-z0-9][ \\t]dot)[ \\t](?=(?:com|net|org|info|jp|ru|cn|io)\\b))',
  '(?<atWord>(?:AT(?<=[a-z0-9][ \\t]{1,2}AT)[ \\t]{1,2}|AT(?<=[a-z0-9]AT))(?=[a-z0-9-]{1,63}(?:\\.|DOT|[ \\t]DOT)[a-z]{2}))',
  '(?<spacedAt>@(?<=[A-Za-z0-9][ \\t]{0,2}@)[ \\t]{1,2}(?=[a-z0-9-]{1,63}\\.[a-z]))',
  '(?<invisible>[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]+)',
];

/**
 * How any of them begins. A regular expression tries every form at every sign of a text; two signs are enough to
 * pass over nearly all of them.
 */
const beginning = [
  '[\\[({<\\]\\\\^@\\u00ad\\u200b-\\u200d\\u2060\\ufeff]',
  '\\.[\\[\\]]',
  '[hH][tTxX*]',
  '[xX]{2}',
  '[fF][xX]',
  '[dD][oO]',
  'AT',
].join('|');
const marks = new RegExp(`(?=${beginning})(?:${forms.join('|')})`, 'g');

/** Takes back the defanging of a whole text, and full-width letters and digits with it. */
export function refangText(written: string): RefangedText {
  const narrow = toHalfWidth(written);
  const replacements: Replacement[] = [];
  const pieces: string[] = [];
  let doneTo = 0;
  let length = 0;
  for (const match of narrow.matchAll(marks)) {
    const [mark] = match;
    const plain = plainOf(match, narrow);
    if (plain === undefined || plain === mark) continue;
    // Spaces before a mark go with it; the pattern begins at the mark, since texts are full of spaces.
    const index = Math.max(doneTo, spacesBefore(narrow, match.index, plain));
    const whole = narrow.slice(index, match.index + mark.length);
    pieces.push(narrow.slice(doneTo, index), plain);
    const start = length + index - doneTo;
    length = start + plain.length;
    doneTo = index + whole.length;
    replacements.push({ start, end: length, originalStart: index, originalEnd: doneTo });
  }
  if (replacements.length === 0)
    return { text: narrow, placeOf: (start, end) => ({ start, end }), isDefanged: () => false };
  pieces.push(narrow.slice(doneTo));
  return {
    text: pieces.join(''),
    placeOf: (start, end) => ({
      start: originalStart(replacements, start),
      end: originalEnd(replacements, end),
    }),
    isDefanged: (start, end) => {
      for (let at = lastBefore(replacements, end); at >= 0; at -= 1) {
        const one = replacements[at];
        if (one === undefined || one.end < start) return false;
        // What is invisible, nobody put there to say something.
        if (one.end > one.start && one.end > start && one.start < end) return true;
      }
      return false;
    },
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

/** What a mark stands for; undefined when it is none after all. */
function plainOf({ 0: whole, index, groups = {} }: RegExpExecArray, text: string) {
  if (groups['scheme'] !== undefined) return plainScheme(whole);
  if (groups['dot'] !== undefined) return isPlaced(text, index, whole) ? '.' : undefined;
  if (groups['at'] !== undefined) return isPlaced(text, index, whole) ? '@' : undefined;
  if (groups['lateDot'] !== undefined) return isOpened(text, index) ? undefined : '.';
  if (groups['escapedDot'] !== undefined) return isInPath(text, index) ? undefined : '.';
  if (groups['halfDot'] !== undefined || groups['dotWord'] !== undefined) return '.';
  if (groups['atWord'] !== undefined || groups['spacedAt'] !== undefined) return '@';
  if (groups['hyphen'] !== undefined) return '-';
  if (groups['colon'] !== undefined) return ':';
  if (groups['slash'] !== undefined) return '/';
  return groups['subdomain'] === undefined ? '' : 'www';
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
function isOpened(text: string, closingAt: number): boolean {
  for (let at = closingAt - 1; at >= Math.max(0, closingAt - longestLook); at -= 1) {
    const sign = text.charAt(at);
    if (sign === '[') return text.charAt(at - 1) !== '.' && text.charAt(at + 1) !== '.';
    if (sign === ']' || sign <= ' ') return false;
  }
  return false;
}

/** Further back nobody looks for the beginning of a name. */
const longestLook = 64;

/** `C:\Users\.ssh` is a path, `www\.example\.com` a pattern or a defanged name. */
function isInPath(text: string, markAt: number): boolean {
  for (let at = markAt - 1; at >= Math.max(0, markAt - longestLook); at -= 1) {
    const sign = text.charCodeAt(at);
    if (sign <= 0x20) return false;
    if (sign === backslash && text.charCodeAt(at + 1) !== 0x2e) return true;
    if (sign === 0x2f || sign === 0x25) return true;
  }
  return false;
}

const backslash = 0x5c;

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
function lastBefore(replacements: readonly Replacement[], place: number): number {
  let low = 0;
  let high = replacements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((replacements[middle]?.start ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function originalStart(replacements: readonly Replacement[], place: number): number {
  const found = replacements[lastBefore(replacements, place)];
  if (found === undefined) return place;
  return place < found.end ? found.originalStart : place - found.end + found.originalEnd;
}

function originalEnd(replacements: readonly Replacement[], end: number): number {
  const last = end - 1;
  const found = replacements[lastBefore(replacements, last)];
  if (found === undefined) return end;
  return last < found.end ? found.originalEnd : end - found.end + found.originalEnd;
}
