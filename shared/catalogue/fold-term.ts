const firstHiragana = 0x3041;
const lastHiragana = 0x3096;
const toKatakana = 0x60;

/**
 * Folds a term so that two ways of writing it compare equal: width, case, kana, blanks, hyphens,
 * middle dots and brackets make no difference.
 */
export function foldTerm(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFKC');
  let folded = '';
  for (const char of plain.replace(/[\s\-_‐–—・.()（）「」]/g, '')) {
    const code = char.codePointAt(0) ?? 0;
    folded +=
      code >= firstHiragana && code <= lastHiragana
        ? String.fromCodePoint(code + toKatakana)
        : char;
  }
  return folded;
}
