import { expect, test } from 'vitest';
import { toldValue } from '#shared/journal/told-value.ts';

test('what is short is told as it is', () => {
  const value = { a: ['x', 1, null], b: { c: true } };
  expect(toldValue(value)).toEqual(value);
});

test('a long text is cut between characters, and says that it is', () => {
  expect(toldValue('x'.repeat(1_001))).toBe(`${'x'.repeat(1_000)}…`);
  expect(toldValue('😀'.repeat(1_001))).toBe(`${'😀'.repeat(1_000)}…`);
});

test('a long list ends where it becomes long, and a deep one where nothing of ours goes', () => {
  const list = toldValue(Array.from({ length: 100_000 }, () => 'ten signs.'));
  expect(list).toHaveLength(101);
  expect(list).toHaveProperty('100', '…');
  let deep: unknown[] = [];
  for (let depth = 0; depth < 100; depth += 1) deep = [deep];
  expect(JSON.stringify(toldValue(deep as never))).toBe('[[[[[[[["…"]]]]]]]]');
});
