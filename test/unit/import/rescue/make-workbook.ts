import { strToU8, zipSync } from 'fflate';

/** A cell: text, a number shown as it is, or the XML of the whole cell. */
export type MadeCell = string | number | { readonly xml: (place: string) => string };

/** A number that is shown as date and time. */
export function dateCell(serial: number): MadeCell {
  return { xml: (place) => `<c r="${place}" s="1"><v>${String(serial)}</v></c>` };
}

/** A formula, with what it gave when it was last reckoned. */
export function formulaCell(formula: string, result?: string): MadeCell {
  const value = result === undefined ? '' : `<v>${escapeXml(result)}</v>`;
  const type = result === undefined ? '' : ' t="str"';
  return { xml: (place) => `<c r="${place}"${type}><f>${escapeXml(formula)}</f>${value}</c>` };
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function columnName(at: number): string {
  return at < 26
    ? String.fromCharCode(65 + at)
    : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);
}

function sheetXml(rows: readonly (readonly MadeCell[])[]): string {
  const cells = rows.map((row, at) => {
    const made = row.map((cell, column) => {
      const place = `${columnName(column)}${String(at + 1)}`;
      if (typeof cell === 'object') return cell.xml(place);
      if (typeof cell === 'number') return `<c r="${place}"><v>${String(cell)}</v></c>`;
      return cell === ''
        ? ''
        : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
    });
    return `<row r="${String(at + 1)}">${made.join('')}</row>`;
  });
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells.join('')}</sheetData></worksheet>`;
}

/** The parts of a small `.xlsx` file. */
export function workbookParts(
  sheets: Readonly<Record<string, readonly (readonly MadeCell[])[]>>,
  { is1904 = false }: { readonly is1904?: boolean } = {},
): Record<string, Uint8Array> {
  const names = Object.keys(sheets);
  const list = names.map(
    (name, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${String(at + 1)}" r:id="rId${String(at + 1)}"/>`,
  );
  const relations = names.map(
    (_name, at) =>
      `<Relationship Id="rId${String(at + 1)}" Type="worksheet" Target="worksheets/sheet${String(at + 1)}.xml"/>`,
  );
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${is1904 ? '1' : '0'}"/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  };
  for (const [at, name] of names.entries())
    parts[`xl/worksheets/sheet${String(at + 1)}.xml`] = sheetXml(sheets[name] ?? []);
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
}

/** A small `.xlsx` file. */
export function makeWorkbook(...args: Parameters<typeof workbookParts>): Uint8Array {
  return zipSync(workbookParts(...args));
}
