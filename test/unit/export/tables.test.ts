import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, onTestFinished, test } from 'vitest';
import { programCsv, spreadsheetCsv } from '#shared/export/csv-text.ts';
import { registerTables } from '#shared/export/register-tables.ts';
import { limitCase } from '#shared/export/limit-case.ts';
import { readWorkbook } from '../../../electron/import/read-workbook.ts';
import { packFiles, zipOf } from '../../../electron/export/pack-files.ts';
import { unzipSync } from 'fflate';
import { exportCases, exported, fullCase, notebookId } from './export-cases.ts';

const cases = await exportCases();

function parsed(text: string): readonly (readonly string[])[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
  });
  expect(errors.filter(({ code }) => code !== 'UndetectableDelimiter')).toEqual([]);
  return data;
}

const cellText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('=', '+', '-', '@', '＝', '"', ',', '\n', '\r\n', '\t', "'", ';', '日', ' '),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
});

describe('CSV', () => {
  test('for programs every value comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cellText, cellText), { minLength: 1 }), (rows) => {
        const whole = rows.map(([a, b]) => [`x${a}`, b]);
        const text = programCsv({ columns: ['one', 'two'], rows: whole });
        expect(parsed(text)).toEqual([['one', 'two'], ...whole]);
      }),
    );
  });

  test('for people no text begins as a formula does, and nothing else is changed', () => {
    fc.assert(
      fc.property(cellText, (value) => {
        const text = spreadsheetCsv({ name: 't', columns: ['a', 'b'], rows: [['x', value]] });
        const [, [, read = ''] = []] = parsed(text);
        expect(read).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(read.startsWith("'") && read !== value ? read.slice(1) : read).toBe(value);
      }),
    );
  });

  test('numbers stay numbers, and a byte-order mark tells spreadsheets that it is UTF-8', () => {
    const text = spreadsheetCsv({ name: 't', columns: ['日'], rows: [[-40]] });
    expect(text).toBe('\uFEFF日\r\n-40\r\n');
  });
});

describe.each(cases)('the registers of $name', ({ state }) => {
  const tables = registerTables(limitCase(state, notebookId, 'csv', {}).content);

  test('are CSV files with a row for each record', () => {
    const { files } = exported(state, 'csv');
    expect(files.map(({ name }) => name)).toEqual(tables.map(({ name }) => `${name}.csv`));
    for (const [at, file] of files.entries()) {
      const rows = parsed('text' in file ? file.text : '');
      expect(rows[0]).toEqual(tables[at]?.columns);
      expect(rows).toHaveLength(1 + (tables[at]?.rows.length ?? 0));
    }
  });

  test('are a workbook that our own reader reads, cell by cell', async () => {
    const [file] = await packFiles(exported(state, 'xlsx').files);
    const read = readWorkbook(file?.bytes ?? new Uint8Array());
    if (!read.ok) throw new Error(read.error.kind);
    expect(read.value.map(({ name }) => name)).toEqual(tables.map(({ name }) => name));
    for (const [at, { rows }] of read.value.entries()) {
      const wanted = [tables[at]?.columns ?? [], ...(tables[at]?.rows ?? [])].map((row) =>
        row.map((cell) =>
          String(cell ?? '').replace(/^(?:true|false)$/, (word) => word.toUpperCase()),
        ),
      );
      const shown = rows.map(({ cells }, row) =>
        (wanted[row] ?? []).map((_, column) => cells[column] ?? ''),
      );
      expect(shown).toEqual(wanted);
    }
  });
});

test('a workbook says text where a text looks like a formula, and is the same twice', async () => {
  const [first] = await packFiles(exported(fullCase(), 'xlsx').files);
  const [second] = await packFiles(exported(fullCase(), 'xlsx').files);
  expect(Buffer.from(first?.bytes ?? [])).toEqual(Buffer.from(second?.bytes ?? [1]));
  const parts = unzipSync(first?.bytes ?? new Uint8Array());
  const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/'));
  expect(sheets).not.toHaveLength(0);
  for (const [, bytes] of sheets) expect(Buffer.from(bytes).toString()).not.toContain('<f');
});

test('what XML cannot say, and what no cell can hold, does not break the workbook', async () => {
  const long = '長'.repeat(40_000);
  const rows = [['a\u0000b\uD800c', long]];
  const [file] = await packFiles([
    { name: 'x.xlsx', tables: [{ name: 'sheet', columns: ['one', 'two'], rows }] },
  ]);
  const read = readWorkbook(file?.bytes ?? new Uint8Array());
  const cells = read.ok ? read.value[0]?.rows[1]?.cells : undefined;
  expect(cells?.[0]).toBe('a□b□c');
  expect(cells?.[1]).toHaveLength(32_767);
  expect(cells?.[1]).toMatch(/ \[…40000\]$/);
});

test('an archive of the same files is the same', () => {
  const files = [{ name: 'a.csv', bytes: Buffer.from('a') }];
  expect(Buffer.from(zipOf(files))).toEqual(Buffer.from(zipOf(files)));
});

/** Converts a file with LibreOffice; undefined when it is not here, or has no spreadsheets. */
function converted(name: string, content: string | Uint8Array, to: string): string | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kiroku-xlsx-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, name);
  writeFileSync(file, content);
  const args = ['--headless', '--convert-to', to, '--outdir', path.join(folder, 'out'), file];
  spawnSync('soffice', args, { env: { ...process.env, HOME: folder } });
  const result = path.join(folder, 'out', `${path.parse(name).name}.${to}`);
  return existsSync(result) ? readFileSync(result, 'utf8') : undefined;
}

test('LibreOffice reads the workbook, or it is said that it cannot be asked', async () => {
  const hasSpreadsheets = converted('probe.csv', 'a,b\n', 'fods') !== undefined;
  const missing = 'SKIPPED: no LibreOffice Calc on this machine; it has not seen the workbook.';
  // oxlint-disable-next-line no-console -- a test that does not run has to say so
  console.log(hasSpreadsheets ? 'LibreOffice Calc was asked' : missing);
  const [file] = await packFiles(exported(fullCase(), 'xlsx').files);
  const csv = converted('registers.xlsx', file?.bytes ?? '', 'csv');
  expect(csv?.includes('-2+3 VPN account used')).toBe(hasSpreadsheets ? true : undefined);
}, 120_000);
