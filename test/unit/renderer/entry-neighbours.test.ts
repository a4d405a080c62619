import { expect, test } from 'vitest';
import {
  linksTo,
  uncertainNeighbours,
} from '../../../renderer/features/entry-detail/entry-neighbours.ts';
import { timelineRow } from './timeline-rows.ts';

test('entries in one minute, or within a ±, may have come either way round', () => {
  const wide = timelineRow('01-05T03:00');
  const about = { ...wide, at: { ...wide.at, plusMinusMs: 20 * 60_000 } };
  const rows = [
    timelineRow('01-05T02:30'),
    timelineRow('01-05T02:45'),
    about,
    timelineRow('01-05T03:20'),
    timelineRow('01-05T03:20'),
    timelineRow('01-05T03:21'),
    timelineRow(undefined),
  ];
  const near = (index: number) => {
    const row = rows[index];
    return (
      row && uncertainNeighbours(rows, row).map((id) => rows.findIndex((each) => each.id === id))
    );
  };
  expect([0, 1, 2, 3, 5, 6].map(near)).toEqual([[], [2], [1, 3, 4], [2, 4], [], []]);
});

test('a link is found from the entry that it points to', () => {
  const first = timelineRow('01-05T03:00');
  const second = timelineRow('01-05T04:00', {
    links: [{ type: 'answers', entry: first.id }],
  });
  expect(linksTo([first, second], first.id)).toEqual([{ type: 'answers', from: second.id }]);
  expect(linksTo([first, second], second.id)).toEqual([]);
});
