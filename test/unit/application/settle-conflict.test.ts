import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settleConflict } from '#shared/application/settle-conflict.ts';
import { showConflicts } from '#shared/application/show-conflicts.ts';
import { applyLine, fold } from '#shared/journal/fold.ts';
import { histories, playHistory } from '../../fixtures/random-history.ts';
import { testId } from '../../fixtures/test-device.ts';

test('whatever people disagree on, one who has read it all settles it with one operation', () => {
  fc.assert(
    fc.property(histories, fc.nat({ max: 1 }), (steps, chosen) => {
      const { devices, lines } = playHistory(steps);
      const state = fold(lines);
      const conflicts = showConflicts(state);
      const [reader] = devices;
      if (reader === undefined || conflicts.length === 0) return;
      for (const other of devices) if (other !== reader) reader.read(other);
      let count = 0;
      for (const conflict of conflicts) {
        const side = Math.min(chosen, conflict.values.length - 1);
        const operation = settleConflict(state, conflict, side, {
          newId: () => testId(`settled ${(count += 1)}`),
          reason: 'decided',
        });
        expect(operation, JSON.stringify(conflict)).toBeDefined();
        if (operation !== undefined) applyLine(state, reader.append(operation));
      }
      expect(showConflicts(state)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('what is not there any more is not settled', () => {
  const state = fold([]);
  const values = [{ value: 'x', by: 'A', feed: 'f', seq: 1, wall: 0 }];
  const ids = { newId: () => testId('new'), reason: 'decided' };
  expect(settleConflict(state, { what: 'entry', id: testId('e'), values }, 0, ids)).toBeUndefined();
  expect(settleConflict(state, { what: 'incident', id: 'title', values }, 1, ids)).toBeUndefined();
  expect(settleConflict(state, { what: 'incident', id: 'tlp', values }, 0, ids)).toBeUndefined();
});
