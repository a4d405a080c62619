import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { entryTimeAt } from '#shared/domain/time/entry-time.ts';
import { parseOpening } from '#shared/journal/opening.ts';
import { entryContent } from '../../fixtures/test-operations.ts';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';

let sender: WindowHandlers;
let other: WindowHandlers;
const incident = { by: 'Aoki', tlp: 'AMBER', zone: 'UTC', choosePlace: false } as const;

beforeEach(async () => {
  [sender, other] = await Promise.all([openWindowHandlers(), openWindowHandlers()]);
  valueOf(await sender.request('notebook:create', { ...incident, title: '第3病棟' }));
});
afterEach(() => Promise.all([sender.close(), other.close()]));

async function copyOf(window: WindowHandlers, lock?: string): Promise<string> {
  const place = path.join(window.places.files, `copy${lock ?? ''}.zip`);
  window.answers.bundlePlace = place;
  const locked = lock && { lock: { kind: 'passphrase' as const, passphrase: lock } };
  const wish = { tlp: 'GREEN' as const, fields: [], isPreview: false, ...locked };
  valueOf(await window.request('bundle:redact', wish));
  return place;
}

async function pick(place: string): Promise<string> {
  sender.answers.bundle = place;
  return valueOf(await sender.request('opening:pick', {})).id;
}

/** The line of the title, as the window lists it. */
async function titleOf(id: string) {
  const find = { id, text: '第３病棟', language: 'ja', zone: 'UTC' } as const;
  const { total, lines } = valueOf(await sender.request('opening:find', find));
  expect(total).toBe(1);
  const [line] = lines;
  if (line === undefined) throw new Error('not listed');
  return line;
}

test('what a copy hides is listed, found by its words, and some of it is shown to its receiver', async () => {
  const copy = await copyOf(sender);
  const id = await pick(copy);
  expect(valueOf(await sender.request('opening:look', { id }))).toEqual({ lines: 2, unfit: 0 });
  const line = await titleOf(id);
  expect(line).toMatchObject({ type: 'incident.set', by: 'Aoki', seq: 1 });
  expect(line.values).toContainEqual({ at: '/op/fields/title', value: '第3病棟' });
  const named = await sender.request('opening:find', {
    id,
    text: 'host',
    language: 'en',
    zone: 'UTC',
  });
  expect(valueOf(named).total).toBeLessThanOrEqual(2);
  const none = await sender.request('opening:find', {
    id,
    text: 'zzz',
    language: 'en',
    zone: 'UTC',
  });
  expect(valueOf(none)).toEqual({ total: 0, lines: [] });

  const place = path.join(sender.places.files, 'shown.json');
  sender.answers.openingPlace = place;
  const { feed, seq } = line;
  const shown = [
    { feed, seq, at: ['/op/fields/title'] },
    { feed, seq: 0, at: [] },
  ];
  expect(valueOf(await sender.request('opening:write', { id, shown }))).toEqual({
    place,
    values: 1,
    lines: 1,
  });
  expect(parseOpening(await readFile(place, 'utf8'))).toMatchObject({ values: [{ seq: 1 }] });

  other.answers.bundle = copy;
  other.answers.opening = place;
  const received = valueOf(await other.request('received:pick', {})).id;
  const opening = valueOf(await other.request('received:pick-opening', {})).id;
  const checked = valueOf(await other.request('received:check', { id: received, opening }));
  const codes = checked.findings.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['opening-value', 'opening-line']));
  expect(codes).not.toContain('opening-wrong');
  expect(checked.opened).toMatchObject([
    { seq: 0, isWhole: true, type: 'feed.open' },
    { seq: 1, isWhole: false, type: 'incident.set' },
  ]);
  expect(checked.opened[1]?.values).toEqual([{ at: '/op/fields/title', value: '第3病棟' }]);
});

test('what is hidden is found by the words in which it is shown', async () => {
  const operation = {
    t: 'entry.add' as const,
    ...entryContent('VPN account used', {
      kind: 'adversary',
      stages: ['delivery'],
      at: entryTimeAt(Date.parse('2021-10-30T17:10:00Z'), 'Asia/Tokyo'),
    }),
    id: '0'.repeat(32),
  };
  valueOf(await sender.request('notebook:append', { operation }));
  const id = await pick(await copyOf(sender));
  valueOf(await sender.request('opening:look', { id }));
  const find = async (text: string, language: 'en' | 'ja', zone: string) =>
    valueOf(await sender.request('opening:find', { id, text, language, zone })).total;
  expect(await find('攻撃者 配送', 'ja', 'UTC')).toBe(1);
  expect(await find('adversary', 'ja', 'UTC')).toBe(0);
  expect(await find('Adversary delivery', 'en', 'UTC')).toBe(1);
  expect(await find('2021-10-31 02:10', 'en', 'Asia/Tokyo')).toBe(1);
  expect(await find('2021-10-30 17:10', 'en', 'UTC')).toBe(1);
});

