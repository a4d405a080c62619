import { type Cutter, type CutOptions, longestRecord } from './cutter.ts';

const mostFields = 5_000;

/**
 * Cuts entries of systemd's export format (systemd.io, Journal Export Formats) into names and values by turns.
 *
 * A field is `NAME=value` in a line, or where the value holds line breaks a line with the name, the length in eight
 * bytes, least first, the value and a line break. A blank line ends an entry. Units of the view are bytes.
 */
export function cutJournal({ sink, limit = longestRecord }: CutOptions): Cutter {
  let line = 1;
  /** A broken entry is passed over up to the next blank line. */
  let isDropping = false;
  let isWithinLine = false;
  return {
    cut(text, isEnd) {
      let at = 0;
      if (isWithinLine) {
        const found = text.indexOf('\n');
        if (found === -1) return text.length;
        isWithinLine = false;
        line += 1;
        at = found + 1;
      }
      for (;;) {
        while (text[at] === '\n') {
          isDropping = false;
          line += 1;
          at += 1;
        }
        if (at >= text.length) return text.length;
        if (isDropping) {
          const found = text.indexOf('\n', at);
          isWithinLine = found === -1;
          if (isWithinLine) return text.length;
          at = found + 1;
          line += 1;
          continue;
        }
        const entry = readEntry(text, at, isEnd);
        const isTooLong = (entry.kind === 'entry' ? entry.end : text.length) - at > limit;
        if (entry.kind === 'unfinished' && !isTooLong) return at;
        if (entry.kind === 'entry' && !isTooLong) {
          sink.record(entry.cells, at, entry.end, line);
          line += lineBreaks(text, at, entry.end);
          at = entry.end;
          continue;
        }
        sink.broken(isTooLong ? 'too-long' : 'other-format', line);
        isDropping = true;
      }
    },
  };
}

type Entry =
  | { readonly kind: 'entry'; readonly cells: readonly string[]; readonly end: number }
  | { readonly kind: 'unfinished' | 'broken' };

/** The entry that begins at a place; its end is before the blank line. */
function readEntry(text: string, from: number, isEnd: boolean): Entry {
  const cells: string[] = [];
  for (let at = from; ;) {
    const found = text.indexOf('\n', at);
    if (found === at || (at >= text.length && isEnd)) return { kind: 'entry', cells, end: at };
    if (found === -1 && !isEnd) return { kind: 'unfinished' };
    if (cells.length >= 2 * mostFields) return { kind: 'broken' };
    const lineEnd = found === -1 ? text.length : found;
    const equals = text.indexOf('=', at);
    if (equals !== -1 && equals < lineEnd) {
      cells.push(text.slice(at, equals), text.slice(equals + 1, lineEnd));
      at = Math.min(lineEnd + 1, text.length);
      continue;
    }
    const value = lineEnd + 9;
    if (value > text.length) return { kind: isEnd ? 'broken' : 'unfinished' };
    const end = value + lengthAt(text, lineEnd + 1);
    if (end - from > longestRecord) return { kind: 'broken' };
    if (end >= text.length && !(isEnd && end === text.length))
      return { kind: isEnd ? 'broken' : 'unfinished' };
    if (end < text.length && text[end] !== '\n') return { kind: 'broken' };
    cells.push(text.slice(at, lineEnd), text.slice(value, end));
    at = Math.min(end + 1, text.length);
  }
}

/** Eight bytes, least first; Infinity for what is no length. */
function lengthAt(text: string, at: number): number {
  let length = 0;
  for (let byte = 7; byte >= 0; byte -= 1) length = length * 256 + text.charCodeAt(at + byte);
  return Number.isSafeInteger(length) ? length : Infinity;
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1))
    count += 1;
  return count;
}
