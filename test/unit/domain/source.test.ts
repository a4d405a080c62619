import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctedTime, type SourceClock } from '#shared/domain/source.ts';
import {
  earliestMs,
  type EntryTime,
  entryTimeAt,
  entryTimeSchema,
  latestMs,
  timePrecisions,
  toUtcText,
} from '#shared/domain/time/entry-time.ts';

const minute: EntryTime = {
  ...entryTimeAt(Date.parse('2026-03-01T14:02:00Z'), 'UTC', '14:02'),
  precision: 'minute',
};

function clock(aheadMs: number, plusMinusMs = 0): SourceClock {
  return { aheadMs, plusMinusMs, measuredAt: null, how: '' };
}

describe('a time by the clock of its source', () => {
  test('stays when the clock was right or nobody measured it', () => {
    expect(correctedTime(minute, undefined)).toBe(minute);
    expect(correctedTime(minute, clock(0))).toBe(minute);
  });

  test('moves back by what the clock was ahead', () => {
    expect(correctedTime(minute, clock(12 * 60_000, 5_000))).toEqual({
      ...minute,
      utc: '2026-03-01T13:50:00Z',
      plusMinusMs: 5_000,
    });
    expect(correctedTime(minute, clock(-60_000)).utc).toBe('2026-03-01T14:03:00Z');
  });

  test('is the middle of its minute when the clock was off by seconds', () => {
    expect(correctedTime(minute, clock(732_000))).toMatchObject({
      utc: '2026-03-01T13:50:18Z',
      precision: 'second',
      plusMinusMs: 30_000,
    });
  });

  test('keeps its day when the clock was off by less', () => {
    const day: EntryTime = { ...minute, utc: '2026-03-01T00:00:00Z', precision: 'day' };
    expect(correctedTime(day, clock(732_000, 5_000))).toBe(day);
    expect(correctedTime(day, clock(24 * 3_600_000)).utc).toBe('2026-02-28T00:00:00Z');
  });

  test('stays when the clock was off by more than the calendar has', () => {
    for (const aheadMs of [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 8e14])
      expect(correctedTime(minute, clock(aheadMs))).toBe(minute);
    const late = { ...minute, untilUtc: '9999-12-31T23:59:00Z' };
    expect(correctedTime(late, clock(-60_000))).toBe(late);
  });

  test('covers every instant that it may have been', () => {
    const short = timePrecisions.filter((precision) => !/day|month|unknown/.test(precision));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.constantFrom(...short),
        fc.integer({ min: -1e10, max: 1e10 }),
        fc.integer({ min: 0, max: 1e7 }),
        (ms, precision, aheadMs, plusMinusMs) => {
          const start = { millisecond: 1, second: 1_000, minute: 60_000, hour: 3_600_000 };
          const unit = start[precision as keyof typeof start];
          const shown: EntryTime = {
            ...minute,
            utc: toUtcText(Math.floor(ms / unit) * unit, precision),
            precision,
          };
          const corrected = correctedTime(shown, clock(aheadMs, plusMinusMs));
          expect(entryTimeSchema.safeParse(corrected).success).toBe(true);
          expect(earliestMs(corrected)).toBeLessThanOrEqual(
            earliestMs(shown) - aheadMs - plusMinusMs,
          );
          expect(latestMs(corrected)).toBeGreaterThanOrEqual(
            latestMs(shown) - aheadMs + plusMinusMs,
          );
        },
      ),
    );
  });
});
