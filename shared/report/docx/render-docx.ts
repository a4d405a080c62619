import { sectionAnchor } from '../anchors.ts';
import type { LabelTone, ReportDocument, ReportSection } from '../document.ts';
import { anchorsOf } from '../document-anchors.ts';
import { tlpTone } from '../tlp-tone.ts';
import { blocksXml, field, marked, type Numbering, paragraph, textRun } from './block-xml.ts';
import { fixedFont, fontsOf, stylesXml } from './document-styles.ts';
import { inlineRuns } from './inline-runs.ts';
import { logoDrawing, logoPart, logoRelation } from './logo-picture.ts';
import { escapeXml } from './xml-text.ts';

/** The parts of a Word file by their names in the archive, in the order in which they are packed. */
export type DocxParts = readonly (readonly [name: string, xml: string])[];

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const partTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const spaces = [
  `xmlns:w="${word}"`,
  `xmlns:r="${relations}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

/**
 * Writes a report as the parts of a Word file (ECMA-376), from the same tree as every other format.
 *
 * Written by hand rather than with a library: the same report gives the same bytes, nothing stands in
 * the file that the report does not say (no author, no machine, no revision ids), and two thousand
 * entries take a fraction of a second.
 *
 * @param madeAtMs the time that the report itself names, ms since the epoch
 */
export function renderDocx(document: ReportDocument, madeAtMs: number): DocxParts {
  const made = `${new Date(madeAtMs).toISOString().slice(0, 19)}Z`;
  return [
    ['[Content_Types].xml', contentTypes(document)],
    ['_rels/.rels', packageRels()],
    ['docProps/core.xml', coreProperties(document, made)],
    ['docProps/app.xml', appProperties(document)],
    ['word/document.xml', documentXml(document)],
    ['word/_rels/document.xml.rels', documentRels(document)],
    ['word/styles.xml', part('styles', stylesXml(document))],
    ['word/numbering.xml', part('numbering', numberingXml())],
    ['word/settings.xml', part('settings', settingsXml())],
    ['word/fontTable.xml', part('fonts', fontsXml(document))],
    ['word/header1.xml', part('hdr', headerXml(document))],
    ['word/footer1.xml', part('ftr', footerXml(document))],
  ];
}

function part(root: string, inside: string): string {
  return `${xmlHead}<w:${root} ${spaces}>${inside}</w:${root}>`;
}

function documentXml(document: ReportDocument): string {
  const bookmarks = new Map(
    [...anchorsOf(document)].map((anchor, index) => [anchor, `_k${index}`]),
  );
  const numbering: Numbering = {
    bookmarks,
    bookmark: 0,
    table: 0,
    figure: 0,
    words: document.captions,
  };
  const body = document.sections.map((section) => sectionXml(section, document, numbering));
  const page = [
    `<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>`,
    '<w:pgSz w:w="11906" w:h="16838"/>',
    '<w:pgMar w:top="1361" w:right="964" w:bottom="1247" w:left="964" w:header="567" w:footer="510" w:gutter="0"/>',
    '</w:sectPr>',
  ].join('');
  return part('document', `<w:body>${body.join('')}${page}</w:body>`);
}

function sectionXml(
  section: ReportSection,
  document: ReportDocument,
  numbering: Numbering,
): string {
  const anchor = sectionAnchor(section.id);
  const newPage = section.startsPage ? '<w:pageBreakBefore/>' : '';
  if (section.id === 'cover') {
    const kicker = [section.title, document.running.state].filter((text) => text !== '');
    return [
      document.logo === undefined ? '' : paragraph('Figure', logoDrawing(document.logo)),
      paragraph('Subtitle', textRun(kicker.join('\u2003'))),
      paragraph('Title', marked(anchor, textRun(document.title), numbering)),
      blocksXml(section.blocks, numbering),
    ].join('');
  }
  if (section.id === 'contents') return contentsXml(section, document, numbering);
  const heading = marked(anchor, textRun(section.title), numbering);
  return paragraph('Heading1', heading, newPage) + blocksXml(section.blocks, numbering);
}

/**
 * A table of contents that stands there already as links, and that Word can make anew.
 *
 * Page numbers come with that: a file that asks for it by itself greets everybody with a question.
 */
function contentsXml(
  section: ReportSection,
  { sections }: ReportDocument,
  numbering: Numbering,
): string {
  const listed = sections.filter(({ id }) => id !== 'cover' && id !== 'contents');
  const lines = listed.map(({ id, title }, index) => {
    const bookmark = numbering.bookmarks.get(sectionAnchor(id)) ?? '';
    const begin =
      index === 0
        ? '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        : '';
    const end = index === listed.length - 1 ? '<w:r><w:fldChar w:fldCharType="end"/></w:r>' : '';
    return paragraph(
      'TOC1',
      `${begin}<w:hyperlink w:anchor="${bookmark}" w:history="1">${textRun(title)}</w:hyperlink>${end}`,
    );
  });
  const heading = marked(sectionAnchor(section.id), textRun(section.title), numbering);
  return paragraph('TocHeading', heading) + lines.join('');
}

function headerXml(document: ReportDocument): string {
  const { running } = document;
  const tone = running.tlp === undefined ? 'plain' : tlpTone(running.tlp);
  const state = running.state === '' ? '' : `\u2003${running.state}`;
  return paragraph(
    'Header',
    [
      // A header of a hundred kilobytes would leave no page.
      textRun(`${shortened(running.title)}${state}`),
      '<w:r><w:tab/></w:r>',
      marking(running.tlpText, tone),
      running.watermark === '' ? '' : watermark(running.watermark, fontsOf(document).latin),
    ].join(''),
  );
}

function footerXml({ running }: ReportDocument): string {
  const tone = running.tlp === undefined ? 'plain' : tlpTone(running.tlp);
  return paragraph(
    'Footer',
    [
      textRun(running.seal),
      '<w:r><w:tab/></w:r>',
      textRun(`${running.page} `),
      field('PAGE', '1'),
      textRun(' / '),
      field('NUMPAGES', '1'),
      '<w:r><w:tab/></w:r>',
      marking(running.tlpText, tone),
    ].join(''),
  );
}

/** At least 12 points, as FIRST wants it. */
function marking(text: string, tone: LabelTone): string {
  const runs = inlineRuns([{ kind: 'label', tone, text }], new Map());
  return runs.replace('<w:rPr>', '<w:rPr><w:rStyle w:val="Marking"/>');
}

/** Room beside the marking on one line. */
const titleRoom = 60;

function shortened(title: string): string {
  const line = title.slice(0, titleRoom * 4).replaceAll(/\s+/g, ' ');
  const characters = [...line];
  return characters.length <= titleRoom ? line : `${characters.slice(0, titleRoom - 1).join('')}…`;
}

/** The word behind every page while the report is a draft, as Word itself makes one. */
function watermark(text: string, font: string): string {
  const width = Math.min(460, 60 + [...text].length * 60);
  return [
    '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">',
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>',
    '<v:path textpathok="t"/><v:textpath on="t" fitshape="t"/></v:shapetype>',
    `<v:shape id="Watermark" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:${width}pt;height:110pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#e4e7ea" stroked="f">`,
    `<v:fill opacity=".5"/><v:textpath style="font-family:&quot;${font}&quot;;font-size:1pt" string="${escapeXml(text)}"/></v:shape></w:pict></w:r>`,
  ].join('');
}

