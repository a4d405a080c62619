import { expect, test } from 'vitest';
import { attackUse } from '#shared/application/attack-matrix.ts';
import { chainEntry } from '../domain/chain/chain-entries.ts';

const used = (name: string, ...ids: readonly string[]) =>
  chainEntry(name, '08:00', { techniques: ids.map((id) => ({ id, catalogue: '19.1' })) });

test('a technique stands under each of its tactics, with every entry once', () => {
  const { matrices, most, unknown } = attackUse([
    used('a', 'T1078', 'T1078'),
    used('b', 'T1078'),
    used('c', 'T0883'),
    used('d', 'T9999'),
  ]);
  expect(matrices.map(({ domain }) => domain)).toEqual(['enterprise-attack', 'ics-attack']);
  const under = matrices[0]?.tactics
    .filter(({ techniques }) => techniques.some(({ id }) => id === 'T1078'))
    .map(({ tactic }) => tactic.shortname);
  expect(under?.length).toBeGreaterThan(1);
  expect(under).toContain('initial-access');
  expect(most).toBe(2);
  expect(unknown.map(({ id }) => id)).toEqual(['T9999']);
});

test('what was judged untrue was not used', () => {
  const entry = used('a', 'T1078');
  const rejected = { ...entry, content: { ...entry.content, confidence: 'rejected' as const } };
  expect(attackUse([rejected])).toEqual({ matrices: [], unknown: [], most: 0 });
});
