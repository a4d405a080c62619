import { expect, test } from 'vitest';
import { isLateEntry } from '#shared/domain/late-entry.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { entryContent } from '../../fixtures/test-operations.ts';

const zone = 'Asia/Tokyo';
const at = (text: string) => {
  const read = parseTime(text, { nowMs: Date.parse('2026-01-10T00:00:00Z'), zone });
  if (!read.ok) throw new Error(text);
  return read.value;
};
const written = (local: string) => Date.parse(`${local}+09:00`);

test.each([
  ['2026-01-05 23:50', '2026-01-06T00:20:00', false],
  ['2026-01-05 23:50', '2026-01-06T00:51:00', true],
  ['2026-01-05 00:10', '2026-01-05T23:50:00', false],
  ['2026-01-05 12:00', '2026-01-07T12:00:00', true],
  ['~2026-01-05 23:50±2h', '2026-01-06T01:30:00', false],
  ['~2026-01-05 23:50±2h', '2026-01-06T03:30:00', false],
  ['~2026-01-05 20:50±2h', '2026-01-06T00:30:00', true],
  ['2026-01-05', '2026-01-05T23:59:00', false],
  ['2026-01-05', '2026-01-06T00:30:00', false],
  ['2026-01-05', '2026-01-06T01:30:00', true],
  ['2025-12', '2026-01-01T00:30:00', false],
  ['2025-12', '2026-01-03T00:30:00', true],
  ['2026-01-05 10:00..2026-01-06 09:00', '2026-01-06T12:00:00', false],
  ['<2026-01-05 10:00', '2026-01-08T12:00:00', true],
  ['>2026-01-05 10:00', '2026-01-08T12:00:00', false],
  ['--:--', '2026-01-08T12:00:00', false],
])('%s written at %s', (typed, wall, late) => {
  expect(isLateEntry(entryContent('x', { at: at(typed) }), written(wall))).toBe(late);
});

test('an entry counts from when it was noticed, and what a log says is never late', () => {
  const old = { at: at('2026-01-01 10:00') };
  const wall = written('2026-01-05T10:00:00');
  const noticed = { ...old, noticed: at('2026-01-05 09:30') };
  expect(
    [old, noticed, { ...old, logSource: 'vpn' }, { ...old, source: 'a'.repeat(32) }].map((change) =>
      isLateEntry(entryContent('x', change), wall),
    ),
  ).toEqual([true, false, false, false]);
});
