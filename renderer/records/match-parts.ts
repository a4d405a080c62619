import { findWords } from '#shared/domain/text-search.ts';

/** A stretch of a text, and whether a search has found it. */
export type MatchPart = { readonly text: string; readonly isMatch: boolean };

/** Cuts a text at the folded words (`searchWords`) that it holds; the parts together are the text. */
export function matchParts(text: string, words: readonly string[]): readonly MatchPart[] {
  const parts: MatchPart[] = [];
  let at = 0;
  for (const { start, end } of findWords(text, words)) {
    if (start > at) parts.push({ text: text.slice(at, start), isMatch: false });
    parts.push({ text: text.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), isMatch: false });
  return parts;
}
