import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Job } from '#shared/ipc/contract.ts';
import { longestRange } from '#shared/ipc/evidence-contract.ts';
import { readLinePage } from '#shared/journal/line-page.ts';
import { err } from '#shared/lib/result.ts';
import { readFileSync } from 'node:fs';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';

let window: WindowHandlers | undefined;
afterEach(() => window?.close());

const picture = readFileSync(
  path.resolve(import.meta.dirname, '../../../docs/images/report-en.png'),
);

async function openWithNotebook(): Promise<WindowHandlers> {
  window = await openWindowHandlers({});
  const incident = { title: 'T', by: 'A', tlp: 'AMBER', zone: 'UTC', choosePlace: false } as const;
  valueOf(await window.request('notebook:create', incident));
  return window;
}

async function fileNamed(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(window?.places.files ?? '', name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

function lastOf({ events }: WindowHandlers, id: string | undefined): Job | undefined {
  return events
    .filter(({ event }) => event === 'job:changed')
    .map(({ payload }) => payload as Job)
    .findLast((job) => job.id === id);
}

type Item = { id: string; no: string; name: string; sha256: string; size: number };

async function itemsOf({ request }: WindowHandlers): Promise<Item[]> {
  const { lines } = valueOf(await request('notebook:lines', { after: {}, limit: 1000 }));
  return readLinePage(lines)
    .filter(({ p }) => p.op.t === 'evidence.add' || p.op.t === 'evidence.item')
    .map(({ p }) => p.op as unknown as Item);
}

/** A notebook with one file in evidence. */
async function withItem(content: string | Uint8Array) {
  const handlers = await openWithNotebook();
  handlers.answers.evidence = [await fileNamed('item.bin', content)];
  await handlers.request('evidence:pick', { note: '', hashes: ['md5'] });
  await handlers.notebook.jobs()?.settled();
  const [item] = await itemsOf(handlers);
  if (item === undefined) throw new Error('it was not taken');
  const copy = path.join(
    handlers.notebook.current()?.folder ?? '',
    'evidence',
    `${item.sha256}.evid`,
  );
  return { handlers, item, copy };
}

test('a picked folder is one job, and says what came of it', async () => {
  const handlers = await openWithNotebook();
  await fileNamed('case/a', 'a');
  await fileNamed('case/sub/b', 'b');
  await symlink('a', path.join(handlers.places.files, 'case', 'link'));
  handlers.answers.folders = [path.join(handlers.places.files, 'case')];
  const { jobs } = valueOf(await handlers.request('evidence:pick', { note: '', as: 'folder' }));
  await handlers.notebook.jobs()?.settled();
  expect(lastOf(handlers, jobs[0]?.id)).toMatchObject({
    state: 'done',
    folder: { taken: 2, refused: { link: 1 }, list: 'E-003' },
  });
});

test('a job that is paused stands still until it is resumed, and others pass it', async () => {
  const handlers = await openWithNotebook();
  const paths = [await fileNamed('first', 'first'), await fileNamed('second', 'second')];
  const { jobs } = valueOf(await handlers.request('evidence:drop', { paths, note: '' }));
  const first = jobs[0]?.id ?? '';
  await handlers.request('evidence:pause', { job: first });
  while (lastOf(handlers, jobs[1]?.id)?.state !== 'done')
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(lastOf(handlers, first)).toMatchObject({ state: 'running', paused: true });
  await handlers.request('evidence:resume', { job: first });
  await handlers.notebook.jobs()?.settled();
  expect((await itemsOf(handlers)).map(({ no, name }) => [no, name])).toEqual([
    ['E-001', 'second'],
    ['E-002', 'first'],
  ]);
});

test('what is said of all files that are added stands with each of them', async () => {
  const handlers = await openWithNotebook();
  handlers.answers.evidence = [await fileNamed('a', 'a'), await fileNamed('b', 'b')];
  const fields = { hostname: 'pacs01', writeBlocker: 'used' as const };
  await handlers.request('evidence:pick', { note: '', hashes: ['sha1'], fields });
  await handlers.notebook.jobs()?.settled();
  expect(await itemsOf(handlers)).toMatchObject([
    {
      name: 'a',
      fields,
      hashes: { sha1: '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8' },
      program: expect.stringContaining('Kiroku') as string,
    },
    { name: 'b', fields },
  ]);
});

test('a thing gets the next number; the page cannot give out numbers itself', async () => {
  const handlers = await openWithNotebook();
  const thing = { name: 'Laptop', note: '', fields: { serial: 'S-1' } };
  expect(valueOf(await handlers.request('evidence:item', thing)).no).toBe('E-001');
  const stays = { ...thing, name: 'disk0.raw', medium: 'Disk 4' };
  expect(valueOf(await handlers.request('evidence:item', stays)).no).toBe('E-002');
  const forged = {
    t: 'evidence.item' as const,
    id: '0'.repeat(32),
    no: 'E-001',
    name: 'x',
    note: '',
  };
  expect((await handlers.request('notebook:append', { operation: forged })).ok).toBe(false);
});

test('a file that stays elsewhere is read again, and the outcome goes into its custody', async () => {
  const handlers = await openWithNotebook();
  const file = await fileNamed('disk0.raw', 'sectors');
  handlers.answers.evidence = [file];
  await handlers.request('evidence:pick', { note: '', as: 'reference', medium: 'Disk 4' });
  await handlers.notebook.jobs()?.settled();
  const [item] = await itemsOf(handlers);
  const recheck = () => handlers.request('evidence:recheck', { item: item?.id ?? '' });
  expect(valueOf(await recheck())).toMatchObject({ same: true });
  await writeFile(file, 'sectorz');
  expect(valueOf(await recheck())).toMatchObject({ same: false, changedSegments: [0] });
  await rm(file);
  expect(await recheck()).toMatchObject(err({ kind: 'not-read', because: { kind: 'not-found' } }));
  handlers.answers.evidence = [];
  expect(await recheck()).toEqual(err({ kind: 'cancelled' }));
});

test.each([
  ['whole', async () => {}, 'whole'],
  ['gone', (copy: string) => rm(copy), 'missing'],
  [
    'changed',
    async (copy: string) => {
      await chmod(copy, 0o600);
      await writeFile(copy, 'Sectors');
    },
    'changed',
  ],
  [
    'a link to the same content',
    async (copy: string) => {
      await rm(copy);
      await symlink('/etc/hostname', copy);
    },
    'unreadable',
  ],
  [
    'a folder',
    async (copy: string) => {
      await rm(copy);
      await mkdir(copy);
    },
    'unreadable',
  ],
] as const)('a copy that is %s is found', async (_name, meddle, state) => {
  const { handlers, item, copy } = await withItem('sectors');
  await meddle(copy);
  const { sha256, size } = item;
  expect(valueOf(await handlers.request('evidence:check', { sha256, size }))).toMatchObject({
    state,
  });
  const { amiss } = valueOf(
    await handlers.request('evidence:present', { copies: [{ sha256, size }] }),
  );
  // A change that keeps the size is only found by reading.
  expect(amiss.length).toBe(state === 'whole' || state === 'changed' ? 0 : 1);
  const read = await handlers.request('evidence:read', { sha256, offset: 0, length: 16 });
  expect(read.ok).toBe(state === 'whole' || state === 'changed');
});

test('an MD5 that was recorded wrongly is found beside a SHA-256 that holds', async () => {
  const { handlers, item } = await withItem('sectors');
  const { sha256, size } = item;
  const wrong = { sha256, size, hashes: { md5: '0'.repeat(32) } };
  expect(valueOf(await handlers.request('evidence:check', wrong)).state).toBe('changed');
});

test('bytes of a copy come by range, never more than there are and never more than a page', async () => {
  const { handlers, item } = await withItem('0123456789');
  const { sha256 } = item;
  const read = async (offset: number, length: number) => {
    const { bytes, size } = valueOf(
      await handlers.request('evidence:read', { sha256, offset, length }),
    );
    return [Buffer.from(bytes).toString(), size];
  };
  expect(await read(2, 3)).toEqual(['234', 10]);
  expect(await read(8, 100)).toEqual(['89', 10]);
  expect(await read(10, 1)).toEqual(['', 10]);
  expect(await read(Number.MAX_SAFE_INTEGER, 1)).toEqual(['', 10]);
  for (const bad of [
    { sha256, offset: -1, length: 1 },
    { sha256, offset: 0, length: longestRange + 1 },
    { sha256: '../../notebook', offset: 0, length: 1 },
  ])
    await expect(handlers.request('evidence:read', bad)).rejects.toThrow(
      /evidence:read|offset|length|sha256|invalid/i,
    );
});

/** The head of a PNG of some size, with nothing in it. */
function bomb(width: number, height: number): Buffer {
  const head = Buffer.from(picture.subarray(0, 64));
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

test.each([
  [
    'a script that is called a picture',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
    'not-a-picture',
  ],
  ['an animation of another format', 'GIF89a', 'not-a-picture'],
  ['the signature of a PNG and nothing else', picture.subarray(0, 8), 'not-a-picture'],
  ['a picture that would fill the memory', bomb(60_000, 60_000), 'too-large'],
  ['an empty file', '', 'not-a-picture'],
] as const)('%s is not shown as a picture', async (_name, content, kind) => {
  const { handlers, item } = await withItem(content);
  expect(await handlers.request('evidence:picture', { sha256: item.sha256 })).toEqual(
    err({ kind }),
  );
});

test('a picture comes whole with its size', async () => {
  const { handlers, item } = await withItem(picture);
  const shown = valueOf(await handlers.request('evidence:picture', { sha256: item.sha256 }));
  expect(shown.kind).toBe('png');
  expect(shown.width).toBe(picture.readUInt32BE(16));
  expect(Buffer.from(shown.bytes).equals(picture)).toBe(true);
});
