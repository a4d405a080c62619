import type { BrokenAxis, TimeSpan } from './broken-axis.ts';
import { type ChainMark, type ChainMarks, type LaneId, laneIds } from './chain-marks.ts';

/** Marks of a lane that would fall on each other, as one: `marks[first]` to `marks[last]`. */
export type MarkGroup = {
  readonly x: number;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  /** True when all of them are concluded and not seen. */
  readonly hollow: boolean;
};

/** A stretch over which marks reach, in px. */
export type LaneBar = {
  readonly left: number;
  readonly right: number;
  readonly look: 'interval' | 'window' | 'before' | 'after';
};

/** What a lane shows of a span of time. */
export type LaneDrawing = {
  readonly lane: LaneId;
  /** All marks of the lane, in the order of time. */
  readonly marks: readonly ChainMark[];
  readonly groups: readonly MarkGroup[];
  readonly bars: readonly LaneBar[];
  /** Entries of unknown time. */
  readonly untimed: readonly string[];
};

/** Marks closer than this become one. */
export const markPx = 15;
/** A bar narrower than its mark says nothing. */
const leastBarPx = 11;
/** How far the tail of "before" and "after" reaches. */
const tailPx = 26;

/**
 * Lays the marks of a span out in lanes: what falls on the same place is one mark with a count, so that
 * there is never more to draw than the width has room for.
 */
export function layOutLanes(
  { lanes, untimed }: ChainMarks,
  axis: BrokenAxis,
  span: TimeSpan,
): readonly LaneDrawing[] {
  return laneIds.map((lane) => ({
    lane,
    marks: lanes[lane],
    groups: groupMarks(lanes[lane], axis, span),
    bars: barsOf(lanes[lane], axis, span),
    untimed: untimed[lane],
  }));
}

function groupMarks(
  marks: readonly ChainMark[],
  axis: BrokenAxis,
  span: TimeSpan,
): readonly MarkGroup[] {
  const groups: MarkGroup[] = [];
  let first = 0;
  let last = -1;
  let left = 0;
  let right = 0;
  let hollow = true;
  const close = () => {
    if (last >= first)
      groups.push({ x: (left + right) / 2, first, last, count: last - first + 1, hollow });
  };
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index];
    // What only reaches into the span has its bar, not its mark, in it.
    if (mark === undefined || mark.at < span.from || mark.at > span.until) continue;
    const x = axis.x(mark.at);
    if (last < first || x - left > markPx) {
      close();
      first = index;
      left = x;
      hollow = true;
    }
    last = index;
    right = x;
    hollow &&= mark.hollow;
  }
  close();
  return groups;
}

function barsOf(marks: readonly ChainMark[], axis: BrokenAxis, span: TimeSpan): readonly LaneBar[] {
  const open: Record<LaneBar['look'], LaneBar[]> = {
    interval: [],
    window: [],
    before: [],
    after: [],
  };
  const add = (look: LaneBar['look'], left: number, right: number) => {
    const list = open[look];
    const before = list.at(-1);
    // Marks come by their place and not by where their bars begin, so a bar may reach over the last one.
    if (before !== undefined && left <= before.right + 1 && right >= before.left - 1)
      list[list.length - 1] = {
        look,
        left: Math.min(left, before.left),
        right: Math.max(right, before.right),
      };
    else list.push({ look, left, right });
  };
  for (const mark of marks) {
    if (mark.until < span.from || mark.from > span.until) continue;
    const x = axis.x(mark.at);
    if (mark.open === 'before') add('before', Math.max(0, x - tailPx), x);
    if (mark.open === 'after') add('after', x, Math.min(axis.width, x + tailPx));
    const left = axis.x(mark.from);
    const right = axis.x(mark.until);
    if (right - left >= leastBarPx) add(mark.extent, left, right);
  }
  return [...open.window, ...open.interval, ...open.before, ...open.after];
}

/** The group that holds a mark of the lane; -1 when it is not in the span. */
export function groupOf({ groups }: LaneDrawing, index: number): number {
  return groups.findIndex(({ first, last }) => index >= first && index <= last);
}

/** The group nearest to a place; -1 when the lane shows none. */
export function nearestGroup({ groups }: LaneDrawing, x: number): number {
  let best = -1;
  for (const [index, group] of groups.entries())
    if (best < 0 || Math.abs(group.x - x) < Math.abs((groups[best]?.x ?? 0) - x)) best = index;
  return best;
}

/** First and last instant of a group's marks. */
export function spanOfGroup({ marks }: LaneDrawing, { first, last }: MarkGroup): TimeSpan {
  let from = Number.POSITIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  for (const mark of marks.slice(first, last + 1)) {
    from = Math.min(from, mark.at);
    until = Math.max(until, mark.at);
  }
  return { from, until };
}
