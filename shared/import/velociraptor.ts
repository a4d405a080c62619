import {
  allFields,
  fieldAt,
  fieldLines,
  type FieldPair,
  fieldText,
  firstText,
  isObject,
  type JsonObject,
} from './json-fields.ts';
import { type JsonFormat, jsonReader, ownRecords } from './json-records.ts';
import type { Detection, FileHead, FileLayout, LogReader } from './log-reader.ts';
import type { LogRow } from './log-row.ts';
import { epochTime } from './log-time.ts';
import { findTable, readTable, type Table } from './table-reader.ts';
import {
  type ColumnTime,
  detectionOf,
  judgeTimeColumn,
  readTimesOf,
  type TimeColumn,
} from './time-column.ts';

/** Names of an artifact's own time, the surest first; `_ts` is when the server heard of it. */
const timeNames = [
  'EventTime',
  'Timestamp',
  'TimeCreated',
  'System.TimeCreated.SystemTime',
  'Time',
  'timestamp',
  'event_time',
  'CreateTime',
  'CreatedTime',
  'StartTime',
  'LastExecutionTime',
  'LastRunTime',
  'LastExecution',
  'visit_time',
  'KeyMTime',
  'KeyLastWriteTimestamp',
  'LastWriteTime',
  'LastModified',
  'ModTime',
  'Modified',
  'Created',
  'DeletedTimestamp',
  'LastLogin',
  'login_time',
  'StatTime',
  '_ts',
] as const;

/** The four times of a file; each different one is a row. */
const fileTimes = [
  'Mtime',
  'Atime',
  'Ctime',
  'Btime',
  'mtime',
  'atime',
  'ctime',
  'btime',
  'Created0x10',
  'LastModified0x10',
  'LastRecordChange0x10',
  'LastAccess0x10',
  'Created0x30',
  'LastModified0x30',
  'LastRecordChange0x30',
  'LastAccess0x30',
] as const;

const hostNames = ['Fqdn', 'Hostname', 'fqdn', 'hostname', 'Computer', 'ClientId', 'client_id'];
const firstNames = [
  'Message',
  'Name',
  'CommandLine',
  'OSPath',
  'FullPath',
  'Path',
  'Exe',
  'Entry',
  'Launch String',
  'Image Path',
  'Username',
  'Status',
  'Laddr.IP',
  'Laddr.Port',
  'Raddr.IP',
  'Raddr.Port',
];

/** What the server adds to rows of any artifact. */
const serverNames = ['ClientId', 'FlowId', 'Fqdn', '_Source', '_ts', 'HuntId'];
/** What only its own plugins write. */
function hasPluginFields(value: JsonObject): boolean {
  const trusted = fieldAt(value, 'Authenticode.Trusted');
  if (typeof trusted === 'string') return true;
  if (Object.hasOwn(value, 'Laddr.IP') || Object.hasOwn(value, 'OSPath')) return true;
  const hash = fieldAt(value, 'Hash');
  return isObject(hash) && Object.hasOwn(hash, 'SHA256') && Object.hasOwn(value, 'Name');
}

function signs(value: JsonObject): number {
  return (
    serverNames.filter((name) => Object.hasOwn(value, name)).length +
    (hasPluginFields(value) ? 2 : 0)
  );
}

const format: JsonFormat = { wrappers: [], isRecord: () => true };

type Moment = { readonly name: string; readonly text: string };

function timeText(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? fieldText(value).trim() : '';
}

/** The times of a record: the four of a file, or the one that the artifact is about. */
function momentsOf(value: JsonObject): readonly Moment[] {
  const ofFile = fileTimes.flatMap((name) => {
    const text = timeText(fieldAt(value, name));
    return text === '' ? [] : [{ name, text }];
  });
  if (ofFile.length > 1) return ofFile;
  for (const name of timeNames) {
    const text = timeText(fieldAt(value, name));
    if (text !== '') return [{ name, text }];
  }
  return ofFile;
}

const bareNumber = /^\d{9,19}(?:\.\d{1,9})?$/u;

