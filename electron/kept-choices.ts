import * as z from 'zod/mini';
import { readStoredJson, writeStoredJson } from './stored-json.ts';
import { createWriteQueue } from './write-queue.ts';

/** What a user chose for files with certain columns, so that the next one with the same is read alike. */
export type KeptChoices<Choice> = {
  /** For a file with these columns, in any order; undefined when none was taken in. */
  readonly find: (names: readonly string[]) => Promise<Choice | undefined>;
  /** Takes the place of what was kept for the same columns; the oldest of too many is forgotten. */
  readonly keep: (choice: Choice) => Promise<void>;
};

const mostKept = 100;

type Kept<Choice> = {
  readonly schema: z.ZodMiniType<Choice>;
  readonly namesOf: (choice: Choice) => readonly string[];
  readonly onUnsaved: (error: unknown) => void;
};

/** Choices in a JSON file of the user-data folder; a disk that does not take them is reported, and nothing else. */
export function openKeptChoices<Choice>(
  file: string,
  { schema, namesOf, onUnsaved }: Kept<Choice>,
): KeptChoices<Choice> & { readonly settled: () => Promise<void> } {
  const queue = createWriteQueue();
  const signatureOf = (choice: Choice) => signature(namesOf(choice));
  let loaded: Promise<readonly Choice[]> | undefined;
  const load = () =>
    (loaded ??= readStoredJson(file, z.array(schema)).then(({ value }) => value ?? []));
  return {
    find: async (names) => {
      const wanted = signature(names);
      return (await load()).find((one) => signatureOf(one) === wanted);
    },
    keep: async (choice) => {
      // Of what the caller has at hand only the choice: the rest is of that one file.
      const kept = z.parse(schema, choice);
      const key = signatureOf(kept);
      const others = (await load()).filter((one) => signatureOf(one) !== key);
      const next = [kept, ...others].slice(0, mostKept);
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
