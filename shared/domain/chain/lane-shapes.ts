import { stageIds } from '../kill-chain.ts';
import type { BrokenAxis } from './broken-axis.ts';
import type { LaneId } from './chain-marks.ts';
import type { ChainTurn } from './chain-turns.ts';
import { type LaneBar, type MarkGroup, markRadius } from './lay-out-lanes.ts';

/** SVG path of the marks of a lane, all of one look in one path: a hundred elements less to draw. */
export function marksPath(groups: readonly MarkGroup[], y: number, hollow: boolean): string {
  return groups
    .filter((group) => group.hollow === hollow)
    .map(({ x, count }) => {
      const r = markRadius(count);
      return circlePath(x, y, r);
    })
    .join('');
}

/** How far the handles of a quarter of a circle reach, for a radius of 1; less than 0.03 % beside the circle. */
const quarter = 0.5523;

/** SVG path of a circle in curves: paper formats have no arcs. */
export function circlePath(x: number, y: number, r: number): string {
  const near = px(r * quarter);
  const rest = px(r - r * quarter);
  return (
    `M${px(x - r)} ${y}c0 ${-near} ${rest} ${-r} ${r} ${-r}c${near} 0 ${r} ${rest} ${r} ${r}` +
    `c0 ${near} ${-rest} ${r} ${-r} ${r}c${-near} 0 ${-r} ${-rest} ${-r} ${-r}z`
  );
}

/** Half heights of bars, in px. */
const halfHeights = { window: 7, interval: 3.5, before: 0, after: 0 } as const;

/** SVG path of the bars of one look; those of an open side are lines. */
export function barsPath(bars: readonly LaneBar[], y: number, look: LaneBar['look']): string {
  const half = halfHeights[look];
  return bars
    .filter((bar) => bar.look === look)
    .map(({ left, right }) =>
      half === 0
        ? `M${px(left)} ${y}H${px(right)}`
        : `M${px(left)} ${y - half}H${px(right)}V${y + half}H${px(left)}Z`,
    )
    .join('');
}

/** SVG paths of the turns that lie on an axis: the ways back, and the heads of their arrows. */
export function turnsPath(
  turns: readonly ChainTurn[],
  axis: BrokenAxis,
  yOf: (lane: LaneId) => number,
): { readonly ways: string; readonly heads: string } {
  const first = axis.segments[0]?.from ?? 0;
  const last = axis.segments.at(-1)?.until ?? 0;
  const shown: ShownTurn[] = [];
  for (const { from, to, left, reached } of turns) {
    if (reached < first || left > last) continue;
    shown.push({ from, to, x1: axis.x(left), x2: axis.x(reached) });
  }
  let ways = '';
  let heads = '';
  for (const { from, to, x1, x2 } of apart(shown)) {
    const y1 = yOf(from) - 8;
    const y2 = yOf(to) + 12;
    const middle = (y1 + y2) / 2;
    ways += `M${px(x1)} ${y1}C${px(x1)} ${middle} ${px(x2)} ${middle} ${px(x2)} ${y2}`;
    heads += `M${px(x2)} ${y2 - 4}l3.5 6h-7z`;
  }
  return { ways, heads };
}

type ShownTurn = Pick<ChainTurn, 'from' | 'to'> & { readonly x1: number; readonly x2: number };

/** More ways back than this are a thicket in which nobody can follow one. */
const mostWays = 64;
/** No drawing has more px. */
const widest = 100_000;

/** Turns that nobody could tell apart are drawn once: of a few those on one place, of many those near each other. */
function apart(turns: readonly ShownTurn[]): readonly ShownTurn[] {
  let left = turns;
  for (const cellPx of [8, 16, 24, 32, 48]) {
    const places = new Set<number>();
    left = left.filter(({ from, to, x1, x2 }) => {
      const stages = stageIds.indexOf(from) * stageIds.length + stageIds.indexOf(to);
      const place = (stages * widest + Math.round(x1 / cellPx)) * widest + Math.round(x2 / cellPx);
      if (places.has(place)) return false;
      places.add(place);
      return true;
    });
    if (left.length <= mostWays) break;
  }
  return left;
}

/** Places of the breaks of an axis, in px, with the time that each leaves out in ms. */
export function breaksOf({
  segments,
}: BrokenAxis): readonly { readonly left: number; readonly right: number; readonly ms: number }[] {
  return segments.flatMap((segment, index) => {
    const next = segments[index + 1];
    if (next === undefined) return [];
    return [{ left: segment.right, right: next.left, ms: next.from - segment.until }];
  });
}

function px(value: number): number {
  return Math.round(value * 10) / 10;
}
