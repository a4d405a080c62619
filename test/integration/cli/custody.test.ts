import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { evidenceFileName } from '../../../electron/notebook/evidence-vault.ts';
import { deskWithIncident } from './run.ts';

/** A notebook with one item. */
async function deskWithItem() {
  const desk = await deskWithIncident();
  const file = path.join(path.dirname(desk.folder), 'image.dd');
  await writeFile(file, 'sectors');
  expect(await desk.run(['evidence', 'add', desk.folder, file, '--by', 'AK'])).toMatchObject({
    code: 0,
  });
  return desk;
}

test('what happened to an item is recorded, listed, and its gaps are named', async () => {
  const { run, folder } = await deskWithItem();
  const record = (...args: readonly string[]) =>
    run(['custody', folder, 'E-001', ...args, '--by', 'AK']);
  expect(
    await record(
      'collected',
      '--to',
      'Aoki',
      '--seal',
      'S-1',
      '--place',
      'Room 3',
      '--at',
      '13:10',
    ),
  ).toMatchObject({ code: 0 });
  expect(await run(['custody', folder])).toMatchObject({ code: 0 });
  const sent = ['--from', 'Aoki', '--to', 'Chiba', '--delivery', 'courier', '--witness', 'Doi'];
  await record('transferred', ...sent, '--seal-state', 'intact', '--seal', 'S-9', '--sheet', '12');
  const listed = await run(['custody', folder, '1']);
  expect(listed.code).toBe(1);
  for (const said of ['image.dd', 'Aoki → Chiba', 'courier', 'Doi', '12', 'S-9', 'S-1'])
    expect(listed.out).toContain(said);
  expect(listed.out).toContain('nobody has recorded that it arrived');
  const item = JSON.parse((await run(['custody', folder, 'E-001', '--json'])).out) as {
    doubts: { kind: string }[];
    custody: { action: string; at?: { text: string } }[];
  };
  expect(item.doubts.map(({ kind }) => kind)).toEqual(['seal-differs', 'not-received']);
  expect(item.custody[0]).toMatchObject({ action: 'collected', at: { text: '13:10' } });
  expect(await run(['verify', folder])).toMatchObject({ code: 0 });
});

test('the form is written in both languages, with room to sign', async () => {
  const { run, folder } = await deskWithItem();
  await run(['custody', folder, 'E-001', 'collected', '--to', '<b>Aoki</b>']);
  for (const [language, words] of [
    ['en', ['Chain of custody: E-001', 'Signature of receiver', 'image.dd']],
    ['ja', ['証拠管理票：E-001', '受け取った人の署名']],
  ] as const) {
    const form = path.join(path.dirname(folder), `form-${language}.html`);
    expect(await run(['custody', folder, '--form', form, '--lang', language])).toMatchObject({
      code: 0,
    });
    const page = await readFile(form, 'utf8');
    for (const word of words) expect(page).toContain(word);
    expect(page).not.toContain('<b>Aoki');
  }
});

test.each([
  [['E-009', 'stored'], 'There is no item E-009'],
  [['E-001', 'stolen'], 'stolen'],
  [['E-001', 'stored', '--at', 'someday'], 'someday is not a time'],
  [['E-001', 'stored', '--hash', 'maybe'], 'maybe'],
  [['--form', 'form.docx'], 'form.docx'],
])('%s is refused in words and nothing is written', async (args, said) => {
  const { run, folder, json } = await deskWithItem();
  const ran = await run(['custody', folder, ...args]);
  expect(ran.code).toBe(2);
  expect(ran.error).toContain(said);
  const [item] = (await json('custody', folder, 'E-001')) as { custody: unknown[] }[];
  expect(item?.custody).toEqual([]);
});

test('items are listed, and a file that is gone or changed is found', async () => {
  const { run, folder, json } = await deskWithItem();
  const [{ items }] = (await json('evidence', 'list', folder)) as [{ items: { sha256: string }[] }];
  const sha256 = items[0]?.sha256 ?? '';
  const file = path.join(folder, 'evidence', evidenceFileName(sha256));
  expect(await run(['evidence', 'check', folder])).toMatchObject({
    code: 0,
    out: '1 evidence file is there and unchanged.\n',
  });
  await chmod(file, 0o600);
  await writeFile(file, 'sectorz');
  const changed = await run(['evidence', 'check', folder]);
  expect(changed).toMatchObject({ code: 1 });
  expect(changed.out).toContain('E-001');
  await rm(file);
  const gone = JSON.parse((await run(['evidence', 'check', folder, '--json'])).out) as {
    findings: { code: string }[];
  };
  expect(gone.findings.map(({ code }) => code)).toEqual(['evidence-missing']);
});
