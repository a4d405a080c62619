import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFile,
  chmod,
  readdir,
  readFile,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addFile } from '../../../electron/notebook/add-evidence.ts';
import { takeFile } from '../../../electron/notebook/evidence-vault.ts';
import { verifyNotebook } from '../../../electron/notebook/verify-notebook.ts';
import { linesOf, newNotebook, open, type Place, temporaryFolder } from './temporary-notebook.ts';

test('keeps a copy under the name of its hash, for reading only', async () => {
  const place = await newNotebook();
  const file = await someFile('access.log', 'GET /');
  const sha256 = createHash('sha256').update('GET /').digest('hex');
  const taken = await takeFile(place.folder, file);
  const { mtimeMs } = await stat(file);
  expect(taken).toMatchObject({
    ok: true,
    value: {
      name: 'access.log',
      size: 5,
      sha256,
      changedWhileReading: false,
      origin: { path: file, pathBytes: Buffer.from(file).toString('base64') },
      times: { modified: Math.round(mtimeMs) },
    },
  });
  const copy = path.join(place.folder, 'evidence', `${sha256}.evid`);
  expect(await readFile(copy, 'utf8')).toBe('GET /');
  expect((await stat(copy)).mode & 0o777).toBe(0o400);
});

test('copies a file of many blocks as it is, and reports both readings of it', async () => {
  const place = await newNotebook();
  const content = Buffer.alloc(3_500_000, 'ab\ncd');
  const file = await someFile('disk.img', content);
  const reports: number[] = [];
  const taken = await takeFile(place.folder, file, {
    onProgress: (done, total) => reports.push(done / total),
  });
  expect(taken).toMatchObject({
    value: { sha256: createHash('sha256').update(content).digest('hex') },
  });
  expect(reports).toEqual(reports.toSorted((a, b) => a - b));
  expect(reports.at(-1)).toBe(1);
});

test('takes an empty file', async () => {
  const place = await newNotebook();
  const taken = await takeFile(place.folder, await someFile('empty', ''));
  expect(taken).toMatchObject({ value: { size: 0, changedWhileReading: false } });
});

test('gives items numbers in order, and one copy to the same content', async () => {
  const place = await newNotebook();
  const notebook = await open(place);
  const numbers: unknown[] = [];
  for (const [name, content] of [
    ['a', 'same'],
    ['b', 'same'],
    ['c', 'other'],
  ] as const) {
    const added = await addFile(notebook, await someFile(name, content), { note: 'n' });
    numbers.push(added.ok && added.value.item.no);
  }
  await notebook.close();
  const again = await open(place);
  const added = await addFile(again, await someFile('d', 'more'), { note: '' });
  expect([...numbers, added.ok && added.value.item.no]).toEqual([
    'E-001',
    'E-002',
    'E-003',
    'E-004',
  ]);
  expect(await evidenceOf(place)).toHaveLength(3);
  expect(await codesOf(place)).toEqual([]);
});

test('writes no operation and uses no number for a file that was refused', async () => {
  const place = await newNotebook();
  const notebook = await open(place);
  const refused = await addFile(notebook, path.join(place.folder, 'missing'), { note: '' });
  const added = await addFile(notebook, await someFile('a', 'a'), { note: '' });
  expect(refused).toEqual({ ok: false, error: { kind: 'not-found' } });
  expect(added).toMatchObject({ value: { item: { no: 'E-001' } } });
  expect(await linesOf(notebook)).toHaveLength(2);
});

test('refuses what is not an ordinary file', async () => {
  const place = await newNotebook();
  const base = await temporaryFolder();
  const inBase = (name: string) => path.join(base, name);
  await writeFile(inBase('file'), 'x');
  await symlink(inBase('file'), inBase('link'));
  execFileSync('mkfifo', [inBase('pipe')]);
  const server = net.createServer().listen(inBase('socket'));
  onTestFinished(() => void server.close());
  const kinds = await Promise.all(
    [base, inBase('link'), inBase('pipe'), inBase('socket'), '/dev/null'].map(async (file) => {
      const taken = await takeFile(place.folder, file);
      return taken.ok ? 'taken' : taken.error.kind;
    }),
  );
  expect(new Set(kinds)).toEqual(new Set(['not-a-regular-file']));
  expect(await evidenceOf(place)).toEqual([]);
});

test('leaves nothing behind when it is cancelled', async () => {
  const place = await newNotebook();
  const file = await someFile('large', Buffer.alloc(8_000_000));
  const cancelling = new AbortController();
  const taken = await takeFile(place.folder, file, {
    signal: cancelling.signal,
    onProgress: () => cancelling.abort(),
  });
  expect(taken).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(await evidenceOf(place)).toEqual([]);
});

test('says when a file changed while it was copied', async () => {
  const place = await newNotebook();
  const file = await someFile('growing.log', Buffer.alloc(3_000_000, 'a'));
  let grown: Promise<void> | undefined;
  const taken = await takeFile(place.folder, file, {
    onProgress: () => {
      grown ??= appendFile(file, 'more').then(() => utimes(file, 1, 1));
    },
  });
  await grown;
  expect(taken).toMatchObject({ value: { changedWhileReading: true } });
});

test('keeps a damaged copy beside the good one that replaces it', async () => {
  const place = await newNotebook();
  const file = await someFile('a', 'content');
  await takeFile(place.folder, file);
  const [name = ''] = await evidenceOf(place);
  const copy = path.join(place.folder, 'evidence', name);
  await chmod(copy, 0o600);
  await writeFile(copy, 'changed');
  await takeFile(place.folder, file);
  expect(await readFile(copy, 'utf8')).toBe('content');
  expect((await evidenceOf(place)).filter((other) => other.includes('.damaged-'))).toHaveLength(1);
});

test('finds a copy that was changed, one that is gone, and one that nobody named', async () => {
  const place = await newNotebook();
  const notebook = await open(place);
  for (const content of ['a', 'b'])
    await addFile(notebook, await someFile(content, content), { note: '' });
  const evidence = path.join(place.folder, 'evidence');
  const copyOf = (content: string) =>
    path.join(evidence, `${createHash('sha256').update(content).digest('hex')}.evid`);
  await chmod(copyOf('a'), 0o600);
  await writeFile(copyOf('a'), 'A');
  execFileSync('rm', ['-f', copyOf('b')]);
  await writeFile(copyOf('c'), 'c');
  expect((await codesOf(place)).toSorted()).toEqual([
    'evidence-changed',
    'evidence-extra',
    'evidence-missing',
  ]);
});

test('removes copies that a crash left half-made, when it next opens to write', async () => {
  const place = await newNotebook();
  await writeFile(path.join(place.folder, 'evidence', '.incoming-0011'), 'half');
  await open(place, { readOnly: true });
  expect(await evidenceOf(place)).toEqual(['.incoming-0011']);
  await open(place);
  expect(await evidenceOf(place)).toEqual([]);
});

async function someFile(name: string, content: string | Buffer): Promise<string> {
  const file = path.join(await temporaryFolder(), name);
  await writeFile(file, content);
  return file;
}

async function evidenceOf({ folder }: Place): Promise<readonly string[]> {
  return readdir(path.join(folder, 'evidence'));
}

async function codesOf({ folder }: Place): Promise<readonly string[]> {
  const verified = await verifyNotebook(folder);
  return verified.ok ? verified.value.findings.map(({ code }) => code) : [verified.error.kind];
}
