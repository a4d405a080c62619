/** Katakana that have a hiragana of the same sound, and how far apart the two are. */
const katakana = /[\u30a1-\u30f6]/g;
const hiraganaOffset = 0x60;
/** Folding does no more to these than to lower them, sign by sign. */
const onlyAscii = /^[\0-\x7f]*$/;

/**
 * Folds a text so that what people take for the same word is the same string: full and half width,
 * upper and lower case, hiragana and katakana.
 *
 * NFKC joins half-width kana with their voicing marks, so it comes first. A sigma is written otherwise at
 * the end of a word: what is typed need not end there.
 */
export function foldText(text: string): string {
  if (onlyAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll(katakana, (kana) => String.fromCharCode(kana.charCodeAt(0) - hiraganaOffset));
}

/** The words of a query, folded; every one of them has to be found. */
export function searchWords(query: string): readonly string[] {
  return foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** True when a folded text holds every word. */
export function containsWords(foldedText: string, words: readonly string[]): boolean {
  return words.every((word) => foldedText.includes(word));
}

/** A stretch of a text as it was written, in UTF-16 units; `end` is the first one after it. */
export type TextSpan = { readonly start: number; readonly end: number };

/**
 * Finds where words stand in a text as it was written, in order and without overlaps.
 *
 * What is marked folds to the word, or to a little more where one written sign stands for several folded
 * ones: `ロ` is found in `㌔`, and all of `㌔` is marked.
 */
export function findWords(text: string, words: readonly string[]): readonly TextSpan[] {
  if (words.length === 0) return [];
  const folded = foldText(text);
  if (!words.some((word) => folded.includes(word))) return [];
  const signs = onlyAscii.test(text) ? undefined : foldedSigns(text);
  const found: TextSpan[] = [];
  for (const word of words) {
    let at = folded.indexOf(word);
    while (at >= 0) {
      const end = at + word.length;
      if (signs === undefined) found.push({ start: at, end });
      else {
        const first = signs[signAt(signs, at)];
        const last = signs[signAt(signs, end - 1)];
        if (first !== undefined && last !== undefined)
          found.push({ start: first.start, end: last.end });
      }
      at = folded.indexOf(word, end);
    }
  }
  return joined(found);
}

type FoldedSign = TextSpan & { readonly foldedAt: number };

/** Signs that join the one before them when they are composed and are no marks: Hangul vowels and finals, and a vowel of Kirat Rai. */
const joiner = /^[\p{M}\u1160-\u11ff\u{16d67}]/u;

/** The least parts of a text that fold by themselves, each with the place of its fold. */
function foldedSigns(text: string): readonly FoldedSign[] {
  const signs: FoldedSign[] = [];
  let foldedAt = 0;
  let start = 0;
  let end = 0;
  const close = () => {
    if (end === start) return;
    signs.push({ start, end, foldedAt });
    foldedAt += foldText(text.slice(start, end)).length;
    start = end;
  };
  for (const character of text) {
    const joins = character >= '\u0300' && joiner.test(character.normalize('NFKD'));
    if (!joins) close();
    end += character.length;
  }
  close();
  return signs;
}

/** Index of the sign whose fold holds a place. */
function signAt(signs: readonly FoldedSign[], place: number): number {
  let low = 0;
  let high = signs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((signs[middle]?.foldedAt ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Spans in order, with those that touch or overlap made one. */
function joined(spans: readonly TextSpan[]): readonly TextSpan[] {
  const merged: TextSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
