/** Deepest nesting that a reader has to accept; deeper lines are refused by every implementation. */
export const deepestNesting = 64;

const quote = 0x22;
const backslash = 0x5c;
const firstSurrogate = 0xd800;
const lastSurrogate = 0xdfff;
/** No number of so many characters is outside the safe integers. */
const longestSureNumber = 15;

/**
 * True when a text that `JSON.parse` accepts is canonical JSON for certain; false leaves it open.
 *
 * One pass over the characters: an opening asks it a hundred thousand times, and writing each value
 * again to compare took as long as reading it. That the text is JSON at all is not asked here.
 */
export function isSurelyCanonical(text: string): boolean {
  /** The last key of every object that is open, undefined for an array. */
  const open: (string | undefined)[] = [];
  let wantsKey = false;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = endOfString(text, at + 1, wantsKey);
      if (end < 0) return false;
      if (wantsKey) {
        const key = text.slice(at + 1, end);
        const before = open[open.length - 1];
        // Before the first key stands the empty text, which sorts before all; an empty key is left open.
        if (before === undefined || key <= before) return false;
        open[open.length - 1] = key;
        wantsKey = false;
      }
      at = end + 1;
      continue;
    }
    at += 1;
    switch (code) {
      case 0x7b: // {
        open.push('');
        wantsKey = true;
        break;
      case 0x5b: // [
        open.push(undefined);
        wantsKey = false;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        open.pop();
        wantsKey = false;
        break;
      case 0x2c: // ,
        wantsKey = open[open.length - 1] !== undefined;
        break;
      case 0x3a: // :
        break;
      default: {
        const end = endOfWord(text, at - 1);
        if (end < 0) return false;
        at = end;
      }
    }
    if (open.length > deepestNesting) return false;
  }
  return true;
}

/** Place of the quote that ends a string; -1 when its spelling may be another than the canonical one. */
function endOfString(text: string, from: number, isKey: boolean): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (isKey && (code > 0x7e || code === backslash)) return -1;
    if (code >= firstSurrogate && code <= lastSurrogate) return -1;
    if (code === backslash) {
      at += 1;
      // The escapes with a letter have no other spelling; `\/` and `\u` may.
      if (!'"\\bfnrt'.includes(text.charAt(at))) return -1;
    }
  }
  return -1;
}

/** Place after a number, `true`, `false` or `null`; -1 for a number that may be outside the profile. */
function endOfWord(text: string, from: number): number {
  let at = from;
  while (isWordCode(text.charCodeAt(at))) at += 1;
  const word = text.slice(from, at);
  if (word === 'true' || word === 'false' || word === 'null') return at;
  if (word.length > longestSureNumber || word === '-0') return -1;
  return isInteger(word) ? at : -1;
}

function isInteger(word: string): boolean {
  for (let at = word.startsWith('-') ? 1 : 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return word !== '' && word !== '-';
}

/** Letters, digits, `+`, `-` and `.`; white space is not canonical and ends nothing. */
function isWordCode(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x2b ||
    code === 0x2d ||
    code === 0x2e
  );
}
