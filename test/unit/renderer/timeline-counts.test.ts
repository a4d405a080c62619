import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countRows } from '../../../renderer/features/timeline/timeline-counts.ts';
import { changingTimelines } from './changing-timelines.ts';
import { timelineRow } from './timeline-rows.ts';

test('counts kinds, stages and marks', () => {
  const rows = [
    timelineRow('01-05T03:00', { stages: ['actions-on-objectives'] }),
    timelineRow('01-05T03:01', { kind: 'adversary' }),
    timelineRow('01-05T03:02', { kind: 'response', starred: true }),
    timelineRow('01-05T03:03', {}, { withdrawn: true, corrected: true }),
  ];
  expect(countRows(rows).counts).toEqual({
    stages: { none: 3, 'actions-on-objectives': 1 },
    kinds: { observation: 2, adversary: 1, response: 1 },
    starred: 1,
    withEvidence: 0,
    corrected: 1,
    withdrawn: 1,
  });
});

test('counts that follow a timeline are those of the timeline as it stands', () => {
  fc.assert(
    fc.property(changingTimelines, (timelines) => {
      let counted = countRows([]);
      for (const rows of timelines) {
        counted = countRows(rows, counted);
        expect(counted).toEqual(countRows(rows));
      }
    }),
  );
});
