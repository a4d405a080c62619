import { expect, test } from 'vitest';
import { timeWidth } from '../../../renderer/features/timeline/time-width.ts';
import { unknownEntryTime } from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';

function widthOf(text: string) {
  const time = parseTime(text, { nowMs: Date.parse('2026-01-05T06:00:00Z'), zone: 'Asia/Tokyo' });
  if (!time.ok) throw new Error(text);
  return timeWidth(time.value);
}

test('a time to the minute is drawn sharp', () => {
  expect(widthOf('14:02')).toEqual({ kind: 'sharp' });
});

test('a wider time has a wider bar', () => {
  const widths = ['~14:00±5m', '~14:00±2h', '2026-01-04', '2025-12'].map((text) => {
    const width = widthOf(text);
    return width.kind === 'wide' ? width.fraction : 0;
  });
  expect(widths).toEqual(widths.toSorted((a, b) => a - b));
  expect(new Set(widths).size).toBe(4);
});

test('before and after are open on one side', () => {
  expect([widthOf('<03:10'), widthOf('>03:10')]).toEqual([{ kind: 'before' }, { kind: 'after' }]);
});

test('an unknown time has no bar', () => {
  expect(timeWidth(unknownEntryTime('UTC'))).toEqual({ kind: 'sharp' });
});
