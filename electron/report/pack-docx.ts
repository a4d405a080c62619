import { strToU8, zipSync, type Zippable } from 'fflate';
import type { DocxPicture } from '#shared/report/docx/logo-picture.ts';
import type { DocxParts } from '#shared/report/docx/render-docx.ts';

/**
 * Packs the parts of a Word file; the same parts give the same bytes.
 *
 * Every member has the first moment that a ZIP file can tell: when it was packed is nobody's business.
 */
export function packDocx(parts: DocxParts, picture?: DocxPicture): Uint8Array {
  const files: Zippable = {};
  // The archive tells wall-clock time without a zone, so this is the same everywhere.
  const mtime = new Date(1980, 0, 1);
  for (const [name, xml] of parts) files[name] = [strToU8(xml), { level: 6, mtime }];
  // A picture is compressed already.
  if (picture !== undefined) files[picture.part] = [picture.bytes, { level: 0, mtime }];
  return zipSync(files);
}
