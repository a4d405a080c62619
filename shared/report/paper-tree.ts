import { sectionAnchor } from './anchors.ts';
import { type Anchors, anchorsOf } from './document-anchors.ts';
import type {
  Block,
  BlockOf,
  DocumentLogo,
  Inline,
  ReportDocument,
  Row,
  SvgNode,
  TableBlock,
} from './document.ts';
import { languageOf } from './visible-text.ts';

/** Every element a report consists of: what is not here cannot come out of it. */
export const paperTags = [
  'main',
  'header',
  'section',
  'h1',
  'h2',
  'h3',
  'h4',
  'p',
  'span',
  'strong',
  's',
  'small',
  'code',
  'a',
  'br',
  'ul',
  'ol',
  'li',
  'dl',
  'div',
  'dt',
  'dd',
  'table',
  'caption',
  'colgroup',
  'col',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'figure',
  'figcaption',
  'aside',
  'img',
  'svg',
  'g',
  'rect',
  'circle',
  'line',
  'path',
  'text',
  'title',
] as const;

/** An element or a text; attributes are those of HTML and SVG, by their names there. */
export type PaperNode =
  | string
  | {
      readonly tag: (typeof paperTags)[number];
      readonly attributes: Readonly<Record<string, string | number>>;
      readonly children: readonly PaperNode[];
    };

/** An element of the paper, not a text. */
export type PaperElement = Exclude<PaperNode, string>;

type Attributes = Readonly<Record<string, string | number | undefined>>;

function element(
  tag: (typeof paperTags)[number],
  attributes: Attributes,
  children: readonly PaperNode[],
): PaperNode {
  const given = Object.entries(attributes).filter(
    (attribute): attribute is [string, string | number] => attribute[1] !== undefined,
  );
  return { tag, attributes: Object.fromEntries(given), children };
}

/** The classes that the root of a report has. */
export function paperLook({ isDense, typeface }: ReportDocument): string {
  const looks = ['paper'];
  if (isDense === true) looks.push('paper-dense');
  if (typeface !== undefined) looks.push(`paper-${typeface}`);
  return looks.join(' ');
}

/** Lays the whole report out as one tree: what the HTML file, the PDF and the paper on the screen show. */
export function paperTree(document: ReportDocument): PaperNode {
  return element(
    'main',
    { class: paperLook(document), lang: document.language },
    paperSections(document).map(({ node }) => node),
  );
}

/** The same tree by section, for a reader that draws only those in view. */
export function paperSections(
  document: ReportDocument,
): readonly { readonly id: string; readonly node: PaperNode }[] {
  const anchors = anchorsOf(document);
  return document.sections.map((section) => {
    const id = sectionAnchor(section.id);
    const blocks = section.blocks.map((block) => blockNode(block, anchors));
    const look = `paper-section paper-section-${section.id}`;
    if (section.id === 'cover') {
      const lang = languageOf(document.title);
      return {
        id,
        node: element('header', { id, class: look }, [
          ...(document.logo === undefined ? [] : [logoNode(document.logo)]),
          element('p', { class: 'paper-kicker' }, [
            section.title,
            ...(document.running.state === ''
              ? []
              : [' ', element('span', { class: 'paper-state' }, [document.running.state])]),
          ]),
          element('h1', { lang: lang === document.language ? undefined : lang }, [document.title]),
          ...blocks,
        ]),
      };
    }
    return {
      id,
      node: element(
        'section',
        { id, class: section.startsPage ? `${look} paper-new-page` : look },
        [element('h2', {}, [section.title]), ...blocks],
      ),
    };
  });
}

const pixelsPerMm = 96 / 25.4;

/** A paragraph of its own; the size in attributes, since a style in one is what policies forbid. */
function logoNode({ name, type, base64, widthMm, heightMm }: DocumentLogo): PaperNode {
  const pixels = (mm: number) => Math.max(1, Math.round(mm * pixelsPerMm));
  return element('p', { class: 'paper-logo' }, [
    element(
      'img',
      {
        src: `data:${type};base64,${base64}`,
        alt: name,
        width: pixels(widthMm),
        height: pixels(heightMm),
      },
      [],
    ),
  ]);
}

