import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDensity } from '../../../renderer/features/timeline/density-bins.ts';
import { changingTimelines } from './changing-timelines.ts';
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

test('a strip that follows a timeline is that of the timeline as it stands', () => {
  fc.assert(
    fc.property(changingTimelines, (timelines) => {
      let density = countDensity([], 'Asia/Tokyo', 12);
      for (const rows of timelines) {
        density = countDensity(rows, 'Asia/Tokyo', 12, density);
        expect(density).toEqual(countDensity(rows, 'Asia/Tokyo', 12));
      }
    }),
  );
});

test('a bar that did not change stays the same object', () => {
  const rows = [timelineRow('01-05T03:07'), timelineRow('01-05T09:00')];
  const before = countDensity(rows, 'UTC', 60);
  const after = countDensity([...rows, timelineRow('01-05T09:01')], 'UTC', 60, before);
  expect(after?.bins[0]).toBe(before?.bins[0]);
  expect(after?.bins[1]?.total).toBe(2);
});

test('a span leaves out what lies beside it, and what only reaches into it', () => {
  const rows = [timelineRow('01-05T03:07'), timelineRow('01-05T09:00'), timelineRow('01-06T09:00')];
  const span = { from: at('01-05T04:00'), until: at('01-05T10:00') };
  const density = countDensity(rows, 'UTC', 60, undefined, span);
  expect(density).toMatchObject({ from: at('01-05T09:00'), step: 60_000 });
  expect(density?.bins.map(({ total }) => total)).toEqual([1]);
  const nothing = { from: at('01-05T04:00'), until: at('01-05T05:00') };
  expect(countDensity(rows, 'UTC', 60, undefined, nothing)).toBeUndefined();
});
