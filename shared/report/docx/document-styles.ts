import type { ReportDocument } from '../document.ts';

/**
 * Fonts of both scripts by names that Word brings along; other programs replace them by the nearest
 * that they have. Japanese text takes the East Asian one whatever the language of the report is.
 */
const documentFonts = {
  sans: { latin: 'Arial', eastAsian: 'Yu Gothic' },
  serif: { latin: 'Times New Roman', eastAsian: 'Yu Mincho' },
} as const;
export const fixedFont = 'Courier New';

/** Fonts of a report by the typeface that its template asks for. */
export function fontsOf({ typeface }: Pick<ReportDocument, 'typeface'>): {
  readonly latin: string;
  readonly eastAsian: string;
} {
  return documentFonts[typeface ?? 'sans'];
}

type Style = {
  readonly id: string;
  readonly name: string;
  readonly based?: string;
  readonly next?: string;
  /** Properties of the paragraph, in the order of ECMA-376 Part 1 §17.3.1.26. */
  readonly paragraph?: string;
  /** Properties of its runs, in the order of §17.3.2.28. */
  readonly run?: string;
};

const keep = '<w:keepNext/><w:keepLines/>';
const spacing = (before: number, after: number, line = 264): string =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;
const size = (halfPoints: number): string =>
  `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const noteEdge = '<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="8A3B00"/></w:pBdr>';

const paragraphStyles: readonly Style[] = [
  { id: 'BodyText', name: 'Body Text', paragraph: spacing(0, 120) },
  {
    id: 'Title',
    name: 'Title',
    next: 'BodyText',
    paragraph: `${keep}${spacing(0, 480)}`,
    run: `<w:b/>${size(44)}`,
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    paragraph: `${keep}${spacing(1100, 80)}`,
    run: `<w:color w:val="5A626B"/>${size(22)}`,
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    next: 'BodyText',
    paragraph: `${keep}<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="3" w:color="16191D"/></w:pBdr>${spacing(480, 160)}<w:outlineLvl w:val="0"/>`,
    run: `<w:b/>${size(28)}`,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    next: 'BodyText',
    paragraph: `${keep}${spacing(360, 120)}<w:outlineLvl w:val="1"/>`,
    run: `<w:b/>${size(24)}`,
  },
  {
    id: 'Heading3',
    name: 'heading 3',
    next: 'BodyText',
    paragraph: `${keep}${spacing(320, 100)}<w:outlineLvl w:val="1"/>`,
    run: `<w:b/>${size(22)}`,
  },
  {
    id: 'Heading4',
    name: 'heading 4',
    next: 'BodyText',
    paragraph: `${keep}${spacing(220, 80)}<w:outlineLvl w:val="2"/>`,
    run: `<w:b/>${size(20)}`,
  },
  {
    id: 'TocHeading',
    name: 'TOC Heading',
    paragraph: `${keep}${spacing(480, 160)}`,
    run: `<w:b/>${size(28)}`,
  },
  {
    id: 'TOC1',
    name: 'toc 1',
    paragraph: `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9978"/></w:tabs>${spacing(0, 60)}`,
  },
  {
    id: 'Caption',
    name: 'caption',
    paragraph: spacing(60, 160),
    run: `<w:color w:val="5A626B"/>${size(16)}`,
  },
  {
    id: 'TableCaption',
    name: 'Table Caption',
    based: 'Caption',
    paragraph: `${keep}${spacing(160, 80)}`,
    run: `<w:b/><w:color w:val="16191D"/>${size(18)}`,
  },
  { id: 'Figure', name: 'Figure', paragraph: `<w:keepNext/>${spacing(120, 40)}` },
  { id: 'FigureText', name: 'Figure Text', paragraph: spacing(0, 0, 240), run: size(16) },
  { id: 'TableText', name: 'Table Text', paragraph: spacing(30, 30, 252), run: size(17) },
  {
    id: 'TableHead',
    name: 'Table Head',
    based: 'TableText',
    paragraph: '<w:keepNext/>',
    run: `<w:b/><w:color w:val="5A626B"/>${size(16)}`,
  },
  { id: 'TableRowHead', name: 'Table Row Head', based: 'TableText' },
  {
    id: 'TableGroup',
    name: 'Table Group',
    based: 'TableText',
    paragraph: '<w:keepNext/>',
    run: '<w:b/>',
  },
  { id: 'AfterTable', name: 'After Table', paragraph: spacing(0, 0, 200), run: size(10) },
  { id: 'Term', name: 'Term', based: 'TableText', run: '<w:color w:val="5A626B"/>' },
  { id: 'Lead', name: 'Lead', based: 'BodyText', run: size(22) },
  { id: 'Small', name: 'Small', based: 'BodyText', run: `<w:color w:val="5A626B"/>${size(16)}` },
  { id: 'Unknown', name: 'Unknown', based: 'BodyText', run: '<w:color w:val="5A626B"/>' },
  {
    id: 'ListBullet',
    name: 'List Bullet',
    based: 'BodyText',
    paragraph: '<w:numPr><w:numId w:val="1"/></w:numPr>',
  },
  {
    id: 'ListNumber',
    name: 'List Number',
    based: 'BodyText',
    paragraph: '<w:numPr><w:numId w:val="2"/></w:numPr>',
  },
  {
    id: 'NoteTitle',
    name: 'Note Title',
    paragraph: `${keep}${noteEdge}${spacing(200, 0)}<w:ind w:left="240"/>`,
    run: '<w:b/>',
  },
  {
    id: 'Note',
    name: 'Note',
    paragraph: `<w:keepLines/>${noteEdge}${spacing(0, 0)}<w:ind w:left="240"/>`,
  },
  {
    id: 'Header',
    name: 'header',
    paragraph: '<w:tabs><w:tab w:val="right" w:pos="9978"/></w:tabs>',
    run: `<w:color w:val="5A626B"/>${size(16)}`,
  },
  {
    id: 'Footer',
    name: 'footer',
    paragraph:
      '<w:tabs><w:tab w:val="center" w:pos="4989"/><w:tab w:val="right" w:pos="9978"/></w:tabs>',
    run: `<w:color w:val="5A626B"/>${size(16)}`,
  },
];

