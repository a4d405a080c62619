import {
  appendFile,
  copyFile,
  cp,
  readdir,
  readFile,
  rename,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { canonicalize } from '#shared/journal/canonical-json.ts';
import type { Operation } from '#shared/journal/operation.ts';
import { longestLineBytes } from '#shared/lib/ids.ts';
import type { KeyProtection } from '../../../electron/notebook/keys.ts';
import type { ClockReading } from '../../../electron/notebook/machine.ts';
import { verifyNotebook } from '../../../electron/notebook/verify-notebook.ts';
import {
  entry,
  fileLines,
  linesOf,
  newNotebook,
  onlyFeed,
  open,
  type Place,
  textsOf,
  write,
} from './temporary-notebook.ts';

test('acknowledges an entry that lies on the disk as a whole line', async () => {
  const place = await newNotebook();
  const notebook = await open(place);
  const appended = await notebook.append(entry('first'));
  const { file, feed } = await onlyFeed(place);
  const lines = await fileLines(file);
  expect(appended).toMatchObject({ ok: true, value: { feed, seq: 1 } });
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({
    p: { seq: 1, lam: 1, by: 'AK', op: { t: 'entry.add', text: 'first' } },
  });
  expect(await verifyFindings(place)).toEqual([]);
});

test('writes nothing but its lock into a notebook that is only looked at', async () => {
  const place = await newNotebook();
  const before = await namesUnder(place.folder);
  const notebook = await open(place);
  expect(await namesUnder(place.folder)).toEqual([...before, '.lock'].toSorted());
  await notebook.close();
  expect(await namesUnder(place.folder)).toEqual(before);
});

test('goes on with its feed the next day', async () => {
  const place = await newNotebook();
  await write(place, 'one');
  await write(place, 'two');
  const notebook = await open(place);
  expect(await textsOf(notebook)).toEqual(['one', 'two']);
  expect(Object.keys(notebook.describe().heads)).toEqual([notebook.describe().feed]);
});

test('takes the same operation twice for one line', async () => {
  const place = await newNotebook();
  const notebook = await open(place);
  const operation = entry('once');
  const [first, second] = await Promise.all([
    notebook.append(operation),
    notebook.append(operation),
  ]);
  const third = await notebook.append(operation);
  expect([second, third]).toEqual([first, first]);
  expect(await textsOf(notebook)).toEqual(['once']);
});

test('refuses another operation under an id that is taken', async () => {
  const notebook = await open(await newNotebook());
  await notebook.append(entry('one', 'a'.repeat(32)));
  const second = await notebook.append(entry('two', 'a'.repeat(32)));
  expect(second).toEqual({ ok: false, error: { kind: 'invalid', field: 'id' } });
});

test('acknowledges many entries at once, each with its own place', async () => {
  const place = await newNotebook();
  const notebook = await open(place);
  const texts = Array.from({ length: 1000 }, (_, index) => `entry ${index}`);
  const results = await Promise.all(texts.map((text) => notebook.append(entry(text))));
  expect(results.map((result) => result.ok && result.value.seq)).toEqual(
    texts.map((_, index) => index + 1),
  );
  expect(await textsOf(notebook)).toEqual(texts);
  expect(await verifyFindings(place)).toEqual([]);
});

test('tells listeners of lines in the order in which they stand', async () => {
  const notebook = await open(await newNotebook());
  const heard: number[] = [];
  notebook.onAppended((lines) => heard.push(...lines.map(({ p }) => p.seq)));
  await Promise.all(['a', 'b', 'c'].map((text) => notebook.append(entry(text))));
  expect(heard).toEqual([0, 1, 2, 3]);
});

test('gives out pages that begin anywhere', async () => {
  const place = await newNotebook();
  const notebook = await open(place);
  await Promise.all(Array.from({ length: 300 }, (_, index) => notebook.append(entry(`${index}`))));
  const feed = notebook.describe().feed ?? '';
  const page = await notebook.readLines({ [feed]: 198 }, 2);
  const last = await notebook.readLines({ [feed]: 299 }, 2);
  expect(page.lines.map(({ p }) => p.seq)).toEqual([199, 200]);
  expect(page.end).toBe(false);
  expect(last.lines.map(({ p }) => p.seq)).toEqual([300]);
  expect(last.end).toBe(true);
});

test('refuses a line that is longer than the format allows, and goes on', async () => {
  const place = await newNotebook();
  const notebook = await open(place);
  const refused = await notebook.append({
    t: 'incident.set',
    id: 'b'.repeat(32),
    // Four bytes in UTF-8 for two UTF-16 units, six in JSON would be more: only bytes count.
    fields: Object.fromEntries(
      ['summary', 'rootCause', 'impact', 'recommendations'].map((name) => [
        name,
        '記'.repeat(100_000),
      ]),
    ),
  });
  expect(refused).toMatchObject({
    ok: false,
    error: { kind: 'too-long', limit: longestLineBytes },
  });
  expect(await notebook.append(entry('short'))).toMatchObject({ ok: true });
  expect(await verifyFindings(place)).toEqual([]);
});

test.each<[string, Operation]>([
  ['t', { t: 'clock.jump', id: 'c'.repeat(32), byMs: 1 }],
  ['text', entry('')],
  ['text', entry('half a pair \ud800')],
])('refuses an operation that does not fit (%s)', async (field, operation) => {
  const place = await newNotebook();
  const notebook = await open(place);
  expect(await notebook.append(operation)).toEqual({
    ok: false,
    error: { kind: 'invalid', field },
  });
  expect(await namesUnder(path.join(place.folder, 'feeds'))).toEqual([]);
});

test('notes a clock that was set while the notebook was open', async () => {
  const place = await newNotebook();
  let now: ClockReading = { wall: 1_000_000, tz: '+09:00', mono: 5_000, boot: 'b' };
  const notebook = await open(place, { clock: { read: () => now } });
  await notebook.append(entry('before'));
  now = { ...now, wall: now.wall + 61_000, mono: now.mono + 1_000 };
  await notebook.append(entry('after'));
  now = { ...now, wall: now.wall + 2_500, mono: now.mono + 1_000 };
  await notebook.append(entry('a little later'));
  const operations = (await linesOf(notebook)).map(({ p }) => p.op);
  expect(operations.map(({ t }) => t)).toEqual([
    'feed.open',
    'entry.add',
    'clock.jump',
    'entry.add',
    'entry.add',
  ]);
  expect(operations[2]).toMatchObject({ byMs: 60_000 });
});

test('names in its lines what it has read of other devices', async () => {
  const place = await newNotebook();
  await write(place, 'from the first device');
  const other = { ...place, userData: `${place.userData}-other` };
  await write(other, 'from the second', 'again');
  const notebook = await open(place);
  const lines = await linesOf(notebook);
  const first = await onlyFeedOf(lines, 'from the first device');
  const second = lines.filter(({ p }) => p.feed !== first);
  const [, ofFirst] = lines.filter(({ p }) => p.feed === first);
  expect(second[0]?.p.seen).toEqual({ [first]: [1, ofFirst?.hash] });
  expect(second.slice(1).map(({ p }) => p.seen)).toEqual([undefined, undefined]);
  expect(second.map(({ p }) => p.lam)).toEqual([0, 2, 3]);
  expect(await verifyFindings(place)).toEqual([]);
});

test('begins a new feed when an older copy of the folder was put back', async () => {
  const place = await newNotebook();
  await write(place, 'one');
  const copy = `${place.folder}-copy`;
  await cp(place.folder, copy, { recursive: true });
  await write(place, 'two');
  const { feed: old } = await onlyFeed(place);
  await rename(place.folder, `${place.folder}-gone`);
  await rename(copy, place.folder);

  const outdated = await open(place);
  expect(outdated.describe().findings).toEqual([
    { code: 'copy-outdated', severity: 'damage', feed: old, values: { seq: 2 } },
  ]);
  await outdated.close();

  await write(place, 'three');
  const notebook = await open(place);
  const { feed } = notebook.describe();
  const opening = (await linesOf(notebook)).find(({ p }) => p.feed === feed && p.seq === 0);
  expect(feed).not.toBe(old);
  expect(opening?.p.op).toMatchObject({ t: 'feed.open', predecessor: old });
  expect((await textsOf(notebook)).toSorted()).toEqual(['one', 'three']);
  expect(await verifyFindings(place)).toEqual([]);
});

test('begins a new feed when its last acknowledged line has another content', async () => {
  const place = await newNotebook();
  await write(place, 'one', 'two');
  const { feed, file } = await onlyFeed(place);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"text":"two"', '"text":"twx"'));
  await write(place, 'three');
  const notebook = await open(place, { readOnly: true });
  expect(Object.keys(notebook.describe().heads)).toHaveLength(2);
  expect(await readFile(file, 'utf8')).toBe(text.replace('"text":"two"', '"text":"twx"'));
  expect(await verifyFindings(place)).toContain('bad-signature');
  expect(feed).toMatch(/^k1-/);
});

test('begins a new feed when its key file is damaged, and keeps the damaged file', async () => {
  const place = await newNotebook();
  await write(place, 'one');
  const { feed } = await onlyFeed(place);
  const keys = path.join(place.userData, 'keys');
  const keyFile = (await readdir(keys)).find((name) => name.endsWith('.json')) ?? '';
  await writeFile(path.join(keys, keyFile), '{"version":1,');
  await write(place, 'two');
  const notebook = await open(place);
  const openings = (await linesOf(notebook)).flatMap(({ p }) =>
    p.op.t === 'feed.open' && p.feed !== feed ? [p.op] : [],
  );
  expect(openings).toMatchObject([{ predecessor: feed }]);
  expect((await readdir(keys)).filter((name) => name.includes('.old-'))).toHaveLength(1);
});

test('keeps keys closed to other users', async () => {
  const place = await newNotebook();
  await write(place, 'one');
  const keys = path.join(place.userData, 'keys');
  const modes = await Promise.all(
    ['', ...(await readdir(keys))].map(async (name) => {
      const { mode } = await stat(path.join(keys, name));
      return mode & 0o077;
    }),
  );
  expect(new Set(modes)).toEqual(new Set([0]));
});

test('gives plain Node a feed of its own beside a key under safeStorage', async () => {
  const place = await newNotebook();
  const sealed: KeyProtection = {
    kind: 'safe-storage',
    protect: (secret) => [...secret].toReversed().join(''),
    reveal: (stored) => [...stored].toReversed().join(''),
  };
  const first = await open(place, { protection: sealed });
  await first.append(entry('in the window'));
  const { feed } = first.describe();
  await first.close();
  await write(place, 'on the command line');
  await write(place, 'again');
  const again = await open(place, { protection: sealed });
  const openings = (await linesOf(again)).flatMap(({ p }) =>
    p.op.t === 'feed.open' ? [p.op] : [],
  );
  expect(again.describe().feed).toBe(feed);
  expect(openings).toHaveLength(2);
  expect(openings.map((operation) => operation['predecessor'])).toEqual([undefined, undefined]);
});

test('does not let two processes fork one key through two copies of a notebook', async () => {
  const place = await newNotebook();
  await write(place, 'one');
  const copy = { ...place, folder: `${place.folder}-copy` };
  await cp(place.folder, copy.folder, { recursive: true });
  await open(place);
  const second = await open(copy);
  expect(second.describe().readOnly).toMatchObject({ because: 'locked' });
});

test('counts and keeps operations of a newer version', async () => {
  const place = await newNotebook();
  await write(place, 'one');
  const { file } = await onlyFeed(place);
  const [, last = ''] = await fileLines(file);
  const newer = JSON.parse(last) as { p: { v: number; seq: number } };
  newer.p.v = 2;
  newer.p.seq = 2;
  await appendFile(file, `${canonicalize(newer)}\n`);
  const notebook = await open(place);
  expect(notebook.describe().findings.map(({ code }) => code)).toContain('newer-line');
  // What comes after a line that cannot be read would be signed blindly: a new feed takes it.
  await notebook.append(entry('two'));
  expect(await textsOf(notebook)).toHaveLength(2);
  expect(Object.keys(notebook.describe().heads)).toHaveLength(2);
});

test('leaves files alone that are not its own', async () => {
  const place = await newNotebook();
  await write(place, 'one');
  const { file } = await onlyFeed(place);
  const strange = path.join(place.folder, 'feeds', 'notes.txt');
  await copyFile(file, strange);
  await write(place, 'two');
  expect(await readFile(strange, 'utf8')).toContain('"text":"one"');
  expect(await verifyFindings(place)).toEqual([]);
});

async function verifyFindings({ folder }: Place): Promise<readonly string[]> {
  const verified = await verifyNotebook(folder);
  if (!verified.ok) throw new Error(verified.error.kind);
  return verified.value.findings.map(({ code }) => code);
}

async function namesUnder(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).toSorted();
}

async function onlyFeedOf(
  lines: Awaited<ReturnType<typeof linesOf>>,
  text: string,
): Promise<string> {
  const line = lines.find(({ p }) => p.op['text'] === text);
  if (line === undefined) throw new Error(`no line says ${text}`);
  return line.p.feed;
}
