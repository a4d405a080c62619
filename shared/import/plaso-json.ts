import type { Detection, FileHead, LogReader, LogRecord, RecordReader } from './log-reader.ts';
import { oneRow, skipped, type LogRow, type ReadOutcome } from './log-row.ts';
import { isoTime } from './log-time.ts';
import { isJsonObject, joinPairs, jsonText, member } from './field-pairs.ts';
import { plasoTime } from './plaso-date-time.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** What plaso adds to an event of its own; no part of what happened. */
const machinery: ReadonlySet<string> = new Set([
  '__container_type__',
  '__type__',
  'date_time',
  'datetime',
  'timestamp',
  'timestamp_desc',
  'pathspec',
  'hostname',
]);

function isEvent(value: unknown): value is JsonObject {
  if (!isJsonObject(value)) return false;
  if (value['__container_type__'] === 'event') return true;
  // psort before 2014 wrote event objects of another name.
  return (
    value['__type__'] === 'EventObject' ||
    ('__type__' in value && ('timestamp_desc' in value || 'data_type' in value))
  );
}

/** `{"event_0": {…}, "event_1": {…}}`, all of it or a part. */
function isEventTable(value: unknown): value is JsonObject {
  if (!isJsonObject(value)) return false;
  const [first] = Object.keys(value);
  return first !== undefined && /^event_\d+$/.test(first) && isJsonObject(value[first]);
}

/** Plaso itself writes `date_time` and `timestamp` of one event from one value. */
function contradicts(value: unknown): boolean {
  if (!isEvent(value)) return false;
  const stamp = value['timestamp'];
  const { time } = plasoTime(value['date_time'], stamp);
  return typeof stamp === 'number' && time !== undefined && Math.abs(time - stamp) >= 1e6;
}

function detect(head: FileHead): Detection | undefined {
  const values = head.json?.values ?? [];
  const [first] = values;
  const isTable = isEventTable(first) || /^\s*\{\s*"event_\d+"\s*:\s*\{/.test(head.text);
  const events = isEventTable(first) ? Object.values(first) : values;
  const known = events.filter(isEvent).length;
  if (known === 0 && !isTable) return undefined;
  const share = events.length === 0 ? 1 : known / events.length;
  if (share < 0.5) return undefined;
  const layout = isTable
    ? ({ shape: 'json', cut: 'members' } as const)
    : (head.json?.layout ?? ({ shape: 'json', cut: 'values' } as const));
  return {
    score: 97,
    layout,
    questions: [],
    notes: events.some(contradicts) ? ['contradicting-times'] : [],
  };
}

function otherFields(event: JsonObject): string {
  const rest = Object.entries(event).filter(([name]) => !machinery.has(name));
  return joinPairs(rest.map(([name, value]) => [name, jsonText(value)] as const));
}

function toRow(event: JsonObject): LogRow {
  const { time, text: timeText } = plasoTime(event['date_time'], event['timestamp']);
  const written = event['datetime'];
  const message = jsonText(event['message']);
  const kind = jsonText(event['timestamp_desc']);
  const text = message || otherFields(event);
  return {
    time: time ?? (typeof written === 'string' ? isoTime(written, undefined) : undefined),
    timeText: timeText || jsonText(written),
    host: jsonText(event['hostname'] ?? event['host']),
    kind,
    text: text || kind || timeText || '{}',
  };
}

function read(record: LogRecord): ReadOutcome {
  if (record.shape !== 'json') return skipped('other-format');
  if (isEventTable(record.value)) {
    const events = Object.values(record.value).filter(isJsonObject);
    return { kind: 'rows', rows: events.map(toRow) };
  }
  // A table cut into its members may hand each over under its name.
  const value = member(record.value, 'value');
  const event = isEvent(value) ? value : record.value;
  return isEvent(event) ? oneRow(toRow(event)) : skipped('no-event');
}

/**
 * Plaso's `json_line` (an event a line) and `json` (one object of `event_0`, `event_1`, …).
 *
 * No zone is asked: plaso's times are UTC, and `plaso-date-time.ts` says where they come from. Dates such as
 * `Not set` and zero times make rows without a time, as in plaso's own CSV.
 */
export const plasoJsonReader: LogReader = {
  id: 'plaso-json',
  detect,
  start: (): RecordReader => read,
};
