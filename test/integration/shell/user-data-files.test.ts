import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyEverything } from '../../../electron/copy-of-everything.ts';
import { openDrafts } from '../../../electron/draft.ts';
import { openErrorLog } from '../../../electron/error-log.ts';
import { openRecentNotebooks } from '../../../electron/recent-notebooks.ts';
import { openSettings } from '../../../electron/settings.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kiroku-user-data-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const defaults = { language: 'ja', theme: 'system', by: '' } as const;
const fail = (error: unknown) => {
  throw error;
};
const notebook = 'a'.repeat(32);

test('settings are there again after a restart', async () => {
  const file = path.join(folder, 'settings.json');
  await (await openSettings(file, defaults, fail)).change({ theme: 'dark', by: '青木' });
  expect((await openSettings(file, defaults, fail)).read()).toEqual({
    language: 'ja',
    theme: 'dark',
    by: '青木',
  });
});

test.each(['', '{"theme":', '{"theme":"pink"}', '[]', '7'])(
  'settings broken as %j become the defaults, and the file is kept aside',
  async (broken) => {
    const file = path.join(folder, 'settings.json');
    await writeFile(file, broken);
    expect((await openSettings(file, defaults, fail)).read()).toEqual(defaults);
    const [aside = ''] = await readdir(folder);
    expect(aside).toMatch(/^settings\.json\.broken-/);
    expect(await readFile(path.join(folder, aside), 'utf8')).toBe(broken);
  },
);

test('a setting holds although the disk did not take it', async () => {
  const unsaved: unknown[] = [];
  const file = path.join(folder, 'missing-folder/settings.json');
  const settings = await openSettings(file, defaults, (error) => unsaved.push(error));
  await settings.change({ by: 'Aoki' });
  expect(settings.read().by).toBe('Aoki');
  expect(unsaved).toHaveLength(1);
});

test('of drafts that follow each other quickly the last one stays', async () => {
  const drafts = openDrafts(path.join(folder, 'drafts'), fail);
  for (const text of ['1', '12', '123']) void drafts.save(notebook, text);
  expect(await drafts.read(notebook)).toBe('123');
  const again = openDrafts(path.join(folder, 'drafts'), fail);
  expect(await again.read(notebook)).toBe('123');
});

test('a draft that was sent leaves no file', async () => {
  const drafts = openDrafts(path.join(folder, 'drafts'), fail);
  await drafts.save(notebook, 'half a line');
  await drafts.save(notebook, '');
  expect(await readdir(path.join(folder, 'drafts'))).toEqual([]);
  expect(await drafts.read(notebook)).toBe('');
});

test('recent notebooks come last opened first, without those that are gone', async () => {
  const file = path.join(folder, 'recent.json');
  const [one, two, gone] = ['one.kiroku', 'two.kiroku', 'gone.kiroku'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  for (const each of [one, two]) await mkdir(each);
  const recent = await openRecentNotebooks(file, fail);
  for (const each of [one, gone, two, one]) await recent.remember(each);
  const list = await (await openRecentNotebooks(file, fail)).list();
  expect(list.map(({ name }) => name)).toEqual(['one', 'two']);
  expect(recent.folderOf(list[0]?.id ?? '')).toBe(one);
  expect(recent.folderOf(one)).toBeUndefined();
});

test('the log keeps causes and never grows beyond its two files', async () => {
  const log = openErrorLog(folder);
  log.write('first', new Error('outside', { cause: new Error('inside') }));
  expect(await readFile(log.file, 'utf8')).toMatch(/outside[^]*caused by Error: inside/);
  for (let count = 0; count < 200; count += 1) log.write('more', 'x'.repeat(20_000));
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(path.join(folder, name))).size),
  );
  expect(sizes).toHaveLength(2);
  expect(Math.max(...sizes)).toBeLessThan(1_100_000);
});

test('a copy of everything has the notebook without its lock, the draft and the log', async () => {
  const source = path.join(folder, 'ward.kiroku');
  await mkdir(path.join(source, 'feeds'), { recursive: true });
  await writeFile(path.join(source, 'notebook.json'), '{}');
  await writeFile(path.join(source, 'feeds/k1.jsonl'), 'line\n');
  await writeFile(path.join(source, '.lock'), 'mine');
  await writeFile(path.join(folder, 'draft.txt'), 'half');
  const into = path.join(folder, 'copy');
  const files = [path.join(folder, 'draft.txt'), path.join(folder, 'no-such.log')];
  await copyEverything({ notebook: source, files }, into);
  const copied = await readdir(into, { recursive: true });
  expect(copied.toSorted()).toEqual([
    'draft.txt',
    'ward.kiroku',
    'ward.kiroku/feeds',
    'ward.kiroku/feeds/k1.jsonl',
    'ward.kiroku/notebook.json',
  ]);
  await expect(copyEverything({ files: [] }, into)).rejects.toThrow(/EEXIST/);
});
