import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Job } from '#shared/ipc/contract.ts';
import { err } from '#shared/lib/result.ts';
import { type Background, inThisProcess } from '../../../electron/notebook/background.ts';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';
import { readLinePage } from '#shared/journal/line-page.ts';

let window: WindowHandlers | undefined;
afterEach(() => window?.close());

async function openWithNotebook(background?: Background): Promise<WindowHandlers> {
  window = await openWindowHandlers(background === undefined ? {} : { background });
  const incident = { title: 'T', by: 'A', tlp: 'AMBER', zone: 'UTC', choosePlace: false } as const;
  valueOf(await window.request('notebook:create', incident));
  return window;
}

async function fileNamed(name: string, content: string): Promise<string> {
  const file = path.join(window?.places.files ?? '', name);
  await writeFile(file, content);
  return file;
}

/** The last state of every job, in the order in which they began. */
function jobsOf({ events }: WindowHandlers): Job[] {
  const last = new Map<string, Job>();
  for (const { event, payload } of events)
    if (event === 'job:changed') last.set((payload as Job).id, payload as Job);
  return [...last.values()];
}

/** Takes no file until it is told to, as a slow disk would. */
function slowDisk() {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const background: Background = {
    ...inThisProcess,
    takeFile: async (folder, file, options) => {
      options?.onProgress?.(1, 100);
      const aborted = new Promise<void>((resolve) =>
        options?.signal?.addEventListener('abort', () => resolve()),
      );
      await Promise.race([released, aborted]);
      if (options?.signal?.aborted === true) return err({ kind: 'cancelled' });
      return inThisProcess.takeFile(folder, file, options);
    },
  };
  return { background, release };
}

test('picked files become evidence one after the other, with numbers in that order', async () => {
  const { request, answers, notebook } = await openWithNotebook();
  answers.evidence = [await fileNamed('a.log', 'a'), await fileNamed('b.log', 'b')];
  const { jobs } = valueOf(await request('evidence:pick', { note: 'from pacs01' }));
  expect(jobs.map(({ name, state }) => [name, state])).toEqual([
    ['a.log', 'running'],
    ['b.log', 'running'],
  ]);
  await notebook.jobs()?.settled();
  const { lines } = valueOf(await request('notebook:lines', { after: {}, limit: 100 }));
  const added = readLinePage(lines)
    .filter(({ p }) => p.op.t === 'evidence.add')
    .map(({ p }) => p.op);
  expect(added).toMatchObject([
    { no: 'E-001', name: 'a.log', note: 'from pacs01' },
    { no: 'E-002', name: 'b.log', note: 'from pacs01' },
  ]);
  expect(jobsOf(current()).map(({ state, result }) => [state, result])).toEqual(
    added.map(({ id }) => ['done', id]),
  );
});

test('a file that cannot be taken says why and does not stop the next', async () => {
  const { request, notebook, places } = await openWithNotebook();
  const paths = [
    path.join(places.files, 'missing'),
    '/dev/null',
    await fileNamed('good.log', 'good'),
  ];
  await request('evidence:drop', { paths, note: '' });
  await notebook.jobs()?.settled();
  expect(jobsOf(current())).toMatchObject([
    { state: 'failed', error: { kind: 'not-found' } },
    { state: 'failed', error: { kind: 'not-a-regular-file' } },
    { state: 'done', name: 'good.log' },
  ]);
});

test('a running copy and a waiting one can be cancelled', async () => {
  const { background } = slowDisk();
  const { request, notebook } = await openWithNotebook(background);
  const paths = [await fileNamed('a', 'a'), await fileNamed('b', 'b')];
  const { jobs } = valueOf(await request('evidence:drop', { paths, note: '' }));
  expect(notebook.jobs()?.running()).toBe(2);
  for (const { id } of jobs.toReversed()) await request('evidence:cancel', { job: id });
  await notebook.jobs()?.settled();
  expect(jobsOf(current()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  expect(notebook.jobs()?.running()).toBe(0);
});

test('closing the notebook cancels what is running and waits for its end', async () => {
  const { background } = slowDisk();
  const { request, notebook } = await openWithNotebook(background);
  await request('evidence:drop', { paths: [await fileNamed('a', 'a')], note: '' });
  await request('notebook:close', {});
  expect(jobsOf(current())).toMatchObject([{ state: 'cancelled' }]);
  expect(notebook.current()).toBeUndefined();
});

test('reports progress', async () => {
  const { background, release } = slowDisk();
  const { request, notebook } = await openWithNotebook(background);
  await request('evidence:drop', { paths: [await fileNamed('a', 'a')], note: '' });
  await expect
    .poll(() => jobsOf(current()))
    .toMatchObject([{ state: 'running', done: 1, total: 100 }]);
  release();
  await notebook.jobs()?.settled();
  expect(jobsOf(current())).toMatchObject([{ state: 'done' }]);
});

test('a cancelled dialog adds nothing', async () => {
  const { request } = await openWithNotebook();
  expect(await request('evidence:pick', { note: '' })).toEqual(err({ kind: 'cancelled' }));
});

test('without a notebook there is nowhere to put a file', async () => {
  window = await openWindowHandlers();
  const paths = [await fileNamed('a', 'a')];
  expect(await window.request('evidence:drop', { paths, note: '' })).toEqual(
    err({ kind: 'no-notebook' }),
  );
});

function current(): WindowHandlers {
  if (window === undefined) throw new Error('no window is open');
  return window;
}

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

test('a pasted picture lies in the notebook byte for byte, numbered and named by its kind', async () => {
  const { request, notebook } = await openWithNotebook();
  const bytes = Uint8Array.from([...pngStart, 1, 2, 3]);
  const { no } = valueOf(await request('evidence:paste', { bytes, note: 'screen of pacs01' }));
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
  expect([no, valueOf(await request('evidence:paste', { bytes: jpeg, note: '' })).no]).toEqual([
    'E-001',
    'E-002',
  ]);
  const page = valueOf(await request('notebook:lines', { after: {}, limit: 100 }));
  const items = readLinePage(page.lines)
    .map(({ p }) => p.op)
    .filter(({ t }) => t === 'evidence.add');
  expect(items).toMatchObject([
    {
      no: 'E-001',
      size: 11,
      note: 'screen of pacs01',
      name: expect.stringMatching(/^pasted-.*Z\.png$/),
    },
    { no: 'E-002', size: 4, name: expect.stringMatching(/\.jpg$/) },
  ]);
  const folder = notebook.current()?.folder ?? '';
  const stored = await readFile(
    path.join(folder, 'evidence', `${String(items[0]?.['sha256'])}.evid`),
  );
  expect([...stored]).toEqual([...bytes]);
});

test.each([
  ['a script', [0x23, 0x21, 0x2f]],
  ['a text that speaks of PNG', [0x50, 0x4e, 0x47]],
])('%s is no picture, and nothing is written', async (_what, bytes) => {
  const { request, notebook } = await openWithNotebook();
  const refused = await request('evidence:paste', { bytes: Uint8Array.from(bytes), note: '' });
  expect(refused).toEqual(err({ kind: 'not-a-picture' }));
  const folder = notebook.current()?.folder ?? '';
  expect(await readdir(path.join(folder, 'evidence')).catch(() => [])).toEqual([]);
});

test('a picture over the limit does not reach the handler', async () => {
  const { request } = await openWithNotebook();
  const bytes = new Uint8Array(50 * 1024 * 1024 + 1);
  await expect(request('evidence:paste', { bytes, note: '' })).rejects.toThrow('does not take');
});
