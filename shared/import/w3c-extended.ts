import { fieldTextWith, type FieldPair } from './field-text.ts';
import { frame, oneRow, skipped, type ReadOutcome } from './log-row.ts';
import type { LogReader } from './log-reader.ts';
import { epochTime, isoTime, makeZoneClock, type ZoneClock } from './log-time.ts';

/** What the `#` lines have said so far. */
type Header = {
  fields: readonly string[] | undefined;
  isComma: boolean;
  /** Date of the last `#Date`, for logs whose lines hold the time of day alone. */
  date: string;
  isLocal: boolean;
};

const utc = makeZoneClock('UTC');
const dateFields = ['date', 'date-utc'];
const timeFields = ['time', 'time-utc'];
const localDateFields = ['date-local', 'localdate'];
const localTimeFields = ['time-local', 'localtime'];
/** One field with date and time: Exchange, ProxySG. */
const wholeFields = ['date-time', 'datetime', 'timestamp', 'gmttime', 'x-timestamp-unix-utc'];
const timeNames = new Set([...dateFields, ...timeFields, ...wholeFields]);

const fieldText = fieldTextWith([
  'action',
  'cs-method',
  'cs-host',
  'cs-uri',
  'cs-uri-stem',
  'cs-uri-query',
  'sc-status',
  's-reason',
  'c-ip',
  'cs-username',
  's-ip',
  's-port',
  'protocol',
  'src-ip',
  'src-port',
  'dst-ip',
  'dst-port',
]);

/**
 * W3C Extended Log Format: IIS, HTTP.sys, CloudFront, Exchange, ProxySG, and Windows Firewall's look-alike.
 *
 * The format defines dates and times as GMT (W3C WD-logfile, Date and Time). Where the file says
 * `#Time Format: Local`, or has local fields alone, the zone is asked. `#Fields` holds until the next one. The
 * machine is the server; in Windows Firewall's log the end that the path tells.
 */
