import type { BlockOf, SvgNode, TableBlock } from './document.ts';
import { divideTime, type FigureColumns } from './figure-columns.ts';
import type { ReportEntry, ReportModel, ReportStage } from './report-model.ts';
import type { Words } from './report-words.ts';

const width = 680;
const labelWidth = 168;
const axisHeight = 34;
const laneHeight = 27;
const widestColumn = 84;

type Cell = { count: number; uncertain: number };

/** The seven stages as lanes over time: how many entries where, and from when to when. */
export function killChainFigure(
  model: ReportModel,
  words: Words,
  table: TableBlock,
): BlockOf<'figure'> {
  const lanes = model.stages.filter(({ number }) => number !== undefined);
  const staged = [...new Set(lanes.flatMap(({ entries }) => entries))];
  const time = divideTime(staged, model.zone, model.language);
  const vague = staged.some((entry) => time.columnOf(entry) === undefined);
  const places = time.columns.length + (vague ? 1 : 0);
  const step = Math.min(widestColumn, (width - labelWidth - 8) / Math.max(1, places));
  const x = (position: number) => labelWidth + step * (position + 0.5);
  const height = axisHeight + lanes.length * laneHeight + 4;
  const right = labelWidth + step * places;
  return {
    kind: 'figure',
    size: 'wide',
    caption: [
      words.say('swimlane'),
      words.say('sentenceGap'),
      words.say('swimlaneNote'),
      vague ? words.say('vagueNote') : '',
    ].join(''),
    svg: {
      tag: 'svg',
      attributes: { viewBox: `0 0 ${width} ${height}`, class: 'paper-lanes', role: 'img' },
      children: [
        { tag: 'title', attributes: {}, children: [words.say('swimlane')] },
        ...axis(time, x, height),
        ...(vague ? [text(x(places - 1), 28, 'paper-axis', words.say('vagueColumn'))] : []),
        ...lanes.flatMap((lane, index) =>
          drawLane(lane, axisHeight + index * laneHeight, { time, x, right, places, words }),
        ),
      ],
    },
    table,
  };
}

function axis(
  { columns }: FigureColumns,
  x: (position: number) => number,
  height: number,
): readonly SvgNode[] {
  return columns.flatMap(({ label, upper, afterGap }, position) => {
    const nodes: SvgNode[] = [text(x(position), 28, 'paper-axis', label)];
    if (upper !== '' && upper !== columns[position - 1]?.upper)
      nodes.push(text(x(position), 14, 'paper-axis paper-axis-upper', upper));
    if (afterGap) {
      const middle = (x(position - 1) + x(position)) / 2;
      nodes.push(line(middle, axisHeight, middle, height - 4, 'paper-gap-line'));
      nodes.push(line(middle - 3, 31, middle + 3, 21, 'paper-gap-mark'));
    }
    return nodes;
  });
}

type Drawing = {
  readonly time: FigureColumns;
  readonly x: (position: number) => number;
  readonly right: number;
  readonly places: number;
  readonly words: Words;
};

function drawLane(
  stage: ReportStage,
  top: number,
  { time, x, right, places, words }: Drawing,
): readonly SvgNode[] {
  const middle = top + laneHeight / 2;
  const cells = countCells(stage.entries, time, places - 1);
  const timed = [...cells.keys()].filter((position) => position < time.columns.length);
  const first = Math.min(...timed);
  const last = Math.max(...timed);
  const name = `${stage.number} ${words.stageName(stage.id)}`;
  const isEmpty = stage.state !== 'reached';
  return [
    line(0, top, right, top, 'paper-lane-rule'),
    text(0, middle + 4, isEmpty ? 'paper-lane-name paper-faint' : 'paper-lane-name', name),
    ...(isEmpty && stage.state === 'gap'
      ? [text(labelWidth + 8, middle + 4, 'paper-lane-gap', `? ${words.say('noEntriesSeen')}`)]
      : []),
    ...(timed.length > 1
      ? [line(x(first), middle, x(last), middle, `paper-lane-span paper-stage-${stage.number}`)]
      : []),
    ...[...cells].flatMap(([position, cell]) => drawCell(x(position), middle, cell, stage)),
  ];
}

function countCells(
  entries: readonly ReportEntry[],
  time: FigureColumns,
  vaguePosition: number,
): ReadonlyMap<number, Cell> {
  const cells = new Map<number, Cell>();
  for (const entry of entries) {
    const position = time.columnOf(entry);
    const cell = cells.get(position ?? vaguePosition) ?? { count: 0, uncertain: 0 };
    const { plusMinusMs, relation } = entry.content.at;
    cell.count += 1;
    if (position === undefined || plusMinusMs > 0 || relation !== 'at') cell.uncertain += 1;
    cells.set(position ?? vaguePosition, cell);
  }
  return cells;
}

function drawCell(x: number, y: number, cell: Cell, stage: ReportStage): readonly SvgNode[] {
  const radius = cell.count < 10 ? 9 : cell.count < 100 ? 10.5 : 12.5;
  const isUncertain = cell.uncertain === cell.count;
  const look = `paper-mark paper-stage-${stage.number}${isUncertain ? ' paper-mark-uncertain' : ''}`;
  return [
    { tag: 'circle', attributes: { cx: round(x), cy: y, r: radius, class: look }, children: [] },
    text(
      x,
      y + 3.8,
      isUncertain ? 'paper-mark-count paper-mark-count-uncertain' : 'paper-mark-count',
      String(cell.count),
    ),
  ];
}

function text(x: number, y: number, look: string, content: string): SvgNode {
  return { tag: 'text', attributes: { x: round(x), y, class: look }, children: [content] };
}

function line(x1: number, y1: number, x2: number, y2: number, look: string): SvgNode {
  const attributes = { x1: round(x1), y1, x2: round(x2), y2, class: look };
  return { tag: 'line', attributes, children: [] };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
