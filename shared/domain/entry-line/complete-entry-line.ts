import { isSpace, sigilOf } from './scan-word.ts';

/** What the writer is in the middle of typing, for the list of suggestions. */
export type Completion = {
  readonly kind:
    'host' | 'tag' | 'stage' | 'technique' | 'evidence' | 'kind' | 'account' | 'source' | 'link';
  /** What has been typed of it, from the sign to the caret. */
  readonly query: string;
  /** The stretch of the line, sign included, that a suggestion replaces. */
  readonly start: number;
  readonly end: number;
};

const kinds: Readonly<Record<string, Completion['kind']>> = {
  '@': 'host',
  '#': 'tag',
  '!': 'stage',
  '/': 'technique',
  '^': 'evidence',
  ':': 'kind',
  '&': 'account',
  $: 'source',
  '>': 'link',
  '=': 'link',
  '?': 'link',
};
const quotable: ReadonlySet<string | undefined> = new Set([
  'host',
  'tag',
  'stage',
  'account',
  'source',
]);
const quotes: Readonly<Record<string, string>> = { '"': '"', '「': '」', '“': '”' };

/** How far back an open quotation mark is looked for; longer than any name. */
const longestQuery = 200;

/**
 * Finds the token under the caret, or undefined where nothing is to be suggested.
 *
 * Suggestions replace the whole word even when the caret is inside it; inside an open quotation mark the
 * word goes back to that mark.
 */
export function completionAt(line: string, caret: number): Completion | undefined {
  if (caret < 1 || caret > line.length) return undefined;
  return openQuoteAt(line, caret) ?? wordAt(line, caret);
}

function wordAt(line: string, caret: number): Completion | undefined {
  let start = caret;
  while (start > 0 && caret - start <= longestQuery && !isSpace(line[start - 1])) start -= 1;
  const kind = kinds[sigilOf(line[start]) ?? ''];
  if (kind === undefined || start === caret || (start > 0 && !isSpace(line[start - 1]))) {
    return undefined;
  }
  const query = line.slice(start + 1, caret);
  // A path or a network prefix, not a technique; nor is a date behind a slash.
  if (kind === 'technique' && /[/\d:.]/.test(query) && !/^t[\d.]*$/i.test(query)) return undefined;
  if (query.includes('"')) return undefined;
  // A link begins with its number sign: `?` alone asks, `>` and `=` are text.
  if (kind === 'link' && !/^[#＃]/.test(query)) return undefined;
  let end = caret;
  while (end < line.length && !isSpace(line[end])) end += 1;
  return { kind, query, start, end };
}

function openQuoteAt(line: string, caret: number): Completion | undefined {
  for (let at = caret - 1; at >= 1 && caret - at <= longestQuery && line[at] !== '\n'; at -= 1) {
    const close = quotes[line[at] ?? ''];
    if (close === undefined) continue;
    const kind = kinds[sigilOf(line[at - 1]) ?? ''];
    if (!quotable.has(kind) || kind === undefined || (at >= 2 && !isSpace(line[at - 2]))) continue;
    const query = line.slice(at + 1, caret);
    if (query.includes(close)) return undefined;
    const lineBreak = line.indexOf('\n', caret);
    const lineEnd = lineBreak < 0 ? line.length : lineBreak;
    const closing = line.slice(caret, Math.min(lineEnd, caret + longestQuery)).indexOf(close);
    let end = caret;
    if (closing >= 0) end = caret + closing + 1;
    else while (end < lineEnd && !isSpace(line[end])) end += 1;
    return { kind, query, start: at - 1, end };
  }
  return undefined;
}
