import { describe, expect, test } from 'vitest';
import { evidenceGuidance } from '#shared/catalogue/evidence-guidance.ts';
import {
  claimedHash,
  compareClaim,
  evidenceFieldsSchema,
  evidenceTextFields,
  longestOf,
} from '#shared/domain/evidence-fields.ts';

const md5 = 'd41d8cd98f00b204e9800998ecf8427e';
const sha1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('fields of an item', () => {
  test('take as many characters as the schema allows, and not one more', () => {
    for (const name of evidenceTextFields) {
      const longest = 'x'.repeat(longestOf(name));
      expect(evidenceFieldsSchema.safeParse({ [name]: longest }).success, name).toBe(true);
      expect(evidenceFieldsSchema.safeParse({ [name]: `${longest}x` }).success, name).toBe(false);
    }
  });

  test('have every field of the forms that is not recorded elsewhere', () => {
    // Of the item itself, of its file, of its custody, of the entries that cite it.
    const elsewhere = new Set([
      'itemNo',
      'hash',
      'size',
      'verifiedAt',
      'linkedEntries',
      'systemClock',
    ]);
    const asked = evidenceGuidance.itemFields
      .map(({ id }) => id)
      .filter((id) => !elsewhere.has(id));
    expect(Object.keys(evidenceFieldsSchema.shape)).toEqual(expect.arrayContaining(asked));
  });
});

describe('a hash that came with an item', () => {
  test.each([
    [md5, 'md5'],
    [`MD5: ${md5.toUpperCase()}`, 'md5'],
    [sha1.replaceAll(/(.{8})/g, '$1 '), 'sha1'],
    [`sha256=${sha256}`, 'sha256'],
    [`ＭＤ５：${md5}`, 'md5'],
  ])('%s is told by its length', (said, algorithm) => {
    expect(claimedHash(said)?.algorithm).toBe(algorithm);
  });

  test.each(['', 'unknown', md5.slice(1), `${sha256}00`, 'not: a hash', 'g'.repeat(32)])(
    '%s is none',
    (said) => {
      expect(claimedHash(said)).toBeUndefined();
    },
  );

  test('is held against the hash of its own kind only', () => {
    expect(compareClaim(md5, { md5 })).toBe('same');
    expect(compareClaim(md5, { md5: '0'.repeat(32) })).toBe('differs');
    expect(compareClaim(md5, { sha256 })).toBeUndefined();
    expect(compareClaim(undefined, { md5 })).toBeUndefined();
  });
});
