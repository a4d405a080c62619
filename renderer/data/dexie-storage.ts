import Dexie, { type Table } from 'dexie';
import {
  type Collection,
  collections,
  type EntryRecord,
  type RecordChange,
  type Records,
} from '#shared/journal/records.ts';
import type { Applied, RecordStorage } from './record-storage.ts';

const recordsOfAPart = 2_000;
const appliedKey = 'applied';

/** The database of a notebook; it holds nothing that cannot be derived again from the journal. */
export function databaseName(notebook: string): string {
  return `kiroku-${notebook}`;
}

/** Opens (or makes) the database of a notebook. Rejects when the browser's storage fails. */
export async function openDexieStorage(notebook: string): Promise<RecordStorage> {
  // Relaxed durability: the journal is the truth, and a database that a crash set back is noticed.
  const database = new Dexie(databaseName(notebook), { chromeTransactionDurability: 'relaxed' });
  // No secondary index: they halve the speed of writing, and views keep their own order in memory.
  database.version(1).stores({
    meta: '&key',
    ...Object.fromEntries(collections.map((collection) => [collection, '&id'])),
  });
  await database.open();
  const tables = {
    meta: database.table<{ key: string; applied: Applied }, string>('meta'),
    of: <C extends Collection>(collection: C): Table<Records[C], string> =>
      database.table<Records[C], string>(collection),
  };
  return {
    kind: 'database',
    readApplied: async () => (await tables.meta.get(appliedKey))?.applied,
    read: (collection, id) => tables.of(collection).get(id),
    readAll: (collection) => tables.of(collection).toArray(),
    entryParts: () => partsOf(tables.of('entries')),
    readEntries: async (ids) => {
      const records = await tables.of('entries').bulkGet([...ids]);
      return records.filter((record) => record !== undefined);
    },
    write: (changes, applied) => {
      const touched = new Set(changes.map(({ collection }) => collection));
      return database.transaction('rw', ['meta', ...touched], async () => {
        await Promise.all([
          ...writeChanges(tables.of, changes),
          tables.meta.put({ key: appliedKey, applied }),
        ]);
      });
    },
    close: () => database.close(),
  };
}

/** Deletes the database of a notebook; missing is fine. */
export async function deleteDexieStorage(notebook: string): Promise<void> {
  await Dexie.delete(databaseName(notebook));
}

/** The part after this one is read while this one is taken in. */
async function* partsOf(
  table: Table<EntryRecord, string>,
): AsyncGenerator<readonly EntryRecord[], void> {
  let part = await table.limit(recordsOfAPart).toArray();
  for (;;) {
    const last = part.at(-1);
    if (last === undefined) return;
    const coming = table.where('id').above(last.id).limit(recordsOfAPart).toArray();
    // Met below, unless whoever takes them in has given up.
    coming.catch(() => {});
    yield part;
    part = await coming;
  }
}

type TableOf = <C extends Collection>(collection: C) => Table<Records[C], string>;

function writeChanges(tableOf: TableOf, changes: readonly RecordChange[]): Promise<unknown>[] {
  const last = new Map<Collection, Map<string, Records[Collection]>>();
  for (const { collection, record } of changes) {
    const records = last.get(collection) ?? new Map<string, Records[Collection]>();
    last.set(collection, records.set(record.id, record));
  }
  return [...last].map(([collection, records]) => {
    const table: Table<Records[Collection], string> = tableOf(collection);
    return table.bulkPut([...records.values()]);
  });
}
