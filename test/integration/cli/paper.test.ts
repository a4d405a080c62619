import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { deskWithIncident } from './run.ts';

test('labels have the number, the beginning of the hash and a code of each item', async () => {
  const { run, folder } = await deskWithIncident();
  const file = path.join(path.dirname(folder), 'image.dd');
  await writeFile(file, 'sectors');
  await run(['evidence', 'add', folder, file]);
  await run([
    'evidence',
    'item',
    folder,
    '受付の<b>PC</b>',
    '--serial',
    'PF-1',
    '--type',
    'device',
  ]);
  const out = path.join(path.dirname(folder), 'labels.html');
  for (const [language, words] of [
    ['en', ['Labels for bags', 'Device', 'SHA-256']],
    ['ja', ['証拠袋用ラベル', '機器']],
  ] as const) {
    const made = await run(['paper', folder, 'labels', '--out', out, '--lang', language]);
    expect(made).toMatchObject({ code: 0 });
    const page = await readFile(out, 'utf8');
    for (const word of [...words, 'E-001', 'E-002', 'PF-1']) expect(page).toContain(word);
    expect(page).not.toContain('<b>PC');
    expect(page.match(/<g transform="translate\([^"]*scale/g)).toHaveLength(2);
  }
});

test('blank sheets have numbers of their own, each print others', async () => {
  const { run, folder } = await deskWithIncident();
  const out = path.join(path.dirname(folder), 'sheets.html');
  const numbersOf = async (kind: string) => {
    await run(['paper', folder, kind, '--out', out, '--sheets', '3', '--lang', 'en']);
    const page = await readFile(out, 'utf8');
    return [...new Set(page.match(/[A-Z\d]{4}-\d\d/g))];
  };
  const first = await numbersOf('log');
  expect(first.map((number) => number.slice(5))).toEqual(['01', '02', '03']);
  expect(await numbersOf('custody')).not.toEqual(first);
});

test('what is entered later carries the number of its sheet and cites its photograph', async () => {
  const { run, folder } = await deskWithIncident();
  const photo = path.join(path.dirname(folder), 'sheet.png');
  await writeFile(photo, 'picture');
  await run(['evidence', 'add', folder, photo]);
  const line = '14:02 the doors were open';
  expect(await run(['log', folder, line, '--sheet', 'K7QD-12', '--photo', 'E-001'])).toMatchObject({
    code: 0,
  });
  const { entries } = JSON.parse((await run(['show', folder, '--json'])).out) as {
    entries: { text: string; sheet: string | null; evidence: string[] }[];
  };
  expect(entries).toMatchObject([{ text: 'the doors were open', sheet: 'K7QD-12' }]);
  expect(entries[0]?.evidence).toHaveLength(1);
  const report = path.join(path.dirname(folder), 'report.html');
  await run(['report', folder, '--out', report, '--lang', 'ja']);
  expect(await readFile(report, 'utf8')).toContain('用紙K7QD-12から転記');
});

test.each([
  [['paper', 'stickers', '--out', 'x.html'], 'labels, log, custody'],
  [['paper', 'labels'], '--out'],
  [['paper', 'log', '--out', 'x.docx'], '.pdf or .html'],
  [['paper', 'log', '--out', 'x.html', '--sheets', '0'], 'A number from 1 to 200'],
  [['paper', 'log', '--out', 'x.html', '--sheets', '1e9'], 'A number from 1 to 200'],
  [['log', 'x', '--sheet', ' '], 'the number that stands on the sheet'],
  [['log', 'x', '--sheet', '1', '--photo', 'E-009'], 'There is no item E-009'],
])('%j is refused in words', async ([verb = '', ...rest], words) => {
  const { run, folder } = await deskWithIncident();
  const refused = await run([verb, folder, ...rest]);
  expect(refused.code).toBe(2);
  expect(refused.error).toContain(words);
});
