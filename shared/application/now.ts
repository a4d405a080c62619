import {
  collectionStepsFor,
  type CollectionStep,
  isCollected,
} from '../catalogue/collection-plan.ts';
import type { MilestoneId } from '../catalogue/milestones.ts';
import type { ActionFields } from '../domain/action.ts';
import { type AdoptedItem, type ItemSetting, untouchedItem } from '../domain/checklist.ts';
import type { IncidentFields, PhaseId } from '../domain/incident.ts';
import { phaseIds } from '../domain/incident.ts';
import { isAfterMark, type ReadMark } from '../domain/read-mark.ts';
import { currentValue } from '../journal/causality.ts';
import type { Result } from '../lib/result.ts';
import {
  type ChecklistRecord,
  currentFields,
  type EvidenceRecord,
  type FieldsRecord,
} from '../journal/records.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** Says that its writer has read everything up to these lines. */
export function markRead(
  writing: Writing,
  heads: Readonly<Record<string, number>>,
): Promise<Result<Saved, AppendError>> {
  return saveOperation(writing, { t: 'read.mark', id: writing.newId(), heads: { ...heads } });
}

/** What a person has to do next, and where it comes from. */
export type NextStep =
  | {
      readonly kind: 'item';
      readonly checklist: string;
      readonly item: AdoptedItem;
      readonly setting: ItemSetting;
    }
  | { readonly kind: 'action'; readonly id: string; readonly fields: ActionFields };

/**
 * What comes next: what is due first, then what is under way, then the critical items of the phase that the
 * incident is in and of those before it, then the other tasks.
 */
export function nextSteps(
  checklists: Iterable<ChecklistRecord>,
  actions: Iterable<FieldsRecord<ActionFields>>,
  phase: PhaseId | undefined,
): readonly NextStep[] {
  const reached = phase === undefined ? phaseIds.length : phaseIds.indexOf(phase) + 1;
  const inReach: ReadonlySet<string> = new Set(phaseIds.slice(0, reached));
  const steps: { readonly step: NextStep; readonly due: number; readonly rank: number }[] = [];
  for (const { id, checklist, items } of checklists)
    for (const item of checklist?.items ?? []) {
      const setting = currentValue(items[item.id]) ?? untouchedItem;
      if (setting.state !== 'open' && setting.state !== 'doing') continue;
      const isNext = setting.state === 'doing' || (item.critical && inReach.has(item.phase));
      if (!isNext && setting.due == null) continue;
      steps.push({
        step: { kind: 'item', checklist: id, item, setting },
        due: dueOf(setting.due),
        rank: setting.state === 'doing' ? 0 : 1,
      });
    }
  for (const { id, fields: registers } of actions) {
    const fields = currentFields<ActionFields>(registers);
    const { state = 'open', text, removal, priority } = fields;
    if (text === undefined || removal?.removed === true) continue;
    if (state === 'done' || state === 'dropped' || state === 'blocked') continue;
    const rank = state === 'doing' ? 0 : priority === 'high' ? 1 : 2;
    steps.push({ step: { kind: 'action', id, fields }, due: dueOf(fields.due), rank });
  }
  return steps.toSorted((a, b) => a.due - b.due || a.rank - b.rank).map(({ step }) => step);
}

function dueOf(due: string | null | undefined): number {
  return due == null ? Number.MAX_SAFE_INTEGER : Date.parse(due);
}

/** Something that a report would have to say "unknown" or "contested" to. */
export type ReportGap =
  | { readonly kind: 'unwritten'; readonly field: 'summary' | 'impact' | 'rootCause' }
  | { readonly kind: 'unrated' }
  | { readonly kind: 'milestone'; readonly milestone: MilestoneId }
  | { readonly kind: 'contested'; readonly n: number }
  | { readonly kind: 'untimed'; readonly n: number };

const neededMilestones = ['detected', 'contained'] as const;

/** What still stands between a notebook and a report that answers what people ask first. */
export function reportGaps(facts: {
  readonly incident: IncidentFields;
  readonly milestones: ReadonlyMap<MilestoneId, unknown>;
  readonly contested: number;
  readonly untimed: number;
}): readonly ReportGap[] {
  const { incident, milestones, contested, untimed } = facts;
  const gaps: ReportGap[] = [];
  for (const field of ['summary', 'impact', 'rootCause'] as const)
    if ((incident[field]?.trim() ?? '') === '') gaps.push({ kind: 'unwritten', field });
  if (incident.functionalImpact == null) gaps.push({ kind: 'unrated' });
  for (const milestone of neededMilestones)
    if (!milestones.has(milestone)) gaps.push({ kind: 'milestone', milestone });
  if (contested > 0) gaps.push({ kind: 'contested', n: contested });
  if (untimed > 0) gaps.push({ kind: 'untimed', n: untimed });
  return gaps;
}

/** A step of the collection plan with the evidence that ticked it. */
export type PlannedCollection = {
  readonly step: CollectionStep;
  readonly evidence: readonly string[];
};

/** What to secure, the most volatile first; a step ticks itself off when such evidence arrives. */
export function plannedCollection(
  checklists: Iterable<ChecklistRecord>,
  evidence: Iterable<EvidenceRecord>,
): readonly PlannedCollection[] {
  const templates = [...checklists].flatMap(({ checklist }) => checklist?.template ?? []);
  const files = [...evidence].flatMap(({ id, item }) =>
    item === undefined ? [] : [{ id, name: item.name }],
  );
  return collectionStepsFor(templates).map((step) => ({
    step,
    evidence: files.filter(({ name }) => isCollected(step, name)).map(({ id }) => id),
  }));
}

/** Settings of checklist items that were written after a mark, the latest first. */
export function changedItems(
  checklists: Iterable<ChecklistRecord>,
  mark: ReadMark | undefined,
): readonly {
  readonly item: AdoptedItem;
  readonly state: ItemSetting['state'];
  readonly by: string;
}[] {
  return [...checklists]
    .flatMap(({ checklist, history }) =>
      (checklist?.items ?? []).flatMap((item) => {
        const last = history[item.id]?.at(-1);
        return last === undefined || !isAfterMark(mark, last) ? [] : [{ item, last }];
      }),
    )
    .toSorted((a, b) => b.last.lam - a.last.lam)
    .map(({ item, last }) => ({ item, state: last.setting.state, by: last.by }));
}

/** How many things of a list were added or changed after a mark. */
export function changedRecords(
  records: Iterable<FieldsRecord<object>>,
  mark: ReadMark | undefined,
): number {
  let changed = 0;
  for (const { fields } of records) {
    const registers = Object.values(fields) as readonly (
      readonly { readonly feed: string; readonly seq: number }[] | undefined
    )[];
    if (registers.some((register) => register?.some((written) => isAfterMark(mark, written))))
      changed += 1;
  }
  return changed;
}
