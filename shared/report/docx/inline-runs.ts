import type { Inline, LabelTone } from '../document.ts';
import { escapeXml } from './xml-text.ts';

/** Names of bookmarks by the anchors of the tree; Word takes 40 characters of a few kinds. */
export type Bookmarks = ReadonlyMap<string, string>;

type RunLook = {
  readonly bold?: boolean;
  readonly struck?: boolean;
  readonly small?: boolean;
  readonly link?: boolean;
};

const stageColours = ['2B5C9E', '1D6F8C', '1F7460', '5D6B12', '8F5A00', 'A8401C', 'A01F3C'];

/** Text colour and ground of a label; the marking is always on black (TLP 2.0). */
export function labelColours(tone: LabelTone): {
  readonly colour: string;
  readonly ground?: string;
} {
  switch (tone) {
    case 'plain':
      return { colour: '5A626B' };
    case 'warning':
    case 'withdrawn':
      return { colour: '8A3B00' };
    case 'tlp-clear':
      return { colour: 'FFFFFF', ground: '000000' };
    case 'tlp-green':
      return { colour: '33FF00', ground: '000000' };
    case 'tlp-amber':
      return { colour: 'FFC000', ground: '000000' };
    case 'tlp-red':
      return { colour: 'FF2B2B', ground: '000000' };
    case 'stage-1':
    case 'stage-2':
    case 'stage-3':
    case 'stage-4':
    case 'stage-5':
    case 'stage-6':
    case 'stage-7':
      return { colour: stageColours[Number(tone.slice(-1)) - 1] ?? '5A626B' };
  }
}

/** Writes running text as runs of WordprocessingML. */
export function inlineRuns(
  content: readonly Inline[],
  bookmarks: Bookmarks,
  look: RunLook = {},
): string {
  return content.map((inline) => inlineRun(inline, bookmarks, look)).join('');
}

function inlineRun(inline: Inline, bookmarks: Bookmarks, look: RunLook): string {
  switch (inline.kind) {
    case 'text':
      return run(inline.text, look, inline.lang === undefined ? '' : languageMark(inline.lang));
    case 'strong':
      return inlineRuns(inline.content, bookmarks, { ...look, bold: true });
    case 'struck':
      return inlineRuns(inline.content, bookmarks, { ...look, struck: true });
    case 'small':
      return inlineRuns(inline.content, bookmarks, { ...look, small: true });
    case 'code':
      return `<w:r><w:rPr><w:rStyle w:val="Code"/></w:rPr>${textOf(inline.text)}</w:r>`;
    case 'link': {
      const bookmark = bookmarks.get(inline.to);
      if (bookmark === undefined) return inlineRuns(inline.content, bookmarks, look);
      const inside = inlineRuns(inline.content, bookmarks, { ...look, link: true });
      return `<w:hyperlink w:anchor="${bookmark}" w:history="1">${inside}</w:hyperlink>`;
    }
    case 'label':
      return label(inline.text, inline.tone);
    case 'break':
      return '<w:r><w:br/></w:r>';
  }
}

/** Tells a program which dictionary, voice and line breaking a piece of text wants. */
function languageMark(lang: 'en' | 'ja'): string {
  return lang === 'ja'
    ? '<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="ja-JP"/>'
    : '<w:lang w:val="en-US"/>';
}

function run(text: string, look: RunLook, marks: string): string {
  if (text === '') return '';
  // The order of a run's properties is fixed (ECMA-376 Part 1 §17.3.2.28).
  const [, fonts = '', lang = ''] = /^(<w:rFonts[^>]*>)?(.*)$/.exec(marks) ?? [];
  const properties = [
    look.link === true ? '<w:rStyle w:val="Link"/>' : '',
    look.small === true && look.link !== true ? '<w:rStyle w:val="SmallText"/>' : '',
    fonts,
    look.bold === true ? '<w:b/>' : '',
    look.struck === true ? '<w:strike/>' : '',
    lang,
  ].join('');
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${textOf(text)}</w:r>`;
}

function label(text: string, tone: LabelTone): string {
  const { colour, ground } = labelColours(tone);
  const frame =
    ground === undefined
      ? `<w:bdr w:val="single" w:sz="4" w:space="1" w:color="${colour}"/>`
      : `<w:shd w:val="clear" w:color="auto" w:fill="${ground}"/>`;
  const weight = tone === 'plain' || tone.startsWith('stage-') ? '' : '<w:b/>';
  const padded = ground === undefined ? text : `\u00A0${text}\u00A0`;
  return `<w:r><w:rPr>${weight}<w:color w:val="${colour}"/>${frame}</w:rPr>${textOf(padded)}</w:r>`;
}

/** A text with its line ends and tabs, which would otherwise count as blanks. */
export function textOf(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map((part) => (part === '' ? '' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`))
        .join('<w:tab/>'),
    )
    .join('<w:br/>');
}
