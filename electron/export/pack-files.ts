import { createHash } from 'node:crypto';
import { strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import type { Cell, ExportFile, Table } from '#shared/export/export-file.ts';

/** A file of an export, ready for the disk. */
export type PackedFile = { readonly name: string; readonly bytes: Uint8Array };

/** Midday, so that it is this day in every zone that a ZIP archive, which has none, is read in. */
const zipTime = new Date(1980, 0, 1, 12);

/** Longest text of a cell (Excel specifications and limits, "Total number of characters that a cell can contain"). */
const longestCell = 32_767;

// What XML 1.0 (2.2) has no way to write, and U+FFFD, which the library takes out without a trace.
// oxlint-disable-next-line no-control-regex -- these characters are what is meant
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFD-\uFFFF]|\p{Surrogate}/gu;

/** SHA-1 of some bytes and a text, for names by UUID version 5. */
export function sha1Hex(bytesHex: string, text: string): string {
  return createHash('sha1').update(bytesHex, 'hex').update(text, 'utf8').digest('hex');
}

/** The bytes of an export's files. */
export function packFiles(files: readonly ExportFile[]): Promise<readonly PackedFile[]> {
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: 'text' in file ? strToU8(file.text) : await workbookBytes(file.tables),
    })),
  );
}

/** Files as one ZIP archive; the same files give the same bytes. */
export function zipOf(files: readonly PackedFile[]): Uint8Array {
  return zipSync(
    Object.fromEntries(files.map(({ name, bytes }) => [name, [bytes, { mtime: zipTime }]])),
    { level: 6 },
  );
}

/** A workbook of tables whose cells are text, numbers and truth values: nothing in it is a formula. */
async function workbookBytes(tables: readonly Table[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    data: [columns.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map(sheetRow)],
    stickyRowsCount: 1,
  }));
  const written = await writeXlsxFile(sheets).toBuffer();
  // The library stamps its parts with the clock: packed anew they depend on what is in them alone.
  const parts = Object.entries(unzipSync(new Uint8Array(written)));
  return zipOf(parts.map(([name, bytes]) => ({ name, bytes })));
}

function sheetRow(row: readonly Cell[]) {
  return row.map((cell) => {
    if (cell === null || cell === '') return null;
    if (typeof cell !== 'string') return { value: cell };
    return { value: cellText(cell), type: String };
  });
}

/** Text as a cell can hold it; what is too long says so at its end. */
function cellText(text: string): string {
  const written = text.replaceAll(notXml, '□');
  if (written.length <= longestCell) return written;
  const rest = ` […${written.length}]`;
  return written.slice(0, longestCell - rest.length).replace(/[\uD800-\uDBFF]$/, '') + rest;
}
