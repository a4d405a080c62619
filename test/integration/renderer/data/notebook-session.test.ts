import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { databaseName, openDexieStorage } from '../../../../renderer/data/dexie-storage.ts';
import { createMemoryStorage } from '../../../../renderer/data/memory-storage.ts';
import {
  NotebookSession,
  type ReplayProgress,
} from '../../../../renderer/data/notebook-session.ts';
import { fold, type NotebookState } from '#shared/journal/fold.ts';
import { ok } from '#shared/lib/result.ts';
import { addEntry, correctEntry, setIncident } from '../../../fixtures/test-operations.ts';
import { createJournalDesktop, type JournalDesktop } from './journal-desktop.ts';

function entriesOf(journal: JournalDesktop, count: number): void {
  for (let at = 0; at < count; at += 1) journal.devices[0]?.append(addEntry(`entry ${at}`));
}

function open(journal: JournalDesktop, onProgress?: (progress: ReplayProgress) => void) {
  return NotebookSession.open({
    desktop: journal.desktop,
    opened: journal.opened(),
    ...(onProgress && { onProgress }),
  });
}

function textsOf(session: NotebookSession): string[] {
  return session.timeline.rows().map(({ content }) => content.text);
}

function stateOf(journal: JournalDesktop): NotebookState {
  return fold(journal.devices.flatMap(({ lines }) => lines));
}

async function changeMeta(journal: JournalDesktop, change: (applied: object) => object) {
  const database = await new Dexie(databaseName(journal.opened().notebook)).open();
  const meta = database.table('meta');
  const record = await meta.get('applied');
  await meta.put({ ...record, applied: change(record.applied) });
  database.close();
}

test('a new database is filled from the journal and equals its fold', async () => {
  const journal = createJournalDesktop('filled');
  journal.devices[0]?.append(setIncident({ title: 'Ward 3' }));
  entriesOf(journal, 5);
  const session = await open(journal);
  expect(await session.readState()).toEqual(stateOf(journal));
  expect(session.storageKind()).toBe('database');
  session.close();
});

test('an unchanged notebook opens from the database without reading the journal again', async () => {
  const journal = createJournalDesktop('unchanged');
  entriesOf(journal, 5);
  (await open(journal)).close();
  journal.takeLinesRead();
  const session = await open(journal);
  expect([textsOf(session).length, journal.takeLinesRead()]).toEqual([5, 0]);
  session.close();
});

test('only what was written meanwhile is read', async () => {
  const journal = createJournalDesktop('meanwhile');
  entriesOf(journal, 5);
  (await open(journal)).close();
  journal.takeLinesRead();
  journal.devices[0]?.append(addEntry('meanwhile'));
  const session = await open(journal);
  expect([textsOf(session).length, journal.takeLinesRead()]).toEqual([6, 1]);
  session.close();
});

test('a deleted database loses nothing and is rebuilt with progress', async () => {
  const journal = createJournalDesktop('deleted');
  entriesOf(journal, 2100);
  (await open(journal)).close();
  await Dexie.delete(databaseName(journal.opened().notebook));
  const seen: ReplayProgress[] = [];
  const session = await open(journal, (progress) => seen.push(progress));
  expect(textsOf(session).length).toBe(2100);
  expect(seen).toEqual([500, 1000, 1500, 2000].map((done) => ({ done, total: 2101 })));
  session.close();
});

test.each([
  ['its records have another shape', (applied: object) => ({ ...applied, version: 0 })],
  ['it lost an entry without a word', (applied: object) => ({ ...applied, entries: 99 })],
  [
    'it knows a line that the journal has not',
    (applied: object) => ({
      ...applied,
      heads: { ['k1-'.padEnd(35, '0')]: { seq: 1, hash: '', wall: 0 } },
    }),
  ],
  ['it is broken', () => ({})],
])('a database is dropped and rebuilt when %s', async (reason, change) => {
  const journal = createJournalDesktop(`dropped: ${reason}`);
  entriesOf(journal, 3);
  (await open(journal)).close();
  await changeMeta(journal, change);
  journal.takeLinesRead();
  const session = await open(journal);
  expect(journal.takeLinesRead()).toBe(4);
  expect(await session.readState()).toEqual(stateOf(journal));
  session.close();
});

