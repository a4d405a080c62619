import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { audiences } from '#shared/report/audiences.ts';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import type { Block, Column } from '#shared/report/document.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { eventfulNotebook, exampleNotebook, reportOptions } from './sample-notebooks.ts';

const css = readFileSync(new URL('../../../shared/report/paper.css', import.meta.url), 'utf8');
/** A4 between its margins, in millimetres. */
const lineWidth = 176;
/** A column of text narrower than this is not read but spelt. */
const leastText = 20;

function widthOf({ width }: Column): number {
  if (width === 'text') return leastText;
  const given = new RegExp(`\\.paper-col-${width} \\{\\s*width: (\\d+)mm`).exec(css)?.[1];
  if (given === undefined) throw new Error(`paper.css has no width for ${width}`);
  return Number(given);
}

function tablesOf(blocks: readonly Block[]): readonly (readonly Column[])[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [block.columns];
    if (block.kind === 'figure') return block.table === undefined ? [] : [block.table.columns];
    return block.kind === 'note' ? tablesOf(block.blocks) : [];
  });
}

// One table that is wider makes Chromium print all of the report smaller, and lay it out twice.
test('no table is wider than the paper', async () => {
  const seen = new Set<string>();
  for (const sample of [eventfulNotebook(), await exampleNotebook('en')])
    for (const audience of audiences) {
      const { sections } = writeReport(
        buildReportModel(sample.state, reportOptions('en', sample, { audience })),
      );
      for (const { id, blocks } of sections)
        for (const columns of tablesOf(blocks)) {
          const widths = columns.map(widthOf);
          const text = `${id}: ${columns.map(({ width }) => width).join(', ')}`;
          expect(
            widths.reduce((sum, width) => sum + width, 0),
            text,
          ).toBeLessThanOrEqual(lineWidth);
          seen.add(text);
        }
    }
  expect(seen).toContain('systems: text, time, time, label, time, text');
  expect(seen).toContain('systems: time, text, text, text, label, label');
});
