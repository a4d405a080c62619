import type {
  Detection,
  FileHead,
  FileLayout,
  LogReader,
  ReadingChoices,
  RecordReader,
} from './log-reader.ts';
import { frame, oneRow, skipped, type LogRow, type ReadOutcome } from './log-row.ts';
import { isoTime, isoTimeHasZone, looksLikeIsoTime } from './log-time.ts';
import { isJsonObject, joinPairs, joinTexts, jsonText, member } from './field-pairs.ts';
import { cellText, isBlankRecord, readHeader, type HeaderColumns } from './header-columns.ts';

/** A hit of `hunt --json`: the rule, and the record that it found. */
function isHit(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    typeof value['timestamp'] === 'string' &&
    'name' in value &&
    'group' in value &&
    ('document' in value || 'documents' in value)
  );
}

/** A record of `search`: the tree of an event with attributes beside their element. */
function isRecord(value: unknown): boolean {
  const system = member(member(value, 'Event'), 'System');
  return (
    isJsonObject(member(value, 'Event_attributes')) ||
    isJsonObject(member(system, 'TimeCreated_attributes'))
  );
}

/** `chainsaw hunt --csv` begins with these; the rest are the fields of the mapping. */
function isHuntTable(header: HeaderColumns): boolean {
  const [time = '', found = ''] = header.names;
  return (
    (/^(?:timestamp|system_time)$/i.test(time) && /^detections?$/i.test(found)) ||
    (header.has('system_time') && header.has('detection_rules'))
  );
}

function detect(head: FileHead): Detection | undefined {
  if (head.json !== undefined) {
    const { values, layout } = head.json;
    const hits = values.filter(isHit);
    const records = values.filter(isRecord);
    if (values.length === 0 || (hits.length + records.length) * 2 < values.length) return undefined;
    const open = hits.some((hit) => lacksZone(jsonText(member(hit, 'timestamp'))));
    return { score: 94, layout, questions: open ? ['zone'] : [], notes: [] };
  }
  const [first = [], ...rows] = head.cells(',');
  if (!isHuntTable(readHeader(first))) return undefined;
  return {
    score: 94,
    layout: { shape: 'cells', delimiter: ',' },
    questions: rows.some(([time = '']) => lacksZone(time)) ? ['zone'] : [],
    notes: [],
  };
}

function lacksZone(time: string): boolean {
  return looksLikeIsoTime(time) && !isoTimeHasZone(time);
}

/** `4624`, or `{"#text": 7036}` where the element has qualifiers. */
function elementText(value: unknown): string {
  return jsonText(member(value, '#text') ?? value);
}

type EventParts = Pick<LogRow, 'host' | 'kind' | 'text' | 'timeText'>;

/** What an event's tree says; for a document of another kind (MFT, registry) the pairs of all its fields. */
function eventParts(data: unknown): EventParts {
  const event = member(data, 'Event');
  const system = member(event, 'System');
  if (!isJsonObject(system)) return { host: '', kind: '', timeText: '', text: jsonText(data) };
  const provider = member(system, 'Provider_attributes') ?? member(system, 'Provider');
  const created = member(system, 'TimeCreated_attributes') ?? member(system, 'TimeCreated');
  const payload = ['EventData', 'UserData', 'RenderingInfo', 'ProcessingErrorData'];
  return {
    host: elementText(system['Computer']),
    kind: elementText(system['EventID']),
    timeText: jsonText(member(created, 'SystemTime')),
    text: joinTexts([
      joinPairs([
        ['Channel', elementText(system['Channel'])],
        ['Provider', jsonText(member(provider, 'Name'))],
      ]),
      ...payload.map((name) => jsonText(member(event, name))),
      joinPairs([['EventRecordID', elementText(system['EventRecordID'])]]),
    ]),
  };
}

function hitRow(hit: unknown, choices: ReadingChoices): LogRow {
  const one = member(hit, 'document');
  const many = member(hit, 'documents');
  const documents: readonly unknown[] = one === undefined && Array.isArray(many) ? many : [one];
  const events = documents.map((document) => eventParts(member(document, 'data')));
  const written = jsonText(member(hit, 'timestamp'));
  return {
    time: isoTime(written, choices.zone),
    timeText: written,
    host: events.find(({ host }) => host !== '')?.host ?? '',
    kind: events.find(({ kind }) => kind !== '')?.kind ?? '',
    text:
      joinTexts([
        jsonText(member(hit, 'name')),
        joinPairs([
          ['Level', jsonText(member(hit, 'level'))],
          ['Group', jsonText(member(hit, 'group'))],
        ]),
        ...events.map(({ text }) => text),
        joinPairs([['Path', jsonText(member(documents[0], 'path'))]]),
      ]) || written,
  };
}

function readJson(value: unknown, choices: ReadingChoices): ReadOutcome {
  if (isHit(value)) return oneRow(hitRow(value, choices));
  if (!isRecord(value)) return skipped('no-event');
  const parts = eventParts(value);
  // SystemTime of an event's XML is UTC (Event schema, `SystemTimeStamp`); here it says so with its Z.
  const time = isoTime(parts.timeText, undefined);
  return oneRow({ ...parts, time, text: parts.text || parts.timeText || '{}' });
}

function start(head: FileHead, layout: FileLayout, choices: ReadingChoices): RecordReader {
  const header = readHeader(
    layout.shape === 'cells' ? (head.cells(layout.delimiter)[0] ?? []) : [],
  );
  const time = header.find('timestamp', 'system_time');
  const rule = header.find('detections', 'detection_rules', 'detection');
  const host = header.find('Computer', 'computer_name', 'Hostname', 'Computer Name');
  const kind = header.find('Event ID', 'EventID', 'id', 'event_id');
  const used = new Set([time, rule, host, kind]);

  return (record): ReadOutcome => {
    if (record.shape === 'json') return readJson(record.value, choices);
    if (record.shape !== 'cells') return skipped('other-format');
    const { cells } = record;
    if (isBlankRecord(cells) || header.isHeader(cells)) return frame;
    if (cells.length <= Math.max(time, rule)) return skipped('too-few-cells');
    const written = cells[time] ?? '';
    const pairs = header.names.flatMap((name, at) =>
      used.has(at) ? [] : [[name, cellText(cells, at)] as const],
    );
    return oneRow({
      time: isoTime(written, choices.zone),
      timeText: written,
      host: cellText(cells, host),
      kind: cellText(cells, kind),
      text: joinTexts([cellText(cells, rule), joinPairs(pairs)]) || written || '-',
    });
  };
}

/**
 * Chainsaw's `hunt` and `search` as JSON, JSON lines and CSV.
 *
 * Every hit is a row, so an event that several rules found stands there several times, as in the file. The
 * table that Chainsaw prints is refused (`refused-format.ts`): it cuts values and drops the zone.
 */
export const chainsawReader: LogReader = { id: 'chainsaw', detect, start };
