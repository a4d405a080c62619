import type { AxisSegment, BrokenAxis } from '#shared/domain/chain/broken-axis.ts';
import { segmentDays } from '#shared/domain/chain/segment-days.ts';
import type { ChainTurn } from '#shared/domain/chain/chain-turns.ts';
import { barsPath, breaksOf, circlePath, turnsPath } from '#shared/domain/chain/lane-shapes.ts';
import {
  type LaneDrawing,
  type MarkGroup,
  markRadius,
} from '#shared/domain/chain/lay-out-lanes.ts';
import { formatDuration, formatInstant, type TimeLocale } from '#shared/domain/time/format-time.ts';
import { tickLabel, timeTicks } from '#shared/domain/time/time-ticks.ts';
import { msPer } from '#shared/domain/time/zone.ts';
import { axisHeight, laneHeight, laneMiddle } from './swimlane-sizes.ts';
import type { SwimlaneInk } from './swimlane-ink.ts';

const tickPx = 76;
const letterPx = 6.4;

/** What is drawn: axis, bars, ways back, marks. */
export type SwimlanePicture = {
  readonly lanes: readonly LaneDrawing[];
  readonly turns: readonly ChainTurn[];
  readonly axis: BrokenAxis;
  readonly zone: string;
  readonly locale: TimeLocale;
};

type Paper = CanvasRenderingContext2D;

/**
 * Draws the whole swimlane, in CSS px.
 *
 * Thousands of entries are a few hundred marks, and turning a wheel moves every one of them: as elements they cost
 * ten times what they cost as ink.
 */
export function drawSwimlane(paper: Paper, picture: SwimlanePicture, ink: SwimlaneInk): void {
  const { lanes, turns, axis } = picture;
  const height = axisHeight + lanes.length * laneHeight;
  drawDays(paper, picture, ink);
  for (const segment of axis.segments) drawTicks(paper, segment, picture, ink, height);
  drawBreaks(paper, picture, ink, height);
  for (const [index, lane] of lanes.entries()) {
    drawRule(paper, axisHeight + index * laneHeight, axis.width, ink);
    drawBars(paper, lane, laneMiddle(index), ink);
  }
  const back = turnsPath(turns, axis, (id) =>
    laneMiddle(lanes.findIndex(({ lane }) => lane === id)),
  );
  // Under the marks, whose counts have to be read; the heads of the arrows over them.
  // A dash of one px is drawn many times faster than any that is wider.
  stroke(paper, back.ways, { colour: ink.muted, width: 1, dash: [5, 2] });
  for (const [index, lane] of lanes.entries()) drawMarks(paper, lane, laneMiddle(index), ink);
  fill(paper, back.heads, ink.muted);
}

function fill(paper: Paper, path: string, colour: string, alpha = 1): void {
  if (path === '') return;
  paper.globalAlpha = alpha;
  paper.fillStyle = colour;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is no array
  paper.fill(new Path2D(path));
  paper.globalAlpha = 1;
}

type Pen = { readonly colour: string; readonly width: number; readonly dash?: readonly number[] };

function stroke(paper: Paper, path: string, { colour, width, dash = [] }: Pen): void {
  if (path === '') return;
  paper.strokeStyle = colour;
  paper.lineWidth = width;
  paper.setLineDash([...dash]);
  paper.stroke(new Path2D(path));
  paper.setLineDash([]);
}

/** A line of one px that does not lie between two. */
function drawRule(paper: Paper, y: number, width: number, { line }: SwimlaneInk): void {
  paper.fillStyle = line;
  paper.fillRect(0, y, width, 1);
}

function drawBars(paper: Paper, { lane, bars }: LaneDrawing, y: number, ink: SwimlaneInk): void {
  const colour = ink.lane(lane);
  fill(paper, barsPath(bars, y, 'window'), colour, 0.22);
  fill(paper, barsPath(bars, y, 'interval'), colour, 0.65);
  const tails = barsPath(bars, y, 'before') + barsPath(bars, y, 'after');
  stroke(paper, tails, { colour, width: 2, dash: [3, 3] });
}