test('lines of several devices come out in the order of the fold', async () => {
  const journal = createJournalDesktop('several', ['Aoki', 'Baba']);
  const [aoki, baba] = journal.devices;
  const added = aoki?.append(addEntry('first wording'));
  if (aoki === undefined || baba === undefined || added === undefined) throw new Error('no device');
  baba.read(aoki);
  baba.append(correctEntry(added.p.op.id, 'second wording'));
  aoki.append(addEntry('meanwhile'));
  const session = await open(journal);
  expect(await session.readState()).toEqual(stateOf(journal));
  session.close();
});

test('lines of another device that sort before what is applied lead to a rebuild', async () => {
  const journal = createJournalDesktop('another', ['Aoki', 'Baba']);
  const [aoki, baba] = journal.devices;
  entriesOf(journal, 5);
  const alone = { ...journal.opened(), heads: { [aoki?.feed ?? '']: [5, aoki?.lines[5]?.hash] } };
  const session = await NotebookSession.open({
    desktop: {
      ...journal.desktop,
      'notebook:lines': async () => ok({ lines: JSON.stringify(aoki?.lines), end: true }),
    },
    opened: alone as ReturnType<JournalDesktop['opened']>,
  });
  session.close();
  baba?.append(addEntry('written without knowing'));
  const merged = await open(journal);
  expect(await merged.readState()).toEqual(stateOf(journal));
  merged.close();
});

test('a line that is told twice is folded once, and a gap is closed from the journal', async () => {
  const journal = createJournalDesktop('told');
  entriesOf(journal, 2);
  const session = await open(journal);
  const first = journal.devices[0]?.append(addEntry('told twice'));
  journal.devices[0]?.append(addEntry('never told'));
  const last = journal.devices[0]?.append(addEntry('told after a gap'));
  if (first === undefined || last === undefined) throw new Error('nothing was written');
  journal.tell([first]);
  journal.tell([first]);
  journal.tell([last]);
  expect(await session.readState()).toEqual(stateOf(journal));
  expect(textsOf(session)).toEqual([
    'entry 0',
    'entry 1',
    'told twice',
    'never told',
    'told after a gap',
  ]);
  session.close();
});

test('a feed with lines that cannot be read shows all others, and goes on', async () => {
  const journal = createJournalDesktop('damaged');
  entriesOf(journal, 5);
  const [device] = journal.devices;
  const unreadable = device?.lines[2]?.hash;
  const rest = () => device?.lines.filter(({ hash }) => hash !== unreadable) ?? [];
  const session = await NotebookSession.open({
    desktop: {
      ...journal.desktop,
      'notebook:lines': async ({ after }) => {
        const lines = rest().filter(({ p }) => p.seq > (after[p.feed] ?? -1));
        return ok({ lines: JSON.stringify(lines), end: true });
      },
    },
    opened: journal.opened(),
  });
  expect(textsOf(session)).toEqual(['entry 0', 'entry 2', 'entry 3', 'entry 4']);
  expect(session.storageKind()).toBe('database');
  const line = device?.append(addEntry('later'));
  journal.tell(line ? [line] : []);
  expect(await session.readState()).toEqual(fold(rest()));
  session.close();
});

test('a feed whose numbers were tampered with opens all the same', async () => {
  const journal = createJournalDesktop('tampered');
  entriesOf(journal, 5);
  const lines = (journal.devices[0]?.lines ?? []).map((line) =>
    line.p.seq === 2 ? { ...line, p: { ...line.p, lam: 40 } } : line,
  );
  const session = await NotebookSession.open({
    desktop: {
      ...journal.desktop,
      'notebook:lines': async () => ok({ lines: JSON.stringify(lines), end: true }),
    },
    opened: journal.opened(),
  });
  expect(await session.readState()).toEqual(fold(lines));
  expect(session.savedHead()?.seq).toBe(5);
  session.close();
});

