import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showConflicts } from '#shared/application/show-conflicts.ts';
import { fold } from '#shared/journal/fold.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { exchanges, playTeam } from '../../fixtures/team-history.ts';

const runs = Number(process.env['KIROKU_MERGE_RUNS'] ?? 1_000);

/** The union of lines, as joining makes it. */
function union(...copies: readonly (readonly SignedLine[])[]): readonly SignedLine[] {
  return [...new Map(copies.flat().map((line) => [line.hash, line])).values()];
}

test('two to five devices with wrong clocks come to one state, whatever the order of exchange', () => {
  fc.assert(
    fc.property(exchanges, fc.infiniteStream(fc.nat()), (history, order) => {
      const { copies, all } = playTeam(history);
      // Everybody takes over everybody's copy, each in an order of their own.
      const states = copies.map((copy) => {
        const others = copies.filter((other) => other !== copy);
        const shuffled = others
          .map((other) => [order.next().value ?? 0, other] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, other]) => other);
        const joined = shuffled.reduce((mine, other) => union(mine, other), copy);
        // Again changes nothing.
        expect(union(joined, ...shuffled)).toHaveLength(joined.length);
        return fold(joined);
      });
      const [first] = states;
      for (const state of states) expect(state).toEqual(first);
      // Nothing that anybody wrote is lost.
      const whole = fold(all);
      expect(first).toEqual(whole);
      const added = all.filter(({ p }) => p.op.t === 'entry.add').map(({ p }) => p.op.id);
      expect([...whole.entries.keys()]).toEqual(expect.arrayContaining(added));
    }),
    { numRuns: runs },
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
