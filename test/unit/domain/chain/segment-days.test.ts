import { describe, expect, test } from 'vitest';
import type { AxisSegment } from '#shared/domain/chain/broken-axis.ts';
import { segmentDays } from '#shared/domain/chain/segment-days.ts';

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

function segment(from: string, until: string, width: number): AxisSegment {
  return { from: Date.parse(from), until: Date.parse(until), left: 100, right: 100 + width };
}

function labels(...segments: readonly AxisSegment[]) {
  return segmentDays(segments, dayOf, 6);
}

describe('the day at the head of a stretch', () => {
  const first = segment('2022-10-31', '2022-11-08', 200);

  test('is whole where it fits', () => {
    expect(labels(first)).toEqual(['2022-10-31']);
  });

  test('loses its year where the stretch before ended in the same one', () => {
    expect(labels(first, segment('2022-12-05', '2022-12-07', 40))).toEqual(['2022-10-31', '12-05']);
  });

  test('keeps its year after a break of years, and gives up the day instead', () => {
    expect(labels(first, segment('2025-08-07', '2025-08-09', 40))).toEqual([
      '2022-10-31',
      '2025-08',
    ]);
    expect(labels(first, segment('2025-08-07', '2025-08-09', 22))).toEqual(['2022-10-31', '2025']);
  });

  test('keeps its year at the very beginning', () => {
    expect(labels(segment('2022-10-31', '2022-11-01', 40))).toEqual(['2022-10']);
  });

  test('is not written where nothing fits', () => {
    expect(labels(first, segment('2025-08-07', '2025-08-09', 10))).toEqual([
      '2022-10-31',
      undefined,
    ]);
  });
});
