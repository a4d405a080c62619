import { cellAt, type CellColumns } from './cell-columns.ts';
import {
  allFields,
  fieldAt,
  fieldLines,
  type FieldPair,
  firstText,
  isObject,
  type JsonObject,
  jsonWithin,
} from './json-fields.ts';
import { type JsonFormat, jsonReader, ownRecords, settled } from './json-records.ts';
import type { LogReader } from './log-reader.ts';
import type { LogRow } from './log-row.ts';
import { writtenTime } from './locale-time.ts';
import { makeZoneClock } from './log-time.ts';
import { findTable, readTable, type Table } from './table-reader.ts';
import { judgeTimeColumn } from './time-column.ts';

const timeNames = ['CreationTime', 'TimeGenerated', 'TimeGenerated [UTC]', 'CreationDate'];
const hostNames = [
  'ClientIP',
  'ClientIPAddress',
  'Client_IPAddress',
  'ActorIpAddress',
  'ActorIPAddress',
];
const kindNames = ['Operation', 'Operations'];
const firstNames = [
  'Operation',
  'UserId',
  'UserIds',
  'Workload',
  'OfficeWorkload',
  'ResultStatus',
  'ObjectId',
  'OfficeObjectId',
  'SourceFileName',
  'Parameters',
  'UserAgent',
];

function auditData(value: JsonObject): JsonObject | undefined {
  const data = fieldAt(value, 'AuditData');
  const parsed = typeof data === 'string' ? jsonWithin(data) : data;
  return isObject(parsed) ? parsed : undefined;
}

const format: JsonFormat = {
  wrappers: ['value', 'Records', 'records'],
  isRecord: (value) => {
    if (auditData(value) !== undefined) return true;
    if (fieldAt(value, 'Type') === 'OfficeActivity') return true;
    if (firstText(value, ['Operation']) === '' || firstText(value, timeNames) === '') return false;
    return ['Workload', 'OfficeWorkload', 'RecordType'].some((name) => Object.hasOwn(value, name));
  },
};

const utc = makeZoneClock('UTC');
type Order = 'day-first' | 'month-first' | undefined;

function rowOf(value: JsonObject, order: Order): LogRow {
  const inner = auditData(value);
  const timeText =
    (inner === undefined ? '' : firstText(inner, timeNames)) || firstText(value, timeNames);
  // The record counts; what is only around it is shown below.
  const { AuditData: _, ...around } = value;
  const pairs = [
    ...allFields(inner ?? value, firstNames),
    ...(inner === undefined
      ? []
      : allFields(around).filter(([name]) => !Object.hasOwn(inner, name))),
  ].filter(([name]) => name !== 'CreationTime');
  const text = fieldLines(pairs);
  return {
    time: writtenTime(timeText, order, utc),
    timeText,
    host: (inner === undefined ? '' : firstText(inner, hostNames)) || firstText(value, hostNames),
    kind: (inner === undefined ? '' : firstText(inner, kindNames)) || firstText(value, kindNames),
    text: text === '' ? timeText : text,
  };
}

function isAudit(columns: CellColumns): boolean {
  if (columns.has('AuditData')) return true;
  return (
    columns.has('OfficeWorkload') && columns.find(timeNames) !== -1 && columns.has('Operation')
  );
}

function objectOf(table: Table, cells: readonly string[]): JsonObject {
  const pairs = table.columns.names.map((name, at): FieldPair => [name, cellAt(cells, at)]);
  return Object.fromEntries(pairs);
}

/** Whether a table's own times leave the order open; the records within are in ISO order. */
function openOrder(table: Table): boolean {
  const times = table.records
    .map((cells) => objectOf(table, cells))
    .filter((value) => auditData(value) === undefined)
    .map((value) => ({ text: firstText(value, timeNames) }));
  return judgeTimeColumn(times).questions.includes('day-or-month-first');
}

/**
 * The unified audit log of Microsoft 365: `Search-UnifiedAuditLog` and Purview (CSV with a column `AuditData`),
 * the management activity interface (JSON), `OfficeActivity` of Sentinel.
 *
 * `CreationTime` is UTC without a mark (Office 365 Management Activity API schema, "Common schema"), and
 * `CreationDate` as well. The host is the client's address.
 */
export const microsoft365AuditReader: LogReader = {
  id: 'microsoft-365-audit',
  detect(head) {
    const own = ownRecords(head, format);
    if (own !== undefined) return settled(94, own.layout);
    const table = findTable(head, isAudit);
    if (table === undefined) return undefined;
    return {
      score: 94,
      layout: { shape: 'cells', delimiter: table.delimiter },
      questions: openOrder(table) ? ['day-or-month-first'] : [],
      notes: [],
    };
  },
  start(head, layout, choices) {
    if (layout.shape !== 'cells')
      return jsonReader(format.wrappers, (value) =>
        format.isRecord(value) ? [rowOf(value, undefined)] : undefined,
      );
    const table = findTable(head, isAudit);
    if (table === undefined) return readTable(undefined, () => []);
    return readTable(table, (cells) => [rowOf(objectOf(table, cells), choices.order)]);
  },
};
