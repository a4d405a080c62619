import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '#shared/i18n/messages.ts';
import { wordBundleError, wordCopyError } from '#shared/i18n/word-transfer.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { sealWords } from '#shared/journal/seal.ts';
import { testId } from '../../fixtures/test-device.ts';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';

let ours: WindowHandlers;
let theirs: WindowHandlers;

/** Two windows on two copies of one notebook, each with its own keys. */
beforeEach(async () => {
  [ours, theirs] = await Promise.all([openWindowHandlers(), openWindowHandlers()]);
  const incident = { title: 'T', by: 'A', tlp: 'AMBER', zone: 'UTC', choosePlace: false } as const;
  const { place } = valueOf(await ours.request('notebook:create', incident));
  const copy = path.join(theirs.places.notebooks, 'copy.kiroku');
  await ours.request('notebook:close', {});
  await cp(place, copy, { recursive: true });
  ours.answers.notebook = place;
  theirs.answers.notebook = copy;
  for (const window of [ours, theirs]) valueOf(await window.request('notebook:open', {}));
});
afterEach(() => Promise.all([ours.close(), theirs.close()]));

const title = (window: WindowHandlers, text: string) =>
  window.request('notebook:append', {
    operation: { t: 'incident.set', id: testId(text), fields: { title: text } },
  });

async function bundleOf(window: WindowHandlers, request = {}): Promise<string> {
  const place = path.join(window.places.files, `${Object.keys(request).length}.zip`);
  window.answers.bundlePlace = place;
  expect(valueOf(await window.request('bundle:write', request)).place).toBe(place);
  return place;
}

async function pick(window: WindowHandlers, bundle: string) {
  window.answers.bundle = bundle;
  return valueOf(await window.request('copy:pick', { what: 'bundle' }));
}

test('a bundle is looked at, then taken over, and the window gets the notebook anew', async () => {
  await title(theirs, 'theirs');
  await title(ours, 'ours');
  const { id, name } = await pick(ours, await bundleOf(theirs));
  expect(name).toBe('0.zip');
  const looked = valueOf(await ours.request('copy:look', { id }));
  expect(looked).toMatchObject({ lines: 2, entries: 0, forks: [] });
  expect(looked.conflicts).toMatchObject([{ what: 'incident', id: 'title' }]);
  const [device] = looked.devices;
  expect(device?.isNew).toBe(true);
  expect(device?.words.split(' ')).toHaveLength(12);
  const before = ours.notebook.current()?.describe().lines ?? 0;

  const choices = { id, acceptForks: false, compared: [device?.feed ?? ''] };
  const taken = valueOf(await ours.request('copy:take', choices));
  expect(taken).toMatchObject({ recorded: true, summary: { lines: 2 } });
  // What came, the line that tells of it, and the key that was compared.
  expect(taken.opened.lines).toBe(before + 4);
  expect(Object.keys(taken.opened.heads)).toHaveLength(2);
  expect(ours.events.map(({ event }) => event)).toContain('job:changed');
  const again = await pick(ours, await bundleOf(theirs, { largestEvidence: 1 }));
  expect(valueOf(await ours.request('copy:look', { id: again.id }))).toMatchObject({ lines: 0 });
});

test('a folder is taken over as a bundle is', async () => {
  await title(theirs, 'theirs');
  ours.answers.copyFolder = theirs.notebook.current()?.folder ?? '';
  const { id } = valueOf(await ours.request('copy:pick', { what: 'folder' }));
  const taken = valueOf(await ours.request('copy:take', { id, acceptForks: false, compared: [] }));
  expect(taken.summary.lines).toBe(2);
  // Taken over once: what was picked is forgotten.
  expect(await ours.request('copy:take', { id, acceptForks: false, compared: [] })).toMatchObject({
    error: { kind: 'not-picked' },
  });
});

test('a wrapped bundle asks for its key, and a wrong one changes nothing', async () => {
  await title(theirs, 'theirs');
  const lock = { kind: 'passphrase', passphrase: 'gull harbour nine' } as const;
  const { id } = await pick(ours, await bundleOf(theirs, { lock }));
  expect(await ours.request('copy:look', { id })).toMatchObject({
    error: { kind: 'locked-bundle' },
  });
  const wrong = { kind: 'passphrase', passphrase: 'gull harbour ten' } as const;
  expect(await ours.request('copy:look', { id, key: wrong })).toMatchObject({
    error: { kind: 'age-problem', what: 'wrong-key' },
  });
  expect(valueOf(await ours.request('copy:look', { id, key: lock })).lines).toBe(2);
});

test('what is no bundle is refused in words, and the notebook goes on as it was', async () => {
  const file = path.join(ours.places.files, 'holiday.zip');
  await writeFile(file, 'not a zip at all');
  const { id } = await pick(ours, file);
  const looked = await ours.request('copy:look', { id });
  expect(looked).toMatchObject({ error: { kind: 'not-a-bundle' } });
  const taken = await ours.request('copy:take', { id, acceptForks: false, compared: [] });
  expect(taken).toMatchObject({ error: { kind: 'not-a-bundle' } });
  expect((await title(ours, 'still here')).ok).toBe(true);
});

test('another notebook’s bundle is refused', async () => {
  const incident = { title: 'U', by: 'A', tlp: 'AMBER', zone: 'UTC', choosePlace: false } as const;
  valueOf(await theirs.request('notebook:create', incident));
  const { id } = await pick(ours, await bundleOf(theirs));
  const looked = await ours.request('copy:look', { id });
  expect(looked).toMatchObject({ error: { kind: 'other-notebook' } });
});

