import { expect, test } from 'vitest';
import { entryKindNames, entryKinds, findEntryKind } from '#shared/domain/entry-kind.ts';

test('every kind is found by each of its names, and no name is used twice', () => {
  const names = entryKinds.flatMap((kind) =>
    [...entryKindNames[kind].en, ...entryKindNames[kind].ja].map((name) => [name, kind] as const),
  );
  expect(names.map(([name]) => findEntryKind(name))).toEqual(names.map(([, kind]) => kind));
  expect(new Set(names.map(([name]) => name)).size).toBe(names.length);
});

test('width and case do not matter, and other words are no kinds', () => {
  expect(['DECISION', 'ｎｏｔｅ', '', 'decisions', '__proto__'].map(findEntryKind)).toEqual([
    'decision',
    'note',
    undefined,
    undefined,
    undefined,
  ]);
});
