import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Job } from '#shared/ipc/contract.ts';
import { readLinePage } from '#shared/journal/line-page.ts';
import { auroraCase, auroraEvent } from '../../unit/import/rescue/aurora-cases.ts';
import { temporaryFolder } from '../notebook/temporary-notebook.ts';
import { enlargeDisk, smallDisk } from '../small-disk.ts';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';

const incident = { title: 'T', by: 'A', tlp: 'AMBER', zone: 'UTC', choosePlace: false } as const;

let window: WindowHandlers | undefined;
afterEach(() => window?.close());

/** A case of so many events, looked at and ready to be taken in. */
async function lookedAt(handlers: WindowHandlers, events: number): Promise<string> {
  const timeline = Array.from({ length: events }, (_none, at) =>
    auroraEvent({ recid: at + 1, event_data: `Event ${at}` }),
  );
  const file = path.join(handlers.places.files, 'case.fox');
  await writeFile(file, JSON.stringify(auroraCase(7, { timeline })));
  handlers.answers.case = file;
  const { id } = valueOf(await handlers.request('rescue:pick', {}));
  const look = valueOf(await handlers.request('rescue:look', { id, zone: 'Asia/Tokyo' }));
  expect(look.questions).toEqual([]);
  return id;
}

type LineOperation = ReturnType<typeof readLinePage>[number]['p']['op'];

/** All operations of the notebook. */
async function operationsIn({ request }: WindowHandlers): Promise<readonly LineOperation[]> {
  const operations: LineOperation[] = [];
  let after: Record<string, number> = {};
  for (;;) {
    const page = valueOf(await request('notebook:lines', { after, limit: 2_000 }));
    const lines = readLinePage(page.lines);
    if (lines.length === 0) return operations;
    for (const { p } of lines) {
      operations.push(p.op);
      after = { ...after, [p.feed]: p.seq };
    }
  }
}

async function textsIn(handlers: WindowHandlers): Promise<readonly string[]> {
  const operations = await operationsIn(handlers);
  return operations.flatMap((op) => (op.t === 'entry.add' ? [String(op['text'])] : []));
}

async function evidenceIn(handlers: WindowHandlers): Promise<number> {
  return (await operationsIn(handlers)).filter(({ t }) => t === 'evidence.add').length;
}

/** A notebook on a disk of one megabyte; undefined where none can be mounted. */
async function notebookOnSmallDisk(handlers: WindowHandlers): Promise<string | undefined> {
  const disk = smallDisk(await temporaryFolder());
  if (disk === undefined) return undefined;
  handlers.answers.newNotebook = path.join(disk, 'case.kiroku');
  valueOf(await handlers.request('notebook:create', { ...incident, choosePlace: true }));
  return disk;
}

test('a case that was stopped goes on where it was, without being chosen again', async () => {
  window = await openWindowHandlers();
  const handlers = window;
  valueOf(await handlers.request('notebook:create', incident));
  const events = 6_000;
  const id = await lookedAt(handlers, events);
  const order = { id, withOriginal: true, note: '' };
  const importing = handlers.request('rescue:import', order);
  const jobs = () =>
    handlers.events.flatMap(({ event, payload }) =>
      event === 'job:changed' ? [payload as Job] : [],
    );
  // Only what has begun to be written is interesting.
  await expect
    .poll(() => jobs().find(({ kind, done }) => kind === 'rescue' && done > 0), {
      interval: 1,
      timeout: 60_000,
    })
    .toBeDefined();
  const [job] = jobs();
  if (job === undefined) throw new Error('no job was told of');
  await handlers.request('evidence:cancel', { job: job.id });
  const stopped = await importing;
  expect(stopped).toMatchObject({
    ok: false,
    error: { kind: 'stopped', because: { kind: 'cancelled' } },
  });
  const before = await textsIn(handlers);
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(events);

  const taken = valueOf(await handlers.request('rescue:import', order));
  const texts = await textsIn(handlers);
  expect(texts).toHaveLength(taken.counts.entries);
  expect(taken.evidence).toBe('E-001');
  expect(await evidenceIn(handlers)).toBe(1);
  expect(new Set(texts).size).toBe(texts.length);
  // It is in now: once more would be twice.
  expect(await handlers.request('rescue:import', order)).toMatchObject({
    error: { kind: 'not-answered' },
  });
});

test('a full disk stops it with what fitted, and the rest is written when there is room', async (context) => {
  window = await openWindowHandlers();
  const handlers = window;
  const disk = await notebookOnSmallDisk(handlers);
  if (disk === undefined) return context.skip('needs root to mount a small disk');
  const events = 3_000;
  const id = await lookedAt(handlers, events);
  const order = { id, withOriginal: false, note: '' };
  const stopped = await handlers.request('rescue:import', order);
  expect(stopped).toMatchObject({
    ok: false,
    error: { kind: 'stopped', because: { kind: 'disk-full' } },
  });
  const before = await textsIn(handlers);
  expect(before.length).toBeGreaterThan(0);
  // Still full: nothing is written, and nothing is lost.
  expect(await handlers.request('rescue:import', order)).toMatchObject({
    error: { kind: 'stopped', because: { kind: 'disk-full' } },
  });
  enlargeDisk(disk);
  const taken = valueOf(await handlers.request('rescue:import', order));
  expect(await textsIn(handlers)).toHaveLength(taken.counts.entries);
});

test('a full disk takes no half file as evidence, and leaves nothing of the case', async (context) => {
  window = await openWindowHandlers();
  const handlers = window;
  const disk = await notebookOnSmallDisk(handlers);
  if (disk === undefined) return context.skip('needs root to mount a small disk');
  const id = await lookedAt(handlers, 6_000);
  const order = { id, withOriginal: true, note: '' };
  expect(await handlers.request('rescue:import', order)).toMatchObject({
    error: { kind: 'not-taken', because: { kind: 'disk-full' } },
  });
  expect(await textsIn(handlers)).toEqual([]);
  expect(await evidenceIn(handlers)).toBe(0);
  enlargeDisk(disk);
  const taken = valueOf(await handlers.request('rescue:import', order));
  expect(taken.evidence).toBe('E-001');
  expect(await textsIn(handlers)).toHaveLength(taken.counts.entries);
});
