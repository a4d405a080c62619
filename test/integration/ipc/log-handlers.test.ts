import { createHash } from 'node:crypto';
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Job } from '#shared/ipc/contract.ts';
import type { LogAnswers, RowQuery } from '#shared/ipc/log-contract.ts';
import { readLinePage } from '#shared/journal/line-page.ts';
import { err } from '#shared/lib/result.ts';
import { logWorkHere } from '../../../electron/import/log-work.ts';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';

let window: WindowHandlers | undefined;
afterEach(() => window?.close());

async function open(options: Parameters<typeof openWindowHandlers>[0] = {}) {
  window = await openWindowHandlers(options);
  const incident = { title: 'T', by: 'A', tlp: 'AMBER', zone: 'UTC', choosePlace: false } as const;
  valueOf(await window.request('notebook:create', incident));
  return window;
}

const table = `Time,Computer,Message
2024-03-01 05:00:00.250,ws01,logon of alice
2024-03-01 04:00:00.000,ws02,"powershell -enc ZQ==
second line"
2024-03-01 06:00:00.000,ws01,logon of bob
unreadable,ws03,logon of carol
`;

async function pickFile(handlers: WindowHandlers, name: string, content: string): Promise<string> {
  const file = path.join(handlers.places.files, name);
  await writeFile(file, content);
  handlers.answers.logs = [file];
  const { files } = valueOf(await handlers.request('log:pick', {}));
  expect(files.map((each) => each.name)).toEqual([name]);
  return files[0]?.id ?? '';
}

/** Takes a file in and gives the ended job. */
async function take(
  handlers: WindowHandlers,
  name: string,
  content: string,
  answers: LogAnswers = {},
): Promise<Job> {
  const id = await pickFile(handlers, name, content);
  valueOf(await handlers.request('log:preview', { id, answers }));
  const { job } = valueOf(await handlers.request('log:import', { id, note: '' }));
  await handlers.notebook.jobs()?.settled();
  const ended = handlers.events
    .filter(({ event }) => event === 'job:changed')
    .map(({ payload }) => payload as Job)
    .findLast((each) => each.id === job.id);
  if (ended === undefined) throw new Error('nothing was heard of the job');
  return ended;
}

async function openSource(handlers: WindowHandlers, name: string, content = table) {
  const { result: source = '' } = await take(handlers, name, content, { zone: '+09:00' });
  valueOf(await handlers.request('rows:open', { source }));
  return source;
}

const everything: RowQuery = {
  words: '',
  sources: [],
  from: null,
  to: null,
  hosts: [],
  aheadMs: {},
};

/** First lines of the rows that a finished search has found. */
async function texts(handlers: WindowHandlers, query: Partial<RowQuery>) {
  const asked = await handlers.request('rows:search', { ...everything, ...query });
  const { search, done } = valueOf(asked);
  const found = () =>
    handlers.events.findLast(({ event }) => event === 'rows:found')?.payload as
      { readonly search: number; readonly done: boolean } | undefined;
  const isOver = () => done || (found()?.search === search && found()?.done === true);
  await expect.poll(isOver).toBe(true);
  const { rows } = valueOf(await handlers.request('rows:page', { search, place: 0, limit: 100 }));
  return { rows: rows.map(({ text }) => text.split('\n')[0]), found: found(), search };
}

async function operations({ request }: WindowHandlers) {
  const { lines } = valueOf(await request('notebook:lines', { after: {}, limit: 100 }));
  return readLinePage(lines).map(({ p }) => p.op);
}

test('a file is looked at, asked about, and read anew with every answer', async () => {
  const handlers = await open();
  const id = await pickFile(handlers, 'table.csv', table);
  const first = valueOf(await handlers.request('log:preview', { id, answers: {} }));
  expect(first).toMatchObject({
    questions: ['zone'],
    columns: ['Time', 'Computer', 'Message'],
    encoding: 'utf-8',
  });
  expect(first.rows[0]).toMatchObject({ time: null, timeText: '2024-03-01 05:00:00.250' });
  expect(await handlers.request('log:import', { id, note: '' })).toEqual(
    err({ kind: 'not-answered' }),
  );
  const second = valueOf(
    await handlers.request('log:preview', { id, answers: { zone: '+09:00' } }),
  );
  expect(second.questions).toEqual([]);
  expect(second.rows[0]?.time).toBe(Date.parse('2024-02-29T20:00:00.250Z') * 1000);
  expect((await operations(handlers)).map(({ t }) => t)).not.toContain('evidence.add');
});

