import { canonicalZone } from '../domain/time/zone.ts';
import type {
  Detection,
  FileHead,
  FileLayout,
  LogReader,
  ReadingChoices,
  RecordReader,
} from './log-reader.ts';
import { frame, oneRow, skipped, type LogRow, type ReadOutcome } from './log-row.ts';
import { civilTime, isoTime, makeZoneClock, monthNumber, type ZoneClock } from './log-time.ts';
import { fileText } from './file-times.ts';

const columns = ['date', 'size', 'type', 'mode', 'uid', 'gid', 'meta', 'file name'];
/** `Fri May 25 2012 15:55:50`, with `-m` `Fri 05 25 2012 15:55:50`. */
const datePattern = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}|\d{2}) (\d{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2})$/;
const utcPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
/** A line of the table for reading; a time that repeats is left blank. */
const linePattern =
  /^(\S{3} \S{2,3} \d{2} \d{4} \d{2}:\d{2}:\d{2}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z| {20,24}) +(\d+) ([macb.]{3,4}) +(\S+) +(\S+) +(\S+) +(\S+) +(.*)$/;
/** What `-h` writes above either form. */
const titlePattern =
  /^(?:The Sleuth Kit mactime Timeline|Input Source: .*|Time: .*|Timezone: .*|passwd File: .*|group File: .*)$/;

function timeOf(written: string, clock: ZoneClock | undefined): number | undefined {
  // ISO dates are UTC whatever `-z` says: mactime makes them with gmtime.
  if (utcPattern.test(written)) return isoTime(written, undefined);
  const match = datePattern.exec(written);
  if (match === null) return undefined;
  const [, month = '', day, year, hour, minute, second] = match;
  return civilTime(
    {
      year: Number(year),
      month: monthNumber(month) ?? Number(month),
      day: Number(day),
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second),
    },
    clock,
  );
}

function isHeader(cells: readonly string[]): boolean {
  return columns.every(
    (name, at) =>
      cells[at]
        ?.replace(/^\uFEFF/, '')
        .trim()
        .toLowerCase() === name,
  );
}

/** `Timezone: Asia/Tokyo`, which `-h` writes when a zone was given. */
function titleZone(head: FileHead): string | undefined {
  for (const line of head.lines.slice(0, 12)) {
    const zone = /^(?:Time: .*)?Timezone: (\S+)\s*$/.exec(line)?.[1];
    if (zone !== undefined) return /[/]|^UTC$|^GMT$/.test(zone) ? canonicalZone(zone) : undefined;
  }
  return undefined;
}

function detect(head: FileHead): Detection | undefined {
  const table = head.cells(',').slice(0, 12).findIndex(isHeader);
  const lines = head.lines.filter((line) => line.trim() !== '' && !titlePattern.test(line));
  const matches = lines.map((line) => linePattern.exec(line)).filter((match) => match !== null);
  const isTable = table !== -1;
  if (!isTable && (matches.length === 0 || matches.length * 10 < lines.length * 8)) {
    return undefined;
  }
  const dates = isTable
    ? head
        .cells(',')
        .slice(table + 1)
        .map(([date = '']) => date)
    : matches.map(([, date = '']) => date);
  const isOpen = dates.some((date) => datePattern.test(date.trim()));
  const zone = isOpen ? titleZone(head) : undefined;
  return {
    score: 96,
    layout: isTable ? { shape: 'cells', delimiter: ',' } : { shape: 'line' },
    questions: isOpen && zone === undefined ? ['zone'] : [],
    ...(zone === undefined ? {} : { provenZone: zone }),
    notes: zone === undefined ? [] : ['zone-proven'],
  };
}

function toRow(cells: readonly string[], clock: ZoneClock | undefined): LogRow {
  const [date = '', size = '', kind = '', mode = '', uid = '', gid = '', inode = '', ...name] =
    cells;
  return {
    time: timeOf(date, clock),
    timeText: date,
    host: '',
    kind,
    text: fileText({ name: name.join(','), size, mode, uid, gid, inode, md5: '' }),
  };
}

function start(head: FileHead, _layout: FileLayout, choices: ReadingChoices): RecordReader {
  const zone = titleZone(head);
  const clock = choices.zone ?? (zone === undefined ? undefined : makeZoneClock(zone));
  let last = '';
  return (record): ReadOutcome => {
    if (record.shape === 'cells') {
      const { cells } = record;
      const [first = ''] = cells;
      if (isHeader(cells) || cells.every((cell) => cell.trim() === '')) return frame;
      if (cells.length < columns.length) {
        return titlePattern.test(cells.join(',').trimEnd()) ? frame : skipped('too-few-cells');
      }
      return oneRow(toRow([first.trim(), ...cells.slice(1)], clock));
    }
    if (record.shape !== 'line') return skipped('other-format');
    if (record.text.trim() === '' || titlePattern.test(record.text.trimEnd())) return frame;
    const match = linePattern.exec(record.text);
    if (match === null) return skipped('other-format');
    const [, date = '', ...cells] = match;
    if (date.trim() !== '') last = date;
    return oneRow(toRow([last, ...cells.map((cell) => cell ?? '')], clock));
  };
}

/**
 * mactime's timelines: `-d` (commas) and the table for reading.
 *
 * `-y` writes UTC (the tool's manual: `-z` does not work with it); any other date is in the zone that the
 * person gave, which `-h` writes above the table and which is asked otherwise. `0000-00-00T00:00:00Z` and
 * `Xxx Xxx 00 0000 00:00:00` stand for no time and make rows without one.
 */
export const mactimeReader: LogReader = { id: 'mactime', detect, start };