function drawMarks(paper: Paper, drawing: LaneDrawing, y: number, ink: SwimlaneInk): void {
  const { lane, groups, marks } = drawing;
  const colour = ink.lane(lane);
  if (lane === 'defence') fill(paper, defencePath(groups, marks, y), colour);
  else {
    paper.fillStyle = colour;
    outlineMarks(paper, groups, y, false);
    paper.fill();
    paper.fillStyle = ink.panel;
    paper.strokeStyle = colour;
    paper.lineWidth = 2;
    outlineMarks(paper, groups, y, true);
    paper.fill();
    paper.stroke();
  }
  paper.font = `700 10.5px ${ink.font}`;
  paper.textAlign = 'center';
  for (const { x, count, hollow } of groups) {
    if (count === 1) continue;
    paper.fillStyle = hollow && lane !== 'defence' ? colour : ink.onStage;
    paper.fillText(String(count), x, y + 3.5);
  }
}

function outlineMarks(
  paper: Paper,
  groups: readonly MarkGroup[],
  y: number,
  wantsHollow: boolean,
): void {
  paper.beginPath();
  for (const { x, count, hollow } of groups) {
    if (hollow !== wantsHollow) continue;
    const r = markRadius(count);
    paper.moveTo(x + r, y);
    paper.arc(x, y, r, 0, 2 * Math.PI);
  }
}

/** Defenders' marks have the shapes that the timeline gives them; several on one place are a square. */
function defencePath(groups: readonly MarkGroup[], marks: LaneDrawing['marks'], y: number): string {
  return groups
    .map(({ x, count, first }) => {
      const r = markRadius(count);
      const left = Math.round((x - r) * 10) / 10;
      if (count > 1) return `M${left} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`;
      const kind = marks[first]?.kind;
      if (kind === 'decision') return `M${left} ${y + r - 1}h${2 * r}l${-r} ${-2 * r + 1}z`;
      if (kind === 'milestone')
        return `M${left} ${y + r + 1}v${-2 * r - 2}h${2 * r}l-3 3.5l3 3.5h${-2 * r + 1.5}v5z`;
      return circlePath(x, y, r);
    })
    .join('');
}

function drawBreaks(
  paper: Paper,
  { axis, locale }: SwimlanePicture,
  ink: SwimlaneInk,
  height: number,
): void {
  paper.font = `10px ${ink.font}`;
  paper.textAlign = 'center';
  for (const { left, right, ms } of breaksOf(axis)) {
    paper.fillStyle = ink.sunken;
    paper.fillRect(left, axisHeight, right - left, height - axisHeight);
    stroke(paper, `M${left + 7} 14l4 -10m3 10l4 -10`, { colour: ink.muted, width: 1 });
    paper.fillStyle = ink.muted;
    paper.fillText(formatDuration(roundedMs(ms), locale), (left + right) / 2, 29);
  }
}

/** As much of a length of time as there is room for. */
function roundedMs(ms: number): number {
  const unit = ms > 2 * msPer.day ? msPer.day : ms > 2 * msPer.hour ? msPer.hour : msPer.minute;
  return Math.max(unit, Math.round(ms / unit) * unit);
}

function drawDays(paper: Paper, { axis, zone, locale }: SwimlanePicture, ink: SwimlaneInk): void {
  const dayOf = (ms: number) => formatInstant(ms, { zone, locale, style: 'short' }, 'day');
  paper.font = `11px ${ink.font}`;
  paper.textAlign = 'left';
  paper.fillStyle = ink.text;
  for (const [at, day] of segmentDays(axis.segments, dayOf, letterPx).entries())
    if (day !== undefined) paper.fillText(day, axis.segments[at]?.left ?? 0, 12);
}

function drawTicks(
  paper: Paper,
  { from, until, left, right }: AxisSegment,
  { zone, locale }: SwimlanePicture,
  ink: SwimlaneInk,
  height: number,
): void {
  const x = (ms: number) => left + ((ms - from) / Math.max(1, until - from)) * (right - left);
  const span = { from, to: until };
  const { instants, about } = timeTicks(span, zone, Math.floor((right - left) / tickPx));
  // The year stands above, where there is room for it.
  const year = formatInstant(from, { zone, locale, style: 'short' }, 'day').slice(0, 5);
  for (const at of instants) {
    const place = Math.round(x(at));
    paper.fillStyle = ink.line;
    paper.fillRect(place, axisHeight - 6, 1, height - axisHeight + 6);
    const text = tickLabel(at, zone, about).replace(year, '');
    if (place + 3 + text.length * letterPx > right + 2) continue;
    paper.fillStyle = ink.muted;
    paper.fillText(text, place + 3, 29);
  }
}
