import { expect, test } from 'vitest';
import { compareCoverage, coverageFromList } from '#shared/application/compare-coverage.ts';

test('coverage of notebooks stands side by side, and what differs in any stage is marked', () => {
  const before = coverageFromList([
    { id: 'dns', state: 'missing' },
    { id: 'proxy', state: 'available', retentionDays: 30 },
  ]);
  const now = coverageFromList([
    { id: 'dns', state: 'available', retentionDays: 90 },
    { id: 'dns/command-and-control', state: 'too-short' },
    { id: 'proxy', state: 'available', retentionDays: 30 },
  ]);
  const { sources, sights } = compareCoverage([
    { name: 'before', coverage: before },
    { name: 'now', coverage: now },
  ]);
  expect(sources.filter(({ differs }) => differs)).toEqual([
    {
      source: 'dns',
      differs: true,
      states: [
        { state: 'missing', retentionDays: null, mixed: false },
        { state: 'available', retentionDays: 90, mixed: true },
      ],
    },
  ]);
  expect(
    sights.map((of) => of.find(({ stage }) => stage === 'command-and-control')?.sight),
  ).toEqual(['seen', 'seen']);
});
