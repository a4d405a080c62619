import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { cutAll } from './cut-all.ts';

const comma = { shape: 'cells', delimiter: ',' } as const;
const cellsOf = (text: string, delimiter = ',') =>
  cutAll(text, { shape: 'cells', delimiter }).records.map(({ raw }) => raw);

/** What careless programs write: every mark that means something, close together. */
const careless = fc
  .array(fc.constantFrom('"', '""', ',', '\n', '\r\n', 'a', 'é', ' ', '\\', '=', '\0'), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));
const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });
const table = fc.array(
  fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', '漢') }), {
    minLength: 2,
    maxLength: 4,
  }),
  { minLength: 1, maxLength: 8 },
);

test('gives the cells that papaparse gives for whatever it has written', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom(',', ';', '\t'),
      (rows, newline, delimiter) => {
        const text = Papa.unparse(rows, { newline, delimiter });
        const { data } = Papa.parse(text, { newline, delimiter });
        expect(cellsOf(text, delimiter)).toEqual(data);
      },
    ),
    { numRuns: 500 },
  );
});

test('gives the same records wherever the text is divided', () => {
  fc.assert(
    fc.property(careless, pieces, (text, lengths) => {
      expect(cutAll(text, comma, { lengths })).toEqual(cutAll(text, comma));
    }),
    { numRuns: 2_000 },
  );
});

test('loses no byte: what is no record is a line break or broken', () => {
  fc.assert(
    fc.property(careless, (text) => {
      const { records, broken } = cutAll(text, comma);
      const between = (start: number, end?: number) =>
        broken.length > 0 ? '' : text.slice(start, end).replaceAll(/[\r\n]/g, '');
      let at = 0;
      for (const { start, end, line } of records) {
        expect(line).toBe(text.slice(0, start).split('\n').length);
        expect(between(at, start)).toBe('');
        expect(end).toBeGreaterThanOrEqual(start);
        at = end;
      }
      expect(between(at)).toBe('');
    }),
    { numRuns: 1_000 },
  );
});

test('keeps quotes within a cell, and rows longer and shorter than the header', () => {
  expect(cellsOf('a,b\n5" disk,x,extra\n"say "hi" now",y\n"q" ,z\nshort')).toEqual([
    ['a', 'b'],
    ['5" disk', 'x', 'extra'],
    ['say "hi" now', 'y'],
    ['q', 'z'],
    ['short'],
  ]);
});

test('reads a file whose lines end with carriage returns alone', () => {
  expect(cellsOf('a,b\r1,"x\ry"\r2,z')).toEqual([
    ['a', 'b'],
    ['1', 'x\ry'],
    ['2', 'z'],
  ]);
});

test('breaks the record whose quote is never closed, and no other', () => {
  const { records, broken } = cutAll('a,b\n1,"never\n2,x\n3,"good"\n4,y\n', comma);
  expect({ cells: records.map(({ raw, line }) => [line, raw]), broken }).toEqual({
    cells: [
      [1, ['a', 'b']],
      [3, ['2', 'x']],
      [4, ['3', 'good']],
      [5, ['4', 'y']],
    ],
    broken: [{ line: 2, reason: 'broken-quotes' }],
  });
});

test('gives up a quoted cell that is longer than a record may be', () => {
  const text = `a,b\n1,"never${'\nfill,er'.repeat(30)}\n3,"good"\n`;
  const { records, broken } = cutAll(text, comma, { limit: 100, lengths: [7] });
  expect(broken).toEqual([{ line: 2, reason: 'broken-quotes' }]);
  expect(records.map(({ line }) => line)).toEqual([
    1,
    ...Array.from({ length: 31 }, (_, index) => index + 3),
  ]);
});

test('skips a line that is too long, with its number, in whatever pieces it comes', () => {
  const text = `a,b\n${'x'.repeat(300)},y\n2,c\n`;
  for (const lengths of [[7], [64], [1000]])
    expect(cutAll(text, comma, { limit: 100, lengths })).toMatchObject({
      records: [{ line: 1 }, { line: 3, raw: ['2', 'c'] }],
      broken: [{ line: 2, reason: 'too-long' }],
    });
});

test('does not look through the same text for every quote that is never closed', () => {
  const opening = '"x\n'.repeat(200_000);
  const { records, broken } = cutAll(opening, comma);
  expect([records.length, broken.length]).toEqual([0, 200_000]);
});
