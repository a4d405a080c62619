import { journalRow } from './journal-json.ts';
import type { Detection, FileHead, LogReader } from './log-reader.ts';
import { oneRow, type ReadOutcome, skipped } from './log-row.ts';

const stamp = '__REALTIME_TIMESTAMP';
const firstField = /^(?:__[A-Z_]{1,60}|_?[A-Z][A-Z0-9_]{0,62})=/;

function detect(head: FileHead): Detection | undefined {
  const isJournal =
    firstField.test(head.lines[0] ?? '') &&
    head.lines.some((line) => /^__REALTIME_TIMESTAMP=\d{1,17}$/.test(line));
  if (!isJournal) return undefined;
  return { score: 97, layout: { shape: 'journal' }, questions: [], notes: [] };
}

/**
 * The systemd journal as `journalctl -o export` writes it, and `systemd-journal-remote` keeps it.
 *
 * The same fields as in `journal-json`; a field that stands several times becomes a list (systemd.io, Journal
 * Export Formats).
 */
export const journalExportReader: LogReader = {
  id: 'journal-export',
  detect,
  start:
    () =>
    (record): ReadOutcome => {
      if (record.shape !== 'cells') return skipped('other-format');
      const fields = fieldsOf(record.cells);
      const row = fields[stamp] === undefined ? undefined : journalRow(fields);
      return row === undefined || row.text === '' ? skipped('no-event') : oneRow(row);
    },
};

/** Names and values by turns as an object without a prototype, where every name is only a name. */
function fieldsOf(cells: readonly string[]): Readonly<Record<string, unknown>> {
  const fields = Object.create(null) as Record<string, string | string[]>;
  for (let at = 0; at + 1 < cells.length; at += 2) {
    const name = cells[at] ?? '';
    const value = cells[at + 1] ?? '';
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else if (Array.isArray(before)) before.push(value);
    else fields[name] = [before, value];
  }
  return fields;
}
