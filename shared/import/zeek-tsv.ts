import type { FieldPair } from './field-text.ts';
import { frame, oneRow, skipped, type LogRow, type ReadOutcome } from './log-row.ts';
import type { FileHead, LogReader } from './log-reader.ts';
import {
  epochTime,
  isoTime,
  isoTimeHasZone,
  looksLikeIsoTime,
  type ZoneClock,
} from './log-time.ts';
import { zeekHostFields, zeekText } from './zeek-fields.ts';

/** What the `#` lines have said so far. */
type Header = {
  separator: string;
  empty: string;
  unset: string;
  path: string;
  fields: readonly string[] | undefined;
};

/** A `ts` column and one more Zeek name: the mode of the writer that prints names and no `#` lines. */
const bareHeader = /^ts\t(?:[\w.]+\t)*(?:uid|uids|fuid|id\.orig_h)(?:\t|$)/;

/**
 * Zeek (Bro) logs of tab-separated values, as the ASCII writer makes them.
 *
 * `ts` counts seconds since 1970 in UTC (docs.zeek.org, logs); `zeek-cut -d` makes it a written time. A new
 * header in mid-file, as after `cat`, starts anew. Unset and empty fields are left out of the text.
 */
export const zeekTsvReader: LogReader = {
  id: 'zeek-tsv',
  detect(head) {
    const hasHeader = head.lines.some((line) => /^#fields[^:]/.test(line));
    const first = head.lines.find((line) => line.trim() !== '');
    if (!hasHeader && !(first !== undefined && bareHeader.test(first))) return undefined;
    return {
      score: hasHeader ? 97 : 85,
      layout: { shape: 'line' },
      questions: asksZone(head) ? ['zone'] : [],
      notes: [],
    };
  },
  start(_head, _layout, choices) {
    let header = freshHeader();
    return (record) => {
      if (record.shape !== 'line') return skipped('other-format');
      const line = record.text;
      if (line.trim() === '') return frame;
      if (line.startsWith('#')) {
        if (line.startsWith('#separator')) header = freshHeader();
        readDirective(header, line);
        return frame;
      }
      if (bareHeader.test(line)) {
        header.fields = line.split('\t');
        return frame;
      }
      return readRecord(header, line, choices.zone);
    };
  },
};

function freshHeader(): Header {
  return { separator: '\t', empty: '(empty)', unset: '-', path: '', fields: undefined };
}

function asksZone(head: FileHead): boolean {
  return head.lines.some((line) => {
    const time = line.startsWith('#') ? '' : (line.split('\t', 1)[0] ?? '');
    return looksLikeIsoTime(time) && !isoTimeHasZone(time);
  });
}

function readDirective(header: Header, line: string): void {
  if (line.startsWith('#separator ')) {
    const written = line.slice('#separator '.length);
    header.separator = unescapeBytes(written) || '\t';
    return;
  }
  const [directive, ...values] = line.split(header.separator);
  if (directive === '#fields') header.fields = values;
  else if (directive === '#path') header.path = values[0] ?? '';
  else if (directive === '#empty_field') header.empty = values[0] ?? header.empty;
  else if (directive === '#unset_field') header.unset = values[0] ?? header.unset;
}

function unescapeBytes(text: string): string {
  return text.replaceAll(/\\x([0-9a-fA-F]{2})/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function readRecord(header: Header, line: string, clock: ZoneClock | undefined): ReadOutcome {
  if (header.fields === undefined) return skipped('other-format');
  const values = line.split(header.separator);
  // A log that was being written ends in half a line: worth a row as long as there is more than a time.
  if (values.length < Math.min(2, header.fields.length)) return skipped('too-few-cells');
  const pairs: FieldPair[] = [];
  const byName = new Map<string, string>();
  values.forEach((value, at) => {
    if (value === header.unset || value === header.empty || value === '') return;
    const name = header.fields?.[at] ?? `column ${String(at + 1)}`;
    byName.set(name, value);
    if (name !== 'ts') pairs.push([name, value]);
  });
  if (byName.size === 0) return skipped('no-event');
  const timeText = byName.get('ts') ?? '';
  const row: LogRow = {
    time: epochTime(timeText, 's') ?? isoTime(timeText, clock),
    timeText,
    host: hostOf(byName),
    kind: header.path,
    text: zeekText(pairs) || line,
  };
  return oneRow(row);
}

function hostOf(byName: ReadonlyMap<string, string>): string {
  for (const name of zeekHostFields) {
    const host = byName.get(name);
    if (host !== undefined) return host;
  }
  return '';
}