test('an imported log is evidence and a source, and its rows stand in order of time', async () => {
  const handlers = await open();
  const source = await openSource(handlers, 'table.csv');
  expect(await operations(handlers)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ t: 'evidence.add', no: 'E-001', name: 'table.csv' }),
      expect.objectContaining({
        t: 'source.add',
        id: source,
        result: expect.objectContaining({ rows: 4, usable: 3, unusable: 1 }),
      }),
    ]),
  );
  const { rows } = await texts(handlers, {});
  expect(rows).toEqual([
    'powershell -enc ZQ==',
    'logon of alice',
    'logon of bob',
    'logon of carol',
  ]);
});

test('words, sources and times choose rows, and another search ends the one before', async () => {
  const handlers = await open();
  const first = await openSource(handlers, 'a.csv');
  const second = await openSource(handlers, 'b.csv', table.replaceAll('logon', 'LOGON'));
  const before = await texts(handlers, { words: 'logon ws01' });
  expect(before.rows).toEqual(['logon of alice', 'LOGON of alice', 'logon of bob', 'LOGON of bob']);
  expect(before.found).toEqual({ search: before.search, count: 4, done: true });
  expect((await texts(handlers, { words: 'logon', sources: [second] })).rows).toHaveLength(3);
  const at = (time: string) => Date.parse(time) * 1000;
  const between = { from: at('2024-02-29T19:00:00Z'), to: at('2024-02-29T21:00:00Z') };
  expect((await texts(handlers, { ...between, sources: [first] })).rows).toEqual([
    'powershell -enc ZQ==',
    'logon of alice',
  ]);
  expect(
    await handlers.request('rows:page', { search: before.search, place: 0, limit: 10 }),
  ).toEqual(err({ kind: 'ended' }));
});

test('a record is shown exactly as the file has it, by row and by line', async () => {
  const handlers = await open();
  const source = await openSource(handlers, 'table.csv');
  const text = '2024-03-01 04:00:00.000,ws02,"powershell -enc ZQ==\nsecond line"';
  const original = valueOf(await handlers.request('rows:original', { source, at: { row: 1 } }));
  expect(original).toMatchObject({
    line: 3,
    offset: table.indexOf('2024-03-01 04'),
    bytes: text.length,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    fields: [
      { name: 'Time', value: '2024-03-01 04:00:00.000' },
      { name: 'Computer', value: 'ws02' },
      { name: 'Message', value: 'powershell -enc ZQ==\nsecond line' },
    ],
  });
  const byLine = await handlers.request('rows:original', { source, at: { line: 3 } });
  expect(valueOf(byLine)).toEqual(original);
  for (const at of [{ line: 4 }, { row: 9 }])
    expect(await handlers.request('rows:original', { source, at })).toEqual(
      err({ kind: 'no-such-row' }),
    );
});

test('every skipped record is counted by its reason and listed', async () => {
  const handlers = await open();
  const lines = [
    '{"time":"2024-03-01T00:00:00Z","message":"a"}',
    '{broken',
    '{"time":"2024-03-01T00:00:01Z","message":"b"}',
  ];
  const { result: source = '' } = await take(handlers, 'x.jsonl', `${lines.join('\n')}\n`);
  expect(valueOf(await handlers.request('rows:open', { source }))).toMatchObject({
    rows: 2,
    skipped: 1,
    skippedFor: { 'broken-json': 1 },
  });
  expect(valueOf(await handlers.request('rows:skipped', { source, from: 0 }))).toEqual({
    records: [{ line: 2, reason: 'broken-json' }],
    listed: 1,
  });
});

test('a file that no reader understands is kept as evidence without rows', async () => {
  const handlers = await open();
  const job = await take(handlers, 'noise.bin', 'no log at all\nof any kind\n');
  expect(job).toMatchObject({ kind: 'import', state: 'done' });
  expect(job.result).toBeUndefined();
  const kinds = (await operations(handlers)).map(({ t }) => t);
  expect(kinds).toContain('evidence.add');
  expect(kinds).not.toContain('source.add');
});

test('a file that is not there any more says so', async () => {
  const handlers = await open();
  const id = await pickFile(handlers, 'gone.csv', table);
  await rm(path.join(handlers.places.files, 'gone.csv'));
  expect(await handlers.request('log:preview', { id, answers: {} })).toEqual(
    err({ kind: 'not-found' }),
  );
});

