import { useMemo } from 'react';
import { standingAuthorities, standingDecisions } from '#shared/application/decisions.ts';
import type { Authority } from '#shared/domain/authority.ts';
import type { Decision } from '#shared/domain/decision.ts';
import { isContested } from '#shared/journal/records.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useRecords, useTimeline } from '../../data/use-records.ts';

/** The decisions that stand, the latest first. */
export function useDecisions(): readonly Decision[] {
  const records = useRecords('decisions');
  return useMemo(() => standingDecisions(records).toReversed(), [records]);
}

/** The lines of the authority table that stand. */
export function useAuthorities(): readonly Authority[] {
  const records = useRecords('authorities');
  return useMemo(() => standingAuthorities(records), [records]);
}

/** Entries that decide and of which no record tells more. */
export function useUndetailed(decisions: readonly Decision[]): readonly TimelineRow[] {
  const rows = useTimeline();
  return useMemo(() => {
    const told = new Set(decisions.map(({ entry }) => entry));
    return rows.filter(
      ({ id, content, withdrawn }) => content.kind === 'decision' && !withdrawn && !told.has(id),
    );
  }, [rows, decisions]);
}

/** Names of the fields of a decision that people wrote without knowing of each other. */
export function useContestedFields(decision: string): readonly string[] {
  const records = useRecords('decisions');
  return useMemo(() => {
    const fields = records.find(({ id }) => id === decision)?.fields ?? {};
    return Object.entries(fields).flatMap(([name, register]) =>
      isContested(register) ? [name] : [],
    );
  }, [records, decision]);
}
