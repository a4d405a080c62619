import { defineMessages, type Language, say } from './messages.ts';

const messages = defineMessages({
  lacks: {
    en: 'This PDF has {parts}: the Chromium that printed it cannot make them. Who needs them takes the Word or the HTML file, which have headings and tables that programs can read.',
    ja: 'このPDFには{parts}がありません。印刷に使ったChromiumが対応していないためです。必要な場合は、見出しと表の構造を持つWordまたはHTMLを使ってください。',
  },
  tags: { en: 'no tags for screen readers', ja: 'スクリーンリーダー用のタグ' },
  outline: { en: 'no outline', ja: 'しおり' },
  and: { en: ' and ', ja: 'と' },
});

/** Says what a PDF lacks, and which file has it. */
export function pdfLacksText(parts: readonly ('tags' | 'outline')[], language: Language): string {
  const named = parts.map((part) => say(language, messages[part]));
  return say(language, messages.lacks, { parts: named.join(say(language, messages.and)) });
}
