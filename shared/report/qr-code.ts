import { encode } from 'uqr';

/** A QR code as one SVG path in a square of `size` units, with the quiet zone that scanners need. */
export type QrCode = { readonly size: number; readonly path: string };

/** Draws the dark modules as runs along each row: one path, whatever its size. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const runs: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x += 1;
      runs.push(`M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`);
    }
  });
  return { size, path: runs.join('') };
}

/** What a seal's QR code says. */
export function sealQrText(value: string): string {
  return `kiroku-seal:${value}`;
}
