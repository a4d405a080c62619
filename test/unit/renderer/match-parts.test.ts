import { expect, test } from 'vitest';
import { searchWords } from '#shared/domain/text-search.ts';
import { rowLine } from '../../../renderer/records/row-line.ts';
import { matchParts } from '../../../renderer/records/match-parts.ts';

/** Matches in brackets. */
function marked(text: string, query: string): string {
  return matchParts(text, searchWords(query))
    .map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join('');
}

test('marks every match as it is written, whatever its case or width', () => {
  expect(marked('PowerShell ran POWERSHELL.exe', 'powershell')).toBe(
    '[PowerShell] ran [POWERSHELL].exe',
  );
  expect(marked('ｻｰﾊﾞｰが停止', 'サーバー')).toBe('[ｻｰﾊﾞｰ]が停止');
  expect(marked('ﬁle and file', 'fi')).toBe('[ﬁ]le and [fi]le');
});

test('joins matches that touch or overlap, and leaves the text whole', () => {
  expect(marked('abcabc', 'ab bc')).toBe('[abcabc]');
  for (const text of ['', 'x', 'é́', '\uD800 half', '👩‍💻 ok'])
    expect(
      matchParts(text, ['o'])
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
});

test('a match far into a long text is brought into sight', () => {
  const text = `${'a '.repeat(200)}needle\nand more`;
  const parts = rowLine(text, ['needle']);
  expect(parts[0]?.text.startsWith('…')).toBe(true);
  expect(parts[0]?.text.length).toBeLessThan(40);
  expect(parts[1]).toEqual({ text: 'needle', isMatch: true });
  expect(rowLine(text, [])[0]?.text.startsWith('a a')).toBe(true);
});
