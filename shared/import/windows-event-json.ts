import { parseExactJson } from './exact-json.ts';
import { firstText, isObject, isTooDeep, type JsonObject } from './json-fields.ts';
import { type JsonFormat, jsonReader, ownRecords } from './json-records.ts';
import type { FileHead, FileLayout, LogReader, RecordReader } from './log-reader.ts';
import { frame, skipped } from './log-row.ts';
import {
  type ColumnTime,
  detectionOf,
  judgeTimeColumn,
  readTimesOf,
  type TimeColumn,
} from './time-column.ts';
import { eventShape, readWindowsEvent } from './windows-event-shapes.ts';
import { windowsEventRow } from './windows-event.ts';
import { utcTimeWithin } from './zone-proof.ts';

const format: JsonFormat = {
  wrappers: ['Events', 'events', 'value', 'hits', 'Records', 'records', 'results'],
  isRecord: (value) => eventShape(value) !== undefined,
};

/** Sysmon says in UTC when it happened; a collector's two clocks say the same about the time of arrival. */
function columnTime(value: JsonObject): ColumnTime | undefined {
  const shape = eventShape(value);
  if (shape?.kind !== 'flat') return undefined;
  const { event, civil } = readWindowsEvent(shape, () => undefined);
  if (!civil) return undefined;
  const text = event.timeText;
  const utc = firstText(shape.value, ['UtcTime']) || utcTimeWithin(event.message);
  if (utc !== undefined) return { text, utc };
  const arrived = firstText(shape.value, ['EventReceivedTime']);
  const stamped = firstText(shape.value, ['@timestamp']);
  return arrived !== '' && stamped.endsWith('Z')
    ? { text, utc: stamped, local: arrived }
    : { text };
}

function columnOf(records: readonly JsonObject[]): TimeColumn {
  return judgeTimeColumn(records.flatMap((value) => columnTime(value) ?? []));
}

const recordLine = /^Record \d+$/u;

/** evtx_dump puts a line `Record 7` before each event; the braces of an event itself stand at the margin. */
function afterRecordLines(head: FileHead): readonly JsonObject[] | undefined {
  if (!recordLine.test(head.lines[0] ?? '')) return undefined;
  const values: JsonObject[] = [];
  const assemble = makeAssembler();
  for (const line of head.lines) {
    const value = assemble(line);
    if (isObject(value) && !isTooDeep(value) && format.isRecord(value)) values.push(value);
  }
  return values.length === 0 ? undefined : values;
}

const nothingYet = Symbol('nothing yet');
const broken = Symbol('broken');

/** Longer than any event of Windows (64 KiB of UTF-16) can be as JSON. */
const longestEvent = 4_000_000;

/** Puts lines together until they are a value. */
function makeAssembler(): (line: string) => unknown {
  let text = '';
  return (line) => {
    if (recordLine.test(line)) {
      const cut = text !== '';
      text = '';
      return cut ? broken : nothingYet;
    }
    if (line.trim() === '' && text === '') return nothingYet;
    text += `${line}\n`;
    const whole = line.startsWith('}') || (text.length === line.length + 1 && line.endsWith('}'));
    if (!whole && text.length < longestEvent) return nothingYet;
    const gathered = text;
    text = '';
    try {
      return parseExactJson(gathered);
    } catch {
      return broken;
    }
  };
}

function readLines(read: RecordReader): RecordReader {
  const assemble = makeAssembler();
  return (record) => {
    if (record.shape !== 'line') return skipped('other-format');
    const value = assemble(record.text);
    if (value === nothingYet) return frame;
    if (value === broken) return skipped('broken-json');
    return read({ shape: 'json', value });
  };
}

function headOf(
  head: FileHead,
): { readonly records: readonly JsonObject[]; readonly layout: FileLayout } | undefined {
  const records = afterRecordLines(head);
  return records === undefined ? ownRecords(head, format) : { records, layout: { shape: 'line' } };
}

/**
 * Events of Windows as JSON: evtx_dump and chainsaw dump, Winlogbeat, NXLog, Azure's SecurityEvent and
 * WindowsEvent, Splunk, `Get-WinEvent | ConvertTo-Json`, Velociraptor, EvtxECmd, data sets out of these.
 *
 * The event's own time comes before every time of a collector.
 */
export const windowsEventJsonReader: LogReader = {
  id: 'windows-event-json',
  detect(head) {
    const own = headOf(head);
    return own === undefined
      ? undefined
      : { score: 95, layout: own.layout, ...detectionOf(columnOf(own.records)) };
  },
  start(head, layout, choices) {
    const civil = readTimesOf(columnOf(headOf(head)?.records ?? []), choices);
    const read = jsonReader(format.wrappers, (value) => {
      const shape = eventShape(value);
      return shape === undefined
        ? undefined
        : [windowsEventRow(readWindowsEvent(shape, civil).event)];
    });
    return layout.shape === 'line' ? readLines(read) : read;
  },
};
