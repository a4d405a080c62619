import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatOffsetLength,
  mostOffMs,
  parseLength,
  parseOffset,
  parsePlusMinus,
  readBoth,
} from '#shared/domain/clock-reading.ts';
import { correctedTime } from '#shared/domain/source.ts';
import { earliestMs, latestMs } from '#shared/domain/time/entry-time.ts';

const second = 1_000;
const context = { nowMs: Date.parse('2026-03-01T05:08:00Z'), zone: 'Asia/Tokyo' };
const both = (showed: string, reference: string) => readBoth({ showed, reference }, context);

describe('lengths of time', () => {
  test.each([
    ['00:03:12', 192 * second],
    ['0:03:12.25', 192_250],
    ['1d 02:00:00', 26 * 3_600_000],
    ['3m12s', 192 * second],
    ['3 min 12 s', 192 * second],
    ['2.5s', 2_500],
    ['250ms', 250],
    ['３分１２秒', 192 * second],
    ['1日2時間', 26 * 3_600_000],
    ['００：０３：１２', 192 * second],
  ])('%s', (text, ms) => {
    expect(parseLength(text)).toBe(ms);
    expect(parseOffset(`+${text}`)).toBe(ms);
    expect(parseOffset(`−${text}`)).toBe(-ms);
    expect(parsePlusMinus(`± ${text}`)).toBe(ms);
  });

  test.each([
    '',
    '3:12',
    '00:60:00',
    '00:00:60',
    's',
    '12',
    '12s3m',
    '3m3m',
    '1e3s',
    '1000000d',
    '9'.repeat(400),
  ])('%j is none', (text) => {
    expect(parseLength(text)).toBeUndefined();
  });

  test('an offset says its direction, and nothing is a width of nothing', () => {
    expect(parseOffset('00:03:12')).toBeUndefined();
    expect(Object.is(parseOffset('-00:00:00'), 0)).toBe(true);
    expect(parsePlusMinus('  ')).toBe(0);
    expect(parsePlusMinus('-2s')).toBeUndefined();
  });

  test('an offset is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -mostOffMs, max: mostOffMs }), (ms) => {
        expect(parseOffset(formatOffsetLength(ms))).toBe(ms);
      }),
    );
    expect(formatOffsetLength(192 * second)).toBe('+00:03:12');
    expect(formatOffsetLength(-250)).toBe('-00:00:00.250');
  });

  test('no text makes a reader fall over', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const read of [parseLength, parseOffset, parsePlusMinus])
          expect(Math.abs(read(text) ?? 0)).toBeLessThanOrEqual(mostOffMs);
        readBoth({ showed: text, reference: text }, context);
      }),
    );
  });
});

describe('two clocks read at one moment', () => {
  test('say how far the first is off, within what both can show', () => {
    expect(both('14:02:10', '14:05:22')).toMatchObject({
      ok: true,
      value: { aheadMs: -192 * second, plusMinusMs: second },
    });
    expect(both('14:02', '14:05')).toMatchObject({
      value: { aheadMs: -180 * second, plusMinusMs: 60 * second },
    });
    expect(both('14:02:10.500', '14:02:10.250')).toMatchObject({
      value: { aheadMs: 250, plusMinusMs: 0 },
    });
  });

  test('may show another zone, and another day', () => {
    expect(both('05:02:10Z', '14:05:22')).toMatchObject({ value: { aheadMs: -192 * second } });
    expect(both('2019-01-01 00:00:00', '2026-03-01 14:00:00')).toMatchObject({
      value: { aheadMs: Date.UTC(2019, 0, 1) - Date.UTC(2026, 2, 1, 14) },
    });
  });

  test('need no date when there is only one day that they can be of', () => {
    expect(both('2026-03-01 14:02:10', '14:05:22')).toMatchObject({
      value: { aheadMs: -192 * second },
    });
  });

  test('without a date the first is of the nearest day', () => {
    expect(both('23:59:50', '2026-02-27 00:00:10')).toMatchObject({
      value: { aheadMs: -20 * second },
    });
    expect(both('00:00:10', '2026-02-27 23:59:50')).toMatchObject({
      value: { aheadMs: 20 * second },
    });
  });

  test.each([
    ['soon', '14:05', { which: 'showed', kind: 'not-a-time' }],
    ['14:02', '', { which: 'reference', kind: 'not-a-time' }],
    ['14:02', 'unknown', { which: 'reference', kind: 'not-exact' }],
    ['2026-03-01', '14:05', { which: 'showed', kind: 'not-exact' }],
    ['14:02–14:03', '14:05', { which: 'showed', kind: 'not-exact' }],
    ['<14:02', '14:05', { which: 'showed', kind: 'not-exact' }],
    ['2019-01-01 14:02', '14:05', { which: 'reference', kind: 'no-date' }],
    ['~14:02', '14:05', { which: 'showed', kind: 'not-exact' }],
  ])('%s and %s say nothing', (showed, reference, error) => {
    expect(both(showed, reference)).toEqual({ ok: false, error });
  });

  test('the reading itself, corrected, covers what the reference showed', () => {
    const instant = fc.integer({ min: 0, max: 4e9 }).map((seconds) => seconds * second);
    fc.assert(
      fc.property(instant, fc.integer({ min: -4e7, max: 4e7 }), (ms, off) => {
        const text = (at: number) =>
          new Date(at).toISOString().slice(0, 19).replace('T', ' ') + 'Z';
        const read = both(text(ms + off * second), text(ms));
        if (!read.ok) throw new Error('not read');
        const { showed, reference, ...difference } = read.value;
        const corrected = correctedTime(showed, { ...difference, measuredAt: null, how: 'x' });
        expect(earliestMs(corrected)).toBeLessThanOrEqual(earliestMs(reference));
        expect(latestMs(corrected)).toBeGreaterThanOrEqual(latestMs(reference));
      }),
    );
  });
});
