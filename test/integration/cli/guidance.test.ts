import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { deskWithIncident } from './run.ts';

const template = (text: string, revision = 1) => ({
  kiroku: 'guidance',
  format: 1,
  pieces: [
    {
      kind: 'template',
      revision,
      body: {
        id: 'ward',
        title: { ja: '病棟の初動' },
        items: [{ id: 'W-01', step: 'containment', text: { ja: text }, critical: true }],
      },
    },
  ],
});

test('templates are carried in a file, adopted as a snapshot, and changed later', async () => {
  const desk = await deskWithIncident();
  const file = path.join(path.dirname(desk.folder), 'ward.json');
  await writeFile(file, JSON.stringify(template('紙の運用に切り替える')));

  const dry = await desk.json('guidance', 'import', file, '--dry-run');
  expect(dry).toEqual([
    { kind: 'guidance', changes: [{ key: 'template ward', change: 'new', revision: 1 }] },
  ]);
  expect(await desk.json('guidance', 'list')).toMatchObject([{ pieces: [] }]);
  await desk.json('guidance', 'import', file);
  expect(await desk.json('checklist', 'list')).toMatchObject([
    [{ id: 'ward', items: 1 }, { id: 'general-nist' }, {}, {}, {}, {}, {}, {}],
  ]);
  await desk.json('checklist', 'adopt', desk.folder, 'ward');

  await writeFile(file, JSON.stringify(template('別の手順', 2)));
  await desk.json('guidance', 'import', file);
  const [lists] = await desk.json('checklist', 'list', desk.folder);
  expect(lists).toMatchObject([{ items: [{ id: 'W-01', text: { ja: '紙の運用に切り替える' } }] }]);

  const out = path.join(path.dirname(desk.folder), 'out.json');
  await desk.json('guidance', 'export', '--out', out);
  expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({
    pieces: [{ revision: 2, body: { items: [{ text: { ja: '別の手順' } }] } }],
  });
});

test('a file that is none says why, in the language of whoever asks, and changes nothing', async () => {
  const desk = await deskWithIncident();
  const file = path.join(path.dirname(desk.folder), 'x.json');
  await writeFile(file, '{"kiroku":');
  expect(await desk.run(['guidance', 'import', file, '--lang', 'ja'])).toMatchObject({
    code: 2,
    error: 'JSONファイルではありません。\n',
  });
  await writeFile(file, '{"type":"bundle","objects":[]}');
  expect(await desk.run(['guidance', 'import', file])).toMatchObject({ code: 2 });
  expect(await desk.run(['guidance', 'import', path.dirname(file)])).toMatchObject({ code: 2 });
  expect(await desk.run(['guidance', 'export', '--out', file])).toMatchObject({ code: 2 });
  const places = path.join(path.dirname(desk.folder), 'user', 'guidance.json');
  await expect(readFile(places)).rejects.toThrow('ENOENT');
});
