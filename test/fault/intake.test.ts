import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addFolder } from '../../electron/notebook/add-folder.ts';
import { takeFile } from '../../electron/notebook/evidence-vault.ts';
import { newNotebook, open, temporaryFolder } from '../integration/notebook/temporary-notebook.ts';
import { smallDisk } from './small-disk.ts';

const block = 1_048_576;

test('a folder of 10,000 files becomes 10,000 items and a list', { timeout: 600_000 }, async () => {
  const place = await newNotebook();
  const folder = await temporaryFolder();
  const names = Array.from({ length: 10_000 }, (_none, at) => `${at % 100}/f${at}`);
  for (let at = 0; at < 100; at += 1) await mkdir(path.join(folder, String(at)));
  for (const name of names) await writeFile(path.join(folder, name), name);
  const notebook = await open(place);
  const taken = await addFolder(notebook, folder, { note: '' });
  expect(taken).toMatchObject({ ok: true, value: { taken: 10_000, refused: {} } });
  expect(taken.ok && taken.value.list.no).toBe('E-10001');
  expect(await readdir(path.join(place.folder, 'evidence'))).toHaveLength(10_001);
});

test('a disk that fills while a file is copied: nothing half is left, and what was saved stays', async (context) => {
  const { place: mount } = await smallDisk(context, 4_096);
  const place = await newNotebook();
  const file = path.join(await temporaryFolder(), 'too large');
  await writeFile(file, Buffer.alloc(6 * block, 'x'));
  const small = path.join(mount, 'case.kiroku');
  execFileSync('cp', ['-r', place.folder, small]);
  const taken = await takeFile(small, file);
  expect(taken).toEqual({ ok: false, error: { kind: 'disk-full' } });
  expect(await readdir(path.join(small, 'evidence'))).toEqual([]);
  expect(existsSync(file)).toBe(true);
  expect(await takeFile(small, await smallFile())).toMatchObject({ ok: true });
});

async function smallFile(): Promise<string> {
  const file = path.join(await temporaryFolder(), 'small');
  await writeFile(file, 'fits');
  return file;
}
