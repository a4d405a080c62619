import { expect, test } from 'vitest';
import { correctEntry, logEntry, readEntryLine } from '#shared/application/entries.ts';
import { entryLineContextOf } from '#shared/application/entry-context.ts';
import { startIncident } from '#shared/application/incident.ts';
import { showNotebook } from '#shared/application/show-notebook.ts';
import { toRfc3339 } from '#shared/application/show-origin.ts';
import { emptyState } from '#shared/journal/fold.ts';
import { inMemoryJournal } from './in-memory-journal.ts';

const context = entryLineContextOf(emptyState(), Date.UTC(2024, 2, 1, 5, 8));

test('shows an empty notebook as empty lists', () => {
  expect(showNotebook(emptyState())).toEqual({
    incident: {},
    lessons: [],
    reviews: [],
    minutes: [],
    releases: [],
    handovers: [],
    entries: [],
    evidence: [],
    sources: [],
    systems: [],
    accounts: [],
    services: [],
    contacts: [],
    movements: [],
    indicators: [],
    actions: [],
    filters: [],
    paths: [],
    questions: [],
    coverage: [],
    courses: [],
    checklists: [],
    clocks: [],
    devices: [],
    merges: [],
    seals: [],
    unknown: [],
    conflicts: [],
  });
});

test('orders entries by time, and those of one time as they were written', async () => {
  const writing = inMemoryJournal();
  for (const line of ['04:00 c', '??:?? e', '03:00 a', '04:00 d', '03:30 b'])
    await logEntry(writing, line, context);
  const { entries } = showNotebook(writing.state());
  expect(entries.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('shows a corrected entry under its own number, writer and moment', async () => {
  const writing = inMemoryJournal();
  await startIncident(writing, { title: 'Osaka', tlp: 'AMBER', zone: 'Asia/Tokyo' });
  const logged = await logEntry(writing, 'wrong', context);
  const right = readEntryLine('right', context);
  if (!logged.ok || !right.ok) throw new Error('the entry was not written');
  await correctEntry(writing, logged.value.id, right.value, 'misread');
  const shown = showNotebook(writing.state());
  expect(shown.incident).toMatchObject({ title: 'Osaka', zone: 'Asia/Tokyo' });
  expect(shown.entries).toMatchObject([
    {
      id: logged.value.id,
      seq: 1,
      text: 'right',
      corrected: true,
      recordedAt: '2024-02-29T19:38:00.001-09:30',
      history: [
        { text: 'wrong', reason: '' },
        { text: 'right', reason: 'misread' },
      ],
    },
  ]);
  expect(shown.conflicts).toEqual([]);
});

test.each([
  [0, '+00:00', '1970-01-01T00:00:00.000+00:00'],
  [0, '+09:00', '1970-01-01T09:00:00.000+09:00'],
  [0, '-03:30', '1969-12-31T20:30:00.000-03:30'],
  [9e15, '+00:00', '9000000000000000'],
])('writes %d at %s as that clock showed it', (wall, tz, text) => {
  expect(toRfc3339(wall, tz)).toBe(text);
});

test('shows a star or a tag as no correction, and another word as one', async () => {
  const writing = inMemoryJournal();
  const saved = await logEntry(writing, '03:00 a', context);
  if (!saved.ok) throw new Error('not saved');
  const { id, content } = saved.value;
  await correctEntry(writing, id, { ...content, starred: true, tags: ['vpn'] }, 'tagged');
  expect(showNotebook(writing.state()).entries).toMatchObject([
    { starred: true, tags: ['vpn'], corrected: false, history: [{}, { reason: 'tagged' }] },
  ]);
  await correctEntry(writing, id, { ...content, text: 'b' }, 'misread');
  expect(showNotebook(writing.state()).entries).toMatchObject([{ text: 'b', corrected: true }]);
});

test('orders entries by the true time of their sources', async () => {
  const writing = inMemoryJournal();
  const source = writing.newId();
  const fields = { name: 'panel', t: 'source.add' as const, id: source };
  await writing.journal.append(fields);
  const late = await logEntry(writing, '03:00 by the panel', context);
  await logEntry(writing, '02:50 by everybody', context);
  if (!late.ok) throw new Error('not saved');
  await correctEntry(writing, late.value.id, { ...late.value.content, source }, 'by the panel');
  await writing.journal.append({
    t: 'source.clock',
    id: writing.newId(),
    source,
    aheadMs: 12 * 60_000,
    plusMinusMs: 0,
    measuredAt: null,
    how: 'by telephone',
  });
  const { entries, sources } = showNotebook(writing.state());
  expect(entries.map(({ text }) => text)).toEqual(['by the panel', 'by everybody']);
  expect(entries[0]).toMatchObject({
    at: late.value.content.at,
    correctedUtc: '2024-03-01T02:48:00Z',
  });
  expect(sources).toMatchObject([{ name: 'panel', clock: { aheadMs: 720_000 } }]);
});
