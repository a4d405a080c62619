import { cellAt, type CellColumns } from './cell-columns.ts';
import type { FieldPair } from './json-fields.ts';
import type { FileHead, LogReader } from './log-reader.ts';
import { makeZoneClock } from './log-time.ts';
import { writtenTime } from './locale-time.ts';
import { findTable, readTable, type Table } from './table-reader.ts';
import { detectionOf, judgeTimeColumn, readTimesOf, type TimeColumn } from './time-column.ts';
import { readEventDataXml, readEventXml } from './windows-event-xml.ts';
import { windowsEventRow } from './windows-event.ts';
import { utcTimeWithin } from './zone-proof.ts';

const utcTimeNames = ['TimeGenerated [UTC]', 'SystemTime'];
const timeNames = [
  ...utcTimeNames,
  'TimeCreated',
  'EventTime',
  'TimeGenerated',
  '@timestamp',
  '_time',
];
const idNames = ['EventID', 'EventId', 'Id', 'EventCode', 'winlog.event_id', 'event.code'];
const providerNames = [
  'ProviderName',
  'SourceName',
  'EventSourceName',
  'Provider',
  'Source',
  'winlog.provider_name',
];
const channelNames = ['LogName', 'Channel', 'winlog.channel', 'ContainerLog'];
const hostNames = [
  'MachineName',
  'Computer',
  'ComputerName',
  'Hostname',
  'winlog.computer_name',
  'host.name',
  'host',
];
const levelNames = ['LevelDisplayName', 'EntryType', 'EventLevelName', 'log.level'];
const recordNames = ['RecordId', 'EventRecordID', 'Index', 'RecordNumber', 'winlog.record_id'];
const messageNames = ['Message', 'RenderedDescription'];

type Places = {
  readonly time: number;
  readonly id: number;
  readonly provider: number;
  readonly channel: number;
  readonly host: number;
  readonly level: number;
  readonly record: number;
  readonly message: number;
  readonly eventData: number;
  readonly raw: number;
};

function placesOf(columns: CellColumns): Places {
  return {
    time: columns.find(timeNames),
    id: columns.find(idNames),
    provider: columns.find(providerNames),
    channel: columns.find(channelNames),
    host: columns.find(hostNames),
    level: columns.find(levelNames),
    record: columns.find(recordNames),
    message: columns.find(messageNames),
    eventData: columns.find(['EventData']),
    raw: columns.find(['_raw', 'RawXml', 'Xml']),
  };
}

/** Tables of detections and of EZ tools have such columns too; others read them. */
const othersNames = ['MapDescription', 'RuleTitle', 'detections', 'Original Event Log', 'Details'];

function isEvents(columns: CellColumns): boolean {
  const places = placesOf(columns);
  if (othersNames.some((name) => columns.has(name))) return false;
  if (places.time === -1 || places.id === -1) return false;
  return (
    places.provider !== -1 &&
    (places.message !== -1 || places.channel !== -1 || places.eventData !== -1 || places.raw !== -1)
  );
}

type Found = { readonly table: Table; readonly places: Places; readonly column: TimeColumn };

function find(head: FileHead): Found | undefined {
  const table = findTable(head, isEvents);
  if (table === undefined) return undefined;
  const places = placesOf(table.columns);
  const column = judgeTimeColumn(
    table.records.map((cells) => ({
      text: cellAt(cells, places.time),
      utc: utcTimeWithin(cellAt(cells, places.message)),
    })),
  );
  return { table, places, column };
}

function isUtcColumn({ table, places }: Found): boolean {
  const name = table.columns.names[places.time]?.toLowerCase() ?? '';
  return utcTimeNames.some((known) => known.toLowerCase() === name);
}

const utc = makeZoneClock('UTC');

/** Columns that say nothing beside the message: addresses of objects in memory, types. */
const noise = new Set(['properties', 'bookmark', 'matchedqueryids', 'keywords']);

/**
 * Tables of events: `Get-WinEvent | Export-Csv` and `Get-EventLog | Export-Csv` (with or without the line
 * `#TYPE …`), Azure's SecurityEvent, Splunk's and Kibana's CSV.
 *
 * PowerShell writes times as the locale of the machine does, without a zone. `TimeGenerated [UTC]` is UTC by
 * its name.
 */
export const windowsEventTableReader: LogReader = {
  id: 'windows-event-table',
  detect(head) {
    const found = find(head);
    if (found === undefined) return undefined;
    const detected = detectionOf(found.column);
    return {
      score: 93,
      layout: { shape: 'cells', delimiter: found.table.delimiter },
      ...detected,
      questions: isUtcColumn(found)
        ? detected.questions.filter((question) => question !== 'zone')
        : detected.questions,
    };
  },
  start(head, _layout, choices) {
    const found = find(head);
    if (found === undefined) return readTable(undefined, () => []);
    const { table, places, column } = found;
    const readTime = isUtcColumn(found)
      ? (text: string) => writtenTime(text, column.order ?? choices.order, utc)
      : readTimesOf(column, choices);
    const used = new Set<number>(Object.values(places));
    return readTable(table, (cells) => {
      const raw = cellAt(cells, places.raw);
      const event = raw.startsWith('<Event') ? readEventXml(raw) : undefined;
      if (event !== undefined) return [windowsEventRow(event)];
      const eventData = cellAt(cells, places.eventData);
      const data: FieldPair[] = [];
      if (eventData.startsWith('<')) data.push(...readEventDataXml(eventData));
      else data.push(['EventData', eventData]);
      for (const [at, name] of table.columns.names.entries())
        if (!used.has(at) && !noise.has(name.toLowerCase())) data.push([name, cellAt(cells, at)]);
      const timeText = cellAt(cells, places.time);
      return [
        windowsEventRow({
          time: readTime(timeText),
          timeText,
          id: cellAt(cells, places.id),
          provider: cellAt(cells, places.provider),
          channel: cellAt(cells, places.channel),
          host: cellAt(cells, places.host),
          level: cellAt(cells, places.level),
          recordNumber: cellAt(cells, places.record),
          message: cellAt(cells, places.message) || raw,
          data,
        }),
      ];
    });
  },
};