test('without the browser database the notebook opens in memory and follows the journal', async () => {
  const journal = createJournalDesktop('memory');
  entriesOf(journal, 3);
  const session = await NotebookSession.open({
    desktop: journal.desktop,
    opened: journal.opened(),
    openStorage: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
  });
  const line = journal.devices[0]?.append(addEntry('later'));
  journal.tell(line ? [line] : []);
  expect(await session.readState()).toEqual(stateOf(journal));
  expect(session.storageKind()).toBe('memory');
  session.close();
});

test('a database that fails while lines are followed is left, and every line stays on the screen', async () => {
  const journal = createJournalDesktop('fails later');
  entriesOf(journal, 3);
  let isFull = false;
  const session = await NotebookSession.open({
    desktop: journal.desktop,
    opened: journal.opened(),
    openStorage: async () => {
      if (isFull) throw new DOMException('no room', 'QuotaExceededError');
      const storage = createMemoryStorage();
      return {
        ...storage,
        kind: 'database',
        write: (changes, applied) =>
          isFull
            ? Promise.reject(new DOMException('no room', 'QuotaExceededError'))
            : storage.write(changes, applied),
      };
    },
  });
  isFull = true;
  const line = journal.devices[0]?.append(addEntry('on a full disk'));
  journal.tell(line ? [line] : []);
  await expect.poll(() => session.storageKind()).toBe('memory');
  expect(await session.readState()).toEqual(stateOf(journal));
  expect(textsOf(session).at(-1)).toBe('on a full disk');
  session.close();
});

test('a rebuilt notebook is shown before its database holds it, and what is closed early is read again', async () => {
  const journal = createJournalDesktop('behind');
  entriesOf(journal, 2100);
  const stored: number[] = [];
  const later: (() => void)[] = [];
  const session = await NotebookSession.open({
    desktop: journal.desktop,
    opened: journal.opened(),
    openStorage: async (notebook) => {
      const storage = await openDexieStorage(notebook);
      return {
        ...storage,
        write: async (changes, applied) => {
          if (stored.length > 0) await new Promise<void>((resolve) => later.push(resolve));
          stored.push(applied.entries);
          await storage.write(changes, applied);
        },
      };
    },
  });
  expect(textsOf(session).length).toBe(2100);
  expect(stored).toEqual([499]);
  expect(await session.readState()).toEqual(stateOf(journal));
  session.close();
  for (const go of later) go();
  journal.takeLinesRead();
  const again = await open(journal);
  expect(await again.readState()).toEqual(stateOf(journal));
  expect(journal.takeLinesRead()).toBeGreaterThan(1000);
  again.close();
});

test('a database that fails behind, and again when it is made anew, is done without', async () => {
  const journal = createJournalDesktop('fails behind');
  entriesOf(journal, 2100);
  let opened = 0;
  const session = await NotebookSession.open({
    desktop: journal.desktop,
    opened: journal.opened(),
    openStorage: async () => {
      opened += 1;
      const storage = createMemoryStorage();
      return {
        ...storage,
        kind: 'database',
        write: (changes, applied) =>
          applied.entries > 1000
            ? Promise.reject(new DOMException('no room', 'QuotaExceededError'))
            : storage.write(changes, applied),
      };
    },
  });
  await expect.poll(() => session.storageKind()).toBe('memory');
  expect(await session.readState()).toEqual(stateOf(journal));
  expect([textsOf(session).length, opened]).toEqual([2100, 3]);
  session.close();
});

test('a correction replaces the row and keeps its place in the list', async () => {
  const journal = createJournalDesktop('corrected');
  entriesOf(journal, 3);
  const session = await open(journal);
  const before = session.timeline.rows();
  const entry = before[1]?.id ?? '';
  const line = journal.devices[0]?.append(correctEntry(entry, 'corrected text'));
  journal.tell(line ? [line] : []);
  await session.readState();
  const rows = session.timeline.rows();
  expect(textsOf(session)).toEqual(['entry 0', 'corrected text', 'entry 2']);
  expect([rows[1]?.corrected, rows[0] === before[0], rows === before]).toEqual([true, true, false]);
  session.close();
});
