import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openListMappings } from '../../../electron/list-mappings.ts';

let folder: string | undefined;
afterEach(() => folder && rm(folder, { recursive: true, force: true }));

test('of what was at hand only the choice is kept, before and after a restart', async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kiroku-kept-'));
  const file = path.join(folder, 'list-mappings.json');
  const choice = { as: 'indicators', columns: { IOC: 'value', Comment: 'note' } } as const;
  const list = { ...choice, names: ['IOC', 'Comment'], samples: [['evil.example'], ['seen']] };
  const onUnsaved = (error: unknown) => expect.fail(String(error));
  const first = openListMappings(file, onUnsaved);
  await first.keep(list);
  await first.settled();
  expect(await first.find(['Comment', 'IOC'])).toEqual(choice);
  expect(await readFile(file, 'utf8')).not.toContain('evil.example');
  const second = openListMappings(file, onUnsaved);
  expect(await second.find(['IOC', 'Comment'])).toEqual(choice);
  expect(await second.find(['IOC'])).toBeUndefined();
});
