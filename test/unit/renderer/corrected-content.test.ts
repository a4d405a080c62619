import { expect, test } from 'vitest';
import { formOf, readForm } from '../../../renderer/features/entry-detail/corrected-content.ts';
import { err, ok } from '#shared/lib/result.ts';
import { entryContent } from '../../fixtures/test-operations.ts';

const context = { nowMs: Date.parse('2026-01-05T06:00:00Z'), zone: 'Asia/Tokyo' };
const before = entryContent('VPN account used', {
  techniques: [{ id: 'T1133', catalogue: '18.1' }],
  hosts: ['pacs, old'],
  tags: ['vpn'],
});
const form = formOf(before, context.zone);

test('a form that was not touched changes nothing, not even a name with a comma', () => {
  expect(readForm(form, before, context)).toEqual(err({ kind: 'nothing-changed' }));
});

test('only what was touched is written anew', () => {
  expect(readForm({ ...form, text: 'VPN account misused' }, before, context)).toEqual(
    ok({ ...before, text: 'VPN account misused' }),
  );
});

test('a correction takes an entry off no intrusion path', () => {
  const on = { ...before, paths: ['0'.repeat(32)] };
  const read = readForm({ ...form, text: 'VPN account misused' }, on, context);
  expect(read.ok && read.value.paths).toEqual(on.paths);
});

test('a new technique carries the catalogue of today, an old one keeps its own', () => {
  const read = readForm({ ...form, techniques: 'T1133、t1486' }, before, context);
  expect(read.ok && read.value.techniques).toEqual([
    { id: 'T1133', catalogue: '18.1' },
    { id: 'T1486', catalogue: expect.stringMatching(/^\d+\.\d+$/) },
  ]);
});

test('tags lose their sign and double names', () => {
  const read = readForm({ ...form, tags: '#vpn、＃横展開, vpn' }, before, context);
  expect(read.ok && read.value.tags).toEqual(['vpn', '横展開']);
});

test('a corrected time is read like the entry line reads it', () => {
  const read = readForm({ ...form, time: '~13:30±20m' }, before, context);
  expect(read.ok && read.value.at).toMatchObject({
    utc: '2026-01-05T04:30:00Z',
    text: '~13:30±20m',
    plusMinusMs: 1_200_000,
  });
});

test.each([
  [{ text: ' ' }, { kind: 'no-text' }],
  [{ time: 'sometime' }, { kind: 'bad-time' }],
  [{ techniques: 'T9999' }, { kind: 'unknown-technique', id: 'T9999' }],
])('%j is asked about', (change, problem) => {
  expect(readForm({ ...form, ...change }, before, context)).toEqual(err(problem));
});

test('every other field is read, and what is emptied is not there any more', () => {
  const full = entryContent('VPN account used', {
    accounts: ['svc_backup'],
    basis: 'fact',
    logSource: 'vpn',
    source: 'a'.repeat(32),
    noticed: before.at,
    links: [{ type: 'caused', entry: 'b'.repeat(32) }],
    rows: [
      {
        source: 'a'.repeat(32),
        evidence: 'c'.repeat(32),
        line: 7,
        sha256: '0'.repeat(64),
        text: 'x',
      },
    ],
  });
  const shown = formOf(full, context.zone);
  expect(readForm(shown, full, context)).toEqual(err({ kind: 'nothing-changed' }));
  const emptied = {
    ...shown,
    accounts: '',
    basis: '' as const,
    logSource: '',
    source: '',
    noticed: '',
    links: [],
  };
  const { rows } = full;
  expect(readForm(emptied, full, context)).toEqual(
    ok(entryContent('VPN account used', rows && { rows })),
  );
  expect(readForm({ ...shown, accounts: '&jdoe、＆svc' }, full, context)).toMatchObject({
    value: { accounts: ['jdoe', 'svc'] },
  });
  expect(readForm({ ...shown, noticed: '15:10' }, full, context)).toMatchObject({
    value: { noticed: { utc: '2026-01-05T06:10:00Z' } },
  });
  expect(readForm({ ...shown, noticed: '15:77' }, full, context)).toEqual(
    err({ kind: 'bad-noticed' }),
  );
});
