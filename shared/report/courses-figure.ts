import { killChain } from '../catalogue/kill-chain.ts';
import { courseActions, type CourseOutcome, courseOutcomes } from '../domain/chain/course.ts';
import { circlePath } from '../domain/chain/lane-shapes.ts';
import { stageIds, stageNumber } from '../domain/kill-chain.ts';
import { say } from '../i18n/messages.ts';
import { outcomeMessages } from '../i18n/word-course.ts';
import type { BlockOf, SvgNode, TableBlock } from './document.ts';
import type { ReportCourse } from './model-defence.ts';
import type { Words } from './report-words.ts';
import { svgFigure, svgLine, svgNumber, svgPath, svgRect, svgText } from './svg-nodes.ts';

const width = 680;
const nameWidth = 168;
const column = (width - nameWidth) / courseActions.length;
const headHeight = 24;
const rowHeight = 30;
const legendHeight = 34;
const mark = 5;
const markStep = 15;
/** Shapes that fit in a cell; beyond that their number stands there. */
const mostShapes = 4;

/** Measures by stage and purpose, each outcome a shape of its own so that it reads without colour. */
export function coursesFigure(
  courses: readonly ReportCourse[],
  words: Words,
  table: TableBlock,
): BlockOf<'figure'> {
  const bottom = headHeight + stageIds.length * rowHeight;
  return {
    kind: 'figure',
    size: 'wide',
    caption: words.say('coursesNote'),
    svg: svgFigure(width, bottom + legendHeight, words.say('courses'), [
      ...killChain.coursesOfAction.map(({ name }, at) =>
        svgText(
          nameWidth + (at + 0.5) * column,
          14,
          'paper-axis paper-axis-middle',
          name[words.language],
        ),
      ),
      ...stageIds.flatMap((stage, row) => {
        const top = headHeight + row * rowHeight;
        const name = `${stageNumber(stage)} ${words.stageName(stage)}`;
        return [
          svgLine(0, top, width, top, 'paper-lane-rule'),
          svgText(0, top + rowHeight / 2 + 4, 'paper-lane-name', name),
        ];
      }),
      ...stageIds.flatMap((stage, row) =>
        courseActions.flatMap((action, at) =>
          drawCell(
            courses.filter((course) => course.stage === stage && course.action === action),
            nameWidth + at * column,
            headHeight + row * rowHeight,
          ),
        ),
      ),
      svgLine(0, bottom, width, bottom, 'paper-lane-rule'),
      ...courseOutcomes.flatMap((outcome, index) => {
        const at = 8 + index * 132;
        const text = say(words.language, outcomeMessages[outcome]);
        return [
          ...shape(outcome, at, bottom + 20),
          svgText(at + 12, bottom + 24, 'paper-axis', text),
        ];
      }),
    ]),
    table,
  };
}

function drawCell(inCell: readonly ReportCourse[], left: number, top: number): readonly SvgNode[] {
  if (inCell.length === 0) return [];
  const shown = inCell.slice(0, mostShapes);
  const more = inCell.length - shown.length;
  const middle = top + rowHeight / 2;
  return [
    ...(inCell.some(({ cut }) => cut === true)
      ? [svgRect(left + 3, top + 3, column - 6, rowHeight - 6, 'paper-cut')]
      : []),
    ...shown.flatMap(({ outcome }, at) => shape(outcome, left + 16 + at * markStep, middle)),
    ...(more === 0
      ? []
      : [svgText(left + 12 + shown.length * markStep, middle + 4, 'paper-axis', `+${more}`)]),
  ];
}

function shape(outcome: CourseOutcome, x: number, y: number): readonly SvgNode[] {
  const [cx, cy] = [svgNumber(x), svgNumber(y)];
  const [left, top, right, bottom] = [cx - mark, cy - mark, cx + mark, cy + mark].map(svgNumber);
  const circle = circlePath(cx, cy, mark);
  switch (outcome) {
    case 'existed':
      return [svgPath(circle, 'paper-bar-other')];
    case 'worked':
      return [svgPath(circle, 'paper-bar')];
    case 'failed':
      return [
        svgPath(
          `M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}`,
          'paper-cross',
        ),
      ];
    case 'missing':
      return [svgPath(circle, 'paper-bar-range')];
    case 'added':
      return [svgPath(`M${cx} ${top}V${bottom}M${left} ${cy}H${right}`, 'paper-cross')];
  }
}
