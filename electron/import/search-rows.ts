import { setImmediate } from 'node:timers/promises';
import type { PagedFile } from './paged-file.ts';

/** The folded texts of an index, and where each row's begins. */
export type FoldedRows = {
  readonly folded: PagedFile;
  readonly foldedAt: PagedFile;
  readonly rows: number;
};

const mostRows = 16_384;
const mostBytes = 16 * 1_048_576;

/**
 * Scans the folded texts for rows that hold every word, a stretch of rows at a time. Between two stretches others
 * get their turn.
 */
export async function* searchRows(
  { folded, foldedAt, rows }: FoldedRows,
  words: readonly string[],
  {
    limit = Infinity,
    signal,
  }: { readonly limit?: number; readonly signal?: AbortSignal | undefined },
): AsyncGenerator<readonly number[]> {
  // The longest word is likely the rarest, and the others are only looked for where it is.
  const needles = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => Buffer.from(word, 'utf8'));
  let left = limit;
  for (let first = 0; first < rows && left > 0;) {
    signal?.throwIfAborted();
    const starts = startsOf(foldedAt, first, Math.min(mostRows, rows - first), folded.size);
    const count = rowsWithin(starts);
    const from = starts[0] ?? 0;
    const bytes = folded.read(from, (starts[count] ?? 0) - from);
    const found = rowsWith(bytes, starts, count, needles, left).map((row) => first + row);
    if (found.length > 0) yield found;
    left -= found.length;
    first += count;
    await setImmediate();
  }
}

/** Where each of these rows begins, and after the last one where it ends. */
function startsOf(foldedAt: PagedFile, first: number, count: number, size: number): Float64Array {
  const bytes = foldedAt.read(first * 8, (count + 1) * 8);
  const starts = new Float64Array(count + 1);
  for (let at = 0; at * 8 < bytes.length; at += 1) starts[at] = bytes.readDoubleLE(at * 8);
  if (bytes.length === count * 8) starts[count] = size;
  return starts;
}

/** As many rows as fit into one stretch, and one in any case. */
function rowsWithin(starts: Float64Array): number {
  let count = starts.length - 1;
  while (count > 1 && (starts[count] ?? 0) - (starts[0] ?? 0) > mostBytes) count >>= 1;
  return count;
}

/** Leaps from word to word: a row that lacks one is never looked through for the others. */
function rowsWith(
  bytes: Buffer,
  starts: Float64Array,
  count: number,
  needles: readonly Buffer[],
  limit: number,
): number[] {
  const base = starts[0] ?? 0;
  const startOf = (row: number) => (starts[row] ?? 0) - base;
  const found: number[] = [];
  /** Where each word comes next, from the row on that is looked at. */
  const next = needles.map(() => -1);
  for (let row = 0; row < count && found.length < limit;) {
    const start = startOf(row);
    let furthest = row;
    for (let word = 0; word < next.length; word += 1) {
      let at = next[word] ?? -1;
      if (at < start) {
        at = bytes.indexOf(needles[word] ?? '', start);
        if (at === -1) return found;
        next[word] = at;
      }
      while (startOf(furthest + 1) <= at) furthest += 1;
    }
    if (furthest === row) {
      found.push(row);
      row += 1;
    } else row = furthest;
  }
  return found;
}
