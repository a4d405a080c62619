import { assertNever } from '#shared/lib/assert-never.ts';
import type { FileLayout } from '#shared/import/log-reader.ts';
import { cutCells } from './cut-cells.ts';
import { cutJournal } from './cut-journal.ts';
import { cutJson } from './cut-json.ts';
import { cutLines } from './cut-lines.ts';
import type { Cutter, CutOptions } from './cutter.ts';
import { cutXml } from './cut-xml.ts';

/** The cutter of a layout. */
export function cutRecords(layout: FileLayout, options: CutOptions): Cutter {
  switch (layout.shape) {
    case 'line':
      return cutLines(options);
    case 'cells':
      return cutCells(options, layout.delimiter);
    case 'json':
      return cutJson(options, layout);
    case 'journal':
      return cutJournal(options);
    case 'xml':
      return cutXml(options, layout.element);
    default:
      return assertNever(layout);
  }
}

/** The line break of a text: a lone carriage return only where there is no other. */
export function newlineOf(beginning: string): '\n' | '\r' {
  return beginning.includes('\n') || !beginning.includes('\r') ? '\n' : '\r';
}
