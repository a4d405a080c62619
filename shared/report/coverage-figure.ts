import { logSourceById } from '../catalogue/kill-chain.ts';
import { type CoverageState, coverageStates, type StageSight } from '../domain/chain/coverage.ts';
import { circlePath } from '../domain/chain/lane-shapes.ts';
import { stageIds, stageNumber } from '../domain/kill-chain.ts';
import { coverageStateMessages } from '../export/coverage-table.ts';
import { say } from '../i18n/messages.ts';
import type { BlockOf, SvgNode, TableBlock } from './document.ts';
import type { ReportCoverage } from './model-defence.ts';
import type { Words } from './report-words.ts';
import { svgFigure, svgLine, svgNumber, svgPath, svgText } from './svg-nodes.ts';
import { excerpt } from './visible-text.ts';

const width = 680;
const nameWidth = 316;
const column = (width - nameWidth) / stageIds.length;
const headHeight = 22;
/** Room for a name in two languages. */
const rowHeight = 24;
const legendHeight = 34;
const mark = 5;

const sightLook: Readonly<Record<StageSight['sight'], CoverageState>> = {
  seen: 'available',
  partial: 'partial',
  unknown: 'unknown',
  blind: 'missing',
};

/** Log sources by stage, each state a shape of its own so that it reads without colour. */
export function coverageFigure(
  { logs, stages }: ReportCoverage,
  words: Words,
  table: TableBlock,
): BlockOf<'figure'> {
  const x = (stage: string) => nameWidth + ((stageNumber(stage) ?? 1) - 0.5) * column;
  const y = (row: number) => headHeight + (row + 0.5) * rowHeight;
  const sightRow = logs.length;
  const bottom = headHeight + (sightRow + 1) * rowHeight;
  return {
    kind: 'figure',
    size: 'wide',
    caption: words.say('coverageNote'),
    svg: svgFigure(width, bottom + legendHeight, words.say('coverage'), [
      ...stageIds.map((stage) =>
        svgText(x(stage), 13, 'paper-axis paper-axis-middle', String(stageNumber(stage))),
      ),
      ...logs.flatMap(({ source, cells }, row) => [
        rule(headHeight + row * rowHeight),
        svgText(0, y(row) + 4, 'paper-lane-name', nameOf(source, words)),
        ...cells.flatMap(({ stage, state }) => shape(state, x(stage), y(row))),
      ]),
      svgLine(
        0,
        headHeight + sightRow * rowHeight,
        width,
        headHeight + sightRow * rowHeight,
        'paper-base-line',
      ),
      svgText(0, y(sightRow) + 4, 'paper-lane-name', words.say('sightRow')),
      ...stages.flatMap(({ stage, sight }) => shape(sightLook[sight], x(stage), y(sightRow))),
      ...coverageStates.flatMap((state, index) => {
        const at = 8 + index * 132;
        return [
          ...shape(state, at, bottom + 20),
          svgText(
            at + 12,
            bottom + 24,
            'paper-axis',
            say(words.language, coverageStateMessages[state]),
          ),
        ];
      }),
    ]),
    table,
  };
}

/** A name that ends before the first column. */
function nameOf(source: string, { language }: Words): string {
  const name = logSourceById(source)?.name[language] ?? source;
  return excerpt(name, language === 'ja' ? 27 : 52);
}

function rule(y: number): SvgNode {
  return svgLine(0, y, width, y, 'paper-lane-rule');
}

/** Full, half, crossed, cut off, dotted: what a printer without colour still tells apart. */
function shape(state: CoverageState, x: number, y: number): readonly SvgNode[] {
  const [left, top, right, bottom] = [x - mark, y - mark, x + mark, y + mark].map(svgNumber);
  const box = `M${left} ${top}H${right}V${bottom}H${left}Z`;
  switch (state) {
    case 'available':
      return [svgPath(box, 'paper-bar')];
    case 'partial':
      return [
        svgPath(box, 'paper-bar-other'),
        svgPath(`M${left} ${top}V${bottom}H${right}Z`, 'paper-bar'),
      ];
    case 'missing':
      return [
        svgPath(box, 'paper-bar-other'),
        svgPath(
          `M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}`,
          'paper-cross',
        ),
      ];
    case 'too-short':
      return [
        svgPath(box, 'paper-bar-other'),
        svgPath(`M${left} ${svgNumber(y + 1)}H${right}V${bottom}H${left}Z`, 'paper-bar'),
      ];
    case 'unknown':
      return [svgPath(circlePath(svgNumber(x), svgNumber(y), 3.5), 'paper-bar-range')];
  }
}
