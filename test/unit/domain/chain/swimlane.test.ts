import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakAxis, breakPx, joinSpans, type TimeSpan } from '#shared/domain/chain/broken-axis.ts';
import {
  type ChainMark,
  coveredSpans,
  extentOfMarks,
  toChainMarks,
} from '#shared/domain/chain/chain-marks.ts';
import { chainTurns } from '#shared/domain/chain/chain-turns.ts';
import {
  groupOf,
  layOutLanes,
  markRadius,
  nearestGroup,
  spanOfGroup,
} from '#shared/domain/chain/lay-out-lanes.ts';
import { chainEntry } from './chain-entries.ts';

const at = (time: string) => Date.parse(`2026-01-05T${time}:00Z`);
const mark = (...entry: Parameters<typeof chainEntry>): ChainMark | undefined =>
  toChainMarks([chainEntry(...entry)]).lanes.delivery[0];
const staged = { stages: ['delivery'] };

describe('marks', () => {
  test('put the adversary in its stages and defenders in their own lane', () => {
    const { lanes, untimed } = toChainMarks([
      chainEntry('both', '08:00', { stages: ['installation', 'command-and-control'] }),
      chainEntry('cut', '09:00', { kind: 'response', stages: ['command-and-control'] }),
      chainEntry('call', '09:00', { kind: 'communication' }),
      chainEntry('when', '09:00', staged, { utc: null, precision: 'unknown' }),
      chainEntry('untrue', '09:00', { ...staged, confidence: 'rejected' }),
    ]);
    expect(Object.entries(lanes).map(([lane, marks]) => [lane, marks.length])).toEqual([
      ['reconnaissance', 0],
      ['weaponization', 0],
      ['delivery', 0],
      ['exploitation', 0],
      ['installation', 1],
      ['command-and-control', 1],
      ['actions-on-objectives', 0],
      ['defence', 1],
    ]);
    expect(untimed.delivery).toHaveLength(1);
  });

  test('reach as far as the time is known, and no further', () => {
    expect(mark('x', '08:00', staged, { plusMinusMs: 600_000 })).toMatchObject({
      at: at('08:00'),
      from: at('07:50'),
      until: at('08:11') - 1,
      extent: 'window',
    });
    expect(mark('x', '00:00', staged, { precision: 'day' })).toMatchObject({
      from: at('00:00'),
      until: at('00:00') + 86_400_000 - 1,
      at: at('12:00') - 0.5,
    });
    expect(mark('x', '08:00', staged, { untilUtc: '2026-01-05T10:00:00Z' })).toMatchObject({
      at: at('08:00'),
      until: at('10:01') - 1,
      extent: 'interval',
    });
    expect(mark('x', '08:00', staged, { relation: 'before' })).toMatchObject({
      at: at('08:00'),
      from: at('08:00'),
      open: 'before',
    });
  });

  test('are hollow where nobody has seen it', () => {
    expect(mark('x', '08:00', { ...staged, basis: 'opinion' })?.hollow).toBe(true);
    expect(mark('x', '08:00', { ...staged, kind: 'question' })?.hollow).toBe(true);
    expect(mark('x', '08:00', staged)?.hollow).toBe(false);
  });
});

describe('going back', () => {
  test('is told only where the times are sure of it', () => {
    const turns = chainTurns(
      toChainMarks([
        chainEntry('c2', '08:00', { stages: ['installation', 'command-and-control'] }),
        chainEntry('again', '09:00', { stages: ['installation'] }),
        chainEntry('mail', '10:00', staged),
        chainEntry('scan', '10:01', { stages: ['reconnaissance'] }, { plusMinusMs: 300_000 }),
        chainEntry('asked', '11:00', { kind: 'question', stages: ['reconnaissance'] }),
        chainEntry('day', '00:00', { stages: ['weaponization'] }, { precision: 'day' }),
      ]),
    );
    // The scan may have been before the mail, but certainly not before the installation.
    expect(turns.map(({ from, to }) => [from, to])).toEqual([
      ['installation', 'delivery'],
      ['installation', 'reconnaissance'],
    ]);
  });
});

describe('the axis', () => {
  const day = 86_400_000;
  test('leaves out years in which nothing happened, and keeps what happened apart', () => {
    const busy = [
      { from: 0, until: 3 * day },
      { from: 1_000 * day, until: 1_000 * day },
    ];
    const axis = breakAxis(busy, { from: 0, until: 1_000 * day }, 800);
    expect(axis.segments).toHaveLength(2);
    expect(axis.x(3 * day)).toBeGreaterThan(600);
    expect(axis.x(1_000 * day) - axis.x(3 * day)).toBeGreaterThan(breakPx);
    expect(axis.x(500 * day)).toBeGreaterThan(axis.x(3 * day));
  });

  const spans = fc.array(
    fc
      .tuple(fc.nat({ max: 1_000_000 }), fc.nat({ max: 5_000 }))
      .map(([from, length]): TimeSpan => ({
        from,
        until: from + length,
      })),
    { minLength: 1, maxLength: 40 },
  );

  test('never runs backwards, stays on the paper, and finds its way back', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 60, max: 1_600 }), (busy, width) => {
        const from = Math.min(...busy.map((span) => span.from));
        const until = Math.max(...busy.map((span) => span.until));
        const axis = breakAxis(joinSpans(busy), { from, until }, width);
        let before = -1;
        for (const ms of busy
          .flatMap((span) => [span.from, span.until])
          .toSorted((a, b) => a - b)) {
          const x = axis.x(ms);
          expect(x).toBeGreaterThanOrEqual(before);
          expect(x).toBeLessThanOrEqual(width + 1e-6);
          // Nothing that happened lies in a break.
          expect(Math.abs(axis.ms(x) - ms)).toBeLessThan(1 + (until - from) * 1e-6);
          before = x;
        }
      }),
    );
  });

  test('groups lose no mark, and no two stand on each other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1_439 }), { minLength: 1, maxLength: 400 }), (minutes) => {
        const marks = toChainMarks(
          minutes.map((minute, index) =>
            chainEntry(`e${index}`, new Date(minute * 60_000).toISOString().slice(11, 16), staged),
          ),
        );
        const span = extentOfMarks(marks) ?? { from: 0, until: 1 };
        const axis = breakAxis(coveredSpans(marks), span, 700);
        const delivery = layOutLanes(marks, axis, span)[2];
        if (delivery === undefined) throw new Error('there are lanes');
        expect(delivery.groups.reduce((sum, { count }) => sum + count, 0)).toBe(minutes.length);
        for (const [index, group] of delivery.groups.entries()) {
          const next = delivery.groups[index + 1] ?? { x: Number.POSITIVE_INFINITY, count: 1 };
          const touching = markRadius(group.count) + markRadius(next.count);
          expect(next.x - group.x).toBeGreaterThanOrEqual(touching);
          expect(groupOf(delivery, group.last)).toBe(index);
          expect(nearestGroup(delivery, group.x)).toBe(index);
          const { from, until } = spanOfGroup(delivery, group);
          expect(until).toBeGreaterThanOrEqual(from);
        }
      }),
    );
  });
});
