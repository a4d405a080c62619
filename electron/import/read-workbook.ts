import type { WorkbookSheet } from '#shared/import/rescue/kanvas.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type UnzipError, unzipGuarded } from './unzip-guarded.ts';
import { readCells } from './workbook-cells.ts';
import { readParts, readSharedStrings, readStyles } from './workbook-parts.ts';

export type WorkbookError =
  | UnzipError
  /** A ZIP archive, and no workbook. */
  | { readonly kind: 'not-a-workbook' }
  | { readonly kind: 'broken-workbook'; readonly part: string }
  | { readonly kind: 'too-many-cells' };

/** Cells of all sheets, empty ones before a used one included. */
const mostCells = 5_000_000;

const workbookPart = /^xl\/(?:[^/]+\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i;

/**
 * Reads the sheets of an `.xlsx` file (ECMA-376): rows that hold something, cells as text.
 *
 * Dates are civil times, `2024-01-05T12:33:10` or `2024-01-05`; a formula is its last result, or where
 * nobody has reckoned it yet its own text with `=`; nothing is ever reckoned here. Not read-excel-file: it
 * drops formulas without a result, and one cell in the last corner of a sheet makes it build all the others.
 */
export function readWorkbook(bytes: Uint8Array): Result<readonly WorkbookSheet[], WorkbookError> {
  const unzipped = unzipGuarded(bytes, (name) => workbookPart.test(name));
  if (!unzipped.ok) return unzipped;
  const text = (name: string): string => {
    const part = unzipped.value.get(name);
    return part === undefined ? '' : new TextDecoder().decode(part);
  };
  if (!unzipped.value.has('xl/workbook.xml')) return err({ kind: 'not-a-workbook' });
  let part = 'xl/workbook.xml';
  try {
    const { sheets, is1904 } = readParts(text(part), text('xl/_rels/workbook.xml.rels'));
    part = 'xl/sharedStrings.xml';
    const strings = readSharedStrings(text(part));
    part = 'xl/styles.xml';
    const dateStyles = readStyles(text(part));
    let room = mostCells;
    const read: WorkbookSheet[] = [];
    for (const { name, path } of sheets) {
      part = path;
      const rows = readCells(text(path), { strings, dateStyles, is1904, room });
      if (rows === undefined) return err({ kind: 'too-many-cells' });
      for (const { cells } of rows) room -= cells.length;
      read.push({ name, rows });
    }
    return ok(read);
  } catch (error) {
    // The XML parser has no other way to say that a text is not well-formed.
    if (error instanceof Error) return err({ kind: 'broken-workbook', part });
    throw error;
  }
}
