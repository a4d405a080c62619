import type {
  Detection,
  FileHead,
  FileLayout,
  LogReader,
  ReadingChoices,
  ReadingNote,
  RecordReader,
} from './log-reader.ts';
import { frame, oneRow, skipped, type LogRow, type ReadOutcome } from './log-row.ts';
import { epochTime, isoTime, isoTimeHasZone, looksLikeIsoTime } from './log-time.ts';
import { isJsonObject, joinPairs, jsonText } from './field-pairs.ts';
import { cellText, isBlankRecord, readHeader } from './header-columns.ts';

/** A record's fields by name, whether a table or JSON gave them. */
type FieldReader = (name: string) => string;

const hostNames = ['computer_name', 'hostname', 'host', 'Computer', 'computer', 'host_name'];
const delimiters = [',', ';', '\t', '|'] as const;

function hasRequired(has: (name: string) => boolean): boolean {
  return has('message') && has('timestamp_desc') && (has('datetime') || has('timestamp'));
}

function readFields(field: FieldReader, others: () => string, choices: ReadingChoices): LogRow {
  const datetime = field('datetime');
  const timestamp = field('timestamp');
  const kind = field('timestamp_desc');
  return {
    time: datetime === '' ? epochTime(timestamp, 'us') : isoTime(datetime, choices.zone),
    timeText: datetime || timestamp,
    host: hostNames.map(field).find((name) => name !== '') ?? '',
    kind,
    text: field('message') || others() || kind || datetime || timestamp || '{}',
  };
}

function questionsOf(fields: readonly FieldReader[]): Pick<Detection, 'questions' | 'notes'> {
  let open = false;
  const notes = new Set<ReadingNote>();
  for (const field of fields) {
    const datetime = field('datetime');
    if (looksLikeIsoTime(datetime) && !isoTimeHasZone(datetime)) open = true;
    const time = isoTime(datetime, undefined);
    const stamp = epochTime(field('timestamp'), 'us');
    if (time !== undefined && stamp !== undefined && Math.abs(time - stamp) >= 1e6) {
      notes.add('contradicting-times');
    }
  }
  return { questions: open ? ['zone'] : [], notes: [...notes] };
}

function cellField(header: ReturnType<typeof readHeader>, cells: readonly string[]): FieldReader {
  return (name) => cellText(cells, header.find(name));
}

function jsonField(value: unknown): FieldReader {
  return (name) => (isJsonObject(value) && Object.hasOwn(value, name) ? jsonText(value[name]) : '');
}

/** Plaso's own table and Hayabusa's Timesketch profiles have these columns too: their readers know more. */
function scoreOf(has: (name: string) => boolean): number {
  const isPlaso =
    has('__container_type__') || (!has('timestamp') && (has('source_long') || has('parser')));
  return isPlaso || (has('EventID') && has('Level')) ? 45 : 90;
}

function findDelimiter(head: FileHead): string | undefined {
  return delimiters.find((delimiter) => {
    const header = readHeader(head.cells(delimiter)[0] ?? []);
    return hasRequired((name) => header.has(name));
  });
}

function detect(head: FileHead): Detection | undefined {
  if (head.json !== undefined) {
    const events = head.json.values.filter(
      (value) => isJsonObject(value) && hasRequired((name) => name in value),
    );
    if (events.length === 0 || events.length * 2 < head.json.values.length) return undefined;
    const [first] = events;
    return {
      score: scoreOf((name) => isJsonObject(first) && name in first),
      layout: head.json.layout,
      ...questionsOf(events.map(jsonField)),
    };
  }
  const delimiter = findDelimiter(head);
  if (delimiter === undefined) return undefined;
  const [first = [], ...rows] = head.cells(delimiter);
  const header = readHeader(first);
  const fields = rows.map((cells) => cellField(header, cells));
  return {
    score: scoreOf((name) => header.has(name)),
    layout: { shape: 'cells', delimiter },
    ...questionsOf(fields),
  };
}

const asTime: ReadonlySet<string> = new Set(['datetime', 'timestamp', 'timestamp_desc']);

function start(head: FileHead, layout: FileLayout, choices: ReadingChoices): RecordReader {
  const delimiter = layout.shape === 'cells' ? layout.delimiter : ',';
  const header = readHeader(layout.shape === 'cells' ? (head.cells(delimiter)[0] ?? []) : []);
  const places = new Map<string, number>();
  const place = (name: string) => {
    const known = places.get(name) ?? header.find(name);
    places.set(name, known);
    return known;
  };
  const needed = header.has('datetime') ? place('datetime') : place('timestamp');

  return (record): ReadOutcome => {
    if (record.shape === 'json') {
      const { value } = record;
      if (!isJsonObject(value)) return skipped('no-event');
      if (!('message' in value) && !('datetime' in value) && !('timestamp' in value)) {
        return skipped('no-event');
      }
      const others = () =>
        joinPairs(
          Object.entries(value)
            .filter(([name]) => !asTime.has(name))
            .map(([name, item]) => [name, jsonText(item)] as const),
        );
      return oneRow(readFields(jsonField(value), others, choices));
    }
    if (record.shape !== 'cells') return skipped('other-format');
    const { cells } = record;
    if (isBlankRecord(cells) || header.isHeader(cells)) return frame;
    if (cells.length <= needed || cells.length === 1) return skipped('too-few-cells');
    const others = () =>
      joinPairs(
        header.names
          .map((name, at) => [name, cellText(cells, at)] as const)
          .filter(([name]) => !asTime.has(name.toLowerCase())),
      );
    return oneRow(readFields((name) => cellText(cells, place(name)), others, choices));
  };
}

/**
 * Timesketch's CSV and JSON lines, its exports among them: `message`, `datetime` and `timestamp_desc`.
 *
 * `datetime` counts; `timestamp` (µs in UTC) only where there is no `datetime`, and the preview notes when the
 * two contradict each other. A `datetime` without an offset asks for its zone: the format's documentation
 * (timesketch.org, "Import from JSON or CSV") names none.
 */
export const timesketchReader: LogReader = { id: 'timesketch', detect, start };
