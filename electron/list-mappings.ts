import * as z from 'zod/mini';
import type { ListColumns, ListKind } from '#shared/import/lists/list-mapping.ts';
import { readStoredJson, writeStoredJson } from './stored-json.ts';
import { createWriteQueue } from './write-queue.ts';

/** As it was kept; whoever reads with it parses it first. */
export type StoredMapping = {
  readonly as: ListKind;
  readonly columns: Readonly<Record<string, string>>;
};

/** How lists were read that this user took in, so that the next one with the same columns is read alike. */
export type ListMappings = {
  /** For a list with these columns, in any order; undefined when none was taken in. */
  readonly find: (names: readonly string[]) => Promise<StoredMapping | undefined>;
  readonly keep: (mapping: {
    readonly as: ListKind;
    readonly columns: ListColumns;
  }) => Promise<void>;
};

const mostKept = 100;

const storedSchema = z.array(
  z.object({
    as: z.enum(['indicators', 'systems', 'accounts']),
    // What a column may mean is asked of each reading: a meaning that is no more is a note.
    columns: z.record(z.string(), z.string()),
  }),
);
type Stored = z.infer<typeof storedSchema>;

/** Mappings in a JSON file of the user-data folder; a disk that does not take them is reported, and nothing else. */
export function openListMappings(
  file: string,
  onUnsaved: (error: unknown) => void,
): ListMappings & { readonly settled: () => Promise<void> } {
  const queue = createWriteQueue();
  let loaded: Promise<Stored> | undefined;
  const load = () =>
    (loaded ??= readStoredJson(file, storedSchema).then(({ value }) => value ?? []));
  return {
    find: async (names) => {
      const wanted = signature(names);
      return (await load()).find(({ columns }) => signature(Object.keys(columns)) === wanted);
    },
    keep: async ({ as, columns }) => {
      const key = signature(Object.keys(columns));
      const others = (await load()).filter((one) => signature(Object.keys(one.columns)) !== key);
      const next: Stored = [{ as, columns: { ...columns } }, ...others].slice(0, mostKept);
      loaded = Promise.resolve(next);
      try {
        await queue.run(() => writeStoredJson(file, next));
      } catch (error) {
        onUnsaved(error);
      }
    },
    settled: queue.settled,
  };
}

function signature(names: readonly string[]): string {
  return JSON.stringify(names.toSorted());
}
