import { expect, test } from 'vitest';
import { timeTicks } from '#shared/domain/time/time-ticks.ts';

function texts(from: string, to: string, zone: string, wanted: number): readonly string[] {
  const span = { from: Date.parse(from), to: Date.parse(to) };
  return timeTicks(span, zone, wanted).instants.map((ms) => new Date(ms).toISOString());
}

test('hours are round on the wall clock of the zone', () => {
  expect(texts('2026-01-04T18:07:00Z', '2026-01-04T23:50:00Z', 'Asia/Tokyo', 4)).toEqual([
    '2026-01-04T19:00:00.000Z',
    '2026-01-04T21:00:00.000Z',
    '2026-01-04T23:00:00.000Z',
  ]);
});

test('a day that daylight saving makes longer is still one day', () => {
  expect(texts('2026-10-24T00:00:00Z', '2026-10-27T00:00:00Z', 'Europe/Berlin', 4)).toEqual([
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
    '2026-10-26T23:00:00.000Z',
  ]);
});

test('months and years begin on their first day', () => {
  expect(texts('2022-10-31T00:00:00Z', '2023-03-02T00:00:00Z', 'UTC', 6)).toEqual([
    '2022-11-01T00:00:00.000Z',
    '2022-12-01T00:00:00.000Z',
    '2023-01-01T00:00:00.000Z',
    '2023-02-01T00:00:00.000Z',
    '2023-03-01T00:00:00.000Z',
  ]);
  expect(texts('1999-05-01T00:00:00Z', '2004-05-01T00:00:00Z', '+09:00', 6)).toEqual([
    '1999-12-31T15:00:00.000Z',
    '2000-12-31T15:00:00.000Z',
    '2001-12-31T15:00:00.000Z',
    '2002-12-31T15:00:00.000Z',
    '2003-12-31T15:00:00.000Z',
  ]);
});

test('an axis of a single moment has no more labels than were wanted', () => {
  expect(texts('2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'UTC', 5)).toEqual([]);
  expect(texts('0001-01-01T00:00:00Z', '9999-01-01T00:00:00Z', 'UTC', 4).length).toBeLessThan(250);
});
