import type { Block, ReportDocument } from './document.ts';
import type { ReportModel } from './report-model.ts';

/**
 * Writes a report for machines: the same tree as every other format, with what it was made from.
 *
 * Drawings stay out, since each has a table. The report's own redaction was done before.
 */
export function renderJson(document: ReportDocument, model: ReportModel): string {
  const { running, title, language, generator, sections } = document;
  const value = {
    schema: 'kiroku-report/1',
    title,
    tlp: running.tlp ?? null,
    language,
    audience: model.audience,
    state: model.state,
    generator,
    generated: new Date(model.generatedAtMs).toISOString(),
    zone: model.zone,
    seal: model.seal === undefined ? null : { value: model.seal.value, heads: model.seal.heads },
    sections: sections.map((section) => ({
      ...section,
      blocks: section.blocks.map(withoutDrawing),
    })),
  };
  return `${JSON.stringify(value, null, 1)}\n`;
}

function withoutDrawing(block: Block): unknown {
  if (block.kind === 'figure') {
    const { svg: _svg, ...rest } = block;
    return rest;
  }
  if (block.kind === 'note') return { ...block, blocks: block.blocks.map(withoutDrawing) };
  return block;
}
