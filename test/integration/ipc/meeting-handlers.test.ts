import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntryContent } from '#shared/domain/entry.ts';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';

let handlers: WindowHandlers;
beforeEach(async () => {
  handlers = await openWindowHandlers();
});
afterEach(() => handlers.close());

const id = (digit: string) => digit.repeat(32);

async function notebook(title: string): Promise<string> {
  valueOf(
    await handlers.request('notebook:create', {
      title,
      by: 'Aiko',
      tlp: 'AMBER',
      zone: 'Asia/Tokyo',
      choosePlace: false,
    }),
  );
  return handlers.notebook.current()?.folder ?? '';
}

async function write(entry: string, change: Partial<EntryContent>) {
  const content: EntryContent = {
    text: 'x',
    kind: 'adversary',
    at: {
      utc: '2026-01-04T01:00:00Z',
      text: '',
      zone: 'UTC',
      precision: 'minute',
      plusMinusMs: 0,
      untilUtc: null,
      relation: 'at',
    },
    stages: ['delivery'],
    techniques: [],
    hosts: ['ws07'],
    tags: [],
    evidence: [],
    starred: false,
    ...change,
  };
  const operation = { t: 'entry.add' as const, id: entry, ...content };
  valueOf(await handlers.request('notebook:append', { operation }));
}

test('the story of another notebook is read, stage by stage, and nothing is written to it', async () => {
  const first = await notebook('Ward 3');
  await write(id('1'), { text: '<b>starred</b>', starred: true });
  await write(id('2'), { text: 'not starred' });
  const before = handlers.notebook.current()?.describe().heads;
  const second = await notebook('Pharmacy');
  expect(second).not.toBe(first);

  const listed = valueOf(await handlers.request('meeting:incidents', {}));
  expect(listed).toHaveLength(1);
  const recent = listed[0]?.id ?? '';
  const told = valueOf(await handlers.request('meeting:story', { recent }));
  expect(told).toMatchObject({
    title: 'Ward 3',
    exercise: false,
    seal: expect.stringMatching(/^[0-9a-f]{64}$/),
    entries: [
      {
        id: id('1'),
        label: expect.any(String),
        stage: 'delivery',
        starred: true,
        text: '<b>starred</b>',
        hosts: ['ws07'],
      },
    ],
  });
  valueOf(await handlers.request('notebook:open', { recent }));
  expect(handlers.notebook.current()?.describe().heads).toEqual(before);
});

test('a notebook that is gone, damaged or not on the list has no story', async () => {
  const gone = await notebook('Gone');
  await notebook('Here');
  const [listed] = valueOf(await handlers.request('meeting:incidents', {}));
  await rm(gone, { recursive: true });
  const unread = { ok: false, error: { kind: 'unread' } };
  expect(await handlers.request('meeting:story', { recent: listed?.id ?? '' })).toEqual(unread);
  expect(await handlers.request('meeting:story', { recent: '../../etc' })).toEqual(unread);
});

test('the window of notes gets what the contract knows, and nothing else', async () => {
  const notes = {
    meeting: 'Review',
    item: 'Opening',
    place: '1 / 9',
    time: '2 min left',
    isOver: false,
    now: 'Opening',
    next: 'The story',
    hints: [],
    noted: [{ kind: 'Decision', text: '<script>', owner: '' }],
  };
  valueOf(await handlers.request('meeting:notes-open', {}));
  valueOf(await handlers.request('meeting:notes-show', { notes }));
  valueOf(await handlers.request('meeting:notes-show', { notes: null }));
  expect(handlers.shown).toEqual(['opened', notes, null]);
  const wrong = { notes: { ...notes, time: 'x'.repeat(3_000) } };
  await expect(handlers.request('meeting:notes-show', wrong)).rejects.toThrow('IPC refused');
  const other = { key: 'Delete' } as unknown as { key: 'Home' };
  await expect(handlers.request('meeting:notes-key', other)).rejects.toThrow('IPC refused');
});
