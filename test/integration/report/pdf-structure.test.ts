import { expect, test } from 'vitest';
import { pdfLacksText, wordWritten } from '#shared/i18n/word-pdf.ts';
import { pdfLacks } from '../../../electron/report/pdf-structure.ts';

function pdf(catalogue: string, info = ''): Uint8Array {
  return Buffer.from(
    [
      '%PDF-1.4',
      `1 0 obj\n<</Title (${info})>>\nendobj`,
      `12 0 obj\n<</Type /Catalog\n/Pages 2 0 R${catalogue}>>\nendobj`,
      'xref\n0 1\ntrailer\n<</Size 13\n/Root 12 0 R\n/Info 1 0 R>>\nstartxref\n9\n%%EOF',
    ].join('\n'),
    'latin1',
  );
}

test.each([
  ['neither', '', ['tags', 'outline']],
  ['tags', '\n/MarkInfo <</Marked true>>\n/StructTreeRoot 9 0 R', ['outline']],
  ['both', '\n/StructTreeRoot 9 0 R\n/Outlines 8 0 R', []],
])('a PDF with %s says what it lacks', (_name, catalogue, lacks) => {
  expect(pdfLacks(pdf(catalogue))).toEqual(lacks);
});

test('a title that speaks of tags is no tag, and what is no PDF has nothing', () => {
  expect(pdfLacks(pdf('', '/StructTreeRoot /Outlines'))).toEqual(['tags', 'outline']);
  expect(pdfLacks(Buffer.from('trailer /Root 1 0 R'))).toEqual(['tags', 'outline']);
  expect(pdfLacks(new Uint8Array())).toEqual(['tags', 'outline']);
});

test('the reader hears in words what is missing and which file has it', () => {
  expect(pdfLacksText(['tags', 'outline'], 'en')).toMatch(
    /no tags for screen readers and no outline.*Word/,
  );
  expect(pdfLacksText(['outline'], 'ja')).toContain('しおりがありません');
});

test('what was written is followed by what it lacks, and by no other file where there is none', () => {
  expect(wordWritten('Written to a.pdf', {}, 'en')).toBe('Written to a.pdf');
  const lacks = ['tags'] as const;
  expect(wordWritten('Written to a.pdf', { lacks }, 'en')).toMatch(
    /^Written to a\.pdf\. This PDF has no tags.*Word/,
  );
  const form = wordWritten('a.pdfに書き出しました', { lacks }, 'ja', 'pdf');
  expect(form).toMatch(/^a\.pdfに書き出しました。このPDFには.*ためです。$/);
  expect(form).not.toContain('Word');
});
