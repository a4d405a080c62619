import type { Language } from '../i18n/messages.ts';
import type {
  Block,
  BlockOf,
  Inline,
  ReportDocument,
  Row,
  SvgNode,
  TableBlock,
} from './document.ts';
import { lineBreak, own } from './inline.ts';
import { languageOf } from './visible-text.ts';

const separator = ' / ';

/**
 * Puts the English and the Japanese report of one notebook into one document.
 *
 * Paragraphs of ours stand beside each other, headings and short words on one line, and what somebody
 * typed stands once, marked with its language: nothing is translated and no entry is doubled.
 */
export function bothLanguages(english: ReportDocument, japanese: ReportDocument): ReportDocument {
  const texts = (en: string, ja: string): string => (en === ja ? en : `${en}${separator}${ja}`);
  return {
    ...english,
    title: texts(english.title, japanese.title),
    running: {
      ...english.running,
      tlpText: texts(english.running.tlpText, japanese.running.tlpText),
      title: texts(english.running.title, japanese.running.title),
      state: texts(english.running.state, japanese.running.state),
      watermark: texts(english.running.watermark, japanese.running.watermark),
      seal: texts(english.running.seal, japanese.running.seal),
    },
    captions: {
      table: texts(english.captions.table, japanese.captions.table),
      figure: texts(english.captions.figure, japanese.captions.figure),
    },
    sections: english.sections.map((section) => {
      const other = japanese.sections.find(({ id }) => id === section.id);
      if (other === undefined) return section;
      return {
        ...section,
        title: texts(section.title, other.title),
        purpose: texts(section.purpose, other.purpose),
        blocks: mergeBlocks(section.blocks, other.blocks),
      };
    }),
  };
}

function mergeBlocks(en: readonly Block[], ja: readonly Block[]): readonly Block[] {
  const isAlike = en.length === ja.length && en.every(({ kind }, at) => kind === ja[at]?.kind);
  if (!isAlike) return [...en, ...ja.filter(({ kind }) => kind !== 'table').map(withoutId)];
  return en.flatMap((block, at) => {
    const other = ja[at];
    return other === undefined ? [block] : mergeBlock(block, other);
  });
}

function withoutId(block: Block): Block {
  if (block.kind !== 'heading') return block;
  const { id: _id, ...rest } = block;
  return rest;
}

function mergeBlock(en: Block, ja: Block): readonly Block[] {
  switch (en.kind) {
    case 'heading':
      return [{ ...en, content: mergeLine(en.content, (ja as typeof en).content) }];
    case 'paragraph': {
      const other = ja as typeof en;
      return plain(en.content) === plain(other.content)
        ? [{ ...en, content: mark(en.content, 'en') }]
        : [
            {
              kind: 'pair',
              left: [en],
              right: [{ ...other, content: mark(other.content, 'ja') }],
            },
          ];
    }
    case 'list': {
      const other = ja as typeof en;
      const isShort = en.items.every((item) => plain(item).length < 80);
      if (isShort && en.items.length === other.items.length)
        return [
          { ...en, items: en.items.map((item, at) => mergeLine(item, other.items[at] ?? [])) },
        ];
      const items = other.items.map((item) => mark(item, 'ja'));
      return [{ kind: 'pair', left: [en], right: [{ ...other, items }] }];
    }
    case 'definitions': {
      const other = ja as typeof en;
      const items = en.items.map((item, at) => ({
        term: mergeText(item.term, other.items[at]?.term ?? item.term),
        details: item.details.map((detail, index) =>
          mergeCell(detail, other.items[at]?.details[index] ?? detail),
        ),
      }));
      return [{ ...en, items }];
    }
    case 'table':
      return [mergeTable(en, ja as TableBlock)];
    case 'figure': {
      const other = ja as BlockOf<'figure'>;
      const { table, ...drawing } = en;
      return [
        {
          ...drawing,
          caption: mergeText(en.caption, other.caption),
          svg: mergeDrawing(en.svg, other.svg),
          ...(table !== undefined && {
            table: other.table === undefined ? table : mergeTable(table, other.table),
          }),
        },
      ];
    }
    case 'note': {
      const other = ja as typeof en;
      return [
        {
          ...en,
          title: mergeText(en.title, other.title),
          blocks: mergeBlocks(en.blocks, other.blocks),
        },
      ];
    }
    case 'pair':
    case 'page-break':
      return [en];
  }
}

