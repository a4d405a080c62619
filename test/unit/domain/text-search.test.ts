import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsWords, findWords, foldText, searchWords } from '#shared/domain/text-search.ts';

test.each([
  ['half-width kana', 'ﾗﾝｻﾑｳｪｱ', 'ランサムウェア'],
  ['half-width kana with voicing marks', 'ﾊﾞｯｸｱｯﾌﾟ', 'バックアップ'],
  ['hiragana', 'らんさむ', 'ランサム'],
  ['full-width letters', 'ＶＰＮ', 'vpn'],
  ['case', 'PsExec', 'psexec'],
])('%s fold to the same text', (_what, written, sought) => {
  expect(foldText(written)).toBe(foldText(sought));
});

test('every word of a query has to be found, in any order and inside words', () => {
  const text = foldText('電子カルテサーバーで Ransomware を確認');
  expect(containsWords(text, searchWords('さーばー　ｒａｎｓｏｍ'))).toBe(true);
  expect(containsWords(text, searchWords('サーバー wiper'))).toBe(false);
});

test('an empty query finds everything', () => {
  expect(containsWords('', searchWords('  '))).toBe(true);
});

test.each([
  ['half-width kana with voicing marks', 'ﾊﾞｯｸｱｯﾌﾟを復元', 'バック', 'ﾊﾞｯｸ'],
  ['a sign that stands for several', '1㌔先', 'ロ', '㌔'],
  ['signs outside the basic plane', '𠮷野家のＰＣ', 'pc', 'ＰＣ'],
  ['a ligature', 'the oﬃce', 'fi', 'ﬃ'],
  ['a letter with a mark of its own', 'cafe\u0301s', 'fé', 'fe\u0301'],
  ['a sigma inside a word', 'ΟΔΟΣ', 'οδοσ', 'ΟΔΟΣ'],
  ['what follows a dotted capital I', 'İstanbul vpn', 'vpn', 'vpn'],
])('marks %s as it was written', (_what, text, query, marked) => {
  const spans = findWords(text, searchWords(query));
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([marked]);
});

test('marks every place of every word once', () => {
  expect(findWords('vpn VPN pnx', searchWords('vpn pn'))).toEqual([
    { start: 0, end: 3 },
    { start: 4, end: 7 },
    { start: 8, end: 10 },
  ]);
  expect(findWords('nothing', searchWords('vpn'))).toEqual([]);
});

/** Texts of what is hard to fold among what is not. */
const hardText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      'ﾊ',
      'ﾞ',
      'ﾟ',
      'は',
      '\u3099',
      'バ',
      '㌔',
      '㍿',
      'ﬃ',
      'Σ',
      'İ',
      'é',
      'e',
      '\u0301',
    ),
    fc.constantFrom(
      '각',
      '\u1100',
      '\u1161',
      '\u11a8',
      'ﾡ',
      'ￂ',
      '𠮷',
      '𝕏',
      'Ａ',
      'a',
      ' ',
      '½',
      '゛',
      '\ud800',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
});

test('what is marked folds to the word, but for signs that stand for several', () => {
  fc.assert(
    fc.property(hardText, fc.nat(), fc.nat(), (text, from, length) => {
      const folded = foldText(text);
      const start = from % (folded.length + 1);
      const word = folded.slice(start, start + 1 + (length % 4));
      fc.pre(word !== '' && !/\s/.test(word));
      const spans = findWords(text, [word]);
      expect(spans.length).toBeGreaterThan(0);
      const found: string[] = [];
      for (const { start: at, end } of spans) {
        const marked = text.slice(at, end);
        expect(foldText(marked)).toContain(word);
        // The text is folded sign by sign: what stands before folds to what stood before.
        expect(folded.startsWith(foldText(text.slice(0, at)) + foldText(marked))).toBe(true);
        found.push(foldText(marked));
      }
      // Nothing is marked that could be left out at either end.
      const places = found.reduce((sum, part) => sum + part.split(word).length - 1, 0);
      expect(places).toBeGreaterThanOrEqual(folded.split(word).length - 1);
    }),
    { numRuns: 3000 },
  );
});
