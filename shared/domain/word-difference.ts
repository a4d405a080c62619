/** A stretch of two texts: in both, only in the new one, or only in the old one. */
export type DifferencePart = {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
};

/** Above this many comparisons the middle is shown as replaced whole: nobody reads such a difference word by word. */
const mostCompared = 1_000_000;

/**
 * How one text became another, word by word; the parts without the added ones are the old text, without the
 * removed ones the new text.
 *
 * Words are those of the Unicode rules (UAX #29), with the dictionary of the engine for Japanese; very long
 * texts are cut at their blanks.
 */
export function wordDifference(before: string, after: string): readonly DifferencePart[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const parts = [
    ...old.slice(0, head).map(partOf('same')),
    ...middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...old.slice(old.length - tail).map(partOf('same')),
  ];
  return join(parts);
}

/** The rules of Unicode take microseconds a word; a text of this many UTF-16 units is cut at its blanks. */
const longText = 20_000;

function wordsOf(text: string): readonly string[] {
  if (text.length > longText) return text.match(/\s+|\S+/g) ?? [];
  const words = new Intl.Segmenter('ja', { granularity: 'word' }).segment(text);
  return Array.from(words, ({ segment }) => segment);
}

function partOf(kind: DifferencePart['kind']) {
  return (text: string): DifferencePart => ({ kind, text });
}

/** The longest common subsequence, read backwards out of the table of its lengths. */
function middle(old: readonly string[], now: readonly string[]): readonly DifferencePart[] {
  if (old.length * now.length > mostCompared)
    return [...old.map(partOf('removed')), ...now.map(partOf('added'))];
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const parts: DifferencePart[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const [gone = '', come = ''] = [old[i], now[j]];
    if (i < old.length && j < now.length && gone === come) {
      parts.push({ kind: 'same', text: gone });
      i += 1;
      j += 1;
    } else if (i < old.length && (j >= now.length || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'removed', text: gone });
      i += 1;
    } else {
      parts.push({ kind: 'added', text: come });
      j += 1;
    }
  }
  return parts;
}

/** Neighbours of one kind as one part. */
function join(parts: readonly DifferencePart[]): readonly DifferencePart[] {
  const joined: DifferencePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.kind === part.kind)
      joined[joined.length - 1] = { kind: part.kind, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}
