import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';

let sender: WindowHandlers;
let receiver: WindowHandlers;

beforeEach(async () => {
  [sender, receiver] = await Promise.all([openWindowHandlers(), openWindowHandlers()]);
  const incident = { by: 'A', tlp: 'AMBER', zone: 'UTC', choosePlace: false } as const;
  valueOf(await sender.request('notebook:create', { ...incident, title: '第3病棟' }));
});
afterEach(() => Promise.all([sender.close(), receiver.close()]));

async function bundleOf(name: string, request = {}): Promise<string> {
  const place = path.join(sender.places.files, name);
  sender.answers.bundlePlace = place;
  valueOf(await sender.request('bundle:write', request));
  return place;
}

async function pick(place: string) {
  receiver.answers.bundle = place;
  return valueOf(await receiver.request('received:pick', {}));
}

const choices = { compared: [], by: 'B', choosePlace: false };

test('a bundle is looked at, becomes a notebook of its own, and can be written in', async () => {
  const { id, name } = await pick(await bundleOf('ward 3.kiroku.zip'));
  expect(name).toBe('ward 3.kiroku.zip');
  const { summary, here } = valueOf(await receiver.request('received:look', { id }));
  expect(summary).toMatchObject({ title: '第3病棟', lines: 2 });
  expect(here).toBeUndefined();
  expect(await readdir(receiver.places.notebooks)).toEqual([]);

  const compared = summary.devices.map(({ feed }) => feed);
  const opened = valueOf(await receiver.request('received:open', { ...choices, id, compared }));
  expect(opened).toMatchObject({ recorded: true, summary: { lines: 2 } });
  expect(opened.opened.name).toBe('ward 3');
  // What came, this device's first line, the merge, and the key that was compared.
  expect(opened.opened.lines).toBe(5);
  expect(await readdir(receiver.places.notebooks)).toEqual(['ward 3.kiroku']);
  const operation = { t: 'incident.set', id: 'a'.repeat(32), fields: { title: 'ours' } } as const;
  expect((await receiver.request('notebook:append', { operation })).ok).toBe(true);
  expect(receiver.services.settings.read().by).toBe('B');
  expect(valueOf(await receiver.request('notebook:recent', {})).map((each) => each.name)).toEqual([
    'ward 3',
  ]);
  expect(valueOf(await receiver.request('notebook:verify', {})).findings).toEqual([]);
});

test('a second copy on the same device is said before it is made', async () => {
  const place = await bundleOf('ward.zip');
  const first = await pick(place);
  valueOf(await receiver.request('received:open', { ...choices, id: first.id }));
  await receiver.request('notebook:close', {});
  const { id } = await pick(place);
  const { here } = valueOf(await receiver.request('received:look', { id }));
  expect(here).toBe(path.join(receiver.places.notebooks, 'ward.kiroku'));
  const again = valueOf(await receiver.request('received:open', { ...choices, id }));
  expect(again.opened.name).toBe('ward 2');
});

test('a wrapped bundle asks for its key, and a wrong one leaves nothing', async () => {
  const lock = { kind: 'passphrase', passphrase: 'gull harbour nine' } as const;
  const { id } = await pick(await bundleOf('ward.zip.age', { lock }));
  expect(await receiver.request('received:look', { id })).toMatchObject({
    error: { kind: 'locked-bundle' },
  });
  const wrong = { kind: 'passphrase', passphrase: 'gull' } as const;
  for (const reply of [
    await receiver.request('received:look', { id, key: wrong }),
    await receiver.request('received:open', { ...choices, id, key: wrong }),
  ])
    expect(reply).toMatchObject({ error: { kind: 'age-problem', what: 'wrong-key' } });
  expect(await readdir(receiver.places.notebooks)).toEqual([]);
  const opened = valueOf(await receiver.request('received:open', { ...choices, id, key: lock }));
  expect(opened.opened.name).toBe('ward');
});

test('what is no bundle, damaged or cut off is refused and nothing is kept', async () => {
  const whole = await readFile(await bundleOf('ward.zip'));
  const broken = {
    'text.zip': Buffer.from('not a zip'),
    'empty.zip': Buffer.alloc(0),
    'half.zip': whole.subarray(0, whole.length >> 1),
    'bent.zip': Buffer.from(whole).fill(0x20, 400, 420),
  };
  for (const [name, bytes] of Object.entries(broken)) {
    const place = path.join(receiver.places.files, name);
    await writeFile(place, bytes);
    const { id } = await pick(place);
    const looked = await receiver.request('received:look', { id });
    const opened = await receiver.request('received:open', { ...choices, id });
    expect([looked.ok, opened.ok], name).toEqual([false, false]);
    expect(await readdir(receiver.places.notebooks), name).toEqual([]);
  }
});

test('a place that is taken stays as it is', async () => {
  const { id } = await pick(await bundleOf('ward.zip'));
  const taken = path.join(receiver.places.files, 'mine.kiroku');
  await mkdir(taken);
  await writeFile(path.join(taken, 'note.txt'), 'mine');
  receiver.answers.newNotebook = taken;
  const asked = { ...choices, id, choosePlace: true };
  expect(await receiver.request('received:open', asked)).toMatchObject({
    error: { kind: 'place-taken', place: taken },
  });
  expect(await readdir(taken)).toEqual(['note.txt']);
  receiver.answers.newNotebook = path.join(receiver.places.files, 'free.kiroku');
  const opened = valueOf(await receiver.request('received:open', asked));
  expect(opened.opened.name).toBe('free');
});

test('what was not picked in this window is not read', async () => {
  const id = '8f14e45f-ceea-467a-9575-1b2c3d4e5f60';
  for (const reply of [
    await receiver.request('received:look', { id }),
    await receiver.request('received:open', { ...choices, id }),
  ])
    expect(reply).toMatchObject({ error: { kind: 'not-picked' } });
  expect(await receiver.request('received:pick', {})).toMatchObject({
    error: { kind: 'cancelled' },
  });
});
