import { reckonDeadlines } from '../application/deadlines.ts';
import { standingAuthorities, standingDecisions } from '../application/decisions.ts';
import { milestoneReader } from '../application/notebook-milestones.ts';
import type { MilestoneId } from '../catalogue/milestones.ts';
import { decisionState } from '../domain/decision.ts';
import type { NotebookState } from '../journal/fold.ts';
import type { MilestoneTime } from './metrics/milestone-times.ts';
import type { ReportDeadline, ReportDecision, ReportEntry } from './report-model.ts';

/** The decisions that stand, with the entries of the report that they cite. */
export function readDecisions(
  state: NotebookState,
  entries: readonly ReportEntry[],
): readonly ReportDecision[] {
  const refs = refsOf(entries);
  const authorities = new Map(
    standingAuthorities(state.authorities.values()).map((line) => [line.id, line]),
  );
  return standingDecisions(state.decisions.values()).map((fields) => ({
    id: fields.id,
    fields,
    state: decisionState(fields),
    authority: authorities.get(fields.authority ?? ''),
    known: (fields.known ?? []).map((id) => refs.get(id)).filter((ref) => ref !== undefined),
    entry: refs.get(fields.entry ?? ''),
  }));
}

/** The deadlines that stand, reckoned from the milestones that the report shows. */
export function readDeadlines(
  state: NotebookState,
  entries: readonly ReportEntry[],
  milestones: ReadonlyMap<MilestoneId, MilestoneTime>,
  moment: { readonly zone: string; readonly nowMs: number },
): readonly ReportDeadline[] {
  const refs = refsOf(entries);
  return reckonDeadlines(state.deadlines.values(), milestoneReader(milestones), moment).map(
    (reckoned) => {
      const { id, done, shift } = reckoned.deadline;
      const register = state.deadlines.get(id)?.fields.shift;
      return {
        ...reckoned,
        movedBy: shift == null ? '' : (register?.at(-1)?.by ?? ''),
        entries: (done?.done === true ? done.entries : [])
          .map((entry) => refs.get(entry))
          .filter((ref) => ref !== undefined),
      };
    },
  );
}

function refsOf(entries: readonly ReportEntry[]) {
  return new Map(entries.map(({ id, label }) => [id, { id, label }]));
}
