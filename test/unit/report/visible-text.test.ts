import { expect, test } from 'vitest';
import { citeEntries } from '#shared/report/citations.ts';
import { orderSections, sectionIds } from '#shared/report/section-ids.ts';
import { sizeText } from '#shared/report/size-text.ts';
import { excerpt, languageOf, visibleText } from '#shared/report/visible-text.ts';

test.each([
  ['a\u0000b', 'a‹U+0000›b'],
  ['\u202Eexe.gpj', '‹U+202E›exe.gpj'],
  ['a\u200Bb\uFEFF', 'a‹U+200B›b‹U+FEFF›'],
  ['lone \uD800', 'lone ‹U+D800›'],
  ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['tab\tand\nline', 'tab\tand\nline'],
  ['👩‍👩‍👧 が', '👩‍👩‍👧 が'],
])('makes %j visible', (text, visible) => {
  expect(visibleText(text)).toBe(visible);
});

test.each([
  ['電子カルテ', 'ja'],
  ['EDR で検知', 'ja'],
  ['plain words', 'en'],
  ['10.0.0.1', undefined],
  ['', undefined],
])('tells the language of %j', (text, language) => {
  expect(languageOf(text)).toBe(language);
});

test.each([
  ['short', 10, 'short'],
  ['two\nlines  here', 20, 'two lines here'],
  ['abcdefghij', 5, 'abcd…'],
  ['👍👍👍👍👍👍', 4, '👍👍👍…'],
  [`${' '.repeat(50)}late`, 5, '…'],
])('cuts %j to %i characters', (text, length, cut) => {
  expect(excerpt(text, length)).toBe(cut);
});

test('runs of entry numbers become ranges, each device for itself, repeats once', () => {
  const refs = ['A-3', 'A-1', 'A-2', 'B-4', 'A-7', 'A-8', 'A-3', '?12ab34cd'];
  const text = citeEntries(refs.map((label) => ({ id: label, label })))
    .map((inline) =>
      inline.kind === 'link'
        ? inline.content.map((part) => ('text' in part ? part.text : '')).join('')
        : 'text' in inline
          ? inline.text
          : '',
    )
    .join('');
  expect(text).toBe('?12ab34cd, A-1–A-3, A-7, A-8, B-4');
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_400_000, '1.4 MB'],
  [5_000_000_000_000_000, '5,000 TB'],
])('writes %i bytes as %s', (bytes, text) => {
  expect(sizeText(bytes, 'en')).toBe(text);
});

test('sections keep their usual order behind those that were put first', () => {
  expect(orderSections()).toEqual(sectionIds);
  const ids = orderSections(['timeline', 'summary'], ['cover']);
  expect(ids.slice(0, 3)).toEqual(['timeline', 'summary', 'contents']);
  expect(ids).toHaveLength(sectionIds.length - 1);
});
