/** Bytes of one line. */
export const bytesALine = 16;

/** A line of a hex dump: where it begins, its bytes, and what of them is ASCII. */
export type HexLine = { readonly offset: string; readonly hex: string; readonly text: string };

/** Bytes as the lines of a hex dump; `offset` is where they begin in their file. */
export function hexLines(bytes: Uint8Array, offset: number): readonly HexLine[] {
  const lines: HexLine[] = [];
  for (let at = 0; at < bytes.length; at += bytesALine) {
    const part = [...bytes.subarray(at, at + bytesALine)];
    const pairs = part.map((byte) => byte.toString(16).padStart(2, '0'));
    lines.push({
      offset: (offset + at).toString(16).padStart(8, '0'),
      hex: [pairs.slice(0, 8), pairs.slice(8)].map((half) => half.join(' ')).join('  '),
      text: part
        .map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'))
        .join(''),
    });
  }
  return lines;
}
