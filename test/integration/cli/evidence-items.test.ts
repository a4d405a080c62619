import { createHash } from 'node:crypto';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { deskWithIncident } from './run.ts';

type Item = {
  no: string;
  name: string;
  hashes?: { md5?: string; sha1?: string };
  fields: Record<string, unknown>;
  reference?: { sha256?: string; segments?: { sha256: string[] } };
};

test('a thing without a file is added, described, listed and has custody', async () => {
  const { run, folder } = await deskWithIncident();
  const said = ['--type', 'device', '--make-model', 'X1', '--serial', 'PF-1', '--tlp', 'red'];
  expect(await run(['evidence', 'item', folder, 'Laptop', ...said])).toMatchObject({ code: 0 });
  expect(
    await run(['evidence', 'set', folder, 'E-001', '--serial', 'PF-2', '--clock', '+00:03:12']),
  ).toMatchObject({ code: 0 });
  const { items } = JSON.parse((await run(['evidence', 'list', folder, '--json'])).out) as {
    items: Item[];
  };
  expect(items).toMatchObject([
    {
      no: 'E-001',
      name: 'Laptop',
      fields: { serial: 'PF-2', tlp: 'RED', clock: { aheadMs: -192_000 } },
    },
  ]);
  expect(await run(['custody', folder, '1', 'collected', '--to', 'Aoki'])).toMatchObject({
    code: 0,
  });
  expect((await run(['evidence', 'list', folder])).out).toContain('(a thing)');
  expect(await run(['verify', folder])).toMatchObject({ code: 0 });
  expect(await run(['evidence', 'check', folder])).toMatchObject({ code: 0 });
});

test('MD5 and SHA-1 are computed when they are wanted, and a claimed hash is compared', async () => {
  const { run, folder } = await deskWithIncident();
  const file = path.join(path.dirname(folder), 'image.dd');
  await writeFile(file, 'sectors');
  const md5 = createHash('md5').update('sectors').digest('hex');
  const added = await run(['evidence', 'add', folder, file, '--hash', 'md5,SHA-1', '--json']);
  expect((JSON.parse(added.out) as Item).hashes).toEqual({
    md5,
    sha1: createHash('sha1').update('sectors').digest('hex'),
  });
  await run(['evidence', 'set', folder, '1', '--source-hash', `MD5: ${md5.toUpperCase()}`]);
  const form = path.join(path.dirname(folder), 'form.html');
  await run(['custody', folder, '--form', form, '--lang', 'en']);
  const report = path.join(path.dirname(folder), 'report.html');
  await run(['report', folder, '--out', report, '--lang', 'en']);
  for (const place of [form, report]) {
    const page = await readFile(place, 'utf8');
    expect(page).toContain(md5);
    expect(page).toContain('Same as computed here');
  }
});

test('a file that stays elsewhere is hashed there, and a change of it is found later', async () => {
  const { run, folder } = await deskWithIncident();
  const file = path.join(path.dirname(folder), 'disk0.raw');
  await writeFile(file, 'sectors');
  expect(await run(['evidence', 'add', folder, file, '--reference', 'Disk 4, safe'])).toMatchObject(
    { code: 0 },
  );
  expect(await run(['evidence', 'check', folder, 'E-001', file])).toMatchObject({ code: 0 });
  await writeFile(file, 'Sectors');
  const checked = await run(['evidence', 'check', folder, 'E-001', file]);
  expect(checked).toMatchObject({ code: 1 });
  expect(checked.out).toContain('not the same');
  const custody = await run(['custody', folder, 'E-001']);
  expect(custody.out).toContain('Differs');
  expect(custody.out).toContain('its hash was not the one that was recorded');
  // No copy lies in the notebook, and none is missed.
  expect(await run(['verify', folder])).toMatchObject({ code: 0 });
});

test('a folder becomes items, and what is no file is named', async () => {
  const { run, folder } = await deskWithIncident();
  const given = path.join(path.dirname(folder), 'collected');
  await mkdir(path.join(given, 'var'), { recursive: true });
  await writeFile(path.join(given, 'var', 'auth.log'), 'x');
  await symlink('/etc/passwd', path.join(given, 'link'));
  const added = await run(['evidence', 'add', folder, given, '--hostname', 'gw']);
  expect(added).toMatchObject({ code: 0 });
  expect(added.out).toContain('1 file taken in');
  expect(added.out).toContain('Not taken: 1 link');
  const { items } = JSON.parse((await run(['evidence', 'list', folder, '--json'])).out) as {
    items: Item[];
  };
  expect(items).toMatchObject([
    { name: 'auth.log', folder: { path: 'var/auth.log' }, fields: { hostname: 'gw' } },
    { name: 'collected - list.csv' },
  ]);
});

test.each([
  [['item'], 'NAME'],
  [['set', 'E-009', '--serial', 'x'], 'There is no item E-009'],
  [['set', 'E-001'], 'There is no item E-001'],
  [['item', 'x', '--clock', '3:12'], 'Write a sign and a length of time'],
  [['item', 'x', '--acquired-at', 'soon'], 'soon is not a time'],
  [['item', 'x', '--write-blocker', 'maybe'], 'used, not-used, not-needed'],
  [['item', 'x', '--serial', 'x'.repeat(201)], '200'],
  [['add', '/nowhere/file', '--hash', 'crc32'], 'md5, sha1'],
  [['check', 'E-001', '/nowhere/file'], 'There is no item E-001'],
])('%j is refused in words', async ([action = '', ...rest], words) => {
  const { run, folder } = await deskWithIncident();
  const refused = await run(['evidence', action, folder, ...rest]);
  expect(refused.code).toBe(2);
  expect(refused.error).toContain(words);
});
