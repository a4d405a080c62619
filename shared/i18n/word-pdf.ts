import { defineMessages, type Language, say } from './messages.ts';

const messages = defineMessages({
  lacks: {
    en: 'This PDF has {parts}: the Chromium that printed it cannot make them.',
    ja: 'このPDFには{parts}がありません。印刷に使ったChromiumが対応していないためです。',
  },
  lacksWithOthers: {
    en: '{lacks} Who needs them takes the Word or the HTML file, which have headings and tables that programs can read.',
    ja: '{lacks}必要な場合は、見出しと表の構造を持つWordまたはHTMLを使ってください。',
  },
  written: { en: '{written}. {lacks}', ja: '{written}。{lacks}' },
  tags: { en: 'no tags for screen readers', ja: 'スクリーンリーダー用のタグ' },
  outline: { en: 'no outline', ja: 'しおり' },
  and: { en: ' and ', ja: 'と' },
});

type PdfParts = readonly ('tags' | 'outline')[];

/** Says what a PDF lacks, and which file has it. */
export function pdfLacksText(parts: PdfParts, language: Language): string {
  return say(language, messages.lacksWithOthers, { lacks: onlyLacksText(parts, language) });
}

function onlyLacksText(parts: PdfParts, language: Language): string {
  const named = parts.map((part) => say(language, messages[part]));
  return say(language, messages.lacks, { parts: named.join(say(language, messages.and)) });
}

/**
 * Adds to the words of where a file was written what it lacks, if it is a PDF that lacks something.
 *
 * @param written without a full stop
 * @param only the document is offered as a PDF alone: no other file has what is missing
 */
export function wordWritten(
  written: string,
  { lacks = [] }: { readonly lacks?: PdfParts | undefined },
  language: Language,
  only?: 'pdf',
): string {
  if (lacks.length === 0) return written;
  const words = only === 'pdf' ? onlyLacksText : pdfLacksText;
  return say(language, messages.written, { written, lacks: words(lacks, language) });
}
