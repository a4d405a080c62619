import type {
  Detection,
  FileHead,
  FileLayout,
  LogReader,
  ReadingChoices,
  RecordReader,
} from './log-reader.ts';
import { frame, oneRow, skipped, type LogRow, type ReadOutcome } from './log-row.ts';
import { isoTime } from './log-time.ts';
import { isJsonObject, joinTexts, jsonText } from './field-pairs.ts';
import { isBlankRecord, readHeader } from './header-columns.ts';
import { civilTextTime, openQuestions, parseCivilText, type DayOrder } from './table-time.ts';

/** Names of one field over the versions and profiles of Hayabusa, `search` and the Timesketch profiles among them. */
const fieldNames = {
  time: ['Timestamp', 'datetime', 'Time'],
  title: ['RuleTitle', 'EventTitle', 'message', 'Title', 'Alert'],
  host: ['Computer', 'ComputerName', 'Hostname'],
  eventId: ['EventID', 'Event ID', 'EID'],
  level: ['Level'],
  details: ['Details'],
  extra: ['ExtraFieldInfo'],
  allFields: ['AllFieldInfo', 'RecordInformation'],
} as const;
type FieldName = keyof typeof fieldNames;

/** Columns that, beside a time, a title and a computer, only Hayabusa has. */
const telling = [
  'RuleFile',
  'RulePath',
  'EvtxFile',
  'RuleID',
  'RuleTitle',
  'EventTitle',
  'AllFieldInfo',
  'ExtraFieldInfo',
  'RecordInformation',
  'Details',
  'MitreTags',
  'MitreTactics',
  'RecordID',
  'Record ID',
  'Channel',
];

const delimiters = [',', '\t', ';'] as const;

function scoreOf(has: (name: string) => boolean): number {
  const hasAny = (field: FieldName) => fieldNames[field].some(has);
  if (!hasAny('time') || !hasAny('title') || !hasAny('host') || !hasAny('eventId')) return 0;
  const told = telling.filter(has).length;
  if (has('RuleTitle') && (has('Level') || told >= 3)) return 96;
  if (has('timestamp_desc') && has('Level') && told >= 2) return 96;
  // Version 1 before its profiles.
  if (has('Alert') && has('Level') && has('Details')) return 80;
  return told >= 3 ? 80 : 0;
}

/** The names that a file has for the fields; `own` gives a name as the file writes it. */
function namesAmong(
  own: (name: string) => string | undefined,
): Record<FieldName, string | undefined> {
  const found = (field: FieldName) => fieldNames[field].map(own).find((name) => name !== undefined);
  return {
    time: found('time'),
    title: found('title'),
    host: found('host'),
    eventId: found('eventId'),
    level: found('level'),
    details: found('details'),
    extra: found('extra'),
    allFields: found('allFields'),
  };
}

type FoundTable = { readonly delimiter: string; readonly score: number };

function findTable(head: FileHead): FoundTable | undefined {
  return delimiters
    .map((delimiter) => {
      const header = readHeader(head.cells(delimiter)[0] ?? []);
      return { delimiter, score: scoreOf((name) => header.has(name)) };
    })
    .find(({ score }) => score > 0);
}

/** The times of the head, from which the order of day and month may be seen. */
function headTimes(head: FileHead, delimiter: string | undefined): readonly string[] {
  if (delimiter === undefined) {
    const objects = (head.json?.values ?? []).filter(isJsonObject);
    return objects.map((value) =>
      jsonText(fieldNames.time.map((name) => value[name]).find((time) => time !== undefined)),
    );
  }
  const [first = [], ...rows] = head.cells(delimiter);
  const place = readHeader(first).find(...fieldNames.time);
  return rows.map((cells) => cells[place] ?? '');
}

