import type { EntryContent } from '../entry.ts';
import type { EntryKind } from '../entry-kind.ts';
import { isStageId, type StageId, stageIds } from '../kill-chain.ts';
import { joinSpans, type TimeSpan } from './broken-axis.ts';
import { earliestMs, type EntryTime, latestMs } from '../time/entry-time.ts';

/** The lanes of the swimlane from top to bottom: the stages, and what defenders did. */
export const laneIds = [...stageIds, 'defence'] as const;
export type LaneId = (typeof laneIds)[number];

/** An entry that stands, as the chain looks at it; `at` is its true time. */
export type ChainEntry = {
  readonly id: string;
  readonly content: EntryContent;
  readonly at: EntryTime;
};

const ofDefenders: ReadonlySet<EntryKind> = new Set(['response', 'decision', 'milestone']);

/**
 * Lanes in which an entry stands. What defenders did is never drawn as a step of the adversary, whatever
 * stage it was tagged with; an entry that was judged untrue stands nowhere.
 */
export function lanesOf({ kind, stages, confidence }: EntryContent): readonly LaneId[] {
  if (confidence === 'rejected') return [];
  return ofDefenders.has(kind) ? ['defence'] : [...new Set(stages.filter(isStageId))];
}

/** Stages that an entry says the adversary was in; a question asks and says nothing. */
export function claimedStages(content: EntryContent): readonly StageId[] {
  if (content.kind === 'question') return [];
  return lanesOf(content).filter((lane) => lane !== 'defence');
}

/** True for what is concluded and not seen: drawn hollow. */
export function isHypothesis({ basis, confidence, kind }: EntryContent): boolean {
  return basis === 'opinion' || confidence === 'possible' || kind === 'question';
}

/** An entry in one lane. Times are ms since the epoch. */
export type ChainMark = {
  readonly entry: string;
  readonly lane: LaneId;
  readonly kind: EntryKind;
  /** Where the mark stands. */
  readonly at: number;
  /** First and last instant that the entry may mean; at an open side, the instant that it names. */
  readonly from: number;
  readonly until: number;
  /** `interval` when it says that something went on; `window` when only its time is not sure. */
  readonly extent: 'interval' | 'window';
  readonly open: 'before' | 'after' | undefined;
  readonly hollow: boolean;
};

/** Marks by lane in the order of time, and what cannot be placed because its time is unknown. */
export type ChainMarks = {
  readonly lanes: Readonly<Record<LaneId, readonly ChainMark[]>>;
  readonly untimed: Readonly<Record<LaneId, readonly string[]>>;
};

/** Places entries in lanes. */
export function toChainMarks(entries: Iterable<ChainEntry>): ChainMarks {
  const lanes = everyLane<ChainMark>();
  const untimed = everyLane<string>();
  for (const { id, content, at } of entries) {
    const into = lanesOf(content);
    if (into.length === 0) continue;
    const extent = extentOf(at);
    for (const lane of into)
      if (extent === undefined) untimed[lane].push(id);
      else
        lanes[lane].push({
          entry: id,
          lane,
          kind: content.kind,
          hollow: isHypothesis(content),
          ...extent,
        });
  }
  for (const lane of laneIds) lanes[lane].sort((a, b) => a.at - b.at);
  return { lanes, untimed };
}

function everyLane<T>(): Record<LaneId, T[]> {
  return Object.fromEntries(laneIds.map((lane) => [lane, [] as T[]])) as Record<LaneId, T[]>;
}

type Extent = Pick<ChainMark, 'at' | 'from' | 'until' | 'extent' | 'open'>;

function extentOf(time: EntryTime): Extent | undefined {
  if (time.utc === null) return undefined;
  const named = Date.parse(time.utc);
  const open = time.relation === 'at' ? undefined : time.relation;
  const from = open === 'before' ? named : earliestMs(time);
  const until = open === 'after' ? Math.max(named, from) : latestMs(time);
  if (time.untilUtc !== null) return { at: named, from, until, extent: 'interval', open };
  // Of a day or a month nobody knows which part is meant: the mark stands in its middle.
  const isLong = time.precision === 'day' || time.precision === 'month';
  const at = isLong && open === undefined ? (from + until) / 2 : named;
  return { at, from: Math.min(from, at), until: Math.max(until, at), extent: 'window', open };
}

/** First and last instant that any mark covers; undefined when there is none. */
export function extentOfMarks({ lanes }: ChainMarks): TimeSpan | undefined {
  let from = Number.POSITIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  for (const lane of laneIds)
    for (const mark of lanes[lane]) {
      from = Math.min(from, mark.from);
      until = Math.max(until, mark.until);
    }
  return from > until ? undefined : { from, until };
}

/** All that marks cover, for the axis: in order and without overlaps. */
export function coveredSpans({ lanes }: ChainMarks): readonly TimeSpan[] {
  return joinSpans(laneIds.flatMap((lane) => lanes[lane]));
}
