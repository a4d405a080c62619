import { useMemo } from 'react';
import { changedItems, changedRecords } from '#shared/application/now.ts';
import { isAfterMark } from '#shared/domain/read-mark.ts';
import type { ReadMarkRecord } from '#shared/journal/records.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useRecord, useRecords, useTimeline } from '../../data/use-records.ts';

export type News = {
  readonly mark: ReadMarkRecord | undefined;
  /** New entries, the latest written first. */
  readonly entries: readonly TimelineRow[];
  readonly changed: readonly TimelineRow[];
  readonly evidence: readonly string[];
  readonly items: ReturnType<typeof changedItems>;
  readonly decisions: number;
  readonly deadlines: number;
  readonly actions: number;
};

/** What was written after somebody last said that they had read everything. */
export function useNews(by: string): News {
  const record = useRecord('readMarks', by);
  const rows = useTimeline();
  const evidence = useRecords('evidence');
  const checklists = useRecords('checklists');
  const decisions = useRecords('decisions');
  const deadlines = useRecords('deadlines');
  const actions = useRecords('actions');
  return useMemo(() => {
    const mark = record?.mark;
    const entries = rows.filter(({ order }) => isAfterMark(mark, order));
    return {
      mark: record,
      entries: entries.toSorted((a, b) => b.order.lam - a.order.lam),
      changed: rows.filter(
        ({ order, last, corrected, withdrawn }) =>
          (corrected || withdrawn) && !isAfterMark(mark, order) && isAfterMark(mark, last),
      ),
      evidence: evidence.flatMap(({ id, origin }) =>
        origin !== undefined && isAfterMark(mark, origin) ? [id] : [],
      ),
      items: changedItems(checklists, mark),
      decisions: changedRecords(decisions, mark),
      deadlines: changedRecords(deadlines, mark),
      actions: changedRecords(actions, mark),
    };
  }, [record, rows, evidence, checklists, decisions, deadlines, actions]);
}
