import {
  allFields,
  fieldAt,
  fieldText,
  type FieldPair,
  firstText,
  isObject,
  jsonWithin,
  type JsonObject,
} from './json-fields.ts';
import { epochTime, isoTimeHasZone, looksLikeIsoTime, makeZoneClock } from './log-time.ts';
import { writtenTime } from './locale-time.ts';
import { readEventDataXml, readEventXml } from './windows-event-xml.ts';
import type { WindowsEvent } from './windows-event.ts';

/** An event, and whether its time is civil: then a zone may be missing. */
export type ReadEvent = { readonly event: WindowsEvent; readonly civil: boolean };

/** Reads a civil time; the zone of times without one is the caller's. */
type CivilTime = (text: string) => number | undefined;

const utc = makeZoneClock('UTC');
const inUtc: CivilTime = (text) => writtenTime(text, undefined, utc);

/** Where exporters put the event itself; the empty name is the record. */
const wrappers = ['', 'event', '_source', 'result', 'document', 'data'];

/** The object that has the members `System` and `EventData`, in XML's own structure. */
function structured(value: JsonObject): JsonObject | undefined {
  for (const name of wrappers) {
    const candidate = name === '' ? value : value[name];
    if (!isObject(candidate) || (name !== '' && !Object.hasOwn(value, name))) continue;
    const event = fieldAt(candidate, 'Event');
    for (const holder of [event, candidate])
      if (isObject(holder) && isObject(fieldAt(holder, 'System'))) {
        const id = fieldAt(holder, 'System.EventID');
        if (id !== undefined && id !== null) return holder;
      }
  }
  return undefined;
}

/** The ways in which converters write attributes: `#attributes`, `X_attributes`, `@Name`, `$`, plain. */
function attribute(system: unknown, element: string, name: string): string {
  return firstText(system, [
    `${element}.#attributes.${name}`,
    `${element}_attributes.${name}`,
    `${element}.@${name}`,
    `${element}.@attributes.${name}`,
    `${element}.$.${name}`,
    `${element}._attributes.${name}`,
    `${element}.${name}`,
    element,
  ]);
}

function elementText(system: unknown, element: string): string {
  return firstText(system, [
    element,
    `${element}.#text`,
    `${element}.Value`,
    `${element}._text`,
    `${element}._`,
    `${element}.$t`,
  ]);
}

const nameKeys = ['@Name', '#attributes.Name', '$.Name', '_attributes.Name', 'Name', 'name'];
const valueKeys = ['#text', '_text', '_', 'Value', 'value', 'text', 'Text'];

