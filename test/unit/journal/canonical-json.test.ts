import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalize, parseCanonical } from '#shared/journal/canonical-json.ts';
import { deepestNesting } from '#shared/journal/canonical-text.ts';

describe('canonical JSON', () => {
  test('writes the string example of RFC 8785 section 3.2.2', () => {
    const value = JSON.parse(
      '{"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    ) as unknown;
    expect(canonicalize(value)).toBe(
      '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test.each([
    [0, '0'],
    [1, '1'],
    [-1, '-1'],
    [9_007_199_254_740_991, '9007199254740991'],
    [-9_007_199_254_740_991, '-9007199254740991'],
  ])('writes the integer %d', (value, text) => {
    expect(canonicalize(value)).toBe(text);
    expect(parseCanonical(text)).toEqual({ ok: true, value });
  });

  // RFC 8785 appendix B: numbers that are canonical there and outside this profile.
  test.each([
    '5e-324',
    '1.7976931348623157e+308',
    '9007199254740992',
    '295147905179352830000',
    '1e+23',
    '333333333.3333333',
    '0.000001',
    '1424953923781206.2',
  ])('refuses the number %s', (text) => {
    expect(parseCanonical(text)).toEqual({
      ok: false,
      error: { kind: 'outside-profile', reason: 'number' },
    });
  });

  test('escapes what RFC 8785 escapes and nothing else', () => {
    const controls = Array.from({ length: 0x20 }, (_, code) => String.fromCodePoint(code)).join('');
    expect(canonicalize(controls)).toBe(
      '"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f' +
        '\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f"',
    );
    for (const text of [
      '\u007f',
      '\u0080',
      '\u2028',
      '\u2029',
      '\ufeff',
      '\uffff',
      '/',
      '😀',
      'が',
      'か\u3099',
    ])
      expect(canonicalize(text)).toBe(`"${text}"`);
  });

  test('orders keys by their ASCII codes', () => {
    expect(canonicalize({ b: 1, a: 2, B: 3, '10': 4, '9': 5, '': 6, _: 7 })).toBe(
      '{"":6,"10":4,"9":5,"B":3,"_":7,"a":2,"b":1}',
    );
  });

  test.each([
    ['not-json', ['', '{', '{"a":1,}', "{'a':1}", '\ufeff{}', 'NaN', '01', '"\n"']],
    [
      'not-canonical',
      [
        ' {}',
        '{} ',
        '{"a": 1}',
        '{"b":1,"a":1}',
        '{"a":1,"a":1}',
        '-0',
        '1.0',
        '1e2',
        '"\\u0041"',
        '"\\/"',
        '"\\u001F"',
        '"\\ud83d\\ude00"',
      ],
    ],
    [
      'outside-profile',
      ['0.5', '1e400', '9007199254740993', '"\\ud800"', '{"é":1}', '{"\\u0000":1}', '{"\u007f":1}'],
    ],
  ])('refuses as %s', (kind, texts) => {
    for (const text of texts)
      expect(parseCanonical(text), text).toMatchObject({ ok: false, error: { kind } });
  });

  test('takes nesting as deep as every reader has to, and no deeper', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
    expect(parseCanonical(nested(deepestNesting)).ok).toBe(true);
    expect(parseCanonical(nested(deepestNesting + 1)).ok).toBe(false);
    expect(parseCanonical(nested(300_000)).ok).toBe(false);
  });

  test('keeps a key called __proto__ as data', () => {
    const read = parseCanonical('{"__proto__":{"a":1}}');
    expect(read.ok && canonicalize(read.value)).toBe('{"__proto__":{"a":1}}');
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  test('reads back whatever it writes, and writes one text for one value', () => {
    const value = fc.anything({
      values: [
        fc.constant(null),
        fc.boolean(),
        fc.maxSafeInteger(),
        fc.string({ unit: 'binary', maxLength: 20 }),
      ],
      key: fc.string({ unit: 'grapheme-ascii', maxLength: 6 }),
      maxDepth: 3,
      maxKeys: 4,
    });
    fc.assert(
      fc.property(value, (json) => {
        const text = canonicalize(json);
        const read = parseCanonical(text);
        expect(read.ok && canonicalize(read.value)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(json)));
      }),
      { numRuns: 25 },
    );
  });
});
