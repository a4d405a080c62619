import type { ReactNode } from 'react';
import { findWords } from '#shared/domain/text-search.ts';
import styles from './marked-text.module.css';

type MarkedTextProps = {
  readonly text: string;
  /** Folded words to mark. */
  readonly words: readonly string[];
  /** Begins near the first mark where it would lie beyond the edge of a single line. */
  readonly nearMark?: boolean;
};

/** Letters that are surely in sight, and those kept before a mark that is not. */
const inSight = 48;
const kept = 16;

/** A text with what was searched for marked in it. */
export function MarkedText({ text, words, nearMark = false }: MarkedTextProps) {
  const spans = findWords(text, words);
  const [first] = spans;
  if (first === undefined) return text;
  const begin = nearMark && first.end > inSight ? wholeSign(text, first.start - kept) : 0;
  const parts: ReactNode[] = [begin > 0 ? '… ' : ''];
  let at = begin;
  for (const [place, { start, end }] of spans.entries()) {
    parts.push(
      text.slice(at, start),
      <mark key={place} className={styles['mark']}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return [...parts, text.slice(at)];
}

/** The place itself, or the one before it when it lies inside a surrogate pair. */
function wholeSign(text: string, place: number): number {
  const at = Math.max(0, place);
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
