import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAll } from './cut-all.ts';

const line = { shape: 'line' } as const;
const event = { shape: 'xml', element: 'Event' } as const;
const pieces = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });

test('cuts lines at every kind of break, and counts them', () => {
  const lines = (text: string) =>
    cutAll(text, line).records.map((found) => [found.line, found.raw]);
  expect(lines('a\nb\r\n\nc')).toEqual([
    [1, 'a'],
    [2, 'b'],
    [3, ''],
    [4, 'c'],
  ]);
  expect(lines('a\rb\r')).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
  expect(lines('')).toEqual([]);
});

test('gives the same lines wherever the text is divided, too long ones left out', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\0', 'é'), maxLength: 80 });
  fc.assert(
    fc.property(text, pieces, fc.constantFrom(undefined, 8), (given, lengths, limit) => {
      const options = { ...(limit !== undefined && { limit }) };
      const whole = cutAll(given, line, options);
      const divided = cutAll(given, line, { ...options, lengths });
      expect(divided).toEqual(whole);
      for (const { raw, start, end } of whole.records) expect(given.slice(start, end)).toBe(raw);
    }),
    { numRuns: 1_000 },
  );
});

test('takes every element of the name, and none that only begins like it', () => {
  const text = `<?xml version="1.0"?>
<Events><Event a="1"><System/><EventData>x</EventData></Event>
<e:Event xmlns:e='http://x'>
 two</e:Event ><Event/><Eventful>no</Eventful></Events>`;
  expect(cutAll(text, event).records.map((found) => [found.line, found.raw])).toEqual([
    [2, '<Event a="1"><System/><EventData>x</EventData></Event>'],
    [3, "<e:Event xmlns:e='http://x'>\n two</e:Event >"],
    [4, '<Event/>'],
  ]);
});

test('leaves out an element that does not end before the next begins', () => {
  const text = '<Event>1</Event>\n<Event>2\n<Event>3</Event>\n<Event>4';
  expect(cutAll(text, event)).toMatchObject({
    records: [
      { line: 1, raw: '<Event>1</Event>' },
      { line: 3, raw: '<Event>3</Event>' },
    ],
    broken: [
      { line: 2, reason: 'broken-xml' },
      { line: 4, reason: 'broken-xml' },
    ],
  });
});

test('gives the same elements wherever the text is divided', () => {
  const parts = fc.constantFrom(
    '<Event>',
    '<Event a="b">',
    '</Event>',
    '<Event/>',
    '<Eve',
    'x',
    '\n',
    '<e:Event>',
  );
  const text = fc.array(parts, { maxLength: 30 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, pieces, (given, lengths) => {
      expect(cutAll(given, event, { lengths })).toEqual(cutAll(given, event));
    }),
    { numRuns: 1_000 },
  );
});