function epoch(text: string): number | undefined {
  const digits = text.split('.', 1)[0]?.length ?? 0;
  return epochTime(text, digits <= 11 ? 's' : digits <= 14 ? 'ms' : digits <= 17 ? 'us' : 'ns');
}

function rowsOf(
  value: JsonObject,
  pairs: readonly FieldPair[],
  readTime: (text: string) => number | undefined,
): readonly LogRow[] {
  const text = fieldLines(pairs);
  const row = {
    host: firstText(value, hostNames),
    text: text === '' ? JSON.stringify(value) : text,
  };
  const source = firstText(value, ['_Source', 'Artifact']);
  const moments = new Map<string, string[]>();
  for (const { name, text: written } of momentsOf(value)) {
    const names = moments.get(written);
    if (names === undefined) moments.set(written, [name]);
    else names.push(name);
  }
  if (moments.size === 0) return [{ time: undefined, timeText: '', kind: source, ...row }];
  return [...moments].map(([written, names]) => ({
    time: bareNumber.test(written) ? epoch(written) : readTime(written),
    timeText: written,
    kind: [source, names.join(', ')].filter((part) => part !== '').join(' '),
    ...row,
  }));
}

function columnOf(values: readonly JsonObject[]): TimeColumn {
  const times = values.flatMap((value): ColumnTime[] =>
    momentsOf(value).map(({ text }) => ({ text })),
  );
  return judgeTimeColumn(times);
}

type Found = {
  readonly layout: FileLayout;
  readonly score: number;
  readonly column: TimeColumn;
  readonly table?: Table;
};

function findJson(head: FileHead): Found | undefined {
  const own = ownRecords(head, format);
  if (own === undefined) return undefined;
  const sure = own.records.filter((value) => signs(value) >= 2).length;
  if (sure < own.records.length / 2) return undefined;
  return { layout: own.layout, score: 90, column: columnOf(own.records) };
}

function objectOf(table: Table, cells: readonly string[]): JsonObject {
  return Object.fromEntries(table.columns.names.map((name, at) => [name, cells[at] ?? '']));
}

const autoruns = ['Time', 'Entry Location', 'Entry', 'Category', 'Image Path', 'Launch String'];

function findCells(head: FileHead): Found | undefined {
  const table = findTable(
    head,
    (columns) =>
      autoruns.every((name) => columns.has(name)) ||
      serverNames.filter((name) => columns.has(name)).length >= 2,
  );
  if (table === undefined) return undefined;
  const column = columnOf(table.records.map((cells) => objectOf(table, cells)));
  return { layout: { shape: 'cells', delimiter: table.delimiter }, score: 90, column, table };
}

function find(head: FileHead): Found | undefined {
  return findJson(head) ?? findCells(head);
}

/**
 * Results of Velociraptor's artifacts, as JSON lines or CSV, and the CSV of Autoruns that one of them collects.
 *
 * Velociraptor writes RFC 3339 in UTC; Autoruns writes the times of the machine's own zone and notation. The
 * time is that of the artifact, by the names that its artifacts use; files have up to four, a row each.
 */
export const velociraptorReader: LogReader = {
  id: 'velociraptor',
  detect(head): Detection | undefined {
    const found = find(head);
    return found === undefined
      ? undefined
      : { score: found.score, layout: found.layout, ...detectionOf(found.column) };
  },
  start(head, _layout, choices) {
    const found = find(head);
    const readTime = found === undefined ? () => undefined : readTimesOf(found.column, choices);
    const { table } = found ?? {};
    const pairsOf = (value: JsonObject): readonly FieldPair[] => {
      const taken = new Set([...momentsOf(value).map(({ name }) => name), ...hostNames]);
      return allFields(value, firstNames).filter(([name]) => !taken.has(name));
    };
    if (table !== undefined)
      return readTable(table, (cells) => {
        const value = objectOf(table, cells);
        return rowsOf(value, pairsOf(value), readTime);
      });
    return jsonReader(format.wrappers, (value) => rowsOf(value, pairsOf(value), readTime));
  },
};