test('a file that may not be read says so', async (context) => {
  if (process.getuid?.() === 0) return context.skip('root may read everything');
  const handlers = await open();
  const id = await pickFile(handlers, 'closed.csv', table);
  await chmod(path.join(handlers.places.files, 'closed.csv'), 0o000);
  expect(await handlers.request('log:preview', { id, answers: {} })).toMatchObject(
    err({ kind: 'no-access' }),
  );
  return undefined;
});

test('a cancelled import leaves nothing behind', async () => {
  const aborted = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
  const handlers = await open({
    logWork: {
      ...logWorkHere,
      indexLog: async (request, options) => {
        options?.onProgress?.(1, 100);
        await aborted(options?.signal);
        return logWorkHere.indexLog(request, options);
      },
    },
  });
  const id = await pickFile(handlers, 'table.csv', table);
  valueOf(await handlers.request('log:preview', { id, answers: { zone: 'UTC' } }));
  const { job } = valueOf(await handlers.request('log:import', { id, note: '' }));
  const last = () =>
    handlers.events.findLast(({ event }) => event === 'job:changed')?.payload as Job | undefined;
  await expect.poll(() => last()?.total ?? 0).toBeGreaterThan(0);
  await handlers.request('evidence:cancel', { job: job.id });
  await handlers.notebook.jobs()?.settled();
  expect(last()).toMatchObject({ id: job.id, state: 'cancelled' });
  const kinds = (await operations(handlers)).map(({ t }) => t);
  expect(kinds).not.toContain('evidence.add');
  const { folder = '' } = handlers.notebook.current() ?? {};
  expect(await readdir(path.join(folder, 'evidence'))).toEqual([]);
});

test('an index that is deleted is built again, and one that is open goes on', async () => {
  const handlers = await open();
  const source = await openSource(handlers, 'table.csv');
  const indexes = path.join(handlers.places.userData, 'rows');
  await rm(indexes, { recursive: true });
  expect((await texts(handlers, { words: 'alice' })).rows).toEqual(['logon of alice']);
  const { folder = '' } = handlers.notebook.current() ?? {};
  await handlers.notebook.close();
  valueOf(await handlers.notebook.open(folder));
  expect(valueOf(await handlers.request('rows:open', { source }))).toMatchObject({ rows: 4 });
  expect(await readdir(indexes)).toHaveLength(1);
  expect((await texts(handlers, { words: 'alice' })).rows).toEqual(['logon of alice']);
});

test('evidence that vanished is named, with its rows and without', async () => {
  const handlers = await open();
  const source = await openSource(handlers, 'table.csv');
  const { folder = '' } = handlers.notebook.current() ?? {};
  const evidence = path.join(folder, 'evidence');
  const [name = ''] = await readdir(evidence);
  const kept = await readFile(path.join(evidence, name));
  await rm(path.join(evidence, name));
  expect(await handlers.request('rows:original', { source, at: { row: 0 } })).toEqual(
    err({ kind: 'not-found' }),
  );
  expect((await texts(handlers, {})).rows).toHaveLength(4);
  await rm(path.join(handlers.places.userData, 'rows'), { recursive: true });
  await handlers.notebook.close();
  valueOf(await handlers.notebook.open(folder));
  expect(await handlers.request('rows:open', { source })).toEqual(err({ kind: 'not-found' }));
  await writeFile(path.join(evidence, name), kept);
  expect(valueOf(await handlers.request('rows:open', { source }))).toMatchObject({ rows: 4 });
});

test('a page registers a source without a file, and makes up none with one', async () => {
  const handlers = await open();
  const operation = { t: 'source.add', id: 'a'.repeat(32), name: 'made up' } as const;
  const result = { rows: 1, usable: 1, unusable: 0, skipped: 0, first: null, last: null };
  for (const more of [{ evidence: 'b'.repeat(32) }, { result }])
    expect(
      await handlers.request('notebook:append', { operation: { ...operation, ...more } }),
    ).toMatchObject(err({ kind: 'invalid' }));
  valueOf(await handlers.request('notebook:append', { operation }));
  expect(await operations(handlers)).toContainEqual(operation);
});

test('rows are chosen by the machine that they name, however it is written', async () => {
  const handlers = await open();
  await openSource(handlers, 'table.csv');
  expect((await texts(handlers, { hosts: ['ＷＳ01'] })).rows).toEqual([
    'logon of alice',
    'logon of bob',
  ]);
  expect((await texts(handlers, { hosts: ['ws01', 'ws02'], words: 'bob' })).rows).toEqual([
    'logon of bob',
  ]);
  expect((await texts(handlers, { hosts: ['nowhere'] })).rows).toEqual([]);
});

