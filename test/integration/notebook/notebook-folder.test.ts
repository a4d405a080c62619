import { execFileSync } from 'node:child_process';
import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  createNotebookFolder,
  readNotebookFolder,
} from '../../../electron/notebook/notebook-folder.ts';
import { newNotebook, onlyFeed, open, temporaryFolder, write } from './temporary-notebook.ts';

test('makes a folder that says what it is and how to check it', async () => {
  const folder = path.join(await temporaryFolder(), 'new', 'case.kiroku');
  const created = await createNotebookFolder(folder, { now: Date.UTC(2024, 2, 1) });
  if (!created.ok) throw new Error(created.error.kind);
  expect((await readdir(folder)).toSorted()).toEqual([
    'VERIFY.txt',
    'evidence',
    'feeds',
    'notebook.json',
    'verify.py',
  ]);
  expect(await readFile(path.join(folder, 'notebook.json'), 'utf8')).toBe(
    `{"created":"2024-03-01T00:00:00.000Z","format":"kiroku-notebook","notebook":"${created.value.notebook}","version":1}\n`,
  );
  expect(await readdir(path.dirname(folder))).toEqual(['case.kiroku']);
});

test.each(['a file', 'an empty folder', 'a notebook', 'a link to nowhere'])(
  'refuses to make a notebook where %s stands, and touches nothing',
  async (what) => {
    const { folder } = await newNotebook();
    const target = what === 'a notebook' ? folder : `${folder}-2`;
    if (what === 'a file') await writeFile(target, 'mine');
    if (what === 'an empty folder') await mkdir(target);
    if (what === 'a link to nowhere') await symlink('nowhere', target);
    const before = await lstat(target);
    expect(await createNotebookFolder(target)).toEqual({
      ok: false,
      error: { kind: 'already-exists', place: target },
    });
    expect((await lstat(target)).mtimeMs).toBe(before.mtimeMs);
  },
);

test.each([
  ['nothing', '', 'not-a-notebook'],
  ['half a JSON text', '{"format":"kiroku-notebook"', 'not-a-notebook'],
  ['another format', '{"format":"other","version":1}', 'not-a-notebook'],
  ['a list', '[1]', 'not-a-notebook'],
  ['null', 'null', 'not-a-notebook'],
  ['no notebook id', '{"format":"kiroku-notebook","version":1,"created":""}', 'not-a-notebook'],
  [
    'an id that is a path',
    '{"format":"kiroku-notebook","version":1,"created":"","notebook":"../../../../etc/passwd"}',
    'not-a-notebook',
  ],
  ['version 0', '{"format":"kiroku-notebook","version":0}', 'not-a-notebook'],
  ['a fraction of a version', '{"format":"kiroku-notebook","version":1.5}', 'not-a-notebook'],
  ['a version in words', '{"format":"kiroku-notebook","version":"2"}', 'not-a-notebook'],
  ['deep nesting', '['.repeat(30_000), 'not-a-notebook'],
  ['a megabyte', `{"x":"${'x'.repeat(1_048_576)}"}`, 'not-a-notebook'],
  ['a newer version', '{"format":"kiroku-notebook","version":7,"more":{}}', 'newer-notebook'],
])('refuses a notebook.json with %s', async (_what, text, kind) => {
  const { folder } = await newNotebook();
  await writeFile(path.join(folder, 'notebook.json'), text);
  const read = await readNotebookFolder(folder);
  expect(read).toMatchObject({ ok: false, error: { kind, place: folder } });
  expect(await readFile(path.join(folder, 'notebook.json'), 'utf8')).toBe(text);
});

test('names the version that is too new', async () => {
  const { folder } = await newNotebook();
  await writeFile(path.join(folder, 'notebook.json'), '{"format":"kiroku-notebook","version":7}');
  expect(await readNotebookFolder(folder)).toMatchObject({ error: { version: 7 } });
});

test('does not wait for ever at a named pipe', async () => {
  const folder = await temporaryFolder();
  execFileSync('mkfifo', [path.join(folder, 'notebook.json')]);
  expect(await readNotebookFolder(folder)).toMatchObject({ error: { kind: 'not-a-notebook' } });
});

test('tells a missing folder from a file and from a folder that is no notebook', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'file'), '');
  const kinds = await Promise.all(
    ['missing', 'file', '.'].map(async (name) => {
      const read = await readNotebookFolder(path.join(folder, name));
      return read.ok ? 'ok' : read.error.kind;
    }),
  );
  expect(kinds).toEqual(['not-found', 'not-a-notebook', 'not-a-notebook']);
});

test('does not follow a feed that is a link, and says so', async () => {
  const place = await newNotebook();
  await write(place, 'one');
  const { file } = await onlyFeed(place);
  const strange = `k1-${'0'.repeat(32)}`;
  await symlink(file, path.join(place.folder, 'feeds', `${strange}.jsonl`));
  const notebook = await open(place);
  expect(notebook.describe().findings).toMatchObject([{ code: 'feed-not-a-file', feed: strange }]);
});

test('opens a notebook without its feeds folder as an empty one', async () => {
  const place = await newNotebook();
  execFileSync('rmdir', [path.join(place.folder, 'feeds')]);
  expect((await open(place)).describe()).toMatchObject({ lines: 0, heads: {} });
});

test('opens what cannot be written to for reading', async () => {
  const place = await newNotebook();
  // Whoever runs this may be root, whom no mode stops: a file in the way stops everybody.
  await writeFile(place.userData, 'in the way');
  expect((await open(place)).describe().readOnly).toEqual({ because: 'not-writable' });
});
