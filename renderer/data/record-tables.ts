import {
  type Collection,
  collections,
  type RecordChange,
  type Records,
} from '#shared/journal/records.ts';

/** Collections that are small enough to lie in memory as a whole: all but the entries. */
export type SmallCollection = Exclude<Collection, 'entries'>;
export const smallCollections = collections.filter(
  (collection): collection is SmallCollection => collection !== 'entries',
);

type Table = {
  readonly records: Map<string, Records[SmallCollection]>;
  readonly listeners: Set<() => void>;
  list: readonly Records[SmallCollection][] | undefined;
};

/** The small collections in memory, with listeners for each. */
export class RecordTables {
  readonly #tables = new Map<SmallCollection, Table>(
    smallCollections.map((collection) => [
      collection,
      { records: new Map(), listeners: new Set(), list: undefined },
    ]),
  );

  get<C extends SmallCollection>(collection: C, id: string): Records[C] | undefined {
    return this.#table(collection).records.get(id) as Records[C] | undefined;
  }

  /** In the order in which they first appeared; the same array until one changes. */
  list<C extends SmallCollection>(collection: C): readonly Records[C][] {
    const table = this.#table(collection);
    table.list ??= [...table.records.values()].toSorted((a, b) => placeOf(a) - placeOf(b));
    return table.list as readonly Records[C][];
  }

  subscribe(collection: SmallCollection, listener: () => void): () => void {
    const { listeners } = this.#table(collection);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  apply(changes: readonly RecordChange[]): void {
    const changed = new Set<Table>();
    for (const { collection, record } of changes) {
      if (collection === 'entries') continue;
      const table = this.#table(collection);
      table.records.set(record.id, record);
      table.list = undefined;
      changed.add(table);
    }
    for (const table of changed) for (const listener of table.listeners) listener();
  }

  clear(): void {
    for (const table of this.#tables.values()) {
      table.records.clear();
      table.list = undefined;
    }
  }

  #table(collection: SmallCollection): Table {
    const table = this.#tables.get(collection);
    if (table === undefined) throw new Error(`no table for ${collection}`);
    return table;
  }
}

/** Lamport number of the line that added a record; feeds and the incident have no place of their own. */
function placeOf(record: Records[SmallCollection]): number {
  return 'origin' in record ? (record.origin?.lam ?? 0) : 0;
}
