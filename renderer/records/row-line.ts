import { visibleText } from '#shared/report/visible-text.ts';
import { type MatchPart, matchParts } from './match-parts.ts';

/** Letters before a match that say where in the text it stands. */
const lead = 12;
/** A match that begins before this many letters is seen anyway. */
const seenFirst = 32;
const mostLetters = 600;

/** A row's text on one line with matches marked; one that would lie out of sight is brought into it. */
export function rowLine(text: string, words: readonly string[]): readonly MatchPart[] {
  const line = visibleText(text).replaceAll(/\s+/g, ' ').trim();
  const parts = matchParts(line, words);
  const first = parts.findIndex(({ isMatch }) => isMatch);
  const before = parts
    .slice(0, Math.max(0, first))
    .reduce((sum, part) => sum + part.text.length, 0);
  if (before <= seenFirst) return cut(parts);
  const opening = `…${line.slice(before - lead, before)}`;
  return cut([{ text: opening, isMatch: false }, ...parts.slice(first)]);
}

function cut(parts: readonly MatchPart[]): readonly MatchPart[] {
  const kept: MatchPart[] = [];
  let left = mostLetters;
  for (const { text, isMatch } of parts) {
    if (left <= 0) break;
    kept.push({ text: text.slice(0, left), isMatch });
    left -= text.length;
  }
  return kept;
}
