import type { Cell, Table } from './export-file.ts';

/**
 * What a spreadsheet takes for the beginning of a formula in a CSV file, also where Japanese input wrote it
 * wide (OWASP, "CSV Injection").
 */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function plainText(cell: Cell): string {
  return cell === null ? '' : String(cell);
}

function rowsText(table: Omit<Table, 'name'>, write: (cell: Cell) => string, end: string): string {
  return [table.columns, ...table.rows].map((row) => row.map(write).join(',') + end).join('');
}

/**
 * A table as CSV (RFC 4180) for people with a spreadsheet: a byte-order mark, so that Japanese is read as it
 * is, and an apostrophe before every text that would be taken for a formula.
 */
export function spreadsheetCsv(table: Table): string {
  const write = (cell: Cell): string => {
    const text = plainText(cell);
    return quoted(typeof cell === 'string' && formulaStart.test(text) ? `'${text}` : text);
  };
  return `\uFEFF${rowsText(table, write, '\r\n')}`;
}

/** A table as CSV for another program: every value exactly as it is. */
export function programCsv(table: Omit<Table, 'name'>): string {
  return rowsText(table, (cell) => quoted(plainText(cell)), '\n');
}