function detect(head: FileHead): Detection | undefined {
  if (head.json !== undefined) {
    const objects = head.json.values.filter(isJsonObject);
    const scores = objects.map((value) => scoreOf((name) => Object.hasOwn(value, name)));
    const known = scores.filter((score) => score > 0);
    if (known.length === 0 || known.length * 2 < head.json.values.length) return undefined;
    return withQuestions(Math.max(...known), head.json.layout, headTimes(head, undefined));
  }
  const table = findTable(head);
  if (table === undefined) return undefined;
  const { delimiter, score } = table;
  return withQuestions(score, { shape: 'cells', delimiter }, headTimes(head, delimiter));
}

function withQuestions(score: number, layout: FileLayout, times: readonly string[]): Detection {
  const { needsZone, needsOrder } = openQuestions(times);
  return {
    score,
    layout,
    questions: [
      ...(needsZone ? (['zone'] as const) : []),
      ...(needsOrder ? (['day-or-month-first'] as const) : []),
    ],
    notes: [],
  };
}

type Fields = ReadonlyMap<string, string>;

function makeRowReader(order: DayOrder | undefined, choices: ReadingChoices) {
  return (fields: Fields, names: Record<FieldName, string | undefined>): LogRow => {
    const raw = (field: FieldName) => fields.get(names[field] ?? '') ?? '';
    const take = (field: FieldName) => (raw(field) === '-' ? '' : raw(field));
    const written = take('time');
    const iso = isoTime(written, choices.zone);
    const civil = iso === undefined ? parseCivilText(written) : undefined;
    const used = new Set<string | undefined>([...Object.values(names), 'timestamp_desc']);
    const rest = [...fields]
      .filter(([name, value]) => value !== '' && value !== '-' && !used.has(name))
      .map(([name, value]) => `${name}: ${value}`);
    const level = take('level');
    const texts = [
      take('title'),
      level === '' ? '' : `Level: ${level}`,
      take('details'),
      take('extra'),
      take('allFields'),
      ...rest,
    ];
    return {
      time: iso ?? (civil && civilTextTime(civil, order, choices.zone)),
      timeText: written,
      host: raw('host'),
      kind: take('eventId'),
      text: joinTexts(texts) || written || '-',
    };
  };
}

function start(head: FileHead, layout: FileLayout, choices: ReadingChoices): RecordReader {
  const delimiter = layout.shape === 'cells' ? layout.delimiter : undefined;
  const order = choices.order ?? openQuestions(headTimes(head, delimiter)).order;
  const toRow = makeRowReader(order, choices);
  const header = readHeader(delimiter === undefined ? [] : (head.cells(delimiter)[0] ?? []));
  const ofHeader = namesAmong((name) => header.names[header.find(name)]);
  const needed = header.names.indexOf(ofHeader.time ?? '');

  return (record): ReadOutcome => {
    if (record.shape === 'json') {
      const { value } = record;
      if (!isJsonObject(value)) return skipped('no-event');
      const names = namesAmong((name) => (Object.hasOwn(value, name) ? name : undefined));
      if (names.time === undefined && names.title === undefined) return skipped('no-event');
      const entries = Object.entries(value).map(
        ([name, item]) => [name, typeof item === 'string' ? item : jsonText(item)] as const,
      );
      return oneRow(toRow(new Map(entries), names));
    }
    if (record.shape !== 'cells') return skipped('other-format');
    const { cells } = record;
    if (isBlankRecord(cells) || header.isHeader(cells)) return frame;
    if (cells.length <= needed || cells.length === 1) return skipped('too-few-cells');
    const fields = header.names.map((name, at) => {
      const cell = cells[at] ?? '';
      return [name, cell] as const;
    });
    return oneRow(toRow(new Map(fields), ofHeader));
  };
}

/**
 * Hayabusa's timelines and searches: CSV, JSON and JSON lines of every output profile.
 *
 * The time carries its offset in all of its forms (ISO, RFC 2822 and 3339, US, European, military). The US
 * and the European form differ in the order of day and month alone: a day over 12 in the file's beginning
 * decides, otherwise the order is asked. The text is the rule's title, then level, details and the rest.
 */
export const hayabusaReader: LogReader = { id: 'hayabusa', detect, start };
