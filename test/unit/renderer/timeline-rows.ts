import { type TimelineRow, toTimelineRow } from '../../../renderer/data/timeline-row.ts';
import type { EntryContent } from '#shared/domain/entry.ts';
import { unknownEntryTime } from '#shared/domain/time/entry-time.ts';
import { entryContent } from '../../fixtures/test-operations.ts';

let written = 0;

/** A row of the timeline at a time of 2026 (`01-05T03:00`, UTC), or at an unknown one. */
export function timelineRow(
  when: string | undefined,
  change: Partial<EntryContent> = {},
  state: Partial<TimelineRow> = {},
): TimelineRow {
  written += 1;
  const hash = String(written).padStart(64, '0');
  const origin = {
    feed: 'k1-a',
    seq: written,
    hash,
    lam: written,
    by: 'Aoki',
    wall: 0,
    tz: '+09:00',
  };
  const base = entryContent(`entry ${written}`, change);
  const at = when === undefined ? unknownEntryTime('UTC') : { ...base.at, utc: `2026-${when}:00Z` };
  const content = { ...base, at: change.at ?? at };
  const place = { feed: 'k1-a', seq: written, by: 'Aoki', wall: 0 };
  const row = toTimelineRow(
    {
      id: String(written).padStart(32, '0'),
      origin,
      versions: [{ ...origin, op: hash.slice(32), content, reason: '' }],
      heads: [{ ...place, value: hash }],
      withdrawal: [],
    },
    () => undefined,
  );
  if (row === undefined) throw new Error('the entry has nothing to show');
  return { ...row, ...state };
}
