import { expect, test } from 'vitest';
import { adoptChecklist, setChecklistItem } from '#shared/application/checklists.ts';
import {
  correctEntry,
  logEntry,
  readEntryLine,
  restoreEntry,
  withdrawEntry,
} from '#shared/application/entries.ts';
import { entryLineContextOf } from '#shared/application/entry-context.ts';
import { addEvidence, nextNumberIn } from '#shared/application/evidence.ts';
import { changeIncident, startIncident } from '#shared/application/incident.ts';
import { enterpriseAttack } from '#shared/catalogue/attack-catalogue.ts';
import { untouchedItem } from '#shared/domain/checklist.ts';
import { emptyState } from '#shared/journal/fold.ts';
import { inMemoryJournal } from './in-memory-journal.ts';

const nowMs = Date.UTC(2024, 2, 1, 5, 8);
const context = entryLineContextOf(emptyState(), nowMs);
const item = {
  no: 'E-007',
  name: 'a.log',
  size: 1,
  sha256: 'a'.repeat(64),
  note: '',
  changedWhileReading: false,
};

test('starts an incident as open and just detected', async () => {
  const writing = inMemoryJournal();
  const started = await startIncident(writing, {
    title: ' Osaka ',
    tlp: 'RED',
    zone: 'asia/tokyo',
  });
  expect(started).toMatchObject({ ok: true, value: { seq: 0, id: writing.operations[0]?.id } });
  expect(writing.operations).toMatchObject([
    {
      t: 'incident.set',
      fields: {
        title: 'Osaka',
        tlp: 'RED',
        zone: 'Asia/Tokyo',
        phase: 'detection-analysis',
        status: 'open',
      },
    },
  ]);
});

test('changes only the fields that are named', async () => {
  const writing = inMemoryJournal();
  await changeIncident(writing, { summary: 'short' });
  expect(writing.operations).toMatchObject([{ fields: { summary: 'short' } }]);
  expect(Object.keys((writing.operations[0] as { fields: object }).fields)).toEqual(['summary']);
});

test.each([
  [{ title: '  ' }, { kind: 'title-missing' }],
  [{ zone: 'Mars/Olympus' }, { kind: 'unknown-zone', zone: 'Mars/Olympus' }],
] as const)('refuses an incident with %o', async (fields, error) => {
  const writing = inMemoryJournal();
  expect(await changeIncident(writing, fields)).toEqual({ ok: false, error });
  expect(writing.operations).toEqual([]);
});

test('logs a line as an entry with its techniques under the catalogue that names them', async () => {
  const writing = inMemoryJournal();
  const logged = await logEntry(writing, '14:02 @pacs01 VPN account used !3 /T1078 #vpn *', {
    ...context,
    zone: 'Asia/Tokyo',
  });
  expect(logged).toMatchObject({ ok: true, value: { content: { text: 'VPN account used' } } });
  expect(writing.operations).toMatchObject([
    {
      t: 'entry.add',
      kind: 'adversary',
      stages: ['delivery'],
      techniques: [{ id: 'T1078', catalogue: enterpriseAttack.version }],
      hosts: ['pacs01'],
      tags: ['vpn'],
      starred: true,
      at: { utc: '2024-03-01T05:02:00Z', text: '14:02' },
    },
  ]);
});

test('gives an entry without a time the moment of saving', async () => {
  const read = readEntryLine('nothing happened', context);
  expect(read).toMatchObject({
    value: { at: { utc: '2024-03-01T05:08:00Z', text: '', precision: 'second' } },
  });
});

test('asks about a line that it cannot read, and saves nothing', async () => {
  const writing = inMemoryJournal();
  const logged = await logEntry(writing, '!nowhere and ^E-999', context);
  expect(logged).toMatchObject({
    error: {
      kind: 'needs-answer',
      problems: [{ kind: 'unknown-stage' }, { kind: 'unknown-evidence' }],
    },
  });
  expect(writing.operations).toEqual([]);
});

test('saves what could not be read as text once that is accepted', async () => {
  const writing = inMemoryJournal();
  await logEntry(writing, '!nowhere words', context, { acceptProblems: true });
  expect(writing.operations).toMatchObject([{ text: '!nowhere words', stages: [] }]);
});

test('saves no entry without words, whoever accepts it', async () => {
  const writing = inMemoryJournal();
  const logged = await logEntry(writing, '!3 #tag', context, { acceptProblems: true });
  expect(logged).toMatchObject({ error: { problems: [{ kind: 'no-text' }] } });
});

test('hands on why an entry was not written', async () => {
  const writing = inMemoryJournal({ kind: 'disk-full' });
  expect(await logEntry(writing, 'words', context)).toEqual({
    ok: false,
    error: { kind: 'disk-full' },
  });
});

test('finds evidence by its number, the first one to have it', async () => {
  const writing = inMemoryJournal();
  const first = await addEvidence(writing, item);
  await addEvidence(writing, { ...item, name: 'b.log' });
  const reading = entryLineContextOf(writing.state(), nowMs);
  expect(reading.findEvidence('E-007')).toEqual({ id: first.ok && first.value.id, no: 'E-007' });
  expect(nextNumberIn(writing.state())).toBe('E-008');
});

test.each([
  [
    'correct',
    (w: ReturnType<typeof inMemoryJournal>, reason: string) => {
      const read = readEntryLine('new words', context);
      if (!read.ok) throw new Error(read.error.kind);
      return correctEntry(w, '1'.repeat(32), read.value, reason);
    },
  ],
  [
    'withdraw',
    (w: ReturnType<typeof inMemoryJournal>, reason: string) =>
      withdrawEntry(w, '1'.repeat(32), reason),
  ],
  [
    'restore',
    (w: ReturnType<typeof inMemoryJournal>, reason: string) =>
      restoreEntry(w, '1'.repeat(32), reason),
  ],
] as const)('wants a reason to %s an entry', async (verb, change) => {
  const writing = inMemoryJournal();
  expect(await change(writing, ' ')).toEqual({ ok: false, error: { kind: 'reason-missing' } });
  expect(await change(writing, ' misread ')).toMatchObject({ ok: true });
  expect(writing.operations).toMatchObject([
    { t: `entry.${verb}`, entry: '1'.repeat(32), reason: 'misread' },
  ]);
});

test('adopts a template as it is today', async () => {
  const writing = inMemoryJournal();
  await adoptChecklist(writing, 'general-nist');
  expect(writing.operations).toMatchObject([{ t: 'checklist.adopt', template: 'general-nist' }]);
  expect(await adoptChecklist(writing, 'nothing')).toMatchObject({
    error: { kind: 'unknown-template' },
  });
});

test('sets an item only with what its state needs', async () => {
  const writing = inMemoryJournal();
  const place = { checklist: '1'.repeat(32), item: 'x' };
  const bare = await setChecklistItem(writing, place, { ...untouchedItem, state: 'done' });
  const blocked = await setChecklistItem(writing, place, { ...untouchedItem, state: 'blocked' });
  const cited = await setChecklistItem(writing, place, {
    ...untouchedItem,
    state: 'done',
    entries: ['2'.repeat(32)],
  });
  expect([bare, blocked]).toEqual([
    { ok: false, error: { kind: 'incomplete', gap: 'citation-or-reason' } },
    { ok: false, error: { kind: 'incomplete', gap: 'reason' } },
  ]);
  expect(cited).toMatchObject({ ok: true });
  expect(writing.operations).toHaveLength(1);
});
