import { expect, test } from 'vitest';
import { containsWords, foldText, searchWords } from '#shared/domain/text-search.ts';

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
