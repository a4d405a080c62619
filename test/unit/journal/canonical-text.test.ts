import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalize } from '#shared/journal/canonical-json.ts';
import { isSurelyCanonical } from '#shared/journal/canonical-text.ts';

const plainText = fc.string({
  unit: fc.constantFrom('a', 'Z', '0', ' ', '/', '"', '\\', '\n', 'が'),
});
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.integer(),
    plainText,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: fc.constantFrom('a', 'b', '_', '1', '}') }), tie('value'), {
      maxKeys: 4,
    }),
  ),
}));

test('knows the canonical spelling at once', () => {
  fc.assert(
    fc.property(value, (any) => {
      const text = canonicalize(any);
      // An empty key is left to the slow way.
      expect(isSurelyCanonical(text)).toBe(!text.includes('"":'));
    }),
  );
});

const pieces = [' ', '\t', '0', '-', '-0', '.0', 'e1', '9', '9999999999999999', '1', 'true'].concat(
  ['"', '\\', '\\/', '\\u0061', '\\ud800', '\ud800', '\u007f', ',', ':', '{', '}', '[', ']'],
  ['"a":1,', '"a":1'],
);

test('never takes another spelling for it', () => {
  const piece = fc.constantFrom(...pieces);
  fc.assert(
    fc.property(
      value,
      fc.array(fc.tuple(fc.nat(), fc.nat(2), piece), { minLength: 1, maxLength: 3 }),
      (any, changes) => {
        let text = canonicalize(any);
        for (const [place, cut, put] of changes) {
          const at = place % (text.length + 1);
          text = text.slice(0, at) + put + text.slice(at + cut);
        }
        expect(isJson(text) && isSurelyCanonical(text) ? respelled(text) : text).toBe(text);
      },
    ),
    { numRuns: 20_000 },
  );
});

test.each([
  '{"b":1,"a":2}',
  '{"a":1,"a":1}',
  '{"a":{"b":1},"a":2}',
  '[1, 2]',
  '{ "a":1}',
  '"\\u0041"',
  '"\\/"',
  '"\\u000A"',
  '"\\ud83d\\ude00"',
  '"\ud800"',
  '-0',
  '1.0',
  '1e3',
  '9007199254740993',
  '{"ä":1}',
  '{"\\u0061":1}',
  `${'['.repeat(65)}${']'.repeat(65)}`,
])('leaves %s to the slow way', (text) => {
  expect(isSurelyCanonical(text)).toBe(false);
});

function respelled(text: string): string {
  return canonicalize(JSON.parse(text) as unknown);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
