import type { Detection, FileHead, LogReader, ReadingChoices, RecordReader } from './log-reader.ts';
import { frame, oneRow, skipped, type ReadOutcome } from './log-row.ts';
import { civilTime, type ZoneClock } from './log-time.ts';
import { joinPairs } from './field-pairs.ts';
import { cellText, hostText, isBlankRecord, readHeader } from './header-columns.ts';
import { cellsOf, tableLayout } from './unquoted-table.ts';
import { namedZone } from './zone-abbreviation.ts';

/** The seventeen columns, fixed since log2timeline.pl (https://forensics.wiki/l2t_csv). */
const columns = [
  'date',
  'time',
  'timezone',
  'macb',
  'source',
  'sourcetype',
  'type',
  'user',
  'host',
  'short',
  'desc',
  'version',
  'filename',
  'inode',
  'notes',
  'format',
  'extra',
] as const;

const at = Object.fromEntries(columns.map((name, place) => [name, place])) as Readonly<
  Record<(typeof columns)[number], number>
>;

const datePattern = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const timePattern = /^(\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?$/;

function instant(
  date: string,
  time: string,
  zone: string,
  clock: ZoneClock | undefined,
): number | undefined {
  const day = datePattern.exec(date);
  const hour = timePattern.exec(time);
  if (day === null || hour === null) return undefined;
  return civilTime(
    {
      year: Number(day[3]),
      month: Number(day[1]),
      day: Number(day[2]),
      hour: Number(hour[1]),
      minute: Number(hour[2]),
      second: Number(hour[3]),
      fraction: hour[4],
    },
    namedZone(zone) ?? clock,
  );
}

function detect(head: FileHead): Detection | undefined {
  const [first] = head.cells(',');
  if (first === undefined) return undefined;
  const header = readHeader(first);
  if (!columns.every((name, place) => header.names[place]?.toLowerCase() === name)) {
    return undefined;
  }
  const rows = head.cells(',').slice(1);
  const zones = new Set(
    rows.filter((cells) => cells.length > at.timezone).map((cells) => cells[at.timezone] ?? ''),
  );
  // `-` stands beside a time that plaso could not write either.
  zones.delete('-');
  const unknown = [...zones].some((zone) => namedZone(zone) === undefined);
  return {
    score: 98,
    layout: tableLayout(head, ','),
    questions: unknown ? ['zone'] : [],
    notes: zones.size > 1 ? ['several-zones'] : [],
  };
}

/** Reads times; many rows that follow each other share theirs. */
class TimeReader {
  readonly #clock: ZoneClock | undefined;
  #date = '';
  #clockTime = '';
  #zone = '';
  /** Of the row before: as the file writes it, and the instant. */
  #text = '';
  #time: number | undefined;

  constructor(clock: ZoneClock | undefined) {
    this.#clock = clock;
  }

  get text(): string {
    return this.#text;
  }

  read(date: string, clockTime: string, zone: string): number | undefined {
    if (clockTime === this.#clockTime && date === this.#date && zone === this.#zone)
      return this.#time;
    this.#date = date;
    this.#clockTime = clockTime;
    this.#zone = zone;
    this.#text = `${date} ${clockTime} ${zone}`;
    this.#time = instant(date, clockTime, zone, this.#clock);
    return this.#time;
  }
}

function start(_head: FileHead, _layout: unknown, choices: ReadingChoices): RecordReader {
  const times = new TimeReader(choices.zone);
  return (record): ReadOutcome => {
    const cells = cellsOf(record, ',');
    if (cells === undefined) return skipped('other-format');
    if (isBlankRecord(cells)) return frame;
    if (cells.length < columns.length) return skipped('too-few-cells');
    const cell = (name: keyof typeof at) => cellText(cells, at[name]);
    const date = cells[at.date] ?? '';
    const time = cells[at.time] ?? '';
    const zone = cells[at.timezone] ?? '';
    if (date.toLowerCase().endsWith('date') && time.toLowerCase() === 'time') return frame;
    const rest = () =>
      joinPairs([
        ['source', cell('source')],
        ['sourcetype', cell('sourcetype')],
        ['filename', cell('filename')],
        ['extra', cell('extra')],
      ]);
    return oneRow({
      time: times.read(date, time, zone),
      timeText: times.text,
      host: hostText(cells, at.host),
      kind: cell('type'),
      text: cell('desc') || cell('short') || rest() || `${date} ${time}`,
    });
  };
}

/**
 * Plaso's `l2tcsv`, and log2timeline.pl's before it.
 *
 * Dates are MM/DD/YYYY by the format's definition. Each row is read in its own zone column; an abbreviation of
 * several zones (`CST`) takes the zone that a person answers, and makes no time without one.
 */
export const plasoL2tcsvReader: LogReader = { id: 'plaso-l2tcsv', detect, start };
