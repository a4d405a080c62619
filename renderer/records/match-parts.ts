import { foldText } from '#shared/domain/text-search.ts';

/** A stretch of a text, and whether a search has found it. */
export type MatchPart = { readonly text: string; readonly isMatch: boolean };

/** A character with the marks that fold into it: half-width kana have theirs apart. */
const unit = /\P{M}[\p{M}\uFF9E\uFF9F]*|\p{M}+/gsu;

/** Cuts a text at the folded words (`searchWords`) that it holds; matches that touch are one. */
export function matchParts(text: string, words: readonly string[]): readonly MatchPart[] {
  if (words.length === 0 || text === '') return [{ text, isMatch: false }];
  const starts: number[] = [];
  let folded = '';
  for (const { 0: piece, index } of text.matchAll(unit)) {
    const inFold = foldText(piece);
    folded += inFold;
    for (let at = 0; at < inFold.length; at += 1) starts.push(index);
  }
  starts.push(text.length);
  const marks = new Uint8Array(text.length);
  for (const word of words)
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1))
      marks.fill(1, starts[at], endOf(starts, at + word.length - 1));
  const parts: MatchPart[] = [];
  for (let from = 0; from < text.length;) {
    const mark = marks[from];
    let end = from + 1;
    while (end < text.length && marks[end] === mark) end += 1;
    parts.push({ text: text.slice(from, end), isMatch: mark === 1 });
    from = end;
  }
  return parts;
}

/** Where the character that gave a folded letter ends. */
function endOf(starts: readonly number[], at: number): number {
  let next = at + 1;
  while (starts[next] === starts[at]) next += 1;
  return starts[next] ?? starts.at(-1) ?? 0;
}