test('what was not picked here is not read', async () => {
  const id = '8f14e45f-ceea-467a-9575-1b2c3d4e5f60';
  const key = { id, acceptForks: true, compared: [] };
  for (const reply of [
    await ours.request('copy:look', { id }),
    await ours.request('copy:take', key),
  ])
    expect(reply).toMatchObject({ error: { kind: 'not-picked' } });
});

test('a name that is taken is not written over', async () => {
  const place = path.join(ours.places.files, 'taken.zip');
  await writeFile(place, 'mine');
  ours.answers.bundlePlace = place;
  const reply = await ours.request('bundle:write', {});
  expect(reply).toMatchObject({ error: { kind: 'out-exists' } });
  expect(await readFile(place, 'utf8')).toBe('mine');
  expect(await readdir(ours.places.files)).toEqual(['taken.zip']);
});

test('a key that is none is said, and nothing is left of the bundle', async () => {
  ours.answers.bundlePlace = path.join(ours.places.files, 'b.zip');
  const lock = { kind: 'recipients', recipients: ['age1nonsense'] } as const;
  expect(
    await ours.request('bundle:write', { lock: { ...lock, recipients: [...lock.recipients] } }),
  ).toMatchObject({ error: { kind: 'bad-recipient' } });
  expect(await readdir(ours.places.files)).toEqual([]);
  delete ours.answers.bundlePlace;
  expect(await ours.request('bundle:write', {})).toMatchObject({ error: { kind: 'cancelled' } });
});

test('a seal is written, found again by its words, and a stranger’s is not', async () => {
  const { value } = valueOf(await ours.request('seal:write', {}));
  const words = sealWords(value);
  const check = (text: string) => ours.request('seal:check', { text });
  expect(valueOf(await check(words))).toMatchObject({ kind: 'written', isWhole: true });
  expect(valueOf(await check(value))).toMatchObject({ kind: 'written' });
  expect(valueOf(await check(sealWords('ab'.repeat(32))))).toEqual({ kind: 'unknown' });
  expect(await check('twelve words that are none')).toMatchObject({
    error: { kind: 'not-seal-words' },
  });
});

test('a request for a time stamp is written, and no answer is kept that is of something else', async () => {
  const { value } = valueOf(await ours.request('seal:write', {}));
  const request = path.join(ours.places.files, 'seal.tsq');
  ours.answers.timestampRequest = request;
  const written = await ours.request('timestamp:request', { seal: value });
  expect(valueOf(written)).toEqual({ place: request });
  expect((await readFile(request)).toString('hex')).toContain(value);
  const take = () => ours.request('timestamp:take', {});
  expect(await take()).toMatchObject({ error: { kind: 'cancelled' } });
  ours.answers.timestampResponse = request;
  expect(await take()).toMatchObject({ error: { kind: 'not-a-response', file: 'seal.tsq' } });
  const other = path.resolve(import.meta.dirname, '../../fixtures/timestamps/vector.tsr');
  ours.answers.timestampResponse = other;
  expect(await take()).toMatchObject({ error: { kind: 'other-seal', file: 'vector.tsr' } });
  expect(valueOf(await ours.request('timestamp:list', {}))).toEqual([]);
  ours.answers.timestampRequest = path.join(ours.places.files, 'gone', 'seal.tsq');
  const failed = await ours.request('timestamp:request', { seal: value });
  expect(failed).toMatchObject({ error: { kind: 'write-failed', file: 'seal.tsq' } });
});

test('after a change of keys the window goes on writing in the feed of the new one', async () => {
  await title(ours, 'before');
  const before = ours.notebook.current()?.describe().feed;
  const { opened, value } = valueOf(await ours.request('seal:change-key', {}));
  expect(opened.readOnly).toBeNull();
  expect(opened.feed).not.toBe(before);
  expect(valueOf(await title(ours, 'after'))).toMatchObject({ feed: opened.feed });
  expect(valueOf(await ours.request('seal:check', { text: value }))).toMatchObject({
    kind: 'written',
    isWhole: true,
  });
  const verified = valueOf(await ours.request('notebook:verify', {}));
  expect(verified.findings.map(({ code }) => code)).toEqual(['key-rotated']);
});

test('nothing is shared of a notebook that is not open', async () => {
  await ours.request('notebook:close', {});
  const replies = [
    await ours.request('bundle:write', {}),
    await ours.request('copy:pick', { what: 'bundle' }),
    await ours.request('seal:write', {}),
    await ours.request('seal:change-key', {}),
    await ours.request('seal:check', { text: 'a' }),
    await ours.request('timestamp:list', {}),
    await ours.request('timestamp:request', { seal: 'a'.repeat(64) }),
    await ours.request('timestamp:take', {}),
  ];
  for (const reply of replies) expect(reply).toMatchObject({ error: { kind: 'no-notebook' } });
});

test('every reason is worded in both languages', () => {
  for (const language of ['en', 'ja'] as const) {
    const feed = `k1-${'a'.repeat(32)}`;
    const lines = [
      wordCopyError({ kind: 'forks', forks: [{ feed, number: 3 }] }, 'x.zip', language),
      wordCopyError({ kind: 'locked', holder: 'host' }, 'x.zip', language),
      wordCopyError({ kind: 'hostile-bundle', what: 'link', name: 'a' }, 'x.zip', language),
    ].flat();
    for (const line of lines) expect(line.length).toBeGreaterThan(5);
    expect(wordBundleError({ kind: 'disk-full' }, language)).toBe(say(language, m.bundleDiskFull));
    expect(wordBundleError({ kind: 'cancelled' }, language)).toBeUndefined();
  }
});
