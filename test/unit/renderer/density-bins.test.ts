import { expect, test } from 'vitest';
import { countDensity } from '../../../renderer/features/timeline/density-bins.ts';
import { timelineRow } from './timeline-rows.ts';

const at = (text: string) => Date.parse(`2026-${text}:00Z`);

test('bins have a width that a clock can name and begin at round local times', () => {
  const rows = [timelineRow('01-05T03:07'), timelineRow('01-05T03:08'), timelineRow('01-06T02:50')];
  const density = countDensity(rows, 'Asia/Tokyo', 60);
  expect(density).toMatchObject({ from: at('01-05T03:00'), step: 30 * 60_000, highest: 2 });
  expect(density?.bins.map(({ start, total, first }) => [start, total, first])).toEqual([
    [at('01-05T03:00'), 2, rows[0]?.id],
    [at('01-06T02:30'), 1, rows[2]?.id],
  ]);
});

test('an entry with several stages counts once, by its last stage', () => {
  const rows = [timelineRow('01-05T03:07', { stages: ['delivery', 'actions-on-objectives'] })];
  expect(countDensity(rows, 'UTC', 60)?.bins[0]?.counts).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
});

test('entries without a time are not in the strip', () => {
  expect(countDensity([timelineRow(undefined)], 'UTC', 60)).toBeUndefined();
  expect(
    countDensity([timelineRow('01-05T03:07'), timelineRow(undefined)], 'UTC', 60)?.bins.length,
  ).toBe(1);
});
