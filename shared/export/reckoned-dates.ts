import { zoneOf } from '../application/entry-context.ts';
import { notebookMilestones } from '../application/notebook-milestones.ts';
import type { MilestoneId } from '../catalogue/milestones.ts';
import { type DeadlineFields, reckonDeadline } from '../domain/deadline.ts';
import { earliestMs } from '../domain/time/entry-time.ts';
import { canonicalZone } from '../domain/time/zone.ts';
import type { NotebookState } from '../journal/fold.ts';
import type { ReckonedDates } from './export-case.ts';

/** Reckons the dates of a notebook's deadlines; no clock is asked, so that the same notebook gives the same bytes. */
export function reckonedDates(
  state: NotebookState,
): (deadline: DeadlineFields & { readonly id: string }) => readonly ReckonedDates[] {
  const milestones = notebookMilestones(state);
  const milestoneOf = (milestone: string) => milestones.get(milestone as MilestoneId);
  const zone = canonicalZone(zoneOf(state)) ?? 'UTC';
  return (deadline) => {
    const { start, dueMs, earlyMs, reckonedMs } = reckonDeadline(
      { ...deadline, name: deadline.name ?? '' },
      (milestone) => milestoneOf(milestone)?.at,
      { zone, nowMs: 0 },
    );
    if (start === undefined)
      return dueMs === undefined ? [] : [{ started: '', due: iso(dueMs), zone }];
    const milestone =
      deadline.start == null && deadline.milestone != null
        ? milestoneOf(deadline.milestone)
        : undefined;
    return [
      {
        ...(milestone !== undefined && { entry: milestone.entry.id }),
        started: iso(earliestMs(start)),
        ...(dueMs !== undefined && { due: iso(dueMs) }),
        ...(earlyMs !== undefined && { earliest: iso(earlyMs) }),
        ...(reckonedMs !== undefined && { byRule: iso(reckonedMs) }),
        zone,
      },
    ];
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