test('the lines are worded once, however much is typed', async () => {
  const id = await pick(await copyOf(sender));
  valueOf(await sender.request('opening:look', { id }));
  const normalize = vi.spyOn(String.prototype, 'normalize');
  onTestFinished(() => normalize.mockRestore());
  const wordings = () =>
    normalize.mock.contexts.filter((text) => String(text).includes('第3病棟')).length;
  const find = { id, language: 'en', zone: 'UTC' } as const;
  for (const text of ['3', '3病', '3病棟', ''])
    valueOf(await sender.request('opening:find', { ...find, text }));
  expect(wordings()).toBe(1);
  valueOf(await sender.request('opening:find', { ...find, text: '3', language: 'ja' }));
  expect(wordings()).toBe(2);
});

test('nothing is written without a place, over another file, or where there is no room for it', async () => {
  const id = await pick(await copyOf(sender));
  valueOf(await sender.request('opening:look', { id }));
  const { feed, seq } = await titleOf(id);
  const shown = [{ feed, seq, at: ['/op/fields/title'] }];
  const cancelled = { ok: false, error: { kind: 'cancelled' } };
  expect(await sender.request('opening:write', { id, shown })).toMatchObject(cancelled);
  const taken = path.join(sender.places.files, 'taken.json');
  await writeFile(taken, 'mine');
  sender.answers.openingPlace = taken;
  expect(await sender.request('opening:write', { id, shown })).toMatchObject({
    ok: false,
    error: { kind: 'out-exists' },
  });
  expect(await readFile(taken, 'utf8')).toBe('mine');
  sender.answers.openingPlace = path.join(sender.places.files, 'nowhere', 'x.json');
  expect(await sender.request('opening:write', { id, shown })).toMatchObject({
    ok: false,
    error: { kind: 'out-failed' },
  });
  sender.answers.openingPlace = path.join(sender.places.files, 'x.json');
  for (const wrong of [
    { feed, seq: 99, at: [] },
    { feed, seq, at: ['/op/nothing'] },
  ])
    expect(await sender.request('opening:write', { id, shown: [wrong] })).toMatchObject({
      ok: false,
      error: { kind: 'not-there' },
    });
  await expect(sender.request('opening:write', { id, shown: [] })).rejects.toThrow('does not take');
  expect((await readdir(sender.places.files)).toSorted()).toEqual(['copy.zip', 'taken.json']);
});

test('a copy of another notebook, a whole one, or no copy at all is named as what it is', async () => {
  valueOf(await other.request('notebook:create', { ...incident, title: 'Ward four' }));
  const look = async (place: string) => sender.request('opening:look', { id: await pick(place) });
  expect(await look(await copyOf(other))).toMatchObject({
    ok: false,
    error: { kind: 'other-notebook' },
  });
  const whole = path.join(sender.places.files, 'whole.zip');
  sender.answers.bundlePlace = whole;
  valueOf(await sender.request('bundle:write', {}));
  expect(await look(whole)).toMatchObject({ ok: false, error: { kind: 'not-redacted' } });
  const note = path.join(sender.places.files, 'note.zip');
  await writeFile(note, 'hello');
  expect(await look(note)).toMatchObject({ ok: false, error: { kind: 'not-a-bundle' } });
  const copy = await copyOf(sender);
  const bytes = await readFile(copy);
  const damaged = path.join(sender.places.files, 'damaged.zip');
  await writeFile(damaged, bytes.subarray(0, bytes.length - 200));
  expect(await look(damaged)).toMatchObject({ ok: false });
  const gone = await pick(copy);
  await rm(copy);
  expect(await sender.request('opening:look', { id: gone })).toMatchObject({
    ok: false,
    error: { kind: 'not-found' },
  });
});

test('an encrypted copy asks for its key', async () => {
  const id = await pick(await copyOf(sender, 'gull harbour nine'));
  expect(await sender.request('opening:look', { id })).toMatchObject({
    ok: false,
    error: { kind: 'locked-bundle' },
  });
  const key = { kind: 'passphrase', passphrase: 'gull harbour nine' } as const;
  expect(valueOf(await sender.request('opening:look', { id, key })).lines).toBe(2);
});

test('nothing is picked by a cancelled dialog, listed before it was looked at, or shown of another pick', async () => {
  expect(await sender.request('opening:pick', {})).toMatchObject({
    ok: false,
    error: { kind: 'cancelled' },
  });
  const first = await pick(await copyOf(sender));
  const find = { text: '', language: 'en', zone: 'UTC' } as const;
  const notPicked = { ok: false, error: { kind: 'not-picked' } };
  expect(await sender.request('opening:find', { id: first, ...find })).toMatchObject(notPicked);
  const second = await pick(sender.answers.bundle ?? '');
  expect(await sender.request('opening:look', { id: first })).toMatchObject(notPicked);
  valueOf(await sender.request('opening:look', { id: second }));
  expect(await sender.request('opening:find', { id: first, ...find })).toMatchObject(notPicked);
  expect(await other.request('opening:pick', {})).toMatchObject({
    ok: false,
    error: { kind: 'no-notebook' },
  });
});
