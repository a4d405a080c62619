import { emptyState, readerOf } from '#shared/journal/fold.ts';
import type { Collection, Records } from '#shared/journal/records.ts';
import type { Applied, RecordStorage } from './record-storage.ts';

/** Records in memory: what a notebook opens with when the browser's database does not work. */
export function createMemoryStorage(): RecordStorage {
  const state = emptyState();
  let applied: Applied | undefined;
  return {
    kind: 'memory',
    readApplied: () => Promise.resolve(applied),
    read: (collection, id) => Promise.resolve(readerOf(state).get(collection, id)),
    readAll: <C extends Collection>(collection: C) =>
      Promise.resolve([...state[collection].values()] as Records[C][]),
    entryParts: async function* () {
      yield [...state.entries.values()];
    },
    readEntries: (ids) => Promise.resolve(ids.flatMap((id) => state.entries.get(id) ?? [])),
    write: (changes, next) => {
      for (const { collection, record } of changes)
        (state[collection] as Map<string, typeof record>).set(record.id, record);
      applied = next;
      return Promise.resolve();
    },
    close: () => {},
  };
}
