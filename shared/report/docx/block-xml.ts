import type { Block, BlockOf, Column, Row, TableBlock } from '../document.ts';
import { figureDrawing } from './figure-drawing.ts';
import { type Bookmarks, inlineRuns, textOf } from './inline-runs.ts';

/** Twentieths of a point in a millimetre. */
const twipsPerMm = 1440 / 25.4;
/** A4 less 17 mm on either side. */
const lineWidth = 176;

/** What is numbered through a document: bookmarks by their place, tables and figures by their captions. */
export type Numbering = {
  readonly bookmarks: Bookmarks;
  bookmark: number;
  table: number;
  figure: number;
  readonly words: { readonly table: string; readonly figure: string };
};

/** Writes blocks as paragraphs, tables and drawings of WordprocessingML. */
export function blocksXml(blocks: readonly Block[], numbering: Numbering): string {
  return blocks
    .map((block, index) => {
      const next = blocks[index + 1]?.kind;
      const leads = next === 'table' || next === 'figure' || next === 'list';
      return blockXml(block, numbering, leads);
    })
    .join('');
}

/** @param leads true for what stands with the table or the figure after it */
function blockXml(block: Block, numbering: Numbering, leads = false): string {
  const { bookmarks } = numbering;
  switch (block.kind) {
    case 'heading':
      return paragraph(
        `Heading${block.level}`,
        marked(block.id, inlineRuns(block.content, bookmarks), numbering),
      );
    case 'paragraph': {
      const styles = { unknown: 'Unknown', small: 'Small', lead: 'Lead' } as const;
      const style = block.tone === undefined ? 'BodyText' : styles[block.tone];
      return paragraph(style, inlineRuns(block.content, bookmarks), leads ? '<w:keepNext/>' : '');
    }
    case 'list': {
      const style = block.ordered ? 'ListNumber' : 'ListBullet';
      return block.items.map((item) => paragraph(style, inlineRuns(item, bookmarks))).join('');
    }
    case 'definitions':
      return definitionsXml(block, bookmarks);
    case 'table':
      return tableXml(block, numbering);
    case 'figure':
      return figureXml(block, numbering);
    case 'note':
      return (
        paragraph('NoteTitle', textRun(block.title)) +
        block.blocks
          .map((inner) =>
            inner.kind === 'paragraph'
              ? paragraph('Note', inlineRuns(inner.content, bookmarks))
              : blockXml(inner, numbering),
          )
          .join('') +
        paragraph('AfterTable', '')
      );
    case 'pair':
      return pairXml(block, numbering);
    case 'page-break':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  }
}

/** A paragraph in a style; nothing is set by hand, so that whoever edits changes the style. */
export function paragraph(style: string, runs: string, properties = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs}</w:p>`;
}

export function textRun(text: string): string {
  return text === '' ? '' : `<w:r>${textOf(text)}</w:r>`;
}

/** Puts the bookmark of an anchor around what it names. */
export function marked(id: string | undefined, runs: string, numbering: Numbering): string {
  const name = id === undefined ? undefined : numbering.bookmarks.get(id);
  if (name === undefined) return runs;
  const number = (numbering.bookmark += 1);
  return `<w:bookmarkStart w:id="${number}" w:name="${name}"/>${runs}<w:bookmarkEnd w:id="${number}"/>`;
}

/** A field whose result stands in the file already, so that nothing has to be updated to read it. */
export function field(instruction: string, result: string): string {
  return [
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>`,
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    textRun(result),
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  ].join('');
}

function caption(text: string, kind: 'table' | 'figure', numbering: Numbering): string {
  const number = (numbering[kind] += 1);
  const name = kind === 'table' ? 'Table' : 'Figure';
  return [
    textRun(`${numbering.words[kind]} `),
    field(`SEQ ${name} \\* ARABIC`, String(number)),
    textRun(`\u2003${text}`),
  ].join('');
}

function figureXml(figure: BlockOf<'figure'>, numbering: Numbering): string {
  const title = caption(figure.caption, 'figure', numbering);
  // The number of the figure is that of its drawing as well.
  const drawing = figureDrawing(figure, numbering.figure);
  const table = figure.table === undefined ? '' : tableXml(figure.table, numbering);
  return paragraph('Figure', `<w:r>${drawing}</w:r>`) + paragraph('Caption', title) + table;
}

function definitionsXml(block: BlockOf<'definitions'>, bookmarks: Bookmarks): string {
  const rows = block.items.map(({ term, details }) =>
    rowXml([
      cellXml(46, paragraph('Term', textRun(term))),
      cellXml(
        lineWidth - 46,
        details.map((detail) => paragraph('TableText', inlineRuns(detail, bookmarks))).join('') ||
          paragraph('TableText', ''),
      ),
    ]),
  );
  return gridXml('ReportFacts', [46, lineWidth - 46], rows.join(''));
}

