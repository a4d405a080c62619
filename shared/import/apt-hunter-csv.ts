import { cellAt, type CellColumns } from './cell-columns.ts';
import { fieldLines, type FieldPair } from './json-fields.ts';
import type { FileHead, LogReader } from './log-reader.ts';
import { epochTime, isoTime } from './log-time.ts';
import { findTable, readTable, type Table } from './table-reader.ts';
import { detectionOf, judgeTimeColumn, readTimesOf } from './time-column.ts';
import { readEventXml } from './windows-event-xml.ts';

const timeNames = ['Date and Time', 'DateTime', 'Date Time'];

function isAptHunter(columns: CellColumns): boolean {
  return (
    columns.find(timeNames) !== -1 &&
    columns.has('Event ID') &&
    (columns.has('Original Event Log') ||
      (columns.has('Detection Rule') && columns.has('Detection Domain')))
  );
}

const systemTime = /SystemTime\s?=\s?["']([^"'<>]{10,40})["']/u;
/** Times that say the same differ by what one of them leaves out. */
const sameMoment = 2_000_000;

type Times = { readonly read: number | undefined; readonly event: number | undefined };

function contradict({ read, event }: Times): boolean {
  return read !== undefined && event !== undefined && Math.abs(read - event) > sameMoment;
}

function eventTime(original: string): number | undefined {
  const match = systemTime.exec(original.slice(0, 4_096));
  return match === null ? undefined : isoTime(match[1] ?? '', undefined);
}

function contradicts(table: Table): boolean {
  const time = table.columns.find(timeNames);
  const original = table.columns.find(['Original Event Log']);
  return table.records.some((cells) =>
    contradict({
      read: isoTime(cellAt(cells, time), undefined),
      event: eventTime(cellAt(cells, original)),
    }),
  );
}

function find(head: FileHead): Table | undefined {
  return findTable(head, isAptHunter);
}

function judge(table: Table): ReturnType<typeof judgeTimeColumn> {
  const time = table.columns.find(timeNames);
  return judgeTimeColumn(table.records.map((cells) => ({ text: cellAt(cells, time) })));
}

/**
 * APT-Hunter's CSV: detections and lists of events with the event's XML in the last column.
 *
 * "Date and Time" counts, in the zone that it carries; where the XML within says another moment the note
 * `contradicting-times` is given and the row's text has both. Without it `timestamp` (seconds since 1970) counts.
 */
export const aptHunterCsvReader: LogReader = {
  id: 'apt-hunter-csv',
  detect(head) {
    const table = find(head);
    if (table === undefined) return undefined;
    const detected = detectionOf(judge(table));
    return {
      score: 97,
      layout: { shape: 'cells', delimiter: table.delimiter },
      ...detected,
      notes: contradicts(table) ? [...detected.notes, 'contradicting-times'] : detected.notes,
    };
  },
  start(head, _layout, choices) {
    const table = find(head);
    if (table === undefined) return readTable(undefined, () => []);
    const { columns } = table;
    const time = columns.find(timeNames);
    const stamp = columns.find(['timestamp']);
    const host = columns.find(['Computer Name', 'Computer']);
    const id = columns.find(['Event ID']);
    const original = columns.find(['Original Event Log']);
    const readTime = readTimesOf(judge(table), choices);
    return readTable(table, (cells) => {
      const written = cellAt(cells, time);
      const stamped = cellAt(cells, stamp);
      const timeText = written === '' ? stamped : written;
      const read = written === '' ? epochTime(stamped, 's') : readTime(written);
      const xml = cellAt(cells, original);
      const pairs: FieldPair[] = [];
      for (const [at, name] of columns.names.entries())
        if (at !== time && at !== id && at !== host && at !== original && at !== stamp)
          pairs.push([name, cellAt(cells, at)]);
      const event = xml === '' ? undefined : readEventXml(xml);
      pairs.push(
        // Which of two times was taken has to be seen in the row.
        ...(event !== undefined && contradict({ read, event: event.time })
          ? ([
              [columns.names[time] ?? '', written],
              ['SystemTime', event.timeText],
            ] as const)
          : []),
        ...(event?.data ?? [['Original Event Log', xml] as const]),
      );
      const text = fieldLines(pairs);
      return [
        {
          time: read,
          timeText,
          host: cellAt(cells, host),
          kind: cellAt(cells, id),
          text: text === '' ? cells.join(' ').trim() : text,
        },
      ];
    });
  },
};
