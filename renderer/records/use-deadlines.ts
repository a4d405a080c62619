import { useEffect, useMemo, useState } from 'react';
import { reckonDeadlines } from '#shared/application/deadlines.ts';
import { milestoneReader, milestoneTicks } from '#shared/application/notebook-milestones.ts';
import type { MilestoneId } from '#shared/catalogue/milestones.ts';
import type { ReckonedDeadline } from '#shared/domain/deadline.ts';
import { findMilestones, type MilestoneTime } from '#shared/report/metrics/milestone-times.ts';
import { useRecords, useTimeline } from '../data/use-records.ts';
import { useWorkspace } from './workspace.tsx';

const minuteMs = 60_000;

/** The present minute; what is counted down in days needs no second. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), minuteMs - (Date.now() % minuteMs));
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}

/** The milestones of the incident as its entries and finished items tell them. */
export function useMilestones(): ReadonlyMap<MilestoneId, MilestoneTime> {
  const rows = useTimeline();
  const checklists = useRecords('checklists');
  return useMemo(() => {
    const entries = rows.flatMap(({ id, number, content, at, withdrawn }) =>
      withdrawn || content.confidence === 'rejected'
        ? []
        : [{ id, label: String(number ?? ''), content: { ...content, at } }],
    );
    return findMilestones(entries, milestoneTicks(checklists));
  }, [rows, checklists]);
}

/** The deadlines that stand as they are reckoned now, the most urgent first. */
export function useDeadlines(nowMs: number): readonly ReckonedDeadline[] {
  const records = useRecords('deadlines');
  const milestones = useMilestones();
  const { incidentZone: zone } = useWorkspace();
  return useMemo(
    () => reckonDeadlines(records, milestoneReader(milestones), { zone, nowMs }),
    [records, milestones, zone, nowMs],
  );
}
