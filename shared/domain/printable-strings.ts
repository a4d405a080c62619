/** A run of printable letters in a file. */
export type PrintableString = {
  /** Where it begins in the file. */
  readonly offset: number;
  readonly encoding: 'ascii' | 'utf-16le';
  readonly text: string;
};

/** Shorter runs are chance. */
export const leastLetters = 4;
/** A longer run is cut: a screen shows no more. */
const mostLetters = 1_000;

function isPrintable(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x20 && byte < 0x7f) || byte === 0x09);
}

/**
 * Finds runs of printable ASCII in bytes, one byte a letter and as UTF-16LE, in the order in which they begin;
 * as strings(1) finds them with `-e s` and `-e l`.
 */
export function printableStrings(bytes: Uint8Array, offset: number): readonly PrintableString[] {
  return [...runsOf(bytes, offset, 1), ...runsOf(bytes, offset, 2)].toSorted(
    (a, b) => a.offset - b.offset,
  );
}

function runsOf(bytes: Uint8Array, offset: number, width: 1 | 2): PrintableString[] {
  const encoding = width === 1 ? 'ascii' : 'utf-16le';
  const found: PrintableString[] = [];
  const isLetter = (place: number) =>
    isPrintable(bytes[place]) && (width === 1 || bytes[place + 1] === 0);
  let at = 0;
  while (at < bytes.length) {
    let text = '';
    let end = at;
    while (isLetter(end)) {
      if (text.length < mostLetters) text += String.fromCharCode(bytes[end] ?? 0);
      end += width;
    }
    if (text.length >= leastLetters) found.push({ offset: offset + at, encoding, text });
    at = end > at ? end : at + 1;
  }
  return found;
}
