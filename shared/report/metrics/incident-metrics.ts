import type { MilestoneId } from '../../catalogue/milestones.ts';
import { reportGuidance } from '../../catalogue/report-guidance.ts';
import { stageNumber } from '../../domain/kill-chain.ts';
import { earliestMs, latestMs } from '../../domain/time/entry-time.ts';
import type { ReportChecklist, ReportDecision, ReportEntry } from '../report-entry.ts';
import { type Interval, intervalBetween } from './interval.ts';
import { type MilestoneTime, milestoneTimes } from './milestone-times.ts';

/** One length of time with what it was reckoned from. */
export type TimeMetric = {
  /** Of the catalogue, or `ttdecide`. */
  readonly id: string;
  readonly from: MilestoneTime | undefined;
  /** The end that was found: the first milestone of several, or the first decision. */
  readonly to: Pick<MilestoneTime, 'at' | 'entry'> | undefined;
  readonly missing: readonly MilestoneId[];
  readonly interval: Interval;
};

/** From a question to the decision that answers it. */
export type DecisionLatency = {
  readonly decision: ReportEntry;
  readonly question: ReportEntry;
  readonly interval: Interval;
};

/** How long a decision with a record took; unknown where a time is missing. */
export type DecisionTimes = {
  readonly decision: ReportDecision;
  readonly toApproval: Interval;
  readonly toExecution: Interval;
};

/** What can be measured of one incident, with the inputs of every number. */
export type IncidentMetrics = {
  readonly milestones: ReadonlyMap<MilestoneId, MilestoneTime>;
  readonly times: readonly TimeMetric[];
  readonly latencies: readonly DecisionLatency[];
  /** Decisions with a record of their own, where a length of time follows from it. */
  readonly decided: readonly DecisionTimes[];
  /** Decisions that answer no question of the notebook: nothing to measure from. */
  readonly unasked: number;
  readonly stagesReached: number;
  /** Number of the latest stage up to detection; undefined when nothing says when that was. */
  readonly detectionStage: number | undefined;
  readonly checklist: { readonly done: number; readonly due: number } | undefined;
  /** How well the lengths of time are known. */
  readonly known: Readonly<Record<Interval['kind'], number>>;
};

/**
 * Measures an incident by the formulas of the catalogue.
 *
 * @param entries those that count (neither withdrawn nor rejected), in time order, clocks corrected
 */
export function measureIncident(
  entries: readonly ReportEntry[],
  checklists: readonly ReportChecklist[],
  decided: readonly ReportDecision[] = [],
): IncidentMetrics {
  const found = milestoneTimes(entries, checklists);
  const times = [
    ...reportGuidance.metrics.map(({ id, from, to }) => {
      const end = to.find((milestone) => found.has(milestone)) ?? to[0];
      return measure(id, found, from, end === undefined ? undefined : found.get(end), to);
    }),
    measure('ttdecide', found, 'detected', firstDecision(entries, found.get('detected')), []),
  ];
  const known = { exact: 0, bounded: 0, negative: 0, unknown: 0 };
  for (const { interval } of times) known[interval.kind] += 1;
  const recorded = decided.map(timesOf).filter(isMeasured);
  const measured = new Set(recorded.map(({ decision }) => decision.entry?.id));
  // What a record says of itself is not measured a second time from question to entry.
  const decisions = entries.filter(
    ({ id, content }) => content.kind === 'decision' && !measured.has(id),
  );
  const latencies = decisions.flatMap((decision) => latencyOf(decision, entries));
  return {
    milestones: found,
    times,
    latencies,
    decided: recorded,
    unasked: decisions.length - latencies.length,
    stagesReached: stagesOf(entries.filter(isConfirmedAttack)).size,
    detectionStage: detectionStage(entries, found.get('detected')),
    checklist: checklistRate(checklists),
    known,
  };
}

function measure(
  id: string,
  found: ReadonlyMap<MilestoneId, MilestoneTime>,
  fromId: MilestoneId,
  to: TimeMetric['to'],
  toIds: readonly MilestoneId[],
): TimeMetric {
  const from = found.get(fromId);
  const missing = [...(from === undefined ? [fromId] : []), ...(to === undefined ? toIds : [])];
  const interval: Interval =
    from === undefined || to === undefined ? { kind: 'unknown' } : intervalOf(from, to);
  return { id, from, to, missing, interval };
}

/** Between two moments that one entry tells of lies no time, however roughly its own is known. */
function intervalOf(from: MilestoneTime, to: NonNullable<TimeMetric['to']>): Interval {
  const isMoment = from.at.utc !== null && from.at.untilUtc === null && from.at.relation === 'at';
  return isMoment && from.entry.id === to.entry.id
    ? { kind: 'exact', ms: 0 }
    : intervalBetween(from.at, to.at);
}

/** The first decision that can have come after the detection. */
function firstDecision(
  entries: readonly ReportEntry[],
  detected: MilestoneTime | undefined,
): TimeMetric['to'] {
  if (detected === undefined) return undefined;
  const first = entries.find(
    ({ content }) =>
      content.kind === 'decision' &&
      content.at.utc !== null &&
      latestMs(content.at) >= earliestMs(detected.at),
  );
  return first && { at: first.content.at, entry: { id: first.id, label: first.label } };
}

function timesOf(decision: ReportDecision): DecisionTimes {
  const { asked, approved, executed } = decision.fields;
  const between = (from: typeof asked, to: typeof asked): Interval =>
    from == null || to == null ? { kind: 'unknown' } : intervalBetween(from, to);
  return {
    decision,
    toApproval: between(asked, approved),
    toExecution: between(approved, executed),
  };
}

function isMeasured({ toApproval, toExecution }: DecisionTimes): boolean {
  return toApproval.kind !== 'unknown' || toExecution.kind !== 'unknown';
}

function latencyOf(
  decision: ReportEntry,
  entries: readonly ReportEntry[],
): readonly DecisionLatency[] {
  const answered = decision.content.links?.find(({ type }) => type === 'answers')?.entry;
  const question = entries.find(({ id }) => id === answered);
  if (question === undefined) return [];
  const asked = question.content.noticed ?? question.content.at;
  return [{ decision, question, interval: intervalBetween(asked, decision.content.at) }];
}

function isConfirmedAttack({ content }: ReportEntry): boolean {
  return (
    content.kind === 'adversary' &&
    (content.confidence === undefined || content.confidence === 'confirmed')
  );
}

function stagesOf(entries: readonly ReportEntry[]): ReadonlySet<number> {
  return new Set(
    entries.flatMap(({ content }) =>
      content.stages.map(stageNumber).filter((number) => number !== undefined),
    ),
  );
}

function detectionStage(
  entries: readonly ReportEntry[],
  detected: MilestoneTime | undefined,
): number | undefined {
  if (detected === undefined) return undefined;
  const before = entries.filter(
    (entry) => isConfirmedAttack(entry) && earliestMs(entry.content.at) <= latestMs(detected.at),
  );
  const numbers = [...stagesOf(before)];
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

function checklistRate(checklists: readonly ReportChecklist[]): IncidentMetrics['checklist'] {
  const items = checklists.flatMap(({ phases }) => phases.flatMap((phase) => phase.items));
  const due = items.filter(({ setting }) => setting.state !== 'not-applicable');
  if (due.length === 0) return undefined;
  return { done: due.filter(({ setting }) => setting.state === 'done').length, due: due.length };
}
