import { breakAxis } from '../domain/chain/broken-axis.ts';
import { coveredSpans, extentOfMarks, toChainMarks } from '../domain/chain/chain-marks.ts';
import { chainTurns } from '../domain/chain/chain-turns.ts';
import { barsPath, breaksOf, marksPath, turnsPath } from '../domain/chain/lane-shapes.ts';
import { type LaneDrawing, layOutLanes } from '../domain/chain/lay-out-lanes.ts';
import { stageNumber } from '../domain/kill-chain.ts';
import { axisHeight, drawBreak, drawTicks } from './axis-drawing.ts';
import type { BlockOf, SvgNode, TableBlock } from './document.ts';
import { counts } from './model-entries.ts';
import type { ReportModel } from './report-model.ts';
import type { Words } from './report-words.ts';
import { svgFigure, svgLine, svgPath, svgText } from './svg-nodes.ts';

const width = 680;
const labelWidth = 168;
const laneHeight = 30;

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
    svg: svgFigure(width, height, words.say('swimlane'), [
      ...lanes.map((lane, index) => laneName(lane, middle(index), gaps, words)),
      {
        tag: 'g',
        attributes: { transform: `translate(${labelWidth} 0)` },
        children: [
          ...breaksOf(axis).flatMap((gap) => drawBreak(gap, height, words)),
          ...drawTicks(axis.segments, model.zone, words),
          ...lanes.flatMap((lane, index) => drawLane(lane, middle(index), axis.width)),
          svgPath(back.ways, 'paper-lane-back'),
          svgPath(back.heads, 'paper-lane-head'),
        ],
      },
    ]),
    table,
  };
}

function laneName(
  { lane, marks, untimed }: LaneDrawing,
  y: number,
  gaps: ReadonlySet<string>,
  words: Words,
): SvgNode {
  if (lane === 'defence') return svgText(0, y + 4, 'paper-lane-name', words.say('laneDefence'));
  const name = `${stageNumber(lane) ?? ''} ${words.stageName(lane)}`;
  if (marks.length + untimed.length > 0) return svgText(0, y + 4, 'paper-lane-name', name);
  // A question mark where something is missing between what is there.
  return svgText(0, y + 4, 'paper-lane-name paper-faint', gaps.has(lane) ? `${name} ?` : name);
}

function drawLane(lane: LaneDrawing, y: number, right: number): readonly SvgNode[] {
  const { groups, bars } = lane;
  const look = lane.lane === 'defence' ? '' : `paper-stage-${stageNumber(lane.lane) ?? ''}`;
  return [
    svgLine(-labelWidth, y - laneHeight / 2, right, y - laneHeight / 2, 'paper-lane-rule'),
    svgPath(barsPath(bars, y, 'window'), `paper-lane-window ${look}`),
    svgPath(barsPath(bars, y, 'interval'), `paper-lane-interval ${look}`),
    svgPath(barsPath(bars, y, 'before') + barsPath(bars, y, 'after'), `paper-lane-tail ${look}`),
    svgPath(marksPath(groups, y, false), `paper-mark ${look}`),
    svgPath(marksPath(groups, y, true), `paper-mark paper-mark-uncertain ${look}`),
    ...groups
      .filter(({ count }) => count > 1)
      .map(({ x, count, hollow }) =>
        svgText(
          x,
          y + 3.6,
          hollow ? 'paper-mark-count paper-mark-count-uncertain' : 'paper-mark-count',
          String(count),
        ),
      ),
  ].filter(({ tag, attributes }) => tag !== 'path' || attributes['d'] !== '');
}
