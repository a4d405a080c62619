import type { WorkbookSheet } from '#shared/import/rescue/kanvas.ts';
import type { ReadableFile } from './readable-file.ts';
import { readWorkbook } from './read-workbook.ts';

/** Local file header of a ZIP archive (APPNOTE 4.3.7). */
const magic = Buffer.from('PK\u0003\u0004', 'latin1');
/** A workbook is unpacked in memory; larger ones are no table that somebody made by hand. */
const largestBytes = 64 * 1_048_576;
const byteOrderMark = '\ufeff';
/** Breaks a line in a cell without ending the record: a line of the table is a row of the sheet. */
const lineSeparator = '\u2028';

/** A workbook has no sheet of the name that was asked for, or nothing on it. */
export class NoSuchSheet extends Error {
  readonly sheet: string;

  constructor(sheet: string) {
    super(`there is no sheet ${sheet}`);
    this.sheet = sheet;
  }
}

/**
 * A workbook (`.xlsx`) as the table on one of its sheets, in the form of CSV (RFC 4180, UTF-8); undefined when the
 * file is none. Unless one is named, it is the sheet with the most rows.
 *
 * Line numbers are those of the sheet's rows. Made anew from the evidence whenever it is read, so the workbook itself
 * stays what is kept and hashed. One that is damaged or unpacks too far gives no table and says so.
 *
 * @throws NoSuchSheet
 */
export async function openWorkbookTable(
  stored: ReadableFile,
  named: string | undefined,
): Promise<ReadableFile | undefined> {
  const beginning = Buffer.alloc(magic.length);
  const isZip = (await stored.read(beginning, 0)) === magic.length && beginning.equals(magic);
  if (!isZip || stored.size > largestBytes) return undefined;
  const bytes = Buffer.alloc(stored.size);
  await stored.read(bytes, 0);
  const read = readWorkbook(bytes);
  if (!read.ok) {
    const { kind } = read.error;
    if (kind === 'not-a-workbook' || kind === 'not-a-zip') return undefined;
    const isBroken = kind === 'broken-workbook';
    return tableOf(stored, '', { trouble: isBroken ? 'archive-broken' : 'archive-too-large' });
  }
  const used = read.value.filter(({ rows }) => rows.length > 0);
  const [largest] = used.toSorted((a, b) => b.rows.length - a.rows.length);
  const sheet = named === undefined ? largest : used.find(({ name }) => name === named);
  if (sheet === undefined && named !== undefined) throw new NoSuchSheet(named);
  if (sheet === undefined) return tableOf(stored, '', {});
  return tableOf(stored, csvOf(sheet), {
    notes: named === undefined && used.length > 1 ? ['largest-sheet'] : [],
    workbook: { sheets: used.map(({ name }) => name), sheet: sheet.name },
  });
}

function tableOf(
  stored: ReadableFile,
  text: string,
  rest: {
    readonly notes?: NonNullable<ReadableFile['notes']>;
    readonly workbook?: NonNullable<ReadableFile['workbook']>;
    readonly trouble?: ReturnType<ReadableFile['archiveTrouble']>;
  },
): ReadableFile {
  const table = Buffer.from(text, 'utf8');
  return {
    size: table.length,
    storedSize: stored.storedSize,
    isOrdinary: stored.isOrdinary,
    notes: rest.notes ?? [],
    ...(rest.workbook && { workbook: rest.workbook }),
    read: async (into, position) => table.copy(into, 0, position),
    // All of it was read before the first position could be asked for.
    storedBefore: () => stored.storedSize,
    archiveTrouble: () => rest.trouble,
    close: () => stored.close(),
  };
}

function csvOf({ rows }: WorkbookSheet): string {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const lines: string[] = [];
  for (const { number, cells } of rows) {
    while (lines.length < number - 1) lines.push('');
    lines.push(Array.from({ length: width }, (_, at) => quoted(cells[at] ?? '')).join(','));
  }
  return `${byteOrderMark}${lines.join('\n')}\n`;
}

function quoted(cell: string): string {
  const text = cell.replaceAll(/\r\n|[\r\n]/g, lineSeparator);
  return /[",;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
