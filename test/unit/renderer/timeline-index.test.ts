import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TimelineIndex } from '../../../renderer/data/timeline-index.ts';
import { compareRows, toTimelineRow } from '../../../renderer/data/timeline-row.ts';
import type { EntryRecord } from '#shared/journal/records.ts';
import { entryContent } from '../../fixtures/test-operations.ts';

const writings = fc.array(
  fc.record({
    entry: fc.nat({ max: 12 }),
    minute: fc.nat({ max: 6 }),
    text: fc.string({ minLength: 1 }),
  }),
  { maxLength: 120 },
);

/** What the fold would hold after each writing of an entry. */
function recordsOf(
  steps: readonly { entry: number; minute: number; text: string }[],
): EntryRecord[] {
  const known = new Map<number, EntryRecord>();
  return steps.map(({ entry, minute, text }, seq) => {
    const hash = String(seq).padStart(64, '0');
    const origin = { feed: 'k1-a', seq, hash, lam: seq, by: 'A', wall: 0, tz: '+09:00' };
    const content = entryContent(text);
    const at = { ...content.at, utc: `2026-01-05T03:0${minute}:00Z` };
    const before = known.get(entry) ?? {
      id: `e${entry}`,
      origin,
      versions: [],
      heads: [],
      withdrawal: [],
    };
    const record: EntryRecord = {
      ...before,
      versions: [
        ...before.versions,
        { ...origin, op: hash.slice(32), content: { ...content, at }, reason: '' },
      ],
      heads: [{ feed: 'k1-a', seq, by: 'A', wall: 0, value: hash }],
    };
    known.set(entry, record);
    return record;
  });
}

test('however the writings arrive, the rows are those of the last ones in order', () => {
  fc.assert(
    fc.property(writings, fc.integer({ min: 1, max: 90 }), (steps, chunk) => {
      const records = recordsOf(steps);
      const index = new TimelineIndex();
      for (let at = 0; at < records.length; at += chunk) {
        index.apply(records.slice(at, at + chunk));
        // Reading in between must not change what comes out.
        index.rows();
      }
      const last = new Map(records.map((record) => [record.id, record]));
      const expected = [...last.values()]
        .flatMap((record) => toTimelineRow(record, () => undefined) ?? [])
        .toSorted(compareRows);
      expect(index.rows()).toEqual(expected);
    }),
  );
});

test('an unchanged timeline stays the same object, and a change is told', () => {
  const index = new TimelineIndex();
  let told = 0;
  index.subscribe(() => (told += 1));
  index.apply(recordsOf([{ entry: 1, minute: 0, text: 'a' }]));
  const rows = index.rows();
  index.apply([]);
  expect([index.rows() === rows, told]).toEqual([true, 1]);
});
