import fc from 'fast-check';
import { appendFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { containsWords, foldText, searchWords } from '#shared/domain/text-search.ts';
import { openRowIndex } from '../../../electron/import/row-index.ts';
import { sortRows } from '../../../electron/import/sort-rows.ts';
import { temporaryFolder } from '../notebook/temporary-notebook.ts';
import { indexContent, indexFile, timesketchTable } from './index-file.ts';

const rowsOf = async (found: AsyncIterable<readonly number[]>) => {
  const all: number[] = [];
  for await (const some of found) all.push(...some);
  return all;
};

test('keeps every field of a row, rows of one record too', async () => {
  const { rows, result } = await indexContent(
    'body.txt',
    '0|/etc/passwd|11|r/rrwxr-xr-x|0|0|1024|1700000000|1700000001|1700000001|0\n',
  );
  expect(
    rows.map(({ row, time, line, offset, length }) => ({ row, time, line, offset, length })),
  ).toEqual([
    { row: 0, time: 1_700_000_001e6, line: 1, offset: 0, length: 73 },
    { row: 1, time: 1_700_000_000e6, line: 1, offset: 0, length: 73 },
  ]);
  expect(result).toMatchObject({
    rows: 2,
    usable: 2,
    first: 1_700_000_000e6,
    last: 1_700_000_001e6,
  });
});

test('finds what a plain filter finds, for any words', async () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'B', 'ｶ', 'か', 'カ', 'é', ' ', '漢', '\n', '"'),
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { minLength: 1, maxLength: 30 }),
      word,
      async (messages, query) => {
        const table = timesketchTable(
          messages.map((message, at) => ({
            message: `x${message}`,
            datetime: `2024-03-01T05:02:${String(at % 60).padStart(2, '0')}Z`,
          })),
        );
        const { index, rows } = await indexContent('log.csv', table, { reader: 'timesketch' });
        const words = searchWords(query);
        const wanted = rows.filter(({ text, host, kind }) =>
          containsWords(foldText(`${text}\n${host}\n${kind}`), words),
        );
        expect(await rowsOf(index.search(words))).toEqual(wanted.map(({ row }) => row));
        expect(await rowsOf(index.search(words, { limit: 2 }))).toEqual(
          wanted.slice(0, 2).map(({ row }) => row),
        );
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

test('finds words across text, host and kind, and stops when it is told to', async () => {
  const many = Array.from({ length: 50_000 }, (_, at) => ({
    message: at % 10_000 === 7 ? `needle ${at}` : `hay ${at}`,
    datetime: '2024-03-01T05:02:00Z',
  }));
  const { index } = await indexContent('log.csv', timesketchTable(many));
  expect(await rowsOf(index.search(['needle']))).toEqual([7, 10_007, 20_007, 30_007, 40_007]);
  expect(await rowsOf(index.search(['pc-2', 'needle', 'logged']))).toEqual([7]);
  expect(await rowsOf(index.search(['nowhere']))).toEqual([]);
  const stopping = new AbortController();
  const search = index.search(['hay'], { signal: stopping.signal })[Symbol.asyncIterator]();
  await search.next();
  stopping.abort();
  await expect(search.next()).rejects.toThrow(/abort/i);
});

test('orders rows by time, those without one last, and finds a stretch of time', async () => {
  const at = (second: number) => ({
    message: `second ${second}`,
    datetime: second < 0 ? 'Not a time' : `2024-03-01T05:02:${String(second).padStart(2, '0')}Z`,
  });
  const { index } = await indexContent('log.csv', timesketchTable([5, -1, 3, 9, 3, 1].map(at)));
  const ordered = Array.from({ length: index.rows }, (_, place) => index.rowInOrder(place));
  expect(ordered).toEqual([5, 2, 4, 0, 3, 1]);
  const second = (value: number) => Date.parse('2024-03-01T05:02:00Z') * 1_000 + value * 1e6;
  expect(index.placesBetween(second(3), second(9))).toEqual({ first: 1, end: 4 });
  expect(index.row(1)).toMatchObject({ time: undefined, timeText: 'Not a time' });
});

test('merges sorted runs into one order', async () => {
  const times = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Number.NaN)), {
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(times, fc.integer({ min: 1, max: 9 }), async (all, runRows) => {
      const folder = await temporaryFolder();
      await writeFile(path.join(folder, 'time.f64'), new Float64Array(all));
      sortRows(folder, all.length, runRows);
      const bytes = await readFile(path.join(folder, 'order.u32'));
      const order = Array.from({ length: all.length }, (_, index) => bytes.readUInt32LE(index * 4));
      const key = (row: number) => (Number.isNaN(all[row] ?? 0) ? Infinity : (all[row] ?? 0));
      const wanted = all
        .map((_, row) => row)
        .toSorted((a, b) => (key(a) === key(b) ? a - b : key(a) - key(b)));
      expect(order).toEqual(wanted);
      expect((await readdir(folder)).toSorted()).toEqual([
        'order-time.f64',
        'order.u32',
        'time.f64',
      ]);
    }),
    { numRuns: 100 },
  );
});

