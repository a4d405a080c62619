import { expect, test } from 'vitest';
import { readOriginal } from '../../../electron/import/original-record.ts';
import { previewLog } from '../../../electron/import/preview-log.ts';
import { dateCell, makeWorkbook, workbookParts } from '../../unit/import/rescue/make-workbook.ts';
import { zipSync } from 'fflate';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from '../notebook/temporary-notebook.ts';
import { indexContent } from './index-file.ts';

const heading = ['Date', 'Computer', 'Message'];
/** 2024-01-05 12:33:10 as Excel counts days. */
const serial = 45_296.523_032_407;

async function previewOf(name: string, content: Uint8Array, answers = {}) {
  const file = path.join(await temporaryFolder(), name);
  await writeFile(file, content);
  const preview = await previewLog(file, answers);
  if (!preview.ok) throw new Error(preview.error.kind);
  return preview.value;
}

test('a workbook is read as the table on its sheet, and asked for its zone', async () => {
  const workbook = makeWorkbook({
    Timeline: [
      heading,
      [dateCell(serial), 'web01', 'VPN logon, from "outside"'],
      ['2024-01-05T12:40:00', 'db01', '=1+1\nsecond line'],
    ],
  });
  const { reading, questions, notes } = await previewOf('timeline.xlsx', workbook);
  expect(reading).toMatchObject({ reader: 'any-table', encoding: 'utf-8' });
  expect(questions).toEqual(['zone']);
  expect(notes).toEqual([]);
  const { rows, result } = await indexContent('timeline.xlsx', workbook, { zone: 'Asia/Tokyo' });
  expect(result).toMatchObject({ rows: 2, usable: 2, skipped: 0 });
  expect(rows).toMatchObject([
    { line: 2, host: 'web01', timeText: '2024-01-05T12:33:10' },
    { line: 3, host: 'db01' },
  ]);
  expect(rows[0]?.text).toContain('VPN logon, from "outside"');
  expect(rows[1]?.text).toContain('=1+1');
  expect(rows[1]?.text).toContain('second line');
});

test('rows keep the numbers that they have on the sheet', async () => {
  const workbook = makeWorkbook({
    Timeline: [heading, [], [], ['2024-01-05T12:40:00Z', 'db01', 'below a gap']],
  });
  const { rows, index, file, reading } = await indexContent('gap.xlsx', workbook);
  expect(rows).toMatchObject([{ line: 4, text: expect.stringContaining('below a gap') }]);
  const source = { id: 'one', name: 'gap.xlsx', sha256: '', reading, file };
  const original = await readOriginal(source, index, 0);
  expect(original).toMatchObject({
    ok: true,
    value: {
      fields: [
        { name: 'Date', value: '2024-01-05T12:40:00Z' },
        { name: 'Computer', value: 'db01' },
        { name: 'Message', value: 'below a gap' },
      ],
    },
  });
});

test('of several sheets the largest is read, and the preview says so', async () => {
  const row = ['2024-01-05T12:40:00Z', 'db01', 'seen'];
  const workbook = makeWorkbook({ Notes: [['just words']], Events: [heading, row, row] });
  expect((await previewOf('two.xlsx', workbook)).notes).toEqual(['largest-sheet']);
  const { rows, result } = await indexContent('two.xlsx', workbook);
  expect(rows).toHaveLength(2);
  expect(result.notes).toEqual(['largest-sheet']);
});

test.each([
  ['a workbook without a cell', makeWorkbook({ Empty: [] })],
  ['an archive that is no workbook', zipSync({ 'readme.txt': new Uint8Array(10) })],
  ['half of a workbook', makeWorkbook({ T: [heading] }).subarray(0, 300)],
  [
    'a workbook whose sheet is not XML',
    zipSync({ ...workbookParts({ T: [heading] }), 'xl/worksheets/sheet1.xml': new Uint8Array(9) }),
  ],
  [
    'a workbook that unpacks beyond all measure',
    zipSync({
      ...workbookParts({ T: [heading] }),
      'xl/worksheets/sheet1.xml': new Uint8Array(150 * 1_048_576),
    }),
  ],
])('%s gives no table and does no harm', async (_what, content) => {
  expect((await previewOf('bad.xlsx', content)).reading).toBeUndefined();
});

test('another sheet is read when somebody names it, and the account says which were left', async () => {
  const row = ['2024-01-05T12:40:00Z', 'db01', 'seen'];
  const small = [
    ['When', 'What'],
    [dateCell(serial), 'door opened'],
  ];
  const workbook = makeWorkbook({ Empty: [], Events: [heading, row, row], 入退室: small });
  const preview = await previewOf('three.xlsx', workbook);
  expect(preview).toMatchObject({ sheets: ['Events', '入退室'], sheet: 'Events' });
  const whole = await indexContent('three.xlsx', workbook);
  expect(whole.result).toMatchObject({ rows: 2, sheetsLeft: ['入退室'] });
  expect(whole.reading).not.toHaveProperty('sheet');

  const answers = { sheet: '入退室', zone: 'Asia/Tokyo' };
  const named = await indexContent('three.xlsx', workbook, answers);
  expect(named.reading).toMatchObject({ sheet: '入退室' });
  expect(named.result).toMatchObject({ rows: 1, notes: [], sheetsLeft: ['Events'] });
  expect(named.made).not.toBe(whole.made);
  // The original of a row is on its own sheet.
  const source = { id: 'one', name: 'three.xlsx', sha256: '', ...named };
  expect(await readOriginal(source, named.index, 0)).toMatchObject({
    ok: true,
    value: { fields: [{ name: 'When' }, { name: 'What', value: 'door opened' }] },
  });
});

test.each(['Empty', 'events', 'Nothing'])('there is no sheet %s to read', async (sheet) => {
  const file = path.join(await temporaryFolder(), 'one.xlsx');
  await writeFile(file, makeWorkbook({ Empty: [], Events: [heading, ['x', 'y', 'z']] }));
  expect(await previewLog(file, { sheet })).toEqual({
    ok: false,
    error: { kind: 'no-such-sheet', sheet },
  });
});

test('a file that is no workbook has no sheets, whatever is asked for', async () => {
  const content = Buffer.from('message,datetime,timestamp_desc\nx,2024-03-01T05:00:00Z,Seen\n');
  const preview = await previewOf('t.csv', content, { sheet: 'Events' });
  expect(preview).toMatchObject({ sheets: [], sheet: undefined });
  expect(preview.reading).not.toHaveProperty('sheet');
});
