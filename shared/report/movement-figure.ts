import { type MovementStep, shownMovement } from '../domain/chain/movement-graph.ts';
import { citeEntries } from './citations.ts';
import type { BlockOf, SvgNode, TableBlock } from './document.ts';
import { own } from './inline.ts';
import { type LayoutPoint, movementLayout } from './movement-layout.ts';
import type { ReportModel } from './report-model.ts';
import type { Words } from './report-words.ts';
import { svgFigure, svgNumber, svgPath, svgRect, svgText } from './svg-nodes.ts';
import { visibleText } from './visible-text.ts';

/** As wide as the paper: a smaller drawing is not blown up. */
const paperWidth = 680;
const headLength = 8;

/** Movement of the adversary between systems, with a table that says the same. */
export function movementFigure(model: ReportModel, words: Words): BlockOf<'figure'> {
  const shown = shownMovement(model.movement, {});
  const { width, height, nodes, edges } = movementLayout(shown, stepLabel);
  return {
    kind: 'figure',
    size: 'wide',
    caption: words.say('movementNote'),
    svg: svgFigure(Math.max(width, paperWidth), height, words.say('movement'), [
      ...edges.map(({ step, points }): SvgNode => {
        const look = step.movement === undefined ? 'paper-lane-back' : 'paper-move';
        return svgPath(lineThrough(points), look);
      }),
      ...edges.map(({ points }) => svgPath(headOf(points), 'paper-lane-head')),
      ...nodes.map(({ x, y, width: wide, height: high }) =>
        svgRect(x - wide / 2, y - high / 2, wide, high, 'paper-move-system'),
      ),
      ...nodes.map(({ name, x, y }) => svgText(x, y + 4, 'paper-move-name', visibleText(name))),
      ...edges
        .filter(({ label }) => label !== '')
        .map(({ label, at }) => svgText(at.x, at.y - 3, 'paper-move-name', label)),
    ]),
    table: movementTable(model, words),
  };
}

function stepLabel({ technique, account }: MovementStep): string {
  return [technique, account]
    .flatMap((part) => (part === undefined ? [] : [visibleText(part)]))
    .join(' ');
}

function movementTable({ movement, counted }: ReportModel, words: Words): TableBlock {
  const labels = new Map(counted.map(({ id, label }) => [id, { id, label }]));
  return {
    kind: 'table',
    caption: words.say('movement'),
    columns: [
      { header: words.say('movementWhen'), width: 'time' },
      { header: words.say('movementFrom'), width: 'text' },
      { header: words.say('movementTo'), width: 'text' },
      { header: words.say('movementHow'), width: 'text' },
      { header: words.say('movementCertainty'), width: 'label' },
      { header: words.say('entries'), width: 'label' },
    ],
    groups: [
      {
        rows: movement.map((step) => ({
          cells: [
            [own(whenText(step, words))],
            [words.typed(step.from)],
            [words.typed(step.to)],
            [own(stepLabel(step))],
            [
              own(
                words.say(step.movement === undefined ? 'movementSuggested' : 'movementConfirmed'),
              ),
            ],
            citeEntries(step.entries.flatMap((id) => labels.get(id) ?? [])),
          ],
        })),
      },
    ],
  };
}

/** A day is no midnight: the time of an entry stands with its precision. */
function whenText({ atMs, time }: MovementStep, words: Words): string {
  if (time !== undefined) return words.shortTime(time);
  return atMs === undefined ? words.say('unknown') : words.shortMoment(atMs);
}

function lineThrough(points: readonly LayoutPoint[]): string {
  return points
    .map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${svgNumber(x)} ${svgNumber(y)}`)
    .join('');
}

/** A head at the end of a line, turned as its last piece runs. */
function headOf(points: readonly LayoutPoint[]): string {
  const [before, end] = points.slice(-2);
  if (before === undefined || end === undefined) return '';
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const back = { x: end.x - dx * headLength, y: end.y - dy * headLength };
  const corner = (side: number): string =>
    `${svgNumber(back.x - dy * side)} ${svgNumber(back.y + dx * side)}`;
  return `M${svgNumber(end.x)} ${svgNumber(end.y)}L${corner(3.5)}L${corner(-3.5)}Z`;
}
