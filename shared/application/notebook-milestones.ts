import type { MilestoneId } from '../catalogue/milestones.ts';
import { untouchedItem } from '../domain/checklist.ts';
import type { EntryTime } from '../domain/time/entry-time.ts';
import { currentValue } from '../journal/causality.ts';
import type { NotebookState } from '../journal/fold.ts';
import type { ChecklistRecord } from '../journal/records.ts';
import {
  findMilestones,
  type MilestoneTick,
  type MilestoneTime,
} from '../report/metrics/milestone-times.ts';
import { showNotebook } from './show-notebook.ts';

/** The finished items of adopted checklists that set milestones. */
export function milestoneTicks(checklists: Iterable<ChecklistRecord>): readonly MilestoneTick[] {
  return [...checklists].flatMap(({ checklist, items }) =>
    (checklist?.items ?? []).flatMap(({ id, milestone }) => {
      const { state, entries } = currentValue(items[id]) ?? untouchedItem;
      return milestone === undefined || state !== 'done' ? [] : [{ milestone, entries }];
    }),
  );
}

/** The milestones of a notebook, by entries that count, clocks corrected. */
export function notebookMilestones(state: NotebookState): ReadonlyMap<MilestoneId, MilestoneTime> {
  const entries = showNotebook(state).entries.flatMap(
    ({ id, seq, withdrawn, confidence, at, correctedUtc, ...content }) =>
      withdrawn || confidence === 'rejected'
        ? []
        : [
            {
              id,
              label: String(seq),
              content: {
                kind: content.kind,
                tags: content.tags,
                at: correctedUtc === null ? at : { ...at, utc: correctedUtc },
              },
            },
          ],
  );
  return findMilestones(entries, milestoneTicks(state.checklists.values()));
}

/** Reads milestones by name; a deadline of a newer catalogue may count from one that is not known here. */
export function milestoneReader(
  milestones: ReadonlyMap<MilestoneId, MilestoneTime>,
): (milestone: string) => EntryTime | undefined {
  return (milestone) => milestones.get(milestone as MilestoneId)?.at;
}