function inlineNodes(content: readonly Inline[], anchors: Anchors): readonly PaperNode[] {
  return content.flatMap((inline): readonly PaperNode[] => {
    switch (inline.kind) {
      case 'text':
        return inline.lang === undefined
          ? [inline.text]
          : [element('span', { lang: inline.lang }, [inline.text])];
      case 'strong':
        return [element('strong', {}, inlineNodes(inline.content, anchors))];
      case 'struck':
        return [element('s', {}, inlineNodes(inline.content, anchors))];
      case 'small':
        return [element('small', {}, inlineNodes(inline.content, anchors))];
      case 'code':
        return [element('code', {}, [inline.text])];
      case 'link':
        return anchors.has(inline.to)
          ? [element('a', { href: `#${inline.to}` }, inlineNodes(inline.content, anchors))]
          : inlineNodes(inline.content, anchors);
      case 'label':
        return [
          element('span', { class: `paper-label paper-label-${inline.tone}` }, [inline.text]),
        ];
      case 'break':
        return [element('br', {}, [])];
    }
  });
}

function blockNode(block: Block, anchors: Anchors): PaperNode {
  switch (block.kind) {
    case 'heading':
      return element(
        block.level === 2 ? 'h2' : block.level === 3 ? 'h3' : 'h4',
        { id: block.id },
        inlineNodes(block.content, anchors),
      );
    case 'paragraph':
      return element(
        'p',
        { class: block.tone && `paper-${block.tone}` },
        inlineNodes(block.content, anchors),
      );
    case 'list':
      return element(
        block.ordered ? 'ol' : 'ul',
        {},
        block.items.map((item) => element('li', {}, inlineNodes(item, anchors))),
      );
    case 'definitions':
      return element(
        'dl',
        {},
        block.items.map(({ term, details }) =>
          element('div', {}, [
            element('dt', {}, [term]),
            ...details.map((detail) => element('dd', {}, inlineNodes(detail, anchors))),
          ]),
        ),
      );
    case 'table':
      return tableNode(block, anchors);
    case 'figure':
      return figureNode(block, anchors);
    case 'note':
      return element('aside', { class: `paper-note paper-note-${block.tone}` }, [
        element('p', { class: 'paper-note-title' }, [block.title]),
        ...block.blocks.map((inner) => blockNode(inner, anchors)),
      ]);
    case 'pair':
      return element(
        'div',
        { class: 'paper-pair' },
        [block.left, block.right].map((blocks) =>
          element(
            'div',
            {},
            blocks.map((inner) => blockNode(inner, anchors)),
          ),
        ),
      );
    case 'page-break':
      return element('div', { class: 'paper-page-break' }, []);
  }
}

function figureNode(figure: BlockOf<'figure'>, anchors: Anchors): PaperNode {
  const drawing = element('figure', { class: `paper-figure-${figure.size}` }, [
    svgNode(figure.svg),
    element('figcaption', {}, [figure.caption]),
  ]);
  return figure.table === undefined
    ? drawing
    : element('div', {}, [drawing, tableNode(figure.table, anchors)]);
}

function svgNode({ tag, attributes, children }: SvgNode): PaperNode {
  return element(
    tag,
    attributes,
    children.map((child) => (typeof child === 'string' ? child : svgNode(child))),
  );
}

const keptRows = 6;

function tableNode(table: TableBlock, anchors: Anchors): PaperNode {
  const { columns, groups, caption } = table;
  const rowCount = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const aligned = columns.map(({ align }) => align && `paper-${align}`);
  // A browser leaves a caption and a head alone at the foot of a page: a short table stays whole.
  return element('table', { class: rowCount <= keptRows ? 'paper-keep' : undefined }, [
    ...(caption === undefined ? [] : [element('caption', {}, [caption])]),
    element(
      'colgroup',
      {},
      columns.map((column) => element('col', { class: `paper-col-${column.width}` }, [])),
    ),
    element('thead', {}, [
      element(
        'tr',
        {},
        columns.map(({ header }, index) =>
          element('th', { scope: 'col', class: aligned[index] }, [header]),
        ),
      ),
    ]),
    ...groups.map(({ id, heading, rows }) =>
      element('tbody', { id }, [
        ...(heading === undefined
          ? []
          : [
              element('tr', { class: 'paper-group' }, [
                element(
                  'th',
                  { scope: 'rowgroup', colspan: columns.length },
                  inlineNodes(heading, anchors),
                ),
              ]),
            ]),
        ...rows.map((row) => rowNode(row, table, aligned, anchors)),
      ]),
    ),
  ]);
}

function rowNode(
  row: Row,
  table: TableBlock,
  aligned: readonly (string | undefined)[],
  anchors: Anchors,
): PaperNode {
  return element(
    'tr',
    { id: row.id, class: row.tone && `paper-row-${row.tone}` },
    row.cells.map((cell, index) =>
      table.rowHeader === true && index === 0
        ? element('th', { scope: 'row', class: aligned[index] }, inlineNodes(cell, anchors))
        : element('td', { class: aligned[index] }, inlineNodes(cell, anchors)),
    ),
  );
}
