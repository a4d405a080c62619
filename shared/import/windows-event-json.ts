import { fieldAt, fieldText, isObject, isTooDeep, type JsonObject } from './json-fields.ts';
import { type JsonFormat, jsonReader, ownRecords } from './json-records.ts';
import { judgeTimes, writtenTime } from './locale-time.ts';
import type {
  Detection,
  FileHead,
  FileLayout,
  LogReader,
  Question,
  ReadingChoices,
  ReadingNote,
  RecordReader,
} from './log-reader.ts';
import { frame, skipped } from './log-row.ts';
import { makeZoneClock, type ZoneClock } from './log-time.ts';
import { isWindowsEventJson, readWindowsEvent } from './windows-event-shapes.ts';
import { windowsEventRow } from './windows-event.ts';
import { asIfUtc, type ProvenZone, proveZone, type TimePair, utcTimeWithin } from './zone-proof.ts';

const format: JsonFormat = {
  wrappers: ['Events', 'events', 'value', 'hits', 'Records', 'records', 'results'],
  isRecord: isWindowsEventJson,
};

/** Sysmon says in UTC when it happened; a collector's two clocks say the same about the time of arrival. */
function pairOf(value: JsonObject, timeText: string, message: string): TimePair | undefined {
  const inUtc = fieldText(fieldAt(value, 'UtcTime')) || utcTimeWithin(message);
  const pair = (local: string, utcText: string): TimePair | undefined => {
    const written = writtenTime(local, undefined, asIfUtc);
    const utc = writtenTime(utcText, undefined, asIfUtc);
    return written === undefined || utc === undefined ? undefined : { local: written, utc };
  };
  if (inUtc !== undefined) return pair(timeText, inUtc);
  const arrived = fieldText(fieldAt(value, 'EventReceivedTime'));
  const stamped = fieldText(fieldAt(value, '@timestamp'));
  return arrived === '' || !stamped.endsWith('Z') ? undefined : pair(arrived, stamped);
}

type Judged = {
  readonly questions: readonly Question[];
  readonly proven: ProvenZone | undefined;
  readonly notes: readonly ReadingNote[];
};

function judge(records: readonly JsonObject[]): Judged {
  const texts: string[] = [];
  const pairs: TimePair[] = [];
  for (const value of records) {
    const read = readWindowsEvent(value, () => undefined);
    if (!read.civil) continue;
    texts.push(read.event.timeText);
    const pair = pairOf(value, read.event.timeText, read.event.message);
    if (pair !== undefined) pairs.push(pair);
  }
  const times = judgeTimes(texts);
  const proven = times.withoutZone ? proveZone(pairs) : undefined;
  const questions: Question[] = [];
  const notes: ReadingNote[] = [];
  // Which half of the day is not in the file: a proven zone would be wrong by twelve hours.
  if (proven?.twelveHours === true) notes.push('twelve-hour-clock');
  else if (proven !== undefined) notes.push('zone-proven');
  if (times.withoutZone && (proven === undefined || proven.twelveHours)) questions.push('zone');
  if (times.order === 'open') questions.push('day-or-month-first');
  return { questions, proven: proven?.twelveHours === true ? undefined : proven, notes };
}

const recordLine = /^Record \d+$/u;

/** evtx_dump puts a line `Record 7` before each event; the braces of an event itself stand at the margin. */
function afterRecordLines(head: FileHead): readonly JsonObject[] | undefined {
  if (!recordLine.test(head.lines[0] ?? '')) return undefined;
  const values: JsonObject[] = [];
  const assemble = makeAssembler();
  for (const line of head.lines) {
    const value = assemble(line);
    if (isObject(value) && !isTooDeep(value) && isWindowsEventJson(value)) values.push(value);
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
      return JSON.parse(gathered);
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
  detect(head): Detection | undefined {
    const own = headOf(head);
    if (own === undefined) return undefined;
    const { questions, proven, notes } = judge(own.records);
    return {
      score: 95,
      layout: own.layout,
      questions,
      ...(proven === undefined ? {} : { provenZone: proven.offset }),
      notes,
    };
  },
  start(head, layout, choices: ReadingChoices): RecordReader {
    const proven = judge(headOf(head)?.records ?? []).proven;
    const clock: ZoneClock | undefined =
      choices.zone ?? (proven === undefined ? undefined : makeZoneClock(proven.offset));
    const read = jsonReader(format, (value) => [
      windowsEventRow(
        readWindowsEvent(value, (text) => writtenTime(text, choices.order, clock)).event,
      ),
    ]);
    return layout.shape === 'line' ? readLines(read) : read;
  },
};