function numberingXml(): string {
  const level = (format: string, text: string): string =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="284"/></w:pPr></w:lvl>`;
  return [
    `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>${level('bullet', '•')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>${level('decimal', '%1.')}</w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
  ].join('');
}

function settingsXml(): string {
  return [
    '<w:removePersonalInformation/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="compressPunctuation"/>',
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
    '<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>',
  ].join('');
}

/** Says what a font that is not there is to be replaced by: the same family, the same script. */
function fontsXml(document: ReportDocument): string {
  const { latin, eastAsian } = fontsOf(document);
  const [family, ...alternatives] =
    document.typeface === 'serif'
      ? (['roman', 'Liberation Serif', '游明朝'] as const)
      : (['swiss', 'Liberation Sans', '游ゴシック'] as const);
  const font = (name: string, alternative: string, charset: string, kind: string, pitch: string) =>
    `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="${charset}"/><w:family w:val="${kind}"/><w:pitch w:val="${pitch}"/></w:font>`;
  return [
    font(latin, alternatives[0], '00', family, 'variable'),
    font(eastAsian, alternatives[1], '80', family, 'variable'),
    font(fixedFont, 'Liberation Mono', '00', 'modern', 'fixed'),
  ].join('');
}

function coreProperties(document: ReportDocument, made: string): string {
  const { title, running, language } = document;
  return [
    xmlHead,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(`${running.tlpText} ${title}`)}</dc:title><dc:language>${language}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

function appProperties({ generator }: ReportDocument): string {
  return `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${escapeXml(generator)}</Application></Properties>`;
}

function contentTypes({ logo }: ReportDocument): string {
  const override = (name: string, type: string): string =>
    `<Override PartName="/${name}" ContentType="${type}"/>`;
  return [
    xmlHead,
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    logo === undefined ? '' : override(logoPart(logo), logo.type),
    override('word/document.xml', `${partTypes}.document.main+xml`),
    ...relatedParts.map(([name]) =>
      override(`word/${name}.xml`, `${partTypes}.${typeOf(name)}+xml`),
    ),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override(
      'docProps/app.xml',
      'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    ),
    '</Types>',
  ].join('');
}

/** Parts beside the document, in the order of their relationship ids, each with the kind it is. */
const relatedParts = [
  ['styles', 'styles'],
  ['numbering', 'numbering'],
  ['settings', 'settings'],
  ['fontTable', 'fontTable'],
  ['header1', 'header'],
  ['footer1', 'footer'],
] as const;

function typeOf(name: string): string {
  return relatedParts.find(([own]) => own === name)?.[1] ?? name;
}

function packageRels(): string {
  return [
    `${xmlHead}<Relationships xmlns="${packageRelations}">`,
    `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/>`,
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
    `<Relationship Id="rId3" Type="${relations}/extended-properties" Target="docProps/app.xml"/>`,
    '</Relationships>',
  ].join('');
}

function documentRels({ logo }: ReportDocument): string {
  const related = relatedParts.map(
    ([name, kind], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/${kind}" Target="${name}.xml"/>`,
  );
  if (logo !== undefined)
    related.push(
      `<Relationship Id="${logoRelation}" Type="${relations}/image" Target="/${logoPart(logo)}"/>`,
    );
  return `${xmlHead}<Relationships xmlns="${packageRelations}">${related.join('')}</Relationships>`;
}
