/** What a PDF gives to those who do not read it with their eyes, or not from its first page. */
export const pdfParts = ['tags', 'outline'] as const;
export type PdfPart = (typeof pdfParts)[number];

const keys: Readonly<Record<PdfPart, string>> = { tags: '/StructTreeRoot', outline: '/Outlines' };

/**
 * What of it a printed PDF lacks, read from the catalogue of the file itself (ISO 32000-1 §7.7.2): which
 * Chromium makes what has changed over the years, and only the file can tell.
 */
export function pdfLacks(bytes: Uint8Array): readonly PdfPart[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The trailer is the last thing of the file and never compressed by Chromium.
  const trailer = file.subarray(Math.max(0, file.lastIndexOf('trailer'))).toString('latin1');
  const root = /\/Root\s+(\d+)\s+(\d+)\s+R/.exec(trailer);
  const at = root === null ? -1 : file.lastIndexOf(`\n${root[1]} ${root[2]} obj`);
  if (at < 0) return pdfParts;
  const catalogue = file.subarray(at, file.indexOf('endobj', at)).toString('latin1');
  return pdfParts.filter((part) => !catalogue.includes(keys[part]));
}

/** What a written file lacks, as a reply says it: nothing unless it is a PDF that lacks something. */
export function lacksOf(format: string, bytes: Uint8Array): { lacks?: PdfPart[] } {
  const lacks = format === 'pdf' ? [...pdfLacks(bytes)] : [];
  return lacks.length > 0 ? { lacks } : {};
}