export const w3cExtendedReader: LogReader = {
  id: 'w3c-extended',
  detect(head) {
    if (!head.lines.some((line) => /^#Fields:/i.test(line))) return undefined;
    const header = freshHeader();
    let asksZone = false;
    for (const line of head.lines) {
      if (line.startsWith('#')) readDirective(header, line);
      else if (header.fields !== undefined && line.trim() !== '') {
        const values = readValues(header, line);
        asksZone ||=
          readTime(header, values, utc).time !== undefined &&
          readTime(header, values, undefined).time === undefined;
      }
    }
    return {
      score: 96,
      layout: { shape: 'line' },
      questions: asksZone ? ['zone'] : [],
      notes: [],
    };
  },
  start(_head, _layout, choices) {
    const header = freshHeader();
    return (record) => {
      if (record.shape !== 'line') return skipped('other-format');
      const line = record.text;
      if (line.trim() === '') return frame;
      if (line.startsWith('#')) {
        readDirective(header, line);
        return frame;
      }
      return readRecord(header, line, choices.zone);
    };
  },
};

function freshHeader(): Header {
  return { fields: undefined, isComma: false, date: '', isLocal: false };
}

function readDirective(header: Header, line: string): void {
  const colon = line.indexOf(':');
  const name = line.slice(0, colon).toLowerCase();
  const value = line.slice(colon + 1).trim();
  if (name === '#fields') {
    header.isComma = value.includes(',');
    header.fields = value.split(header.isComma ? /,\s*/ : /\s+/);
  } else if (name === '#date') {
    header.date = value.slice(0, 10);
  } else if (name === '#time format') {
    header.isLocal = /local/i.test(value);
  } else if (name === '#software') {
    // The next program's header: what the last one said of its clock ends here.
    header.isLocal = false;
  }
}

function readRecord(header: Header, line: string, clock: ZoneClock | undefined): ReadOutcome {
  if (header.fields === undefined) return skipped('other-format');
  const cells = splitLine(line.trimEnd(), header.isComma);
  // A log that was being written ends in half a line: worth a row as long as there is more than a time.
  if (cells.length < Math.min(3, header.fields.length)) return skipped('too-few-cells');
  const values = namedValues(header, cells);
  const pairs: FieldPair[] = [];
  cells.slice(0, header.fields.length).forEach((cell, at) => {
    const name = header.fields?.[at] ?? '';
    if (cell !== '-' && cell !== '' && !timeNames.has(name.toLowerCase())) pairs.push([name, cell]);
  });
  const more = cells.slice(header.fields.length).join(' ');
  if (more !== '') pairs.push([`column ${String(header.fields.length + 1)}`, more]);
  const { time, timeText } = readTime(header, values, clock);
  return oneRow({
    time,
    timeText,
    host: hostOf(values),
    kind: kindOf(values),
    text: fieldText(pairs) || line,
  });
}

type Values = ReadonlyMap<string, string>;

function readValues(header: Header, line: string): Values {
  return namedValues(header, splitLine(line.trimEnd(), header.isComma));
}

function namedValues(header: Header, cells: readonly string[]): Values {
  const values = new Map<string, string>();
  header.fields?.forEach((name, at) => {
    const value = cells[at];
    if (value !== undefined && value !== '-') values.set(name.toLowerCase(), value);
  });
  return values;
}

/** Cells between blanks, tabs or commas; in quotes those count as text, and two quotes are one. */
function splitLine(line: string, isComma: boolean): readonly string[] {
  if (line.includes('\t')) return line.split('\t');
  const separator = isComma ? ',' : ' ';
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    const isQuoted = line[at] === '"';
    let end = isQuoted ? closingQuote(line, at) + 1 : line.indexOf(separator, at);
    if (end === -1) end = line.length;
    // A quote in the middle of a word is a character like any other.
    if (isQuoted && end < line.length && line[end] !== separator) {
      const next = line.indexOf(separator, end);
      end = next === -1 ? line.length : next;
      cells.push(line.slice(at, end));
    } else {
      cells.push(
        isQuoted ? line.slice(at + 1, end - 1).replaceAll('""', '"') : line.slice(at, end),
      );
    }
    at = end + 1;
    if (!isComma) while (line[at] === ' ') at += 1;
  }
  return cells;
}

/** Index of the quote that ends the string that begins at this one; the last character when none does. */
function closingQuote(line: string, start: number): number {
  let at = line.indexOf('"', start + 1);
  while (at !== -1 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at === -1 ? line.length : at;
}

function readTime(
  header: Header,
  values: Values,
  clock: ZoneClock | undefined,
): { readonly time: number | undefined; readonly timeText: string } {
  const defined = header.isLocal ? clock : utc;
  const whole = firstOf(values, wholeFields);
  if (whole !== undefined) {
    return { time: epochTime(whole, 's') ?? isoTime(whole, defined), timeText: whole };
  }
  const date = firstOf(values, dateFields);
  const timeOfDay = firstOf(values, timeFields);
  if (date !== undefined || timeOfDay !== undefined) {
    const timeText = joined(date, timeOfDay);
    if (timeOfDay === undefined) return { time: undefined, timeText };
    return { time: isoTime(joined(date ?? header.date, timeOfDay), defined), timeText };
  }
  const timeText = joined(firstOf(values, localDateFields), firstOf(values, localTimeFields));
  return { time: isoTime(timeText, clock), timeText };
}

function joined(date: string | undefined, timeOfDay: string | undefined): string {
  return [date, timeOfDay].filter((part) => part !== undefined).join(' ');
}

function firstOf(values: Values, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = values.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

function hostOf(values: Values): string {
  const path = values.get('path')?.toUpperCase();
  if (path === 'RECEIVE') return values.get('dst-ip') ?? '';
  if (path === 'SEND') return values.get('src-ip') ?? '';
  return firstOf(values, ['s-computername', 'server-hostname', 's-ip']) ?? '';
}

function kindOf(values: Values): string {
  const action = firstOf(values, ['action', 'event-id']);
  if (action !== undefined) return action;
  return ['cs-method', 'sc-status', 's-reason']
    .map((name) => values.get(name))
    .filter((part) => part !== undefined)
    .join(' ');
}
