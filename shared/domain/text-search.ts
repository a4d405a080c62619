/** First and last katakana with a hiragana of the same sound, and how far apart the two are. */
const katakana = /[\u30a1-\u30f6]/g;
const hiraganaOffset = 0x60;

/**
 * Folds a text so that what people take for the same word is the same string: full and half width,
 * upper and lower case, hiragana and katakana.
 *
 * NFKC joins half-width kana with their voicing marks, so it comes first.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
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
