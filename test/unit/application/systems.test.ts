import { describe, expect, test } from 'vitest';
import { boardOfState } from '#shared/application/status-board.ts';
import { setOnRegister, unregisteredNames } from '#shared/application/systems.ts';
import { wordStatusBoard } from '#shared/i18n/word-status.ts';
import { createTestDevice, testId } from '../../fixtures/test-device.ts';
import { sampleOf } from '../report/sample-notebooks.ts';
import { inMemoryJournal } from './in-memory-journal.ts';

const notebook = testId('systems');
const id = (name: string): string => testId('systems', name);
const proven = {
  collected: 'memory image',
  examined: 'autostarts, logons',
  by: 'Aoki',
  found: 'nothing' as const,
};
const reasons = { because: 'Seen in the log.', entries: [] };

describe('a state on the register', () => {
  test.each([
    [undefined, 'not-collected'],
    [{ ...proven, collected: '  ' }, 'not-collected'],
    [{ ...proven, examined: '' }, 'not-examined'],
    [{ ...proven, by: '' }, 'nobody'],
    [{ ...proven, found: 'something' as const }, 'something-found'],
  ])('is not "clear" with %j', async (examination, gap) => {
    const writing = inMemoryJournal();
    const state = { value: 'cleared' as const, ...reasons, ...(examination && { examination }) };
    const saved = await setOnRegister(writing, {
      register: 'asset',
      fields: { name: 'pacs01', state },
    });
    expect(saved).toEqual({ ok: false, error: { kind: 'not-clear', gap } });
  });

  test('is clear with everything that was looked at', async () => {
    const writing = inMemoryJournal();
    const fields = { name: 'pacs01', state: { value: 'cleared', ...reasons, examination: proven } };
    const saved = await setOnRegister(writing, { register: 'asset', fields } as never);
    expect(saved.ok).toBe(true);
    expect(boardOfState(writing.state()).systems).toMatchObject([
      { name: 'pacs01', group: 'clear' },
    ]);
  });

  test('says why, or cites an entry; "not looked at" needs no reason', async () => {
    const writing = inMemoryJournal();
    const set = (state: object) =>
      setOnRegister(writing, { register: 'account', id: id('a'), fields: { state } } as never);
    const silent = { value: 'disabled', because: ' ', entries: [] };
    expect(await set(silent)).toEqual({ ok: false, error: { kind: 'reason-missing' } });
    expect((await set({ ...silent, entries: [id('entry')] })).ok).toBe(true);
    expect((await set({ ...silent, value: 'unknown' })).ok).toBe(true);
  });

  test('needs a name that nothing else has', async () => {
    const writing = inMemoryJournal();
    const add = (name: string) =>
      setOnRegister(writing, { register: 'asset', fields: { name } }, ['PACS01']);
    expect(await add(' ')).toMatchObject({ error: { kind: 'name-missing' } });
    expect(await add('ｐａｃｓ01')).toMatchObject({ error: { kind: 'name-taken' } });
    expect((await add('pacs02')).ok).toBe(true);
  });
});

describe('the status board', () => {
  const desk = createTestDevice(notebook, 'desk');
  const system = (name: string, fields: object) =>
    desk.append({ t: 'asset.set', asset: id(name), fields: { name, ...fields } });
  const account = (name: string, state: object) =>
    desk.append({ t: 'account.set', account: id(name), fields: { name, state } });
  system('never', {});
  system('open', { state: { value: 'compromised', ...reasons, at: '2024-03-01T05:02:00Z' } });
  system('key', { state: { value: 'compromised', ...reasons }, keyAsset: true });
  system('said-clear', { state: { value: 'cleared', ...reasons } });
  system('held', { state: { value: 'contained', ...reasons } });
  system('theirs', { state: { value: 'compromised', ...reasons }, adversary: true });
  system('gone', { removal: { removed: true, reason: 'Twice.' } });
  account('reset', { value: 'reset', ...reasons });
  account('revoked', { value: 'reset', ...reasons, tokensRevoked: true });
  desk.append({
    t: 'service.set',
    service: id('second'),
    fields: { name: 'Second', order: 2, systems: [id('open'), id('held')] },
  });
  desk.append({
    t: 'service.set',
    service: id('first'),
    fields: { name: 'First', order: 1, state: { value: 'stopped', ...reasons } },
  });
  const board = boardOfState(sampleOf([desk]).state);

  test('puts what is open first, and never takes silence for safety', () => {
    expect(board.systems.map(({ name, group }) => [name, group])).toEqual([
      ['key', 'open'],
      ['open', 'open'],
      ['said-clear', 'unproven'],
      ['never', 'unknown'],
      ['held', 'contained'],
    ]);
    expect(board.accounts.map(({ name, group }) => [name, group])).toEqual([
      ['reset', 'partly'],
      ['revoked', 'contained'],
    ]);
    expect(board.services.map(({ name, waitsFor }) => [name, waitsFor])).toEqual([
      ['First', []],
      ['Second', ['open']],
    ]);
  });

  test.each([
    ['en', 'Not contained: 2', 'open: Compromised since', '“Not looked at” does not mean clear.'],
    ['ja', '封じ込めていない：2件', 'から侵害あり', '「未確認」は「問題なし」ではありません。'],
  ] as const)('can be read out (%s)', (language, group, line, warning) => {
    const reading = { language, title: 'Ward three', nowMs: 1_709_270_000_000, zone: 'Asia/Tokyo' };
    const text = wordStatusBoard(board, reading);
    expect(text.split('\n')[0]).toContain('Ward three');
    for (const said of [group, line, warning, 'First', 'Second']) expect(text).toContain(said);
    expect(text).not.toContain('theirs');
    expect(text.indexOf('key')).toBeLessThan(text.indexOf('held'));
  });

  test('shows the worse of two states that people wrote without reading each other', () => {
    const one = createTestDevice(notebook, 'one');
    one.append({ t: 'asset.set', asset: id('x'), fields: { name: 'x' } });
    const other = createTestDevice(notebook, 'other');
    other.read(one);
    const state = (value: string) => ({
      t: 'asset.set',
      asset: id('x'),
      fields: { state: { value, ...reasons } },
    });
    one.append(state('compromised'));
    other.append(state('contained'));
    const { systems } = boardOfState(sampleOf([one, other]).state);
    expect(systems).toMatchObject([{ group: 'open', disputed: true }]);
  });
});

test('names in entries that no register knows, the most used first, whatever their case', () => {
  expect(unregisteredNames(['ws07', 'PACS01', 'dc01', 'DC01', 'ws07', 'WS07'], ['pacs01'])).toEqual(
    [
      { name: 'ws07', count: 3 },
      { name: 'dc01', count: 2 },
    ],
  );
});
