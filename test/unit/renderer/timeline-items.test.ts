import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dayOf,
  itemAt,
  placeOfRow,
  rowAt,
  toItems,
} from '../../../renderer/features/timeline/timeline-items.ts';
import { changingTimelines } from './changing-timelines.ts';
import { timelineRow } from './timeline-rows.ts';

function headings(rows: Parameters<typeof toItems>[0], zone: string) {
  return toItems(rows, zone).days.map(({ key, count }) => [key, count]);
}

const rows = [
  timelineRow('01-05T14:30'),
  timelineRow('01-05T15:30'),
  timelineRow('01-07T02:00'),
  timelineRow(undefined),
  timelineRow(undefined),
];

test('a day begins where the zone that is shown says so', () => {
  expect(headings(rows, 'UTC')).toEqual([
    ['2026-01-05', 2],
    ['2026-01-07', 1],
    ['unknown', 2],
  ]);
  expect(headings(rows, 'Asia/Tokyo')).toEqual([
    ['2026-01-05', 1],
    ['2026-01-06', 1],
    ['2026-01-07', 1],
    ['unknown', 2],
  ]);
});

test('a day of 25 hours is one day', () => {
  const day = [timelineRow('10-24T22:30'), timelineRow('10-25T22:45'), timelineRow('10-25T23:15')];
  expect(headings(day, 'Europe/Berlin')).toEqual([
    ['2026-10-25', 2],
    ['2026-10-26', 1],
  ]);
});

test('no rows make no headings', () => {
  expect(toItems([], 'UTC')).toMatchObject({ days: [], length: 0 });
  expect(itemAt(toItems([], 'UTC'), 0)).toBeUndefined();
});

test('items that follow a timeline are those of the timeline as it stands', () => {
  fc.assert(
    fc.property(changingTimelines, fc.constantFrom('UTC', 'Asia/Tokyo'), (timelines, zone) => {
      let items = toItems([], zone);
      for (const now of timelines) {
        items = toItems(now, zone, items);
        expect(items).toEqual(toItems(now, zone));
      }
    }),
  );
});

test('items are made again for another zone', () => {
  const utc = toItems(rows, 'UTC');
  expect(toItems(rows, 'Asia/Tokyo', utc)).toEqual(toItems(rows, 'Asia/Tokyo'));
});

test('every place has its item, and every row its place', () => {
  const items = toItems(rows, 'UTC');
  const keys = Array.from({ length: items.length + 1 }, (_, place) => itemAt(items, place)?.key);
  const ids = rows.map(({ id }) => id);
  expect(keys).toEqual([
    '2026-01-05',
    ...ids.slice(0, 2),
    '2026-01-07',
    ids[2],
    'unknown',
    ...ids.slice(3),
    undefined,
  ]);
  expect(rows.map((_, at) => placeOfRow(items, at))).toEqual([1, 2, 4, 6, 7]);
  expect([0, 1, 2, 3, 4].map((place) => rowAt(items, place))).toEqual([0, 0, 1, 2, 2]);
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((place) => dayOf(items, place)?.key)).toEqual([
    ...Array(3).fill('2026-01-05'),
    ...Array(2).fill('2026-01-07'),
    ...Array(3).fill('unknown'),
  ]);
});
