import fc from 'fast-check';
import { stageIds } from '#shared/domain/kill-chain.ts';
import { compareRows, type TimelineRow } from '../../../renderer/data/timeline-row.ts';
import { timelineRow } from './timeline-rows.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** An entry of a few days in January around both midnights, or one whose time is not known. */
const rows = fc
  .record({
    when: fc.option(
      fc
        .record({ day: fc.integer({ min: 4, max: 7 }), hour: fc.constantFrom(0, 2, 14, 15, 23) })
        .map(({ day, hour }) => `01-${two(day)}T${two(hour)}:00`),
      { nil: undefined },
    ),
    kind: fc.constantFrom('observation' as const, 'response' as const),
    stages: fc.subarray(stageIds.slice(0, 3)),
    starred: fc.boolean(),
    corrected: fc.boolean(),
    withdrawn: fc.boolean(),
  })
  .map(({ when, kind, stages, starred, ...state }) =>
    timelineRow(when, { kind, stages: [...stages], starred }, state),
  );

const steps = fc.array(
  fc.oneof(
    fc.record({ add: fc.array(rows, { minLength: 1, maxLength: 3 }) }),
    fc.record({ replace: fc.nat(), by: rows }),
    fc.record({ remove: fc.nat() }),
    fc.constant({ hide: true } as const),
  ),
  { maxLength: 25 },
);

/** States of a timeline that follow each other: entries come, are corrected, go with a filter. */
export const changingTimelines = steps.map((changes) => {
  let now: readonly TimelineRow[] = [];
  return changes.map((change) => {
    if ('add' in change) now = [...now, ...change.add].toSorted(compareRows);
    else if ('replace' in change && now.length > 0) {
      const others = now.toSpliced(change.replace % now.length, 1);
      now = [...others, change.by].toSorted(compareRows);
    } else if ('remove' in change && now.length > 0)
      now = now.toSpliced(change.remove % now.length, 1);
    else now = now.filter(({ withdrawn }) => !withdrawn);
    return now;
  });
});
