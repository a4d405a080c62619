import { CaseBuilder } from './case-builder.ts';
import { isSecretName, nameKey, ownValue } from './field-value.ts';
import { kanvasSheets, readKanvasNote } from './kanvas-sheets.ts';
import type { RescueChoices, RescuedCase } from './rescued-case.ts';

/** A sheet of a workbook: rows that hold something, cells as the text that stands in them. */
export type WorkbookSheet = {
  readonly name: string;
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
};

/** Lower-case letters and digits: how headings and names of sheets are compared. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

const ownHeadings = ['timestamputc0', 'eventsystem', 'remotesystem', 'suspectaccount', 'visualize'];

/** True for the workbook of Kanvas: its timeline has headings of its own. */
export function isKanvas(sheets: readonly WorkbookSheet[]): boolean {
  const timeline = sheets.find(({ name }) => fold(name) === 'timeline');
  const headings = (timeline?.rows ?? []).slice(0, 10).map(({ cells }) => cells.map(fold));
  return headings.some((row) => ownHeadings.filter((own) => row.includes(own)).length >= 3);
}

/**
 * Reads a case of Kanvas.
 *
 * `Timestamp_UTC_0` is in UTC by its heading; other dates have no zone and stay as text. Every row below
 * the headings counts that holds anything.
 */
export function readKanvas(sheets: readonly WorkbookSheet[], choices: RescueChoices): RescuedCase {
  const builder = new CaseBuilder('kanvas', secretsOf(sheets), choices);
  let title = '';
  for (const { name, rows } of sheets) {
    const [heading, ...below] = rows;
    if (heading === undefined) continue;
    if (heading.cells[0] === 'meta' || ['caseinfo', 'veris'].includes(fold(name))) {
      title = readMeta(builder, name, rows) || title;
      continue;
    }
    const names = heading.cells.map((cell) => cell.trim());
    const read = ownValue(kanvasSheets, fold(name)) ?? readKanvasNote;
    for (const { number, cells } of below) {
      const row = builder.row(name, number);
      const isHeading = cells.every(
        (cell, at) => cell === '' || fold(cell) === fold(names[at] ?? ''),
      );
      if (isHeading) row.leave(cells.every((cell) => cell === '') ? 'empty-row' : 'header-row');
      else read(row, fieldsOf(names, cells));
    }
  }
  return builder.finish({ version: '', title });
}

/** Cells by their heading; a cell without one is named after its column, a heading that repeats gets a number. */
function fieldsOf(names: readonly string[], cells: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [at, cell] of cells.entries()) {
    const name = names[at] ?? '';
    const own = name === '' ? `column ${String(at + 1)}` : name;
    fields.set(fields.has(own) ? `${own} ${String(at + 1)}` : own, cell);
  }
  return fields;
}

/** The incident that the template of Kanvas describes as an example. */
const exampleIncident = 'darkmatter';
const emptyValues: ReadonlySet<string> = new Set(['', 'unknown', 'na', 'none']);

/** Pairs of name and value, an account line each, one note for the sheet. */
function readMeta(builder: CaseBuilder, sheet: string, rows: WorkbookSheet['rows']): string {
  const isHeaded = rows[0]?.cells[0] === 'meta';
  const pairs = rows.slice(isHeaded ? 1 : 0);
  const isExample = pairs.some(
    ({ cells: [name = '', value = ''] }) =>
      fold(name) === 'incidentid' && nameKey(value) === exampleIncident,
  );
  const lines: (readonly [string, string])[] = [];
  let title = '';
  const used: ReturnType<CaseBuilder['row']>[] = [];
  for (const { number, cells } of pairs) {
    const [name = '', ...values] = cells;
    const value = values.filter((cell) => cell !== '').join(', ');
    const row = builder.row(sheet, number);
    if (isExample) row.leave('template-values');
    else if (emptyValues.has(fold(value))) row.leave('empty-row');
    else if (isSecretName(name)) row.leave('secret');
    else {
      lines.push([name.replace(/:\s*$/, ''), value]);
      used.push(row);
      if (fold(name) === 'casename') title = row.text(value, 300);
    }
  }
  const [first] = used;
  if (first === undefined) return title;
  first.entry({ head: title, kind: 'note', fields: lines });
  for (const row of used) row.use();
  return title;
}

/** What the search for secrets goes through: pairs by their names. */
function secretsOf(sheets: readonly WorkbookSheet[]): readonly Record<string, string>[] {
  return sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells: [name = '', value = ''] }) =>
      isSecretName(name) ? [Object.fromEntries([[name, value]])] : [],
    ),
  );
}
