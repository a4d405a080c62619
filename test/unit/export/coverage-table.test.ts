import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { coverageCsv } from '#shared/export/coverage-table.ts';
import { coverageRows } from '#shared/application/kill-chain.ts';
import type { CoverageFields } from '#shared/domain/chain/coverage.ts';

test('the coverage grid as CSV is read by another program, and no cell is a formula', () => {
  const records: Readonly<Record<string, CoverageFields>> = {
    dns: { state: 'available', retentionDays: 90, owner: '=cmd|calc', note: 'line 1\n"line" 2' },
    'dns/command-and-control': { state: 'too-short' },
  };
  const text = coverageCsv((key) => records[key], 'ja');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(text.slice(1).trimEnd());
  expect(errors).toEqual([]);
  expect(data).toHaveLength(coverageRows.length + 1);
  expect(new Set(data.map((row) => row.length)).size).toBe(1);
  const dns = data[1 + coverageRows.findIndex(({ source }) => source === 'dns')];
  expect(dns?.slice(1)).toEqual([
    '2',
    '取得可',
    '',
    '',
    '',
    '',
    '保存期間不足',
    '',
    '90',
    "'=cmd|calc",
    'line 1\n"line" 2',
  ]);
});
