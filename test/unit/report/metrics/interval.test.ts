import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type EntryTime,
  timePrecisions,
  toUtcText,
  unitAround,
} from '#shared/domain/time/entry-time.ts';
import { summarize } from '#shared/report/metrics/compare-metrics.ts';
import { boundsOf, type Interval, intervalBetween } from '#shared/report/metrics/interval.ts';
import { intervalText } from '#shared/report/metrics/interval-text.ts';

function at(utc: string, change: Partial<EntryTime> = {}): EntryTime {
  return {
    utc,
    text: '',
    zone: 'UTC',
    precision: 'second',
    plusMinusMs: 0,
    untilUtc: null,
    relation: 'at',
    ...change,
  };
}

const noon = '2026-01-05T12:00:00Z';

describe('the time from one moment to another', () => {
  test.each<[string, EntryTime, EntryTime, Interval]>([
    ['seconds', at(noon), at('2026-01-05T12:00:09Z'), { kind: 'exact', ms: 9_000 }],
    ['the same second', at(noon), at(noon), { kind: 'exact', ms: 0 }],
    ['backwards', at('2026-01-05T12:00:09Z'), at(noon), { kind: 'negative', ms: -9_000 }],
    [
      'about',
      at(noon),
      at('2026-01-05T12:10:00Z', { plusMinusMs: 60_000 }),
      { kind: 'bounded', leastMs: 540_000, mostMs: 661_000 },
    ],
    [
      'before an hour',
      at(noon, { relation: 'before', precision: 'hour' }),
      at('2026-01-05T13:00:00Z'),
      { kind: 'bounded', leastMs: 3_600_000, mostMs: null },
    ],
    [
      'after a second',
      at(noon),
      at('2026-01-05T13:00:00Z', { relation: 'after' }),
      { kind: 'bounded', leastMs: 3_600_000, mostMs: null },
    ],
    [
      'an unknown time',
      at(noon),
      { ...at(noon), utc: null, precision: 'unknown' },
      { kind: 'unknown' },
    ],
    [
      'a day wholly before',
      at(noon),
      at('2026-01-03T00:00:00Z', { precision: 'day' }),
      { kind: 'negative', ms: -129_600_000 },
    ],
  ])('%s', (_name, from, to, expected) => {
    expect(intervalBetween(from, to)).toEqual(expected);
  });

  test('holds whatever the true moments were', () => {
    const day0 = Date.parse('2026-01-01T00:00:00Z');
    const moment = fc.record({
      ms: fc.nat({ max: 3 * 86_400_000 }).map((ms) => day0 + Math.floor(ms / 1000) * 1000),
      precision: fc.constantFrom(
        ...timePrecisions.filter((p) => p !== 'unknown' && p !== 'millisecond' && p !== 'month'),
      ),
    });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        fc.pre(a.ms <= b.ms);
        const time = ({ ms, precision }: typeof a) =>
          at(toUtcText(unitAround(ms, precision, 'UTC').start, 'second'), { precision });
        const bounds = boundsOf(intervalBetween(time(a), time(b)));
        expect(bounds?.least).toBeLessThanOrEqual(b.ms - a.ms);
        expect(bounds?.most).toBeGreaterThanOrEqual(b.ms - a.ms);
      }),
    );
  });

  test('is worded as a range, and never as a number that nobody knows', () => {
    const text = (interval: Interval) => [
      intervalText(interval, 'en'),
      intervalText(interval, 'ja'),
    ];
    expect(text({ kind: 'bounded', leastMs: 0, mostMs: 60_000 })).toEqual([
      'up to 1 min',
      '1分以内',
    ]);
    expect(text({ kind: 'bounded', leastMs: 60_000, mostMs: 120_000 })).toEqual([
      '1 min to 2 min',
      '1分〜2分',
    ]);
    expect(text({ kind: 'bounded', leastMs: 60_000, mostMs: null })).toEqual([
      'at least 1 min',
      '1分以上',
    ]);
    expect(text({ kind: 'unknown' })).toEqual(['unknown', '不明']);
    expect(text({ kind: 'negative', ms: -60_000 })[0]).toContain('contradiction');
  });
});

test('a mean says over how many, a median needs three, and an open end stays open', () => {
  const exact = (ms: number): Interval => ({ kind: 'exact', ms });
  expect(summarize([{ kind: 'unknown' }])).toEqual({
    count: 0,
    mean: undefined,
    median: undefined,
  });
  expect(summarize([exact(10), exact(20), { kind: 'unknown' }])).toEqual({
    count: 2,
    mean: { leastMs: 15, mostMs: 15 },
    median: undefined,
  });
  expect(summarize([exact(10), exact(20), { kind: 'bounded', leastMs: 60, mostMs: null }])).toEqual(
    {
      count: 3,
      mean: { leastMs: 30, mostMs: null },
      median: { leastMs: 20, mostMs: 20 },
    },
  );
});
