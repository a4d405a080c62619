import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayKey } from '#shared/domain/time/format-time.ts';
import {
  dayOf,
  itemAt,
  logAt,
  type LogPlaces,
  placeOfLog,
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

/** Where log rows of these instants, in order, stand among entries; so many more have no time. */
function placesOf(
  logs: readonly number[],
  entries: Parameters<typeof toItems>[0],
  zone: string,
  untimed: number,
): LogPlaces {
  const days = logs.flatMap((instant, place) => {
    const key = dayKey(instant, zone);
    const before = logs[place - 1];
    return before !== undefined && dayKey(before, zone) === key ? [] : [{ key, instant, place }];
  });
  const ranks = entries.map(({ instant }) => logs.filter((time) => time < instant).length);
  return {
    ranks: Uint32Array.from(ranks),
    days,
    timed: logs.length,
    count: logs.length + untimed,
  };
}

const around = Date.parse('2026-01-05T12:00:00Z');
const instants = fc
  .array(fc.integer({ min: -90, max: 90 }), { maxLength: 20 })
  .map((hours) => hours.map((hour) => around + hour * 3_600_000).toSorted((a, b) => a - b));

test('log rows stand among the entries by time, under one heading a day', () => {
  fc.assert(
    fc.property(
      changingTimelines,
      instants,
      fc.nat({ max: 3 }),
      fc.constantFrom('UTC', 'Asia/Tokyo'),
      (timelines, logs, untimed, zone) => {
        for (const entries of timelines) {
          const items = toItems(entries, zone, undefined, placesOf(logs, entries, zone, untimed));
          const all = Array.from({ length: items.length }, (_, place) => itemAt(items, place));
          const timeOf = (item: (typeof all)[number]) =>
            item?.kind === 'log'
              ? (logs[item.place] ?? Infinity)
              : item?.kind === 'entry'
                ? item.row.instant
                : undefined;
          const times = all.map(timeOf).filter((time) => time !== undefined);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
          const keyOf = (time: number) => (time === Infinity ? 'unknown' : dayKey(time, zone));
          /** For each place the heading that was passed last. */
          const under: string[] = [];
          for (const item of all)
            under.push(item?.kind === 'day' ? item.key : (under.at(-1) ?? ''));
          const keys = all.map((item, place) => {
            const time = timeOf(item);
            return time === undefined ? under[place] : keyOf(time);
          });
          expect(keys).toEqual(under);
          expect(all.map((_, place) => dayOf(items, place)?.key)).toEqual(under);
          const passed = all.flatMap((item) => (item?.kind === 'day' ? [item.key] : []));
          expect(passed).toEqual([...new Set(times.map(keyOf))]);
          const places = (kind: string) =>
            all.flatMap((item, place) => (item?.kind === kind ? [place] : []));
          expect(entries.map((_, at) => placeOfRow(items, at))).toEqual(places('entry'));
          const everyLog = Array.from({ length: logs.length + untimed }, (_, log) => log);
          expect(everyLog.map((log) => placeOfLog(items, log))).toEqual(places('log'));
          for (const place of all.keys())
            expect(logAt(items, place)).toBe(
              all.slice(0, place).filter((item) => item?.kind === 'log').length,
            );
        }
      },
    ),
    { numRuns: 60 },
  );
});
