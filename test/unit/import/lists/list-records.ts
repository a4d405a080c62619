import type { ListRecord } from '#shared/import/lists/find-list.ts';
import { cutCells } from '../../../../electron/import/cut-cells.ts';

/** The records of a text with the lines on which they begin, as the file reader cuts them. */
export function listRecords(text: string): (delimiter: string) => readonly ListRecord[] {
  return (delimiter) => {
    const cut: ListRecord[] = [];
    const sink = {
      record: (cells: string | readonly string[], _start: number, _end: number, line: number) =>
        void cut.push({ line, cells: typeof cells === 'string' ? [cells] : cells }),
      broken: (_reason: unknown, line: number) => void cut.push({ line, cells: [] }),
    };
    cutCells({ sink, newline: '\n' }, delimiter).cut(text, true);
    return cut;
  };
}
