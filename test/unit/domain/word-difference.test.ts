import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DifferencePart, wordDifference } from '#shared/domain/word-difference.ts';

const without = (parts: readonly DifferencePart[], kind: DifferencePart['kind']): string =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');
const marked = (before: string, after: string): string =>
  wordDifference(before, after)
    .map(({ kind, text }) => ({ same: text, added: `[+${text}]`, removed: `[-${text}]` })[kind])
    .join('');

test.each([
  ['VPN account used', 'VPN account misused', 'VPN account [-used][+misused]'],
  ['a b c', 'a c', 'a [-b ]c'],
  ['a c', 'a b c', 'a [+b ]c'],
  ['', 'new', '[+new]'],
  ['same', 'same', 'same'],
  ['電子カルテが停止した', '電子カルテが復旧した', '電子カルテが[-停止][+復旧]した'],
])('%j to %j', (before, after, expected) => {
  expect(marked(before, after)).toBe(expected);
});

test('the parts are both texts, whatever they hold', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom('a', ' ', 'b', '停止', '\ud83d', '👩‍💻', '\u202e', '\n'), {
        maxLength: 30,
      })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDifference(before, after);
      expect([without(parts, 'added'), without(parts, 'removed')]).toEqual([before, after]);
      expect(parts.every(({ text: each }) => each !== '')).toBe(true);
      for (const [index, { kind }] of parts.entries())
        expect(parts[index - 1]?.kind).not.toBe(kind);
    }),
    { numRuns: 300 },
  );
});

test('two long texts with nothing in common are shown as replaced whole', () => {
  const [before, after] = ['a '.repeat(50_000), 'b '.repeat(50_000)];
  const parts = wordDifference(before, after);
  expect([without(parts, 'added'), without(parts, 'removed')]).toEqual([before, after]);
});
