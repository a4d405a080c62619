import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openGunzipped } from '../../../electron/import/gunzipped-file.ts';
import { readOriginal } from '../../../electron/import/original-record.ts';
import { openReadableFile } from '../../../electron/import/readable-file.ts';
import { temporaryFolder } from '../notebook/temporary-notebook.ts';
import { indexContent, timesketchTable } from './index-file.ts';

const lines = Array.from(
  { length: 3_000 },
  (_, at) =>
    `2024-03-01T05:${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}.${at}Z web01 sshd[${at}]: Failed password for user${at * 7} from 203.0.113.${at % 250}`,
);
const log = `${lines.join('\n')}\n`;

test('a compressed log gives the rows, lines and places of what is packed in it', async () => {
  const packed = await indexContent('auth.log.gz', gzipSync(log));
  const plain = await indexContent('auth.log', log);
  expect(packed.rows).toEqual(plain.rows);
  expect(packed.result).toEqual(plain.result);
  expect(packed.rows).toHaveLength(3_000);
});

test('the original record is reached forward and backward', async () => {
  const { index, file, reading } = await indexContent('auth.log.gz', gzipSync(log));
  expect(await index.originalText(2_999, file)).toBe(lines[2_999]);
  expect(await index.originalText(3, file)).toBe(lines[3]);
  const source = { id: 'one', name: 'auth.log.gz', sha256: '', reading, file };
  const original = await readOriginal(source, index, 1_500);
  expect(original).toMatchObject({ ok: true, value: { text: lines[1_500], row: { line: 1_501 } } });
});

test('the name without .gz and the text in it tell the format', async () => {
  const table = timesketchTable([{ message: '記録', datetime: '2024-03-01T05:02:00+09:00' }]);
  const { reading, rows } = await indexContent('timeline.csv.gz', gzipSync(table));
  expect(reading).toMatchObject({ reader: 'timesketch', encoding: 'utf-8' });
  expect(rows.map(({ text }) => text)).toEqual(['記録']);
});

test('several members one after another are one file, as logrotate and cat make them', async () => {
  const half = log.indexOf('\n', log.length / 2) + 1;
  const members = [log.slice(0, half), '', log.slice(half)].map((part) => gzipSync(part));
  const { rows, result } = await indexContent('auth.log.gz', Buffer.concat(members));
  expect(rows).toHaveLength(3_000);
  expect(result.skipped).toBe(0);
});

test('what is cut off keeps its rows up to there, and says so', async () => {
  const packed = gzipSync(log);
  const { rows, result } = await indexContent('auth.log.gz', packed.subarray(0, packed.length / 2));
  expect(rows.length).toBeGreaterThan(500);
  expect(rows.length).toBeLessThan(3_000);
  expect(result.skippedFor).toEqual({ 'archive-broken': 1 });
  expect(result.skippedRecords[0]?.line).toBe(rows.length + 1);
});

test('damage in the middle ends the log there', async () => {
  const packed = gzipSync(log);
  packed.fill(0xff, packed.length - 2_000, packed.length - 1_500);
  const { rows, result } = await indexContent('auth.log.gz', packed);
  expect(rows.length).toBeGreaterThan(500);
  expect(result.skippedFor['archive-broken']).toBe(1);
});

test('a bomb ends at 300 times its size', async () => {
  const mebibyte = 1_048_576;
  const file = path.join(await temporaryFolder(), 'bomb.gz');
  const stored = gzipSync(Buffer.alloc(400 * mebibyte, 'a log line like any other\n'), {
    level: 9,
  });
  await writeFile(file, stored);
  const opened = openGunzipped(await openReadableFile(file));
  const block = Buffer.alloc(mebibyte);
  let unpacked = 0;
  for (let filled = -1; filled !== 0; unpacked += filled)
    filled = await opened.read(block, unpacked);
  expect(opened.archiveTrouble()).toBe('archive-too-large');
  expect(unpacked).toBeGreaterThanOrEqual(64 * mebibyte);
  expect(unpacked).toBeLessThanOrEqual(Math.max(64 * mebibyte, 300 * stored.length) + mebibyte);
  await opened.close();
});
