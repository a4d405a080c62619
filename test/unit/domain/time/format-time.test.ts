import { describe, expect, test } from 'vitest';
import type { EntryTime } from '#shared/domain/time/entry-time.ts';
import {
  dayKey,
  formatDay,
  formatDuration,
  formatEntryTime,
  formatInstant,
  formatZone,
  type TimeLocale,
} from '#shared/domain/time/format-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';

function read(text: string): EntryTime {
  const result = parseTime(text, { nowMs: Date.parse('2021-11-02T03:00:00Z'), zone: 'Asia/Tokyo' });
  if (!result.ok) throw new Error(`${text}: ${result.error.kind}`);
  return result.value;
}

const show = (
  text: string,
  locale: TimeLocale,
  style: 'row' | 'short' | 'full',
  zone = 'Asia/Tokyo',
): string => formatEntryTime(read(text), { zone, locale, style });

describe('in a row', () => {
  test.each<[string, string, string]>([
    ['2021-10-31 02:10', '02:10', '02:10'],
    ['2021-10-31 02:10:31', '02:10:31', '02:10:31'],
    ['2021-10-31 02:10:31.5', '02:10:31.500', '02:10:31.500'],
    ['2021-10-31 2時', '02h', '02時'],
    ['~2021-10-31 02:00±20m', '~02:00 ±20 min', '約02:00 ±20分'],
    ['~2021-10-31 02:00±90m', '~02:00 ±1 h 30 min', '約02:00 ±1時間30分'],
    ['<2021-10-31 03:10', 'before 03:10', '03:10より前'],
    ['>2021-10-31 03:10', 'after 03:10', '03:10より後'],
    ['2021-10-31', 'that day', 'この日'],
    ['<2021-10-31', 'before 2021-10-31', '2021-10-31より前'],
    ['~2021-10-31±2d', '~2021-10-31 ±2 d', '約2021-10-31 ±2日'],
    ['2021-10', '2021-10', '2021-10'],
    ['2021-10-31 10:00..10:30', '10:00–10:30', '10:00〜10:30'],
    ['2021-10-31 23:50..00:10', '23:50 – 11-01 00:10', '23:50 〜 11-01 00:10'],
    ['2020-12-31 23:50..2021-01-01 00:10', '23:50 – 2021-01-01 00:10', '23:50 〜 2021-01-01 00:10'],
    ['2017-05-13..2017-07-30', 'to 07-30', '〜07-30'],
    ['2017-12-30..2018-01-02', 'to 2018-01-02', '〜2018-01-02'],
    ['2017-05..2017-07', '2017-05 – 2017-07', '2017-05 〜 2017-07'],
    ['2021-10-31..2021-10-31 10:00', 'that day', 'この日'],
    ['unknown', 'time unknown', '時刻不明'],
  ])('%s', (text, en, ja) => {
    expect([show(text, 'en', 'row'), show(text, 'ja', 'row')]).toEqual([en, ja]);
  });
});

describe('without a heading, without a zone', () => {
  test.each<[string, string]>([
    ['2021-10-31 02:10', '2021-10-31 02:10'],
    ['2021-10-31', '2021-10-31'],
    ['2021-10-31 10:00..10:30', '2021-10-31 10:00–10:30'],
    ['2021-10-31 23:50..00:10', '2021-10-31 23:50 – 2021-11-01 00:10'],
    ['<2021-10-31 03:10', 'before 2021-10-31 03:10'],
  ])('%s', (text, en) => {
    expect(show(text, 'en', 'short')).toBe(en);
  });
});

describe('alone', () => {
  test.each<[string, string]>([
    ['2021-10-31 02:10', '2021-10-31 02:10 JST (UTC+09:00)'],
    ['2021-10-31 02:10:31', '2021-10-31 02:10:31 JST (UTC+09:00)'],
    ['~2021-10-31 02:00±20m', '~2021-10-31 02:00 ±20 min JST (UTC+09:00)'],
    ['2021-10-31', '2021-10-31 JST (UTC+09:00)'],
    ['2021-10-31 10:00..10:30', '2021-10-31 10:00–10:30 JST (UTC+09:00)'],
    ['2021-10-30..2021-10-31', '2021-10-30 – 2021-10-31 JST (UTC+09:00)'],
  ])('%s', (text, en) => {
    expect(show(text, 'en', 'full')).toBe(en);
  });

  test('in Japanese', () => {
    expect(show('<2021-10-31 03:10', 'ja', 'full')).toBe('2021-10-31 03:10 JST (UTC+09:00)より前');
  });

  test('across a clock change each end says its offset', () => {
    expect(show('2021-10-30 12:00..2021-11-01 12:00', 'en', 'full', 'Europe/Berlin')).toBe(
      '2021-10-30 05:00 CEST (UTC+02:00) – 2021-11-01 04:00 CET (UTC+01:00)',
    );
  });
});

test('a day stays the day that was meant, with its zone where another is shown', () => {
  expect(show('2021-10-31', 'en', 'row', 'America/New_York')).toBe('2021-10-31 JST');
  expect(show('2021-10-31 02:10', 'en', 'row', 'America/New_York')).toBe('13:10');
});

test('a day in a zone that only newer zone data know is shown as UTC', () => {
  const time = { ...read('2021-10-31[UTC]'), zone: 'America/Newly_Founded' };
  expect(formatEntryTime(time, { zone: 'UTC', locale: 'en', style: 'full' })).toBe(
    '2021-10-31 UTC',
  );
});

describe('days and instants', () => {
  const ms = Date.parse('2021-10-30T17:10:31Z');
  test('headings', () => {
    expect([
      formatDay(ms, 'Asia/Tokyo', 'en'),
      formatDay(ms, 'UTC', 'en'),
      formatDay(ms, 'Asia/Tokyo', 'ja'),
    ]).toEqual(['2021-10-31 Sun', '2021-10-30 Sat', '2021年10月31日（日）']);
  });
  test('keys', () => {
    expect([dayKey(ms, 'Asia/Tokyo'), dayKey(ms, 'UTC')]).toEqual(['2021-10-31', '2021-10-30']);
  });
  test('instants', () => {
    const full = { zone: 'Asia/Tokyo', locale: 'en', style: 'full' } as const;
    expect(formatInstant(ms, full)).toBe('2021-10-31 02:10:31 JST (UTC+09:00)');
    expect(formatInstant(ms, { ...full, style: 'row' }, 'minute')).toBe('02:10');
  });
  test('zones', () => {
    const zones = [
      'UTC',
      'Asia/Tokyo',
      '+03:30',
      'Europe/Paris',
      'America/New_York',
      'Asia/Kolkata',
    ];
    expect(zones.map((zone) => formatZone(zone, ms))).toEqual([
      'UTC',
      'JST (UTC+09:00)',
      'UTC+03:30',
      'CEST (UTC+02:00)',
      'EDT (UTC-04:00)',
      'IST (UTC+05:30)',
    ]);
    expect(formatZone('America/Bogota', ms)).toBe('America/Bogota (UTC-05:00)');
  });
  test('lengths', () => {
    expect([
      formatDuration(0, 'en'),
      formatDuration(93_784_005, 'en'),
      formatDuration(1_800_000, 'ja'),
    ]).toEqual(['0 s', '1 d 2 h 3 min 4 s 5 ms', '30分']);
  });
});
