import { expect, test } from 'vitest';
import {
  removeFilter,
  renameFilter,
  saveFilter,
  savedFilters,
} from '#shared/application/saved-filters.ts';
import { inMemoryJournal } from './in-memory-journal.ts';

function standing(writing: ReturnType<typeof inMemoryJournal>) {
  return savedFilters(writing.state().filters.values());
}

test('a filter is saved by name, and written anew under the same name', async () => {
  const writing = inMemoryJournal();
  await saveFilter(writing, [], { name: ' VPN ', filter: { text: 'vpn' } });
  await saveFilter(writing, standing(writing), { name: 'Stars', filter: { starred: true } });
  await saveFilter(writing, standing(writing), { name: 'VPN', filter: { tags: ['vpn'] } });
  expect(standing(writing).map(({ name, filter }) => ({ name, filter }))).toEqual([
    { name: 'VPN', filter: { tags: ['vpn'] } },
    { name: 'Stars', filter: { starred: true } },
  ]);
});

test('a filter gets another name and is taken off the list', async () => {
  const writing = inMemoryJournal();
  await saveFilter(writing, [], { name: 'VPN', filter: { text: 'vpn' } });
  const id = standing(writing)[0]?.id ?? '';
  await renameFilter(writing, id, 'Remote access');
  expect(standing(writing)).toEqual([{ id, name: 'Remote access', filter: { text: 'vpn' } }]);
  await removeFilter(writing, id, 'no longer needed');
  expect(standing(writing)).toEqual([]);
});

test('a name is needed', async () => {
  const writing = inMemoryJournal();
  const saved = await saveFilter(writing, [], { name: '  ', filter: {} });
  expect(saved).toEqual({ ok: false, error: { kind: 'name-missing' } });
  expect(await renameFilter(writing, '0'.repeat(32), '')).toEqual(saved);
  expect(writing.operations).toEqual([]);
});
