import { expect, test } from 'vitest';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import type { Block, SvgNode } from '#shared/report/document.ts';
import { figureDrawing } from '#shared/report/docx/figure-drawing.ts';
import { figureStyle } from '#shared/report/docx/figure-style.ts';
import { readPath } from '#shared/report/docx/path-geometry.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { eventfulNotebook, reportOptions } from '../sample-notebooks.ts';

test('an outline is read with its commands in either form', () => {
  const end = (d: string) => readPath(d).map(({ kind, points }) => [kind, points.at(-1)]);
  expect(end('M1 2h3v4H0z')).toEqual([
    ['move', [1, 2]],
    ['line', [4, 2]],
    ['line', [4, 6]],
    ['line', [0, 6]],
    ['close', undefined],
  ]);
  expect(end('M0 0L1 1 2 2l1-1')).toEqual([
    ['move', [0, 0]],
    ['line', [1, 1]],
    ['line', [2, 2]],
    ['line', [3, 1]],
  ]);
  expect(readPath('M0 0Q3 3 6 0')[1]).toEqual({
    kind: 'curve',
    points: [
      [2, 2],
      [4, 2],
      [6, 0],
    ],
  });
  expect(() => readPath('M0 0A1 1 0 0 1 2 2')).toThrow('A');
});

test('a figure looks as the style sheet of the paper says', () => {
  expect(figureStyle('circle', { class: 'paper-mark paper-stage-3' })).toMatchObject({
    fill: '1F7460',
    stroke: '1F7460',
    dashed: false,
  });
  expect(
    figureStyle('circle', { class: 'paper-mark paper-stage-3 paper-mark-uncertain' }),
  ).toMatchObject({ fill: 'FFFFFF', stroke: '1F7460', dashed: false });
  expect(figureStyle('text', { class: 'paper-mark-count' })).toMatchObject({
    fill: 'FFFFFF',
    bold: true,
    anchor: 'middle',
  });
});

test('every figure of a report becomes one shape for each thing that it draws', () => {
  const sample = eventfulNotebook();
  const document = writeReport(buildReportModel(sample.state, reportOptions('ja', sample)));
  const figures = document.sections
    .flatMap(({ blocks }): readonly Block[] => blocks)
    .filter((block) => block.kind === 'figure');
  expect(figures.length).toBeGreaterThan(0);
  for (const figure of figures) {
    const drawing = figureDrawing(figure, 1);
    expect(drawing.match(/<wps:wsp>/g)).toHaveLength(countDrawn(figure.svg));
    expect(drawing).not.toContain('NaN');
  }
});

function countDrawn({ tag, children }: SvgNode): number {
  const inside = children.reduce(
    (sum, child) => sum + (typeof child === 'string' ? 0 : countDrawn(child)),
    0,
  );
  return tag === 'svg' || tag === 'g' || tag === 'title' ? inside : 1;
}
