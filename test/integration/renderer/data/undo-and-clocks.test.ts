import { expect, test } from 'vitest';
import { toUtcText } from '#shared/domain/time/entry-time.ts';
import { addEntry } from '../../../fixtures/test-operations.ts';
import { testId } from '../../../fixtures/test-device.ts';
import { createFakeDesktop } from '../evidence/fake-desktop.ts';

const minute = (at: number) => ({
  utc: toUtcText(Date.UTC(2026, 0, 5, 3, at), 'minute'),
  text: '',
  zone: 'UTC',
  precision: 'minute' as const,
  plusMinusMs: 0,
  untilUtc: null,
  relation: 'at' as const,
});
const source = testId('camera');
const clock = (aheadMs: number) => ({
  t: 'source.clock',
  source,
  aheadMs,
  plusMinusMs: 0,
  measuredAt: null,
  how: '',
});

test('a source whose clock is measured anew moves its entries, and only them', async () => {
  const fake = createFakeDesktop([
    addEntry('door', { at: minute(20), source }),
    addEntry('logon', { at: minute(10) }),
    { t: 'source.add', id: source, name: 'camera' },
  ]);
  const session = await fake.openSession();
  const texts = () => session.timeline.rows().map(({ content }) => content.text);
  const settled = () => session.readState();
  expect(texts()).toEqual(['logon', 'door']);
  const logon = session.timeline.rows()[0];
  fake.write(clock(15 * 60_000));
  await settled();
  expect(texts()).toEqual(['door', 'logon']);
  expect(session.timeline.rows()[0]).toMatchObject({
    at: { utc: '2026-01-05T03:05:00Z' },
    content: { at: { utc: '2026-01-05T03:20:00Z' } },
  });
  expect(session.timeline.rows()[1]).toBe(logon);
  fake.write(clock(0));
  await settled();
  expect(texts()).toEqual(['logon', 'door']);
});

test('an entry that comes after its source’s clock stands in its true place at once', async () => {
  const fake = createFakeDesktop([
    { t: 'source.add', id: source, name: 'camera' },
    clock(15 * 60_000),
    addEntry('logon', { at: minute(10) }),
    addEntry('door', { at: minute(20), source }),
  ]);
  const session = await fake.openSession();
  expect(session.timeline.rows().map(({ content }) => content.text)).toEqual(['door', 'logon']);
});

test('what was written here is remembered for undo, what others wrote is not', async () => {
  const fake = createFakeDesktop([]);
  const session = await fake.openSession();
  fake.write(addEntry('by somebody else'));
  expect(session.undoHistory.next('undo')).toBeUndefined();
  const add = { ...addEntry('mine'), id: testId('mine') } as Parameters<typeof session.append>[0];
  await session.append(add);
  expect(session.undoHistory.next('undo')?.operation).toBe(add);
  const withdraw = {
    t: 'entry.withdraw',
    id: testId('w'),
    entry: add.id,
    reason: 'Undone',
  } as const;
  await session.append(withdraw, 'undo');
  expect(session.undoHistory.next('undo')).toBeUndefined();
  expect(session.undoHistory.next('redo')?.operation).toBe(withdraw);
  const restore = {
    t: 'entry.restore',
    id: testId('r'),
    entry: add.id,
    reason: 'Done again',
  } as const;
  await session.append(restore, 'redo');
  expect(session.undoHistory.next('redo')).toBeUndefined();
  expect(session.undoHistory.next('undo')?.operation).toBe(restore);
  fake.refuseAppend({ kind: 'disk-full' });
  await session.append({ ...withdraw, id: testId('x') });
  expect(session.undoHistory.next('undo')?.operation).toBe(restore);
});
