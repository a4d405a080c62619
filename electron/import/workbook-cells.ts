import type { WorkbookSheet } from '#shared/import/rescue/kanvas.ts';
import { msPer } from '#shared/domain/time/zone.ts';
import { type DateStyle, unescapeText, walkXml } from './workbook-parts.ts';

export type CellReading = {
  readonly strings: readonly string[];
  readonly dateStyles: ReadonlyMap<number, DateStyle>;
  readonly is1904: boolean;
  /** Cells that may still be read. */
  readonly room: number;
};

type Cell = {
  column: number;
  readonly type: string;
  readonly style: number;
  value: string | undefined;
  inline: string | undefined;
  formula: string | undefined;
};

class NoRoom extends Error {}

/** The rows of a sheet that hold something; undefined when there are more cells than there is room. */
export function readCells(xml: string, reading: CellReading): WorkbookSheet['rows'] | undefined {
  const rows: { number: number; cells: string[] }[] = [];
  let room = reading.room;
  let number = 0;
  let cells: string[] = [];
  let cell: Cell | undefined;
  let part: 'value' | 'inline' | 'formula' | undefined;
  let isReading = false;
  try {
    walkXml(xml, {
      open: ({ name, attributes }) => {
        if (name === 'row') {
          const own = Number(attributes['r'] ?? Number.NaN);
          number = Number.isInteger(own) && own > number ? own : number + 1;
          cells = [];
        } else if (name === 'c') {
          const column = columnOf(attributes['r']) ?? cells.length;
          const style = Number(attributes['s'] ?? -1);
          const type = attributes['t'] ?? 'n';
          cell = { column, type, style, value: undefined, inline: undefined, formula: undefined };
        } else if (name === 'rPh') isReading = true;
        else if (name === 'v') part = 'value';
        else if (name === 'f') part = 'formula';
        else if (name === 't' && !isReading) part = 'inline';
        if (part !== undefined && cell !== undefined) cell[part] ??= '';
      },
      text: (text) => {
        if (part !== undefined && cell !== undefined) cell[part] = `${cell[part] ?? ''}${text}`;
      },
      close: (name) => {
        if (name === 'v' || name === 'f' || name === 't') part = undefined;
        else if (name === 'rPh') isReading = false;
        else if (name === 'c' && cell !== undefined) {
          const text = textOf(cell, reading);
          if (text !== '') {
            room -= Math.max(0, cell.column + 1 - cells.length);
            if (room < 0) throw new NoRoom('more cells than a case has');
            while (cells.length < cell.column) cells.push('');
            cells[cell.column] = text;
          }
          cell = undefined;
        } else if (name === 'row' && cells.some((text) => text.trim() !== ''))
          rows.push({ number, cells });
      },
    });
  } catch (error) {
    if (error instanceof NoRoom) return undefined;
    throw error;
  }
  return rows;
}

const widestSheet = 16_384;

/** `AB12` as a number from 0. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column > widestSheet ? undefined : column - 1;
}

function textOf(cell: Cell, reading: CellReading): string {
  const { type, value, formula = '' } = cell;
  if (type === 'inlineStr') return unescapeText(cell.inline ?? '');
  // A formula that was written by a program, and never opened in one that reckons.
  if (value === undefined || (value === '' && formula !== ''))
    return formula === '' ? '' : `=${formula}`;
  switch (type) {
    case 's':
      return reading.strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n': {
      const style = reading.dateStyles.get(cell.style);
      return style === undefined ? value : serialText(Number(value), style, reading.is1904, value);
    }
    default:
      return unescapeText(value);
  }
}

/** Excel counts 29 February 1900, which never was. */
const firstGoodDay = 61;

/** A number of days as a civil time; its own digits when there is no such time. */
function serialText(days: number, style: DateStyle, is1904: boolean, digits: string): string {
  if (!Number.isFinite(days) || days < 0 || days > 2_958_466) return digits;
  const ms = Math.round(days * msPer.day);
  if (style === 'time' && days < 1) return new Date(ms).toISOString().slice(11, 19);
  if (!is1904 && days < firstGoodDay && days >= firstGoodDay - 1) return '1900-02-29';
  const shift = days < firstGoodDay ? 1 : 0;
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30 + shift);
  const text = new Date(start + ms).toISOString();
  if (style === 'date' && ms % msPer.day === 0) return text.slice(0, 10);
  return text.endsWith('.000Z') ? text.slice(0, 19) : text.slice(0, 23);
}
