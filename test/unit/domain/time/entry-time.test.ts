import { describe, expect, test } from 'vitest';
import {
  compareEntryTimes,
  earliestMs,
  entryTimeAt,
  entryTimeSchema,
  latestMs,
  overlaps,
  toUtcText,
  unknownEntryTime,
  type EntryTime,
} from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';

const base: EntryTime = {
  utc: '2021-10-30T17:10:00Z',
  text: '02:10',
  zone: 'Asia/Tokyo',
  precision: 'minute',
  plusMinusMs: 0,
  untilUtc: null,
  relation: 'at',
};

function read(text: string, zone = 'Asia/Tokyo'): EntryTime {
  const result = parseTime(text, { nowMs: Date.parse('2021-11-02T03:00:00Z'), zone });
  if (!result.ok) throw new Error(`${text}: ${result.error.kind}`);
  return result.value;
}

const window = (time: EntryTime): readonly string[] =>
  [earliestMs(time), latestMs(time)].map((ms) =>
    Number.isFinite(ms) ? new Date(ms).toISOString() : String(ms),
  );

describe('schema', () => {
  test.each<[string, Partial<EntryTime>]>([
    ['a minute', {}],
    [
      'a fraction at millisecond precision',
      { utc: '2021-10-30T17:10:00.250Z', precision: 'millisecond' },
    ],
    ['an interval', { untilUtc: '2021-10-30T17:40:00Z' }],
    ['an interval of no length', { untilUtc: '2021-10-30T17:10:00Z' }],
    ['a fixed offset', { zone: '+09:00' }],
    ['a zone that only newer zone data know', { zone: 'America/Newly_Founded' }],
    ['unknown', { utc: null, precision: 'unknown' }],
  ])('takes %s', (_name, change) => {
    expect(entryTimeSchema.safeParse({ ...base, ...change }).success).toBe(true);
  });

  test.each<[string, object]>([
    ['30 February', { utc: '2021-02-30T00:00:00Z' }],
    ['24:00', { utc: '2021-02-01T24:00:00Z' }],
    ['an offset instead of Z', { utc: '2021-10-30T17:10:00+00:00' }],
    ['a fraction that the precision does not have', { utc: '2021-10-30T17:10:00.250Z' }],
    ['an end before the start', { untilUtc: '2021-10-30T17:09:59Z' }],
    ['before with an end', { relation: 'before', untilUtc: '2021-10-30T18:00:00Z' }],
    ['no instant without saying unknown', { utc: null }],
    ['unknown with an instant', { precision: 'unknown' }],
    ['unknown with a width', { utc: null, precision: 'unknown', plusMinusMs: 1 }],
    ['a negative width', { plusMinusMs: -1 }],
    ['half a millisecond', { plusMinusMs: 0.5 }],
    ['a zone that is none by its form', { zone: '+9' }],
    ['a precision of our invention', { precision: 'week' }],
    ['a missing field', { text: undefined }],
  ])('refuses %s', (_name, change) => {
    expect(entryTimeSchema.safeParse({ ...base, ...change }).success).toBe(false);
  });

  test('takes what the makers of times make', () => {
    const made = [entryTimeAt(1_635_613_800_123, 'UTC'), unknownEntryTime('Asia/Tokyo', '不明')];
    expect(made.map((time) => entryTimeSchema.parse(time))).toEqual(made);
    expect(made[0]?.utc).toBe('2021-10-30T17:10:00Z');
    expect(toUtcText(1_635_613_800_123, 'millisecond')).toBe('2021-10-30T17:10:00.123Z');
  });
});

describe('the window that an entry covers', () => {
  test.each<[string, string, string]>([
    ['2021-10-31 02:10:31.250', '2021-10-30T17:10:31.250Z', '2021-10-30T17:10:31.250Z'],
    ['2021-10-31 02:10:31', '2021-10-30T17:10:31.000Z', '2021-10-30T17:10:31.999Z'],
    ['2021-10-31 02:10', '2021-10-30T17:10:00.000Z', '2021-10-30T17:10:59.999Z'],
    ['2021-10-31 2時', '2021-10-30T17:00:00.000Z', '2021-10-30T17:59:59.999Z'],
    ['2021-10-31', '2021-10-30T15:00:00.000Z', '2021-10-31T14:59:59.999Z'],
    ['2021-10', '2021-09-30T15:00:00.000Z', '2021-10-31T14:59:59.999Z'],
    ['~2021-10-31 02:00±20m', '2021-10-30T16:40:00.000Z', '2021-10-30T17:20:59.999Z'],
    ['2021-10-31 10:00..10:30', '2021-10-31T01:00:00.000Z', '2021-10-31T01:30:59.999Z'],
    ['2021-10-30..2021-10-31', '2021-10-29T15:00:00.000Z', '2021-10-31T14:59:59.999Z'],
    ['<2021-10-31 03:10', '-Infinity', '2021-10-30T18:09:59.999Z'],
    ['>2021-10-31 03:10', '2021-10-30T18:10:00.000Z', 'Infinity'],
    ['>2021-10-31', '2021-10-31T15:00:00.000Z', 'Infinity'],
    ['unknown', '-Infinity', 'Infinity'],
  ])('%s', (text, earliest, latest) => {
    expect(window(read(text))).toEqual([earliest, latest]);
  });

  test('a day is as long as it was in its zone', () => {
    const hours = (text: string): number => {
      const time = read(text, 'Europe/Berlin');
      return (latestMs(time) + 1 - earliestMs(time)) / 3_600_000;
    };
    expect([hours('2021-03-28'), hours('2021-10-31'), hours('2021-06-01')]).toEqual([23, 25, 24]);
  });

  test('a day in a zone that is not known here is a UTC day', () => {
    const time = { ...read('2021-10-31', 'UTC'), zone: 'America/Newly_Founded' };
    expect(window(time)).toEqual(['2021-10-31T00:00:00.000Z', '2021-10-31T23:59:59.999Z']);
  });

  test('windows that touch do not overlap, windows that share a millisecond do', () => {
    expect(overlaps(read('02:10'), read('02:11'))).toBe(false);
    expect(overlaps(read('02:10'), read('02:10:59'))).toBe(true);
    expect(overlaps(read('2021-11-01'), read('2021-11-01 23:59'))).toBe(true);
    expect(overlaps(read('<03:10'), read('03:10'))).toBe(false);
    expect(overlaps(read('unknown'), read('03:10'))).toBe(true);
  });
});

test('orders times: instant, then before-at-after, then coarse before fine, unknown last', () => {
  const ordered = [
    '2021-09',
    '<2021-10-01',
    '2021-10',
    '2021-10-01',
    '2021-10-01..2021-10-02',
    '~2021-10-01 00:00±5m',
    '2021-10-01 00:00',
    '2021-10-01 00:00:00',
    '>2021-10-01',
    '2021-10-01 00:01',
    'unknown',
  ].map((text) => read(text));
  const shuffled = [...ordered.slice(5), ...ordered.slice(0, 5)].toReversed();
  expect(shuffled.toSorted(compareEntryTimes).map(({ text }) => text)).toEqual(
    ordered.map(({ text }) => text),
  );
  expect(compareEntryTimes(read('unknown'), read('不明'))).toBe(0);
});
