import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileLayout } from '#shared/import/log-reader.ts';
import { cutAll } from './cut-all.ts';

const values = { shape: 'json', cut: 'values' } as const;
const elements = { shape: 'json', cut: 'elements' } as const;
const within = { shape: 'json', cut: 'elements', within: 'Records' } as const;
const members = { shape: 'json', cut: 'members' } as const;

const parsed = (text: string, layout: FileLayout, lengths?: readonly number[]) =>
  cutAll(text, layout, { ...(lengths !== undefined && { lengths }) }).records.map(
    ({ raw }) => JSON.parse(String(raw)) as unknown,
  );
const pieces = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });
const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), {
  minLength: 1,
  maxLength: 6,
});
const longerPieces = fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 1, maxLength: 4 });
const indent = fc.constantFrom(0, 1, 2, 4);

test('finds every value, however it is written and divided', () => {
  fc.assert(
    fc.property(
      objects,
      indent,
      longerPieces,
      fc.constantFrom('\n', '', '\r\n', ' '),
      (list, spaces, lengths, between) => {
        const each = list.map((value) => JSON.stringify(value, undefined, spaces));
        const same = JSON.parse(`[${each.join(',')}]`) as unknown;
        expect(parsed(each.join(between), values, lengths)).toEqual(same);
        expect(parsed(JSON.stringify(list, undefined, spaces), elements, lengths)).toEqual(same);
        const wrapped = { a: [{ Records: 1 }], Records: list, b: 'Records' };
        expect(parsed(JSON.stringify(wrapped, undefined, spaces), within, lengths)).toEqual(same);
        const named = Object.fromEntries(list.map((value, at) => [`event_${at}`, value]));
        expect(parsed(JSON.stringify(named, undefined, spaces), members, lengths)).toEqual(same);
      },
    ),
    { numRuns: 200 },
  );
});

test('gives the same records of any text wherever it is divided', () => {
  const careless = fc
    .array(
      fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', '\n', '1', 'a', ' ', '{"a":1}'),
      {
        maxLength: 50,
      },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      careless,
      pieces,
      fc.constantFrom<FileLayout>(values, elements, within, members),
      (text, lengths, layout) => {
        expect(cutAll(text, layout, { lengths })).toEqual(cutAll(text, layout));
      },
    ),
    { numRuns: 3_000 },
  );
});

test('leaves out a broken value with its line, and goes on behind it', () => {
  const text = [
    '{"n":1}',
    '{"n":2, "cut',
    '{"n":3}',
    '{"open":',
    '{"n":4}',
    'no json',
    '{"n":5}',
  ].join('\n');
  const { records, broken } = cutAll(text, values);
  // What is no JSON at all is cut as a line, and cannot be read.
  expect(records.map(({ raw, line }) => [line, raw])).toEqual([
    [1, '{"n":1}'],
    [3, '{"n":3}'],
    [5, '{"n":4}'],
    [6, 'no json'],
    [7, '{"n":5}'],
  ]);
  expect(broken).toEqual([
    { line: 2, reason: 'broken-json' },
    { line: 4, reason: 'broken-json' },
  ]);
});

test('goes on at the next element that is indented like the broken one', () => {
  const text = '[\n  {\n    "a": {\n      "b": "cut\n    }\n  },\n  {\n    "a": 2\n  }\n]\n';
  const { records, broken } = cutAll(text, elements);
  expect(records.map(({ raw }) => JSON.parse(String(raw)) as unknown)).toEqual([{ a: 2 }]);
  expect(broken).toEqual([{ line: 2, reason: 'broken-json' }]);
});

test('survives JSON that is nested without end, and one that never ends', () => {
  const deep = `${'{"a":'.repeat(100_000)}\n{"n":1}\n`;
  expect(cutAll(deep, values)).toMatchObject({
    records: [{ raw: '{"n":1}', line: 2 }],
    broken: [{ line: 1, reason: 'broken-json' }],
  });
  const endless = `{"a":[${'1,'.repeat(1_000)}\n{"n":1}\n`;
  expect(cutAll(endless, values, { limit: 200, lengths: [50] }).records.at(-1)).toMatchObject({
    raw: '{"n":1}',
  });
});
