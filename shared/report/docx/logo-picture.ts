import { readBase64 } from '../../lib/base64.ts';
import type { DocumentLogo, ReportDocument } from '../document.ts';
import { emuPerMm } from './figure-drawing.ts';
import { escapeXml } from './xml-text.ts';

/** A part of a Word file that is no XML. */
export type DocxPicture = { readonly part: string; readonly bytes: Uint8Array };

/** Id of the relationship from the document to the picture. */
export const logoRelation = 'rIdLogo';
const pictures = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
/** Drawings count from one: this number no figure of a report reaches. */
const drawingId = 100_000;

/** Name of the part that holds the picture. */
export function logoPart({ type }: DocumentLogo): string {
  return `word/media/logo.${type === 'image/png' ? 'png' : 'jpeg'}`;
}

/** The picture that a Word file carries beside its parts of XML; undefined for a report without one. */
export function docxPicture({ logo }: ReportDocument): DocxPicture | undefined {
  const bytes = logo && readBase64(logo.base64);
  return logo && bytes && { part: logoPart(logo), bytes };
}

/** A run with the picture in line with the text (ECMA-376 Part 1 §20.2.2.5). */
export function logoDrawing({ name, widthMm, heightMm }: DocumentLogo): string {
  const size = `cx="${Math.round(widthMm * emuPerMm)}" cy="${Math.round(heightMm * emuPerMm)}"`;
  const alternative = escapeXml(name);
  return [
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">',
    `<wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>`,
    `<wp:docPr id="${drawingId}" name="Logo" descr="${alternative}"/>`,
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>',
    `<a:graphic><a:graphicData uri="${pictures}"><pic:pic xmlns:pic="${pictures}">`,
    `<pic:nvPicPr><pic:cNvPr id="0" name="Logo" descr="${alternative}"/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="${logoRelation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm>`,
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>',
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
  ].join('');
}
