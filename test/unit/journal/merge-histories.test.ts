import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showConflicts } from '#shared/application/show-conflicts.ts';
import { fold } from '#shared/journal/fold.ts';
import { exchanges, joinToOneState, playTeam } from '../../fixtures/team-history.ts';

test('two to five devices with wrong clocks come to one state, whatever the order of exchange', () => {
  fc.assert(
    fc.property(exchanges, fc.infiniteStream(fc.nat()), (history, order) => {
      const { states, all } = joinToOneState(history, order);
      // Nothing that anybody wrote is lost.
      const whole = fold(all);
      for (const state of states) expect(state).toEqual(whole);
      const added = all.filter(({ p }) => p.op.t === 'entry.add').map(({ p }) => p.op.id);
      expect([...whole.entries.keys()]).toEqual(expect.arrayContaining(added));
    }),
    { numRuns: 1_000 },
  );
}, 600_000);

test('every concurrent change stays visible until somebody has read it', () => {
  fc.assert(
    fc.property(exchanges, (history) => {
      const { devices, all } = playTeam(history);
      const writes = all.filter(({ p }) => p.op.t === 'incident.set');
      const shown = showConflicts(fold(all)).find(({ what }) => what === 'incident');
      const lastOf = new Map(
        devices.map(({ feed }) => [feed, writes.findLast(({ p }) => p.feed === feed)]),
      );
      for (const { feed, seq } of shown?.values ?? []) {
        // A value that is shown as disputed is its writer's last word.
        expect(lastOf.get(feed)?.p.seq).toBe(seq);
      }
    }),
    { numRuns: 300 },
  );
});
