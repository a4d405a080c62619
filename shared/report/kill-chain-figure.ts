import { type AxisSegment, breakAxis } from '../domain/chain/broken-axis.ts';
import { coveredSpans, extentOfMarks, toChainMarks } from '../domain/chain/chain-marks.ts';
import { chainTurns } from '../domain/chain/chain-turns.ts';
import { barsPath, breaksOf, marksPath, turnsPath } from '../domain/chain/lane-shapes.ts';
import { type LaneDrawing, layOutLanes } from '../domain/chain/lay-out-lanes.ts';
import { stageNumber } from '../domain/kill-chain.ts';
import { formatDuration, formatInstant } from '../domain/time/format-time.ts';
import { tickLabel, timeTicks } from '../domain/time/time-ticks.ts';
import { msPer } from '../domain/time/zone.ts';
import type { BlockOf, SvgNode, TableBlock } from './document.ts';
import { counts } from './model-entries.ts';
import type { ReportModel } from './report-model.ts';
import type { Words } from './report-words.ts';

const width = 680;
const labelWidth = 168;
const axisHeight = 34;
const laneHeight = 30;
const tickPx = 64;
const letterPx = 5.6;

/** The stages as lanes over time, laid out as the kill-chain view lays them out. */
export function killChainFigure(
  model: ReportModel,
  words: Words,
  table: TableBlock,
): BlockOf<'figure'> {
  const entries = model.entries.filter(counts).map(({ id, content }) => ({
    id,
    content,
    at: content.at,
  }));
  const marks = toChainMarks(entries);
  const span = extentOfMarks(marks) ?? { from: 0, until: 1 };
  const axis = breakAxis(coveredSpans(marks), span, width - labelWidth);
  const lanes = layOutLanes(marks, axis, span);
  const height = axisHeight + lanes.length * laneHeight + 4;
  const middle = (index: number) => axisHeight + index * laneHeight + laneHeight / 2;
  const back = turnsPath(chainTurns(marks), axis, (lane) =>
    middle(lanes.findIndex((each) => each.lane === lane)),
  );
  const untimed = lanes.some((lane) => lane.untimed.length > 0);
  const gaps = new Set(model.stages.filter(({ state }) => state === 'gap').map(({ id }) => id));
  return {
    kind: 'figure',
    size: 'wide',
    caption: [
      words.say('swimlane'),
      words.say('sentenceGap'),
      words.say('swimlaneNote'),
      untimed ? words.say('vagueNote') : '',
    ].join(''),
    svg: {
      tag: 'svg',
      attributes: { viewBox: `0 0 ${width} ${height}`, class: 'paper-lanes', role: 'img' },
      children: [
        { tag: 'title', attributes: {}, children: [words.say('swimlane')] },
        ...lanes.map((lane, index) => laneName(lane, middle(index), gaps, words)),
        {
          tag: 'g',
          attributes: { transform: `translate(${labelWidth} 0)` },
          children: [
            ...breaksOf(axis).flatMap((gap) => drawBreak(gap, height, words)),
            ...axis.segments.flatMap((segment) => drawTicks(segment, model, words)),
            ...lanes.flatMap((lane, index) => drawLane(lane, middle(index), axis.width)),
            path(back.ways, 'paper-lane-back'),
            path(back.heads, 'paper-lane-head'),
          ],
        },
      ],
    },
    table,
  };
}

function laneName(
  { lane, marks, untimed }: LaneDrawing,
  y: number,
  gaps: ReadonlySet<string>,
  words: Words,
): SvgNode {
  if (lane === 'defence') return text(0, y + 4, 'paper-lane-name', words.say('laneDefence'));
  const name = `${stageNumber(lane) ?? ''} ${words.stageName(lane)}`;
  if (marks.length + untimed.length > 0) return text(0, y + 4, 'paper-lane-name', name);
  // A question mark where something is missing between what is there.
  return text(0, y + 4, 'paper-lane-name paper-faint', gaps.has(lane) ? `${name} ?` : name);
}

function drawLane(lane: LaneDrawing, y: number, right: number): readonly SvgNode[] {
  const { groups, bars } = lane;
  const look = lane.lane === 'defence' ? '' : `paper-stage-${stageNumber(lane.lane) ?? ''}`;
  return [
    line(-labelWidth, y - laneHeight / 2, right, y - laneHeight / 2, 'paper-lane-rule'),
    path(barsPath(bars, y, 'window'), `paper-lane-window ${look}`),
    path(barsPath(bars, y, 'interval'), `paper-lane-interval ${look}`),
    path(barsPath(bars, y, 'before') + barsPath(bars, y, 'after'), `paper-lane-tail ${look}`),
    path(marksPath(groups, y, false), `paper-mark ${look}`),
    path(marksPath(groups, y, true), `paper-mark paper-mark-uncertain ${look}`),
    ...groups
      .filter(({ count }) => count > 1)
      .map(({ x, count, hollow }) =>
        text(
          x,
          y + 3.6,
          hollow ? 'paper-mark-count paper-mark-count-uncertain' : 'paper-mark-count',
          String(count),
        ),
      ),
  ].filter(({ tag, attributes }) => tag !== 'path' || attributes['d'] !== '');
}

function drawBreak(
  { left, right, ms }: ReturnType<typeof breaksOf>[number],
  height: number,
  words: Words,
): readonly SvgNode[] {
  const unit = ms > 2 * msPer.day ? msPer.day : msPer.hour;
  const length = formatDuration(Math.max(unit, Math.round(ms / unit) * unit), words.language);
  return [
    {
      tag: 'rect',
      attributes: {
        x: round(left),
        y: axisHeight,
        width: round(right - left),
        height: height - axisHeight - 4,
        class: 'paper-gap-band',
      },
      children: [],
    },
    path(`M${round(left + 7)} 14l4 -10m3 10l4 -10`, 'paper-gap-mark'),
    text((left + right) / 2, 28, 'paper-axis paper-axis-middle', length),
  ];
}

function drawTicks(
  { from, until, left, right }: AxisSegment,
  { zone }: ReportModel,
  { language }: Words,
): readonly SvgNode[] {
  const x = (ms: number) => left + ((ms - from) / Math.max(1, until - from)) * (right - left);
  const day = formatInstant(from, { zone, locale: language, style: 'short' }, 'day');
  const start = [day, day.slice(5)].find((label) => label.length * letterPx <= right - left + 4);
  const wanted = Math.floor((right - left) / tickPx);
  const { instants, about } = timeTicks({ from, to: until }, zone, wanted);
  return [
    ...(start === undefined ? [] : [text(left, 12, 'paper-axis paper-axis-upper', start)]),
    ...instants.flatMap((at) => {
      const label = tickLabel(at, zone, about).replace(day.slice(0, 5), '');
      const fits = x(at) + label.length * letterPx <= right + 4;
      return fits ? [text(x(at), 28, 'paper-axis', label)] : [];
    }),
  ];
}

function text(x: number, y: number, look: string, content: string): SvgNode {
  return { tag: 'text', attributes: { x: round(x), y, class: look }, children: [content] };
}

function path(d: string, look: string): SvgNode {
  return { tag: 'path', attributes: { d, class: look.trim() }, children: [] };
}

function line(x1: number, y1: number, x2: number, y2: number, look: string): SvgNode {
  const attributes = { x1: round(x1), y1, x2: round(x2), y2, class: look };
  return { tag: 'line', attributes, children: [] };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
