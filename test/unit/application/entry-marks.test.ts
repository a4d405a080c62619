import { expect, test } from 'vitest';
import { addEntry } from '#shared/application/entries.ts';
import { type EntryMark, markEntries } from '#shared/application/entry-marks.ts';
import { currentVersion, isCorrected } from '#shared/journal/records.ts';
import { entryContent } from '../../fixtures/test-operations.ts';
import { inMemoryJournal } from './in-memory-journal.ts';

async function threeEntries() {
  const writing = inMemoryJournal();
  const entries: string[] = [];
  for (const text of ['first', 'second', 'third']) {
    const added = await addEntry(writing, entryContent(text, { tags: ['old'] }));
    if (added.ok) entries.push(added.value.id);
  }
  const contentOf = (id: string) => {
    const record = writing.state().entries.get(id);
    return record && currentVersion(record)?.content;
  };
  const mark = (what: EntryMark, goOn?: (done: number) => boolean) =>
    markEntries(writing, { entries, mark: what, reason: 'why', contentOf, ...(goOn && { goOn }) });
  return { writing, entries, contentOf, mark };
}

test('a tag is added once, whatever its case, and corrects nothing', async () => {
  const { writing, entries, contentOf, mark } = await threeEntries();
  expect(await mark({ kind: 'tag', tag: 'VPN' })).toEqual({ ok: true, value: { marked: 3 } });
  expect(await mark({ kind: 'tag', tag: 'vpn' })).toEqual({ ok: true, value: { marked: 0 } });
  expect(entries.map((id) => contentOf(id)?.tags)).toEqual(entries.map(() => ['old', 'VPN']));
  const records = [...writing.state().entries.values()];
  expect(records.map(isCorrected)).toEqual([false, false, false]);
  expect(records.map((record) => currentVersion(record)?.reason)).toEqual(['why', 'why', 'why']);
});

test('entries of one event point to the first of them', async () => {
  const { entries, contentOf, mark } = await threeEntries();
  const [first = ''] = entries;
  expect(await mark({ kind: 'same-event', entry: first })).toEqual({
    ok: true,
    value: { marked: 2 },
  });
  expect(await mark({ kind: 'same-event', entry: first })).toEqual({
    ok: true,
    value: { marked: 0 },
  });
  const links = [{ type: 'same-event', entry: first }];
  expect(entries.map((id) => contentOf(id)?.links)).toEqual([undefined, links, links]);
});

test('stars come and go, and marking ends where it is told to', async () => {
  const { entries, contentOf, mark } = await threeEntries();
  await mark({ kind: 'star', starred: true });
  const told: number[] = [];
  const ended = await mark({ kind: 'star', starred: false }, (done) => told.push(done) < 2);
  expect(ended).toEqual({ ok: true, value: { marked: 2 } });
  expect(told).toEqual([1, 2]);
  expect(entries.map((id) => contentOf(id)?.starred)).toEqual([false, false, true]);
});

test('a line that cannot be written ends it and says how far it came', async () => {
  const writing = inMemoryJournal({ kind: 'disk-full' });
  const marked = await markEntries(writing, {
    entries: ['a', 'b'],
    mark: { kind: 'star', starred: true },
    reason: 'why',
    contentOf: () => entryContent('text'),
  });
  expect(marked).toEqual({ ok: false, error: { marked: 0, error: { kind: 'disk-full' } } });
});
