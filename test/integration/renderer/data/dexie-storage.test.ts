import { expect, onTestFinished, test } from 'vitest';
import type { EntryRecord } from '#shared/journal/records.ts';
import { deleteDexieStorage, openDexieStorage } from '../../../../renderer/data/dexie-storage.ts';
import { nothingApplied } from '../../../../renderer/data/fold-lines.ts';

// Storing does not look into an entry: its id is all that a part is cut by.
const recordOf = (number: number) =>
  ({ id: ((number * 7_919) % 100_003).toString(16).padStart(32, '0') }) as EntryRecord;

test.each([0, 1, 1_999, 2_000, 2_001, 4_500])('reads all of %i entries in parts', async (count) => {
  const name = count.toString(16).padStart(32, '0');
  const storage = await openDexieStorage(name);
  onTestFinished(async () => {
    storage.close();
    await deleteDexieStorage(name);
  });
  const records = Array.from({ length: count }, (_, number) => recordOf(number));
  const changes = records.map((record) => ({ collection: 'entries' as const, record }));
  await storage.write(changes, nothingApplied);
  const read: string[] = [];
  for await (const part of storage.entryParts()) {
    expect(part.length).toBeLessThanOrEqual(2_000);
    read.push(...part.map(({ id }) => id));
  }
  expect(read.toSorted()).toEqual(records.map(({ id }) => id).toSorted());
});
