import { expect, test } from 'vitest';
import type { EntryTime } from '#shared/domain/time/entry-time.ts';
import { divideTime } from '#shared/report/figure-columns.ts';
import type { ReportEntry } from '#shared/report/report-model.ts';
import { entryContent } from '../../fixtures/test-operations.ts';

function entryAt(utc: string, change: Partial<EntryTime> = {}): ReportEntry {
  const content = entryContent('x');
  return {
    id: utc,
    label: '1',
    content: { ...content, at: { ...content.at, utc, ...change } },
    evidence: [],
    missingEvidence: [],
    links: [],
    written: { by: 'x', wall: 0 },
    late: false,
    corrected: false,
    contested: false,
    withdrawal: undefined,
  };
}

function labels(entries: readonly ReportEntry[]) {
  const { columns } = divideTime(entries, 'Asia/Tokyo', 'en');
  return columns.map(({ upper, label, afterGap }) => [upper, label, afterGap]);
}

test('one day is divided into hours, and time without entries is left out', () => {
  const entries = ['2026-01-04T17:02:00Z', '2026-01-04T18:10:00Z', '2026-01-05T01:00:00Z'];
  expect(labels(entries.map((utc) => entryAt(utc)))).toEqual([
    ['01-05', '02:00', false],
    ['01-05', '03:00', false],
    ['01-05', '10:00', true],
  ]);
});

test('a settlement years later does not flatten the days of the incident', () => {
  const day = { precision: 'day' } as const;
  const entries = [
    entryAt('2022-10-30T15:00:00Z', day),
    entryAt('2022-10-31T15:00:00Z', day),
    entryAt('2025-08-07T15:00:00Z', day),
  ];
  expect(labels(entries)).toEqual([
    ['2022', '10-31', false],
    ['2022', '11-01', false],
    ['2025', '08-08', true],
  ]);
});

test('a time that is known less finely than the columns has none', () => {
  const vague = entryAt('2026-01-04T15:00:00Z', { precision: 'day' });
  const exact = ['2026-01-05T01:00:00Z', '2026-01-05T02:00:00Z'].map((utc) => entryAt(utc));
  const unknown = entryAt('x', { utc: null, precision: 'unknown' });
  const { columnOf } = divideTime([vague, ...exact, unknown], 'Asia/Tokyo', 'en');
  expect([vague, ...exact, unknown].map(columnOf)).toEqual([undefined, 0, 1, undefined]);
});

test('many days become months', () => {
  const entries = Array.from({ length: 60 }, (_, index) =>
    entryAt(new Date(Date.UTC(2026, 0, 1 + index)).toISOString().replace('.000', '')),
  );
  expect(labels(entries)).toEqual([
    ['2026', '01', false],
    ['2026', '02', false],
    ['2026', '03', false],
  ]);
});
