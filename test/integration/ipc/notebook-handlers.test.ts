import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Operation } from '#shared/journal/operation.ts';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';
import { readLinePage } from '#shared/journal/line-page.ts';

let window: WindowHandlers;
beforeEach(async () => {
  window = await openWindowHandlers();
});
afterEach(() => window.close());

const incident = { title: 'Ward 3', by: 'Aoki', tlp: 'AMBER', zone: 'Asia/Tokyo' } as const;
const start = async (title: string = incident.title) =>
  valueOf(await window.request('notebook:create', { ...incident, title, choosePlace: false }));
const id = (digit: string) => digit.repeat(32);
const rename = (digit: string): Operation => ({
  t: 'incident.set',
  id: id(digit),
  fields: { summary: `summary ${digit}` },
});

test('makes a notebook in the notebooks folder and opens it with its first facts', async () => {
  const opened = await start();
  expect(opened).toMatchObject({ name: 'Ward 3', readOnly: null, findings: [] });
  expect(await readdir(window.places.notebooks)).toEqual(['Ward 3.kiroku']);
  const { lines } = valueOf(await window.request('notebook:lines', { after: {}, limit: 100 }));
  expect(readLinePage(lines).map(({ p }) => [p.op.t, p.by])).toEqual([
    ['feed.open', 'Aoki'],
    ['incident.set', 'Aoki'],
  ]);
});

test('gives a second notebook of the same title a number', async () => {
  await start();
  await start();
  expect((await readdir(window.places.notebooks)).toSorted()).toEqual([
    'Ward 3 2.kiroku',
    'Ward 3.kiroku',
  ]);
});

test('makes a folder name of any title', async () => {
  await start('../../etc: <b>"x"</b>\n');
  await start('病棟 3 ランサムウェア');
  await start('...');
  expect((await readdir(window.places.notebooks)).toSorted()).toEqual([
    'etc b x b.kiroku',
    'incident.kiroku',
    '病棟 3 ランサムウェア.kiroku',
  ]);
});

test('makes a notebook where the person chose, and nothing when they cancel', async () => {
  const request = { ...incident, choosePlace: true };
  expect(await window.request('notebook:create', request)).toMatchObject({
    error: { kind: 'cancelled' },
  });
  window.answers.newNotebook = path.join(window.places.files, 'stick.kiroku');
  expect(valueOf(await window.request('notebook:create', request)).name).toBe('stick');
});

test('acknowledges an operation that is in the file, and tells the window of its line', async () => {
  await start();
  window.events.length = 0;
  const appended = valueOf(await window.request('notebook:append', { operation: rename('1') }));
  const feeds = path.join(window.places.notebooks, 'Ward 3.kiroku/feeds');
  const file = await readFile(path.join(feeds, `${appended.feed}.jsonl`), 'utf8');
  expect(file).toContain('summary 1');
  expect(window.events).toMatchObject([
    { event: 'journal:appended', payload: { lines: [{ hash: appended.hash }] } },
  ]);
});

test.each([
  {
    t: 'evidence.add',
    no: 'E-001',
    name: 'x',
    size: 0,
    sha256: 'a'.repeat(64),
    note: '',
    changedWhileReading: false,
  },
  { t: 'clock.jump', byMs: 1 },
] as const)('a page cannot write $t, which the program knows better', async (facts) => {
  await start();
  const operation = { ...facts, id: id('2') } as Operation;
  expect(await window.request('notebook:append', { operation })).toMatchObject({
    error: { kind: 'invalid' },
  });
});

test('gives lines in pages until the end', async () => {
  await start();
  for (const digit of ['1', '2', '3'])
    valueOf(await window.request('notebook:append', { operation: rename(digit) }));
  const first = valueOf(await window.request('notebook:lines', { after: {}, limit: 2 }));
  const lines = readLinePage(first.lines);
  expect([first.end, lines]).toMatchObject([false, [{ p: { seq: 0 } }, { p: { seq: 1 } }]]);
  const feed = lines[0]?.p.feed ?? '';
  const rest = valueOf(
    await window.request('notebook:lines', { after: { [feed]: 1 }, limit: 100 }),
  );
  expect(readLinePage(rest.lines).map(({ p }) => p.seq)).toEqual([2, 3, 4]);
  expect(rest.end).toBe(true);
});

test('opens a recent notebook by its id, and knows no other id', async () => {
  await start();
  await window.request('notebook:close', {});
  const [recent] = valueOf(await window.request('notebook:recent', {}));
  expect(recent).toMatchObject({ name: 'Ward 3' });
  expect(valueOf(await window.request('notebook:open', { recent: recent?.id })).name).toBe(
    'Ward 3',
  );
  expect(await window.request('notebook:open', { recent: '/etc' })).toMatchObject({
    error: { kind: 'not-found' },
  });
});

test('a notebook that is gone is not offered any more', async () => {
  const { place } = await start();
  await window.request('notebook:close', {});
  await rm(place, { recursive: true });
  expect(valueOf(await window.request('notebook:recent', {}))).toEqual([]);
});

test('the open notebook stays open when another cannot be opened', async () => {
  await start();
  window.answers.notebook = window.places.files;
  expect(await window.request('notebook:open', {})).toMatchObject({
    error: { kind: 'not-a-notebook' },
  });
  expect((await window.request('notebook:append', { operation: rename('1') })).ok).toBe(true);
});

test('opening the open notebook again keeps it writable', async () => {
  const { place } = await start();
  window.answers.notebook = place;
  expect(valueOf(await window.request('notebook:open', {})).readOnly).toBeNull();
});

test('without a notebook there is nothing to read, write or check', async () => {
  const none = { ok: false, error: { kind: 'no-notebook' } };
  expect(await window.request('notebook:lines', { after: {}, limit: 1 })).toEqual(none);
  expect(await window.request('notebook:append', { operation: rename('1') })).toEqual(none);
  expect(await window.request('notebook:verify', {})).toEqual(none);
  expect(
    await window.request('report:export', { format: 'md', language: 'en', zone: 'UTC' }),
  ).toEqual(none);
});

test('verifies the folder as it lies on the disk', async () => {
  await start();
  const verified = valueOf(await window.request('notebook:verify', {}));
  expect(verified).toMatchObject({ feeds: 1, lines: 2, evidence: 0 });
});

test.each(['en', 'ja'] as const)('opens the worked example in %s', async (language) => {
  const opened = valueOf(await window.request('notebook:example', { language }));
  expect(opened.readOnly).toBeNull();
  expect(opened.lines).toBeGreaterThan(10);
  expect(valueOf(await window.request('notebook:verify', {})).findings).toEqual([]);
});

test('keeps a draft, settings and the name of whoever started an incident', async () => {
  await window.request('draft:save', { notebook: id('a'), text: 'half a line' });
  expect(valueOf(await window.request('draft:read', { notebook: id('a') }))).toEqual({
    text: 'half a line',
  });
  await start();
  await window.request('settings:change', { theme: 'dark' });
  expect(valueOf(await window.request('settings:read', {}))).toEqual({
    language: 'en',
    theme: 'dark',
    by: 'Aoki',
  });
});