const characterStyles: readonly Style[] = [
  { id: 'Marking', name: 'Marking', run: `<w:b/>${size(24)}` },
  { id: 'Link', name: 'Hyperlink', run: '<w:color w:val="1F4E79"/>' },
  { id: 'SmallText', name: 'Small Text', run: `<w:color w:val="5A626B"/>${size(15)}` },
  {
    id: 'Code',
    name: 'Code',
    run: `<w:rFonts w:ascii="${fixedFont}" w:hAnsi="${fixedFont}" w:cs="${fixedFont}"/><w:noProof/>${size(16)}`,
  },
];

const line = (side: string, weight: number, colour: string): string =>
  `<w:${side} w:val="single" w:sz="${weight}" w:space="0" w:color="${colour}"/>`;
const margins =
  '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>';

const tableStyles = [
  [
    'ReportTable',
    `<w:tblPr><w:tblBorders>${line('bottom', 4, 'C9CED4')}${line('insideH', 4, 'E4E7EA')}</w:tblBorders>${margins}</w:tblPr>`,
    `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${line('bottom', 8, '16191D')}</w:tcBorders></w:tcPr></w:tblStylePr>`,
  ],
  [
    'ReportFacts',
    `<w:tblPr><w:tblBorders>${line('top', 12, '16191D')}${line('bottom', 4, 'C9CED4')}${line('insideH', 4, 'C9CED4')}</w:tblBorders>${margins}</w:tblPr>`,
    '',
  ],
  ['ReportPair', `<w:tblPr>${margins}</w:tblPr>`, ''],
] as const;

/** `word/styles.xml`: every look of the report as a style that whoever edits it can change once. */
export function stylesXml(document: ReportDocument): string {
  const { latin, eastAsian } = fontsOf(document);
  const main = document.language === 'ja' ? 'ja-JP' : 'en-US';
  return [
    '<w:docDefaults><w:rPrDefault><w:rPr>',
    `<w:rFonts w:ascii="${latin}" w:eastAsia="${eastAsian}" w:hAnsi="${latin}" w:cs="${latin}"/>`,
    `<w:color w:val="16191D"/>${size(19)}<w:lang w:val="${main === 'ja-JP' ? 'en-US' : main}" w:eastAsia="ja-JP" w:bidi="ar-SA"/>`,
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:kinsoku/><w:overflowPunct/></w:pPr></w:pPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultText"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>',
    ...paragraphStyles.map((style) => styleXml('paragraph', style)),
    ...characterStyles.map((style) => styleXml('character', style)),
    ...tableStyles.map(
      ([id, properties, head]) =>
        `<w:style w:type="table" w:styleId="${id}"><w:name w:val="${spaced(id)}"/><w:basedOn w:val="TableNormal"/>${properties}${head}</w:style>`,
    ),
  ].join('');
}

function styleXml(type: 'paragraph' | 'character', style: Style): string {
  const based = type === 'paragraph' ? (style.based ?? 'Normal') : 'DefaultText';
  return [
    `<w:style w:type="${type}" w:styleId="${style.id}"><w:name w:val="${style.name}"/>`,
    `<w:basedOn w:val="${based}"/>`,
    style.next === undefined ? '' : `<w:next w:val="${style.next}"/>`,
    '<w:qFormat/>',
    style.paragraph === undefined ? '' : `<w:pPr>${style.paragraph}</w:pPr>`,
    style.run === undefined ? '' : `<w:rPr>${style.run}</w:rPr>`,
    '</w:style>',
  ].join('');
}

function spaced(id: string): string {
  return id.replace(/(?<=[a-z])(?=[A-Z])/, ' ');
}
