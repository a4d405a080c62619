import {
  allFields,
  fieldAt,
  fieldLines,
  firstText,
  isObject,
  type JsonObject,
  jsonWithin,
} from './json-fields.ts';
import { type JsonFormat, jsonReader, ownRecords, settled } from './json-records.ts';
import { cellAt, type CellColumns } from './cell-columns.ts';
import { type FieldPair } from './json-fields.ts';
import type { FileHead, LogReader } from './log-reader.ts';
import type { LogRow } from './log-row.ts';
import { epochTime, isoTime, makeZoneClock } from './log-time.ts';
import { findTable, readTable, type Table } from './table-reader.ts';

const firstNames = [
  'eventName',
  'eventSource',
  'userIdentity.userName',
  'userIdentity.arn',
  'userIdentity.type',
  'sourceIPAddress',
  'awsRegion',
  'errorCode',
  'errorMessage',
  'requestParameters',
  'responseElements',
  'userAgent',
];

/** The event itself: `lookup-events` has it as JSON in a text, Elastic and others below a name. */
function innerOf(value: JsonObject): JsonObject {
  const told = firstText(value, ['CloudTrailEvent']);
  const parsed = told === '' ? undefined : jsonWithin(told);
  if (isObject(parsed)) return parsed;
  for (const name of ['_source', 'result', 'detail', 'event']) {
    const inner = fieldAt(value, name);
    if (isObject(inner) && Object.hasOwn(inner, 'eventName')) return inner;
  }
  return value;
}

const format: JsonFormat = {
  wrappers: ['Records', 'Events', 'records', 'events'],
  isRecord: (value) => {
    if (Object.hasOwn(value, 'CloudTrailEvent')) return true;
    const inner = innerOf(value);
    return (
      typeof fieldAt(inner, 'eventName') === 'string' &&
      typeof fieldAt(inner, 'eventSource') === 'string' &&
      Object.hasOwn(inner, 'eventTime')
    );
  },
};

const utc = makeZoneClock('UTC');

function timeOf(text: string): number | undefined {
  return /^\d{9,11}(?:\.\d{1,9})?$/u.test(text) ? epochTime(text, 's') : isoTime(text, utc);
}

function rowOf(value: JsonObject): LogRow {
  const inner = innerOf(value);
  const timeText = firstText(inner, ['eventTime', 'EventTime']);
  const pairs = allFields(inner, firstNames).filter(([name]) => name !== 'eventTime');
  return {
    time: timeOf(timeText),
    timeText,
    host: firstText(inner, ['sourceIPAddress']),
    kind: firstText(inner, ['eventName', 'EventName']),
    text: fieldLines(pairs),
  };
}

const historyNames = ['Event time', 'Event name', 'Event source'];

function isHistory(columns: CellColumns): boolean {
  return historyNames.every((name) => columns.has(name)) && columns.has('AWS region');
}

function readHistory(table: Table): ReturnType<LogReader['start']> {
  const { columns } = table;
  const time = columns.find(['Event time']);
  const host = columns.find(['Source IP address']);
  const kind = columns.find(['Event name']);
  return readTable(table, (cells) => {
    const timeText = cellAt(cells, time);
    const pairs = columns.names.flatMap((name, at): FieldPair[] =>
      at === time || at === host ? [] : [[name, cellAt(cells, at)]],
    );
    const text = fieldLines(pairs);
    return [
      {
        time: isoTime(timeText, utc),
        timeText,
        host: cellAt(cells, host),
        kind: cellAt(cells, kind),
        text: text === '' ? cells.join(' ').trim() : text,
      },
    ];
  });
}

/**
 * AWS CloudTrail: the files of a trail (`{"Records": […]}`), the same as lines, `aws cloudtrail lookup-events`
 * and the console's event history as CSV.
 *
 * `eventTime` is UTC (AWS CloudTrail user guide, "Record contents"); in `lookup-events` the event within counts,
 * since the time around it is the reader's. The host is `sourceIPAddress`.
 */
export const cloudTrailReader: LogReader = {
  id: 'cloudtrail',
  detect(head: FileHead) {
    const own = ownRecords(head, format);
    if (own !== undefined) return settled(96, own.layout);
    const table = findTable(head, isHistory);
    if (table === undefined) return undefined;
    return settled(94, { shape: 'cells', delimiter: table.delimiter });
  },
  start(head, layout) {
    const table = layout.shape === 'cells' ? findTable(head, isHistory) : undefined;
    if (table !== undefined) return readHistory(table);
    return jsonReader(format.wrappers, (value) =>
      format.isRecord(value) ? [rowOf(value)] : undefined,
    );
  },
};
