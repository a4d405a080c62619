import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExactJson } from '#shared/import/exact-json.ts';

test.each([
  ['9007199254740993', '9007199254740993'],
  ['-9007199254740993', '-9007199254740993'],
  ['18446744073709551615', '18446744073709551615'],
  ['9007199254740991', 9_007_199_254_740_991],
  ['1000000000000000000', 1e18],
  ['1591367999.305988123', 1_591_367_999.305_988],
  ['12345678901234567e3', 12_345_678_901_234_567e3],
])('%s keeps its digits', (text, value) => {
  expect(parseExactJson(text)).toEqual(value);
  expect(parseExactJson(`{"a":[${text}, "x ${text} \\" ${text}"]}`)).toEqual({
    a: [value, `x ${text} " ${text}`],
  });
});

test.each(['{"a":09007199254740993}', '90071992547409931 2', '"9007199254740993'])(
  '%s is no JSON before and after',
  (text) => {
    expect(() => parseExactJson(text)).toThrow(SyntaxError);
  },
);

test('what JSON can hold without loss is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const isShort = !/\d{16}/.test(text.replaceAll(/"(?:[^"\\]|\\.)*"/gs, ''));
      fc.pre(isShort);
      expect(parseExactJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('every whole number comes back with its digits', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), (number) => {
      expect(BigInt(String(parseExactJson(`[${number}]`)))).toBe(number);
    }),
  );
});
