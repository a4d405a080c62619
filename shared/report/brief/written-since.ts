import { isAfterMark, type ReadMark } from '../../domain/read-mark.ts';

/** From when on something is news: a wall-clock time, how far somebody has read, or what a seal fixed. */
export type Since =
  | { readonly kind: 'time'; readonly ms: number }
  | { readonly kind: 'read'; readonly by: string; readonly mark: ReadMark }
  | {
      readonly kind: 'seal';
      readonly value: string;
      readonly heads: Readonly<Record<string, readonly [number, string]>>;
    };

type Line = { readonly feed: string; readonly seq: number; readonly wall: number };

/** Tells what was written after a time, a seal, or the line up to which somebody has read. */
export function writtenSince(since: Since): (line: Line) => boolean {
  if (since.kind === 'time') return ({ wall }) => wall > since.ms;
  const mark = since.kind === 'read' ? since.mark : markOf(since.heads);
  return (line) => isAfterMark(mark, line);
}

function markOf(heads: Readonly<Record<string, readonly [number, string]>>): ReadMark {
  return { heads: Object.fromEntries(Object.entries(heads).map(([feed, [seq]]) => [feed, seq])) };
}
