import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  evidenceRoot,
  makeSeal,
  sealFromWords,
  sealValue,
  sealWords,
  shortSeal,
} from '#shared/journal/seal.ts';
import { sha256Hex } from '../../../electron/notebook/node-crypto.ts';

const hex = (digits: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits });

describe('a seal', () => {
  test('is the SHA-256 of the heads in canonical JSON, whatever their order', () => {
    const a = `k1-${'a'.repeat(32)}`;
    const b = `k1-${'b'.repeat(32)}`;
    const hash = '0'.repeat(64);
    const text = `{"${a}":[1,"${hash}"],"${b}":[2,"${hash}"]}`;
    expect(sealValue({ [b]: [2, hash], [a]: [1, hash] }, sha256Hex)).toBe(sha256Hex(text));
  });

  test('of an empty notebook is the SHA-256 of {}, with the root of no evidence', () => {
    expect(makeSeal({}, [], sha256Hex)).toEqual({
      value: sha256Hex('{}'),
      heads: {},
      evidence: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    });
  });

  test('takes evidence as a set: each hash once, in ascending order, each with a line feed', () => {
    const [one, two] = ['1'.repeat(64), '2'.repeat(64)];
    const root = sha256Hex(`${one}\n${two}\n`);
    expect(evidenceRoot([two, one, two], sha256Hex)).toBe(root);
  });

  test('has the words of BIP-39 for its first 128 bits', () => {
    // Test vectors of the reference implementation (trezor/python-mnemonic, vectors.json, English).
    expect(sealWords('0'.repeat(64))).toBe(`${'abandon '.repeat(11)}about`);
    expect(sealWords(`${'7f'.repeat(16)}${'0'.repeat(32)}`)).toBe(
      'legal winner thank year wave sausage worth useful legal winner thank yellow',
    );
  });

  test('is found again by its words, however they were typed', () => {
    fc.assert(
      fc.property(hex(64), (value) => {
        const typed = `  ${sealWords(value).toUpperCase().replaceAll(' ', '  \n')} `;
        expect(sealFromWords(typed)).toEqual({ ok: true, value: value.slice(0, 32) });
      }),
    );
  });

  test.each([
    '',
    'abandon',
    'abandon '.repeat(12),
    `${'abandon '.repeat(11)}kiroku`,
    `${'abandon '.repeat(23)}art`,
  ])('is not read from "%s"', (text) => {
    expect(sealFromWords(text)).toEqual({ ok: false, error: { kind: 'not-seal-words' } });
  });

  test('has a short form for the foot of a page', () => {
    expect(shortSeal('0123456789abcdef')).toBe('0123 4567');
  });
});