/** Lists of named data become pairs; everything else is taken with its path. */
function dataPairs(data: unknown): readonly FieldPair[] {
  if (typeof data === 'string') {
    if (data.trimStart().startsWith('<')) return readEventDataXml(data);
    const json = jsonWithin(data);
    return json === undefined ? (data === '' ? [] : [['Data', data]]) : dataPairs(json);
  }
  const list = Array.isArray(data) ? data : fieldAt(data, 'Data');
  if (Array.isArray(list))
    return list.flatMap((item, at): readonly FieldPair[] => {
      const name = firstText(item, nameKeys);
      if (name === '')
        return [
          [
            `Data${at + 1}`,
            isObject(item) ? elementText({ item }, 'item') || fieldText(item) : fieldText(item),
          ],
        ];
      return [[name, firstText(item, valueKeys)]];
    });
  if (!isObject(data)) return [];
  return allFields(data).filter(([name]) => !/(?:^|\.)(?:#attributes|@?xmlns)/u.test(name));
}

function epochOfSize(text: string): number | undefined {
  const digits = text.split('.', 1)[0]?.length ?? 0;
  const unit = digits <= 11 ? 's' : digits <= 14 ? 'ms' : digits <= 17 ? 'us' : 'ns';
  return epochTime(text, unit);
}

function readStructured(event: JsonObject): ReadEvent {
  const system = fieldAt(event, 'System');
  const timeText = attribute(system, 'TimeCreated', 'SystemTime');
  const bare = /^-?\d{9,20}(?:\.\d{1,9})?$/u.test(timeText);
  const userData = fieldAt(event, 'UserData');
  return {
    civil: false,
    event: {
      // UTC by the event schema, as in XML.
      time: bare ? epochOfSize(timeText) : inUtc(timeText),
      timeText,
      id: elementText(system, 'EventID'),
      provider: attribute(system, 'Provider', 'Name'),
      channel: elementText(system, 'Channel'),
      host: elementText(system, 'Computer'),
      level: '',
      recordNumber: elementText(system, 'EventRecordID'),
      message: firstText(event, ['Message', 'RenderingInfo.Message']),
      data: [...dataPairs(fieldAt(event, 'EventData')), ...dataPairs(userData)],
    },
  };
}

const flatNames = {
  id: ['EventID', 'EventId', 'winlog.event_id', 'event_id', 'EventCode', 'event.code', 'Id', 'ID'],
  provider: [
    'winlog.provider_name',
    'SourceName',
    'ProviderName',
    'Provider',
    'EventSourceName',
    'source_name',
    'provider_name',
    'EventSource',
    'Source',
  ],
  channel: ['winlog.channel', 'Channel', 'LogName', 'log_name', 'channel', 'EventLog', 'Log'],
  host: [
    'winlog.computer_name',
    'Hostname',
    'Computer',
    'ComputerName',
    'computer_name',
    'MachineName',
    'host.name',
    'hostname',
    'host.hostname',
    'host',
  ],
  level: ['EventLevelName', 'LevelDisplayName', 'log.level', 'Severity', 'EntryType', 'level'],
  record: [
    'winlog.record_id',
    'RecordNumber',
    'EventRecordID',
    'EventRecordId',
    'RecordId',
    'record_number',
    'Index',
  ],
  message: ['Message', 'message', 'RenderedDescription'],
} as const;

/**
 * In this order: the event's own time first, then what Winlogbeat fills with it, then collectors.
 *
 * But a time that carries its zone comes before one that does not: some seconds later is nearer to the truth
 * than an unknown number of hours.
 */
const ownTimes = [
  'TimeCreated',
  'SystemTime',
  'System_TimeCreated_SystemTime',
  'EventTime',
  'TimeGenerated',
  'TimeGenerated [UTC]',
  '@timestamp',
  '_time',
  'Timestamp',
  'timestamp',
  'TimeWritten',
  'EventReceivedTime',
];

const jsonDate = /^\/Date\((-?\d{1,17})(?:[+-]\d{4})?\)\/$/u;

/** How an exporter of .NET writes a date: text, `/Date(ms)/`, or an object around either. */
function timeOf(value: JsonObject): string {
  let own = '';
  for (const name of ownTimes) {
    const text = timeAt(value, name);
    if (text.trim() === '' || (own !== '' && !isoTimeHasZone(text))) continue;
    if (!looksLikeIsoTime(text) || isoTimeHasZone(text)) {
      // What is no civil time (a number, a .NET date) needs no zone.
      return own === '' || isoTimeHasZone(text) ? text : own;
    }
    own = text;
    if (isUtcByDefinition(value)) return own;
  }
  return own;
}

function timeAt(value: JsonObject, name: string): string {
  const found = fieldAt(value, name);
  return isObject(found)
    ? firstText(found, ['value', 'DateTime', 'SystemTime', '@SystemTime', '#attributes.SystemTime'])
    : fieldText(found);
}

/** EvtxECmd writes UTC without a mark; so does whatever names the column UTC. */
function isUtcByDefinition(value: JsonObject): boolean {
  return (
    (Object.hasOwn(value, 'ChunkNumber') && Object.hasOwn(value, 'EventRecordId')) ||
    Object.hasOwn(value, 'TimeGenerated [UTC]')
  );
}

const heads: ReadonlySet<string> = new Set<string>([
  ...Object.values(flatNames).flat(),
  ...ownTimes,
  'EventData',
  'UserData',
  'event_data',
  'user_data',
  'winlog',
  'Event',
]);

/** The event's own time without a zone, where another one counts: it must not get lost. */
function timesAside(value: JsonObject, counts: string): FieldPair[] {
  return ['TimeCreated', 'SystemTime', 'EventTime'].flatMap((name): FieldPair[] => {
    const text = timeAt(value, name);
    return text === '' || text === counts ? [] : [[name, text]];
  });
}

function flatData(value: JsonObject): readonly FieldPair[] {
  const given = [
    'EventData',
    'winlog.event_data',
    'winlog.user_data',
    'event_data',
    'user_data',
    'UserData',
  ]
    .map((path) => fieldAt(value, path))
    .flatMap(dataPairs);
  const rest: JsonObject = Object.fromEntries(
    Object.entries(value).filter(([name]) => !heads.has(name)),
  );
  return [...given, ...allFields(rest)];
}

function readFlat(value: JsonObject, civil: CivilTime): ReadEvent {
  const timeText = timeOf(value);
  const date = jsonDate.exec(timeText);
  const bare = /^\d{9,20}(?:\.\d{1,9})?$/u.test(timeText);
  const time =
    date !== null
      ? epochTime(date[1] ?? '', 'ms')
      : bare
        ? epochOfSize(timeText)
        : (isUtcByDefinition(value) ? inUtc : civil)(timeText);
  const message = firstText(value, flatNames.message);
  return {
    civil: date === null && !bare && !isUtcByDefinition(value),
    event: {
      time,
      timeText,
      id: firstText(value, flatNames.id),
      provider: firstText(value, flatNames.provider),
      channel: firstText(value, flatNames.channel),
      host: firstText(value, flatNames.host),
      level: firstText(value, flatNames.level),
      recordNumber: firstText(value, flatNames.record),
      message,
      data: message === '' ? flatData(value) : [],
      timesAside: timesAside(value, timeText),
    },
  };
}

/** Splunk keeps the event as it came in `_raw`. */
function rawXml(value: JsonObject): WindowsEvent | undefined {
  const raw = firstText(value, ['_raw', 'xml', 'event.original']);
  return raw.startsWith('<Event') ? readEventXml(raw) : undefined;
}

function flatWithin(value: JsonObject): JsonObject {
  for (const name of ['_source', 'result', 'event']) {
    const inner = Object.hasOwn(value, name) ? value[name] : undefined;
    if (!isObject(inner)) continue;
    if (firstText(inner, flatNames.id) !== '' || Object.hasOwn(inner, '_raw')) return inner;
  }
  return value;
}

/** Members of detections about events: other readers know them. */
const detectionNames = ['RuleTitle', 'RuleID', 'detections', 'flow_id'];
const flatOrigins = [
  ...flatNames.channel,
  'ProviderName',
  'SourceName',
  'EventSourceName',
  'source_name',
  'EntryType',
];

/** An object that is an event of Windows, and where in it the event is. */
export type EventShape =
  | { readonly kind: 'structured' | 'flat'; readonly value: JsonObject }
  | { readonly kind: 'xml'; readonly event: WindowsEvent };

/** Finds the event in an object; undefined for what is none, or only speaks about one. */
export function eventShape(value: JsonObject): EventShape | undefined {
  if (detectionNames.some((name) => Object.hasOwn(value, name))) return undefined;
  const event = structured(value);
  if (event !== undefined) return { kind: 'structured', value: event };
  const flat = flatWithin(value);
  const xml = rawXml(flat);
  if (xml !== undefined) return { kind: 'xml', event: xml };
  const found: EventShape = { kind: 'flat', value: flat };
  if (isObject(fieldAt(flat, 'winlog'))) return found;
  if (!/^\d{1,5}$/u.test(firstText(flat, flatNames.id))) return undefined;
  return firstText(flat, flatOrigins) !== '' && timeOf(flat) !== '' ? found : undefined;
}

/** Reads the event; `civil` is asked for times that may lack a zone. */
export function readWindowsEvent(shape: EventShape, civil: CivilTime): ReadEvent {
  switch (shape.kind) {
    case 'structured':
      return readStructured(shape.value);
    case 'xml':
      return { event: shape.event, civil: false };
    case 'flat':
      return readFlat(shape.value, civil);
  }
}
