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

/** Radius of a mark by how many it stands for, in px. */
export function markRadius(count: number): number {
  if (count === 1) return 5.5;
  return count < 10 ? 8 : count < 100 ? 9.5 : 11.5;
}

/** Air between two marks. */
const airPx = 3;
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

/** What would stand on each other becomes one mark; more of them need a larger one, which has room for its count. */
function groupMarks(
  marks: readonly ChainMark[],
  axis: BrokenAxis,
  span: TimeSpan,
): readonly MarkGroup[] {
  const groups: OpenGroup[] = [];
  let open: OpenGroup | undefined;
  for (let index = firstFrom(marks, span.from); index < marks.length; index += 1) {
    const mark = marks[index];
    // What only reaches into the span has its bar, not its mark, in it.
    if (mark === undefined || mark.at > span.until) break;
    const x = axis.x(mark.at);
    if (open !== undefined && x - open.left <= 2 * radiusOf(open) + airPx) {
      open.right = x;
      open.last = index;
      open.hollow &&= mark.hollow;
      continue;
    }
    if (open !== undefined) closeGroup(groups, open);
    open = { left: x, right: x, first: index, last: index, hollow: mark.hollow };
  }
  if (open !== undefined) closeGroup(groups, open);
  return groups.map((group) => {
    const { first, last, hollow } = group;
    return { x: middleOf(group), first, last, count: last - first + 1, hollow };
  });
}

/** The first of the marks that stands at or after an instant. */
function firstFrom(marks: readonly ChainMark[], from: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.at ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

type OpenGroup = {
  readonly left: number;
  right: number;
  readonly first: number;
  last: number;
  hollow: boolean;
};

function middleOf({ left, right }: OpenGroup): number {
  return (left + right) / 2;
}

function radiusOf({ first, last }: OpenGroup): number {
  return markRadius(last - first + 1);
}

/** A mark right behind a wide group would stand on it all the same, since a group stands in its middle. */
function closeGroup(groups: OpenGroup[], group: OpenGroup): void {
  const before = groups.at(-1);
  const apart = before === undefined ? Infinity : middleOf(group) - middleOf(before);
  if (before === undefined || apart >= radiusOf(before) + radiusOf(group)) {
    groups.push(group);
    return;
  }
  groups.pop();
  // Together they are larger, and may reach the one before.
  closeGroup(groups, {
    left: before.left,
    right: group.right,
    first: before.first,
    last: group.last,
    hollow: before.hollow && group.hollow,
  });
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
    // Of most marks nothing can be seen but the mark: they are known without asking where they stand.
    if (mark.open === undefined && (mark.until - mark.from) * axis.mostPxPerMs < leastBarPx)
      continue;
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
