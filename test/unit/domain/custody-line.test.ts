import { describe, expect, test } from 'vitest';
import {
  custodyInOrder,
  type CustodyDoubt,
  type CustodyEntry,
  doubtsOfCustody,
} from '#shared/domain/custody-line.ts';
import type { CustodyEvent } from '#shared/domain/evidence.ts';
import { entryTimeAt } from '#shared/domain/time/entry-time.ts';
import { testId } from '../../fixtures/test-device.ts';

const day = Date.parse('2026-03-02T00:00:00Z');
const hour = 3_600_000;

function entry(
  op: string,
  hours: number,
  event: Partial<CustodyEvent> & Pick<CustodyEvent, 'action'>,
): CustodyEntry {
  const empty = { from: '', to: '', place: '', purpose: '', note: '' };
  return { op, wall: day + hours * hour, event: { evidence: testId('item'), ...empty, ...event } };
}

const kinds = (custody: readonly CustodyEntry[]): readonly CustodyDoubt['kind'][] =>
  doubtsOfCustody(custody).map(({ kind }) => kind);

const collected = entry('a', 1, { action: 'collected', to: 'Aoki', seal: 'S-1' });

describe('an item whose custody is whole', () => {
  test('raises no doubt', () => {
    expect(
      kinds([
        collected,
        entry('b', 2, {
          action: 'transferred',
          from: 'AOKI ',
          to: 'Baba',
          sealState: 'intact',
          seal: 'S-1',
        }),
        entry('c', 3, { action: 'stored', from: 'Baba', to: 'Safe 2' }),
        entry('d', 4, { action: 'accessed' }),
        entry('e', 5, { action: 'copied', hash: 'same' }),
        entry('f', 6, { action: 'transferred', from: 'Safe 2', to: 'Chiba', delivery: 'courier' }),
        entry('g', 9, { action: 'received', to: 'Chiba' }),
        entry('h', 10, { action: 'returned', from: 'Chiba', to: 'Owner' }),
      ]),
    ).toEqual([]);
  });

  test('raises none when nothing is recorded', () => expect(kinds([])).toEqual([]));
});

describe('doubt is raised when', () => {
  test.each<[string, readonly CustodyEntry[], readonly CustodyDoubt['kind'][]]>([
    [
      'nobody says how it came',
      [entry('a', 1, { action: 'stored', to: 'Safe' })],
      ['no-beginning'],
    ],
    [
      'a party is not named',
      [collected, entry('b', 2, { action: 'transferred', from: 'Aoki' })],
      ['unnamed-party'],
    ],
    [
      'it is handed over by somebody who did not have it',
      [collected, entry('b', 2, { action: 'transferred', from: 'Chiba', to: 'Doi' })],
      ['holder-differs'],
    ],
    [
      'it was sent and never arrived',
      [
        collected,
        entry('b', 2, { action: 'transferred', from: 'Aoki', to: 'Baba', delivery: 'post' }),
        entry('c', 3, { action: 'received', from: 'Aoki', to: 'Chiba' }),
      ],
      ['not-received', 'holder-differs'],
    ],
    [
      'something happens after it was disposed of',
      [collected, entry('b', 2, { action: 'disposed' }), entry('c', 3, { action: 'copied' })],
      ['after-its-end'],
    ],
    [
      'the seal was broken',
      [collected, entry('b', 2, { action: 'accessed', sealState: 'broken' })],
      ['seal-broken'],
    ],
    [
      'the seal is gone',
      [collected, entry('b', 2, { action: 'accessed', sealState: 'none' })],
      ['seal-gone'],
    ],
    [
      'an intact seal has another number',
      [collected, entry('b', 2, { action: 'accessed', sealState: 'intact', seal: 'S-9' })],
      ['seal-differs'],
    ],
    [
      'a hash differs',
      [collected, entry('b', 2, { action: 'copied', hash: 'differs' })],
      ['hash-differs'],
    ],
  ])('%s', (_, custody, expected) => expect(kinds(custody)).toEqual(expected));

  test('it is said to have happened after it was written down', () => {
    const at = entryTimeAt(day + 5 * hour, 'UTC');
    expect(kinds([entry('a', 1, { action: 'collected', to: 'Aoki', at })])).toEqual([
      'in-the-future',
    ]);
  });
});

test('what was written down late stands where it happened', () => {
  const late = entry('late', 8, {
    action: 'stored',
    to: 'Safe',
    at: entryTimeAt(day + 2 * hour, 'UTC'),
  });
  const ops = custodyInOrder([collected, entry('b', 3, { action: 'accessed' }), late]).map(
    ({ op }) => op,
  );
  expect(ops).toEqual(['a', 'late', 'b']);
});

test('it comes back after it was returned', () => {
  expect(
    kinds([
      collected,
      entry('b', 2, { action: 'returned', from: 'Aoki', to: 'Owner' }),
      entry('c', 3, { action: 'received', from: 'Owner', to: 'Aoki' }),
      entry('d', 4, { action: 'copied' }),
    ]),
  ).toEqual([]);
});