function mergeTable(en: TableBlock, ja: TableBlock): TableBlock {
  return {
    ...en,
    ...(en.caption !== undefined && { caption: mergeText(en.caption, ja.caption ?? en.caption) }),
    columns: en.columns.map((column, at) => ({
      ...column,
      header: mergeText(column.header, ja.columns[at]?.header ?? column.header),
    })),
    groups: en.groups.map((group, at) => {
      const other = ja.groups[at];
      return {
        ...group,
        ...(group.heading !== undefined && {
          heading: mergeLine(group.heading, other?.heading ?? group.heading),
        }),
        rows: group.rows.map((row, index): Row => {
          const same = other?.rows[index];
          return {
            ...row,
            cells: row.cells.map((cell, place) => mergeCell(cell, same?.cells[place] ?? cell)),
          };
        }),
      };
    }),
  };
}

/** Half the distance between the two lines of a word in a drawing, in its units. */
const lineShift = 5;

/** One drawing with its words in both languages, the Japanese beneath the English; shapes are the same. */
function mergeDrawing(en: SvgNode, ja: SvgNode): SvgNode {
  if (en.tag === 'title') return { ...en, children: [mergeText(wordsIn(en), wordsIn(ja))] };
  return {
    ...en,
    children: en.children.flatMap((child, at): readonly (SvgNode | string)[] => {
      const other = ja.children[at];
      if (typeof child === 'string' || typeof other !== 'object') return [child];
      if (child.tag !== 'text') return [mergeDrawing(child, other)];
      if (wordsIn(child) === wordsIn(other)) return [child];
      const y = Number(child.attributes['y'] ?? 0);
      const look = String(other.attributes['class'] ?? '');
      return [
        { ...child, attributes: { ...child.attributes, y: y - lineShift } },
        {
          ...other,
          attributes: {
            ...child.attributes,
            y: y + lineShift,
            class: `${look} paper-second`.trim(),
            lang: 'ja',
          },
        },
      ];
    }),
  };
}

function wordsIn({ children }: SvgNode): string {
  return children.filter((child) => typeof child === 'string').join('');
}

function mergeText(en: string, ja: string): string {
  return en === ja ? en : `${en}${separator}${ja}`;
}

function mergeLine(en: readonly Inline[], ja: readonly Inline[]): readonly Inline[] {
  return plain(en) === plain(ja) ? mark(en, 'en') : [...en, own(separator), ...mark(ja, 'ja')];
}

/** Line by line, so that a text that both have stands once beneath a word that each has its own for. */
function mergeCell(en: readonly Inline[], ja: readonly Inline[]): readonly Inline[] {
  const [left, right] = [linesOf(en), linesOf(ja)];
  if (left.length !== right.length)
    return plain(en) === plain(ja) ? en : [...en, lineBreak, ...mark(ja, 'ja')];
  return left.flatMap((line, at) => [
    ...(at === 0 ? [] : [lineBreak]),
    ...mergeLine(line, right[at] ?? line),
  ]);
}

function linesOf(content: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]];
  for (const inline of content)
    if (inline.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(inline);
  return lines;
}

function plain(content: readonly Inline[]): string {
  return content
    .map((inline): string => {
      switch (inline.kind) {
        case 'text':
        case 'code':
        case 'label':
          return inline.text;
        case 'strong':
        case 'struck':
        case 'small':
        case 'link':
          return plain(inline.content);
        case 'break':
          return '\n';
      }
    })
    .join('');
}

/** Gives every text without a mark that of its language, where that is not the document's English. */
function mark(content: readonly Inline[], language: Language): readonly Inline[] {
  return content.map((inline): Inline => {
    switch (inline.kind) {
      case 'text': {
        const lang = inline.lang ?? languageOf(inline.text) ?? language;
        return lang === 'en' && language === 'en' ? inline : { ...inline, lang };
      }
      case 'strong':
      case 'struck':
      case 'small':
      case 'link':
        return { ...inline, content: mark(inline.content, language) };
      case 'code':
      case 'label':
      case 'break':
        return inline;
    }
  });
}