test('opens nothing that is missing, outdated, damaged or made from something else', async () => {
  const { folder, made } = await indexContent(
    'log.csv',
    timesketchTable([{ message: 'one', datetime: '2024-03-01T05:02:00Z' }]),
  );
  expect(openRowIndex(`${folder}-none`, made)).toMatchObject({ error: { kind: 'missing' } });
  expect(openRowIndex(folder, `${made} `)).toMatchObject({ error: { kind: 'outdated' } });
  await appendFile(path.join(folder, 'line.u32'), 'x');
  expect(openRowIndex(folder, made)).toMatchObject({ error: { kind: 'damaged' } });
  await truncate(path.join(folder, 'line.u32'), 4);
  const meta = JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8')) as object;
  await writeFile(path.join(folder, 'index.json'), JSON.stringify({ ...meta, version: 0 }));
  expect(openRowIndex(folder, made)).toMatchObject({ error: { kind: 'outdated' } });
});

test('keeps the names of more hosts than a list holds', async () => {
  const lines = Array.from(
    { length: 66_000 },
    (_, at) => `m${at},2024-03-01T05:02:00Z,kind ${at},host-${at}`,
  );
  const text = ['message,datetime,timestamp_desc,hostname', ...lines, ''].join('\n');
  const { rows, result } = await indexContent('log.csv', text);
  const last = rows.at(-1);
  expect([last?.host, last?.kind, last?.text]).toEqual(['host-65999', 'kind 65999', 'm65999']);
  expect([rows[3]?.host, rows[65_534]?.host, rows[65_535]?.host]).toEqual([
    'host-3',
    'host-65534',
    'host-65535',
  ]);
  expect(result.hosts).toHaveLength(65_535);
});

test('leaves nothing behind when it is cancelled, and clears what a killed process left', async () => {
  const base = await temporaryFolder();
  const table = timesketchTable(
    Array.from({ length: 5_000 }, (_, at) => ({
      message: `m ${at}`,
      datetime: '2024-03-01T05:02:00Z',
    })),
  );
  const cancelling = new AbortController();
  const { folder } = await indexContent('log.csv', table);
  const parent = path.dirname(folder);
  // No process has this number: they end far below.
  await mkdir(path.join(parent, '.building-4194999-00000000'));
  const file = path.join(base, 'log.csv');
  await writeFile(file, table);
  const onProgress = () => cancelling.abort();
  await expect(
    indexFile(
      file,
      path.join(parent, 'two'),
      {},
      { signal: cancelling.signal, onProgress, blockBytes: 4_096 },
    ),
  ).rejects.toThrow('cancelled');
  expect(await readdir(parent)).toEqual([path.basename(folder)]);
});
