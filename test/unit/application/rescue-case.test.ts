import { expect, test } from 'vitest';
import { writeRescuedCase } from '#shared/application/rescue-case.ts';
import type { Writing } from '#shared/application/ports.ts';
import { err } from '#shared/lib/result.ts';
import { readIris } from '#shared/import/rescue/iris.ts';
import { inMemoryJournal } from './in-memory-journal.ts';

const evidence = 'e'.repeat(32);
const rescued = readIris(
  {
    case: { name: 'VPN' },
    timeline: [
      {
        event_title: 'Logon',
        event_date: '2024-03-01T00:00:00Z',
        event_tags: 'T1078',
        iocs: [{ ioc_value: '198.51.100.7' }],
      },
    ],
    assets: [
      { asset_name: 'PC1', type: 'Server' },
      { asset_name: 'bob', type: 'Account' },
    ],
    tasks: [{ task_title: 'Image', task_status: 'Done' }],
  },
  {},
);

test('writes entries, systems, accounts, indicators and actions in this order, citing the file', async () => {
  const journal = inMemoryJournal();
  const written = await writeRescuedCase(journal, rescued, { evidence });
  expect(written).toEqual({
    ok: true,
    value: { entries: 2, systems: 1, accounts: 1, indicators: 1, actions: 1 },
  });
  expect(journal.operations.map(({ t }) => t)).toEqual([
    'entry.add',
    'entry.add',
    'asset.set',
    'account.set',
    'indicator.set',
    'action.set',
  ]);
  expect(journal.operations[1]).toMatchObject({
    evidence: [evidence],
    techniques: [{ id: 'T1078', catalogue: expect.stringMatching(/\d/) }],
  });
  expect(journal.operations[4]).toMatchObject({ fields: { entries: [journal.operations[1]?.id] } });
});

test('cites nothing when the file is not evidence', async () => {
  const journal = inMemoryJournal();
  await writeRescuedCase(journal, rescued);
  expect(journal.operations[0]).toMatchObject({ evidence: [] });
});

test('says how far it got when a line cannot be written', async () => {
  const written = await writeRescuedCase(inMemoryJournal({ kind: 'disk-full' }), rescued, {
    evidence,
  });
  expect(written).toMatchObject({
    ok: false,
    error: { kind: 'rescue-stopped', because: { kind: 'disk-full' }, written: 0, of: 6 },
  });
});

test('goes on with what was not written, and writes nothing twice', async () => {
  const journal = inMemoryJournal();
  const tooMany = 3;
  const full: Writing['journal'] = {
    append: async (operation) =>
      journal.operations.length >= tooMany
        ? err({ kind: 'disk-full' })
        : journal.journal.append(operation),
  };
  const stopped = await writeRescuedCase({ ...journal, journal: full }, rescued);
  if (stopped.ok) throw new Error('the disk was full');
  const { written, of, rest } = stopped.error;
  expect([written, of, rest.operations.length]).toEqual([3, 6, 3]);
  const told: (readonly [number, number])[] = [];
  const onProgress = (...numbers: [number, number]) => told.push(numbers);
  const finished = await writeRescuedCase(journal, rescued, { rest, onProgress });
  expect(finished).toMatchObject({ ok: true, value: { entries: 2, actions: 1 } });
  expect(told).toEqual([[6, 6]]);
  expect(journal.operations).toHaveLength(6);
  expect(new Set(journal.operations.map(({ id }) => id)).size).toBe(6);
});
