import type { ChainEntry } from '#shared/domain/chain/chain-marks.ts';
import type { EntryContent } from '#shared/domain/entry.ts';
import type { EntryTime } from '#shared/domain/time/entry-time.ts';
import { testId } from '../../../fixtures/test-device.ts';
import { entryContent } from '../../../fixtures/test-operations.ts';

/** An entry of the chain at a minute of 5 January 2026 in UTC. */
export function chainEntry(
  name: string,
  time: string,
  change: Partial<EntryContent> = {},
  timeChange: Partial<EntryTime> = {},
): ChainEntry {
  const at: EntryTime = {
    utc: `2026-01-05T${time}:00Z`,
    text: time,
    zone: 'UTC',
    precision: 'minute',
    plusMinusMs: 0,
    untilUtc: null,
    relation: 'at',
    ...timeChange,
  };
  return {
    id: testId(name),
    at,
    content: entryContent(name, { kind: 'adversary', at, evidence: [testId('file')], ...change }),
  };
}
