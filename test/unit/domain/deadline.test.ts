import { describe, expect, test } from 'vitest';
import {
  byUrgency,
  type Deadline,
  type Limit,
  reckonDeadline,
  standingDeadline,
} from '#shared/domain/deadline.ts';
import { entryTimeAt } from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';

const zone = 'Asia/Tokyo';
const nowMs = Date.parse('2026-01-10T00:00:00Z');
const knownAt = entryTimeAt(Date.parse('2026-01-05T03:00:00Z'), zone);

function due(limit: Limit | null, more: Partial<Deadline> = {}, at = knownAt, inZone = zone) {
  const deadline: Deadline = { id: '1'.repeat(32), name: 'x', milestone: 'known', limit, ...more };
  const reckoned = reckonDeadline(deadline, (id) => (id === 'known' ? at : undefined), {
    zone: inZone,
    nowMs,
  });
  const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());
  return { ...reckoned, due: iso(reckoned.dueMs), early: iso(reckoned.earlyMs) };
}

describe('a deadline', () => {
  test('counts hours from the instant', () => {
    expect(due({ amount: 72, unit: 'hour' })).toMatchObject({
      due: '2026-01-08T03:00:00.000Z',
      state: 'overdue',
    });
  });

  test('ends with the last instant of its last day, the first day counted unless said otherwise', () => {
    // Five days from Monday the 5th, noon in Tokyo: Friday the 9th.
    expect(due({ amount: 5, atLeast: 3, unit: 'day' })).toMatchObject({
      due: '2026-01-09T14:59:59.999Z',
      early: '2026-01-07T14:59:59.999Z',
    });
    expect(due({ amount: 5, unit: 'day' }, { countsFirstDay: false }).due).toBe(
      '2026-01-10T14:59:59.999Z',
    );
  });

  test('passes over Saturday and Sunday for business days', () => {
    // Friday the 9th and four business days: Thursday the 15th.
    const friday = entryTimeAt(Date.parse('2026-01-09T03:00:00Z'), zone);
    expect(due({ amount: 4, unit: 'business-day' }, {}, friday).due).toBe(
      '2026-01-15T14:59:59.999Z',
    );
  });

  test('takes the end of a shorter month', () => {
    const last = entryTimeAt(Date.parse('2026-01-31T03:00:00Z'), zone);
    expect(due({ amount: 1, unit: 'month' }, {}, last).due).toBe('2026-02-28T14:59:59.999Z');
  });

  test('keeps to the civil day where clocks change', () => {
    const before = entryTimeAt(Date.parse('2026-03-28T12:00:00Z'), 'Europe/Berlin');
    expect(due({ amount: 2, unit: 'day' }, {}, before, 'Europe/Berlin').due).toBe(
      '2026-03-29T21:59:59.999Z',
    );
  });

  test('counts from the earliest moment that a vague time can mean', () => {
    const about = parseTime('~12:00±30m', { nowMs: Date.parse('2026-01-05T04:00:00Z'), zone });
    if (!about.ok) throw new Error('not a time');
    expect(due({ amount: 24, unit: 'hour' }, {}, about.value).due).toBe('2026-01-06T02:30:00.000Z');
  });

  test('waits for its milestone, and runs without a date where the rule names no number', () => {
    expect(due({ amount: 5, unit: 'day' }, { milestone: 'contained' })).toMatchObject({
      state: 'waiting',
      due: null,
    });
    expect(due(null)).toMatchObject({ state: 'no-limit', due: null });
  });

  test('shows the date that a person gave, and beside it what the rule alone would give', () => {
    const moved = due(
      { amount: 72, unit: 'hour' },
      { shift: { due: '2026-01-12T08:00:00Z', because: 'Extension granted' } },
    );
    expect(moved).toMatchObject({ state: 'running', due: '2026-01-12T08:00:00.000Z' });
    expect(moved.reckonedMs).toBe(Date.parse('2026-01-08T03:00:00Z'));
  });

  test('is done when somebody says so, late or not', () => {
    const done = { done: true, entries: [], because: 'By phone' };
    expect(due({ amount: 1, unit: 'hour' }, { done }).state).toBe('done');
  });

  test('a beginning without a lower end begins nothing', () => {
    const before = { ...knownAt, relation: 'before' as const };
    expect(due({ amount: 72, unit: 'hour' }, {}, before)).toMatchObject({ state: 'waiting' });
  });

  test('stands first when it is overdue', () => {
    const over = due({ amount: 1, unit: 'hour' });
    const running = due({ amount: 60, unit: 'day' });
    const waiting = due(null, { milestone: 'closed' });
    expect([waiting, running, over].toSorted(byUrgency)).toEqual([over, running, waiting]);
  });

  test('is none without a name, or once taken off', () => {
    expect(standingDeadline('1', {})).toBeUndefined();
    expect(
      standingDeadline('1', { name: 'x', removal: { removed: true, reason: 'not ours' } }),
    ).toBeUndefined();
  });
});
