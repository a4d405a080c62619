import { isWaiting } from '../../application/actions.ts';
import { type NextStep, nextSteps } from '../../application/now.ts';
import type { ReckonedDeadline } from '../../domain/deadline.ts';
import type { IncidentFields, PhaseId } from '../../domain/incident.ts';
import type { NotebookState } from '../../journal/fold.ts';
import { currentFields, currentVersion } from '../../journal/records.ts';
import { type Since, writtenSince } from './written-since.ts';
import type { ReportAction, ReportEntry, ReportModel } from '../report-model.ts';

/** A state that changed, by the thing it is of. */
export type StateChange = {
  readonly what: 'incident' | 'checklist' | 'system' | 'account' | 'action';
  readonly name: string;
  /** Null where the value is a long text of which only the news counts. */
  readonly value: string | null;
  readonly by: string;
};

/** What somebody has to know who takes over. */
export type HandoverBrief = {
  readonly since: Since;
  readonly nowMs: number;
  readonly entries: readonly ReportEntry[];
  readonly changed: readonly {
    readonly entry: ReportEntry;
    readonly how: 'corrected' | 'withdrawn' | 'restored';
  }[];
  readonly states: readonly StateChange[];
  readonly questions: readonly ReportEntry[];
  /** As the Now panel orders them. */
  readonly next: readonly NextStep[];
  readonly overdue: readonly ReportAction[];
  /** Deadlines that are not kept yet, the most urgent first. */
  readonly clocks: readonly ReckonedDeadline[];
};

/** Collects what is new in a notebook and what waits, from its state and its report's model. */
export function makeBrief(
  state: NotebookState,
  model: ReportModel,
  since: Since,
  nowMs: number,
): HandoverBrief {
  const isNew = writtenSince(since);
  const entries = model.entries.filter(({ id }) => {
    const record = state.entries.get(id);
    const first = record?.origin ?? record?.versions[0];
    return first !== undefined && isNew(first);
  });
  const fresh = new Set(entries.map(({ id }) => id));
  const changed = model.entries
    .filter(({ id }) => !fresh.has(id))
    .flatMap((entry): HandoverBrief['changed'] => {
      const record = state.entries.get(entry.id);
      const last = record?.withdrawal.at(-1);
      if (last !== undefined && isNew(last))
        return [{ entry, how: last.value.withdrawn ? 'withdrawn' : 'restored' }];
      const version = record && currentVersion(record);
      return entry.corrected && version !== undefined && isNew(version)
        ? [{ entry, how: 'corrected' }]
        : [];
    });
  const answered = new Set(
    model.counted.flatMap(({ content }) =>
      (content.links ?? []).filter(({ type }) => type === 'answers').map(({ entry }) => entry),
    ),
  );
  const waiting = model.actions.filter(({ fields }) => isWaiting(fields));
  return {
    since,
    nowMs,
    entries,
    changed,
    states: stateChanges(state, isNew),
    questions: model.questions.filter(({ id }) => !answered.has(id)),
    next: nextSteps(state.checklists.values(), state.actions.values(), phaseOf(state)).slice(0, 3),
    overdue: waiting.filter(({ fields }) => fields.due != null && Date.parse(fields.due) < nowMs),
    clocks: model.deadlines.filter((deadline) => deadline.state !== 'done'),
  };
}

function phaseOf({ incident }: NotebookState): PhaseId | undefined {
  return currentFields<IncidentFields>(incident.get('incident')?.fields ?? {}).phase;
}

function stateChanges(
  state: NotebookState,
  isNew: ReturnType<typeof writtenSince>,
): readonly StateChange[] {
  const changes: StateChange[] = [];
  const long: ReadonlySet<string> = new Set([
    'summary',
    'rootCause',
    'impact',
    'recommendations',
    'sources',
  ]);
  for (const [name, register] of Object.entries(state.incident.get('incident')?.fields ?? {})) {
    const last = register.at(-1);
    if (last === undefined || !isNew(last)) continue;
    const value = long.has(name) ? null : String(last.value);
    changes.push({ what: 'incident', name, value, by: last.by });
  }
  for (const { checklist, items } of state.checklists.values())
    for (const item of checklist?.items ?? []) {
      const last = items[item.id]?.at(-1);
      if (last === undefined || !isNew(last)) continue;
      changes.push({ what: 'checklist', name: item.id, value: last.value.state, by: last.by });
    }
  for (const [what, records] of [
    ['system', state.assets],
    ['account', state.accounts],
  ] as const)
    for (const { fields } of records.values()) {
      const last = fields.state?.at(-1);
      if (last === undefined || !isNew(last)) continue;
      const name = fields.name?.at(-1)?.value ?? '';
      changes.push({ what, name, value: last.value.value, by: last.by });
    }
  for (const { fields } of state.actions.values()) {
    const last = fields.state?.at(-1);
    if (last === undefined || !isNew(last)) continue;
    const { text = '' } = currentFields(fields);
    changes.push({ what: 'action', name: text, value: last.value, by: last.by });
  }
  return changes;
}