test('a list learns where its own times and the days stand among the rows', async () => {
  const handlers = await open();
  await openSource(handlers, 'a.csv');
  await openSource(handlers, 'b.csv');
  const us = (time: string) => Date.parse(time) * 1000;
  const times = Float64Array.of(
    us('2024-02-29T18:59:59Z'),
    us('2024-02-29T19:00:00Z'),
    us('2024-02-29T19:00:01Z'),
    us('2024-02-29T20:00:00.250Z'),
    us('2024-03-01T00:00:00Z'),
    Infinity,
  );
  const placed = async (query: Partial<RowQuery>) => {
    const { search } = await texts(handlers, query);
    const { ranks } = valueOf(await handlers.request('rows:ranks', { search, times }));
    const days = valueOf(await handlers.request('rows:days', { search, zone: 'Asia/Tokyo' }));
    return { ranks: [...ranks], ...days };
  };
  expect(await placed({})).toEqual({
    ranks: [0, 0, 2, 2, 6, 6],
    days: [{ time: us('2024-02-29T19:00:00Z'), place: 0 }],
    last: us('2024-02-29T21:00:00Z'),
    timed: 6,
  });
  expect(await placed({ words: 'logon' })).toMatchObject({
    ranks: [0, 0, 0, 0, 4, 4],
    timed: 4,
  });
  expect(await placed({ words: 'no row has this' })).toEqual({
    ranks: [0, 0, 0, 0, 0, 0],
    days: [],
    last: null,
    timed: 0,
  });
});

test('a clock that was ahead moves the rows of its source, and what asks for another search is told so', async () => {
  const handlers = await open();
  const first = await openSource(handlers, 'a.csv');
  await openSource(handlers, 'b.csv');
  const { search } = await texts(handlers, { aheadMs: { [first]: 10 * 3_600_000 } });
  const page = valueOf(await handlers.request('rows:page', { search, place: 0, limit: 4 }));
  expect(page.rows.map(({ source, time }) => [source === first, time])).toEqual([
    [true, Date.parse('2024-02-29T09:00:00Z') * 1000],
    [true, Date.parse('2024-02-29T10:00:00.250Z') * 1000],
    [true, Date.parse('2024-02-29T11:00:00Z') * 1000],
    [false, Date.parse('2024-02-29T19:00:00Z') * 1000],
  ]);
  expect(page.rows.map(({ showed }) => showed)).toEqual([
    Date.parse('2024-02-29T19:00:00Z') * 1000,
    Date.parse('2024-02-29T20:00:00.250Z') * 1000,
    Date.parse('2024-02-29T21:00:00Z') * 1000,
    undefined,
  ]);
  const zone = 'America/New_York';
  const { days } = valueOf(await handlers.request('rows:days', { search, zone }));
  expect(days.map(({ place }) => place)).toEqual([0]);
  await texts(handlers, {});
  expect(await handlers.request('rows:days', { search, zone })).toEqual(err({ kind: 'ended' }));
  const times = Float64Array.of(0);
  expect(await handlers.request('rows:ranks', { search, times })).toEqual(err({ kind: 'ended' }));
});

test('a dropped file without a path is told of, and a picked one that nobody waits for is let go', async () => {
  const handlers = await open();
  const id = await pickFile(handlers, 'table.csv', table);
  const looking = handlers.request('log:preview', { id, answers: {} });
  await handlers.request('log:stop-preview', { id });
  expect(await looking).toEqual(err({ kind: 'cancelled' }));
  expect(await handlers.request('log:import', { id, note: '' })).toEqual(
    err({ kind: 'not-answered' }),
  );
  const there = path.join(handlers.places.files, 'table.csv');
  for (const lost of ['', path.join(handlers.places.files, '\uFFFD\uFFFD.csv')]) {
    const paths = [there, lost];
    expect(await handlers.request('log:drop', { paths })).toEqual(err({ kind: 'no-path', n: 1 }));
    expect(await handlers.request('evidence:drop', { paths, note: '' })).toEqual(
      err({ kind: 'no-path', n: 1 }),
    );
  }
  const odd = path.join(handlers.places.files, '\uFFFD.csv');
  await writeFile(odd, table);
  const { files } = valueOf(await handlers.request('log:drop', { paths: [odd] }));
  expect(files.map(({ name }) => name)).toEqual(['\uFFFD.csv']);
});