/** Two languages beside each other, without lines. */
function pairXml({ left, right }: BlockOf<'pair'>, numbering: Numbering): string {
  const half = lineWidth / 2;
  const cell = (blocks: readonly Block[]): string =>
    cellXml(half, blocksXml(blocks, numbering) || paragraph('BodyText', ''));
  return gridXml('ReportPair', [half, half], rowXml([cell(left), cell(right)], ''));
}

const columnWidths: Readonly<Record<Exclude<Column['width'], 'text'>, number>> = {
  number: 13,
  short: 17,
  label: 26,
  time: 34,
  name: 45,
  hash: 66,
};
/** A column of text narrower than this is not read but spelt. */
const leastText = 24;

function widthsOf(columns: readonly Column[]): readonly number[] {
  const texts = columns.filter(({ width }) => width === 'text').length;
  const fixed = columns.map(({ width }) => (width === 'text' ? 0 : columnWidths[width]));
  const sum = fixed.reduce((total, width) => total + width, 0);
  const room = lineWidth - texts * leastText;
  // Without a column of text the others share the line; too many of them give way together.
  const factor = texts === 0 || sum > room ? (texts === 0 ? lineWidth : room) / sum : 1;
  const rest = texts === 0 ? 0 : (lineWidth - sum * factor) / texts;
  return columns.map(({ width }, index) =>
    width === 'text' ? rest : (fixed[index] ?? 0) * factor,
  );
}

function tableXml(table: TableBlock, numbering: Numbering): string {
  const { columns, groups } = table;
  const widths = widthsOf(columns);
  const head = rowXml(
    columns.map(({ header, align }, index) =>
      cellXml(widths[index] ?? 0, paragraph('TableHead', textRun(header), aligned(align))),
    ),
    '<w:cantSplit/><w:tblHeader/>',
  );
  const body = groups.map(({ id, heading, rows }) => {
    const title =
      heading === undefined
        ? ''
        : rowXml([
            cellXml(
              lineWidth,
              paragraph(
                'TableGroup',
                marked(id, inlineRuns(heading, numbering.bookmarks), numbering),
              ),
              `<w:gridSpan w:val="${columns.length}"/><w:shd w:val="clear" w:color="auto" w:fill="F3F5F7"/>`,
            ),
          ]);
    return title + rows.map((row) => bodyRow(row, table, widths, numbering)).join('');
  });
  const title =
    table.caption === undefined
      ? ''
      : paragraph('TableCaption', caption(table.caption, 'table', numbering));
  return title + gridXml('ReportTable', widths, head + body.join(''));
}

function bodyRow(
  row: Row,
  table: TableBlock,
  widths: readonly number[],
  numbering: Numbering,
): string {
  const cells = row.cells.map((cell, index) => {
    const column = table.columns[index];
    const isHeader = table.rowHeader === true && index === 0;
    const runs = inlineRuns(cell, numbering.bookmarks);
    return cellXml(
      widths[index] ?? 0,
      paragraph(
        isHeader ? 'TableRowHead' : 'TableText',
        index === 0 ? marked(row.id, runs, numbering) : runs,
        aligned(column?.align),
      ),
      row.tone === 'gap' ? '<w:shd w:val="clear" w:color="auto" w:fill="FFF4E5"/>' : '',
    );
  });
  return row.tone === 'sign'
    ? rowXml(cells, `<w:cantSplit/><w:trHeight w:val="${twips(14)}" w:hRule="atLeast"/>`)
    : rowXml(cells);
}

function aligned(align: Column['align']): string {
  if (align === undefined || align === 'start') return '';
  return `<w:jc w:val="${align === 'end' ? 'right' : 'center'}"/>`;
}

/** A row stays whole unless it is longer than a page: then every program splits it all the same. */
function rowXml(cells: readonly string[], properties = '<w:cantSplit/>'): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
}

function cellXml(widthMm: number, content: string, properties = ''): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${twips(widthMm)}" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`;
}

function gridXml(style: string, widthsMm: readonly number[], rows: string): string {
  const columns = widthsMm.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('');
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${twips(lineWidth)}" w:type="dxa"/>`,
    '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>',
    `<w:tblGrid>${columns}</w:tblGrid>${rows}</w:tbl>`,
    // Two tables without a paragraph between them become one.
    paragraph('AfterTable', ''),
  ].join('');
}

function twips(mm: number): number {
  return Math.round(mm * twipsPerMm);
}
