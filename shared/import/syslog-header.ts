import type { YearClock } from './year-clock.ts';
import {
  civilTime,
  epochTime,
  isoTime,
  monthNumber,
  offsetMs,
  type ZoneClock,
} from './log-time.ts';

/** A line's time, and what follows it. */
export type SyslogHeader = {
  readonly time: number | undefined;
  readonly timeText: string;
  /** True when a colon or the year ends the time: such writers name no machine. */
  readonly namesNoHost: boolean;
  readonly rest: string;
  /** False for a written date alone, with which many other logs begin too. */
  readonly isOwn: boolean;
};

/** `Jan  5 12:34:56`, with weekday, year, fraction or zone where a writer adds them. */
const bsdPattern =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?[*.]?([^\s\d<[]{3,9}) {1,2}(\d{1,2}) (?:((?:19|20)\d\d) )?(\d{1,2}):(\d{2}):(\d{2})(?:[.,:](\d{1,9}))?(?: ((?:19|20)\d\d)(?=[ :]))?(?: (UTC|GMT|[+-]\d\d:?\d\d|[A-Z]{3,5}(?=:)))?(:)?(?:\s|$)/;
const isoPattern =
  /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)(:)?\s/;
/** `journalctl -o short-full` and `with-unit`: the zone is a name that may mean several. */
const weekdayPattern =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,9})?) ([A-Z]{2,5}|[+-]\d{2,4})\s/;
/** `journalctl -o short-unix`. */
const unixPattern = /^(\d{9,10}\.\d{6}) /;
/** Cisco numbers its lines. */
const sequencePattern = /^\d{1,10}: (?=[*.]?[A-Z][a-z]{2} )/;

/** Splits the time off a line of syslog that has no version number; undefined when it begins otherwise. */
export function readSyslogHeader(
  line: string,
  years: YearClock,
  clock: ZoneClock | undefined,
): SyslogHeader | undefined {
  const numbered = sequencePattern.exec(line);
  const body = numbered === null ? line : line.slice(numbered[0].length);
  return (
    readBsd(body, years, clock) ??
    readIso(body, clock) ??
    readWeekday(body, clock) ??
    readUnix(body)
  );
}

function readBsd(
  line: string,
  years: YearClock,
  clock: ZoneClock | undefined,
): SyslogHeader | undefined {
  const match = bsdPattern.exec(line);
  if (match === null) return undefined;
  const month = monthNumber(match[1] ?? '');
  const fields = {
    month: month ?? 0,
    day: Number(match[2]),
    hour: Number(match[4]),
    minute: Number(match[5]),
    second: Number(match[6]),
    fraction: match[7],
  };
  const year = match[3] ?? match[8];
  const dated =
    year === undefined && month !== undefined
      ? years.date(fields)
      : { ...fields, year: Number(year) };
  const offset = match[9] === undefined ? undefined : offsetMs(match[9]);
  return {
    time:
      month === undefined || dated === undefined ? undefined : civilTime(dated, offset ?? clock),
    timeText: match[0].trimEnd().replace(/:$/, ''),
    namesNoHost: match[10] !== undefined || match[8] !== undefined,
    rest: line.slice(match[0].length),
    isOwn: month !== undefined,
  };
}

function readIso(line: string, clock: ZoneClock | undefined): SyslogHeader | undefined {
  const match = isoPattern.exec(line);
  const timeText = match?.[1];
  if (match === null || timeText === undefined) return undefined;
  return {
    time: isoTime(timeText, clock),
    timeText,
    namesNoHost: match[2] !== undefined,
    rest: line.slice(match[0].length),
    isOwn: false,
  };
}

function readWeekday(line: string, clock: ZoneClock | undefined): SyslogHeader | undefined {
  const [all, written = '', zone = ''] = weekdayPattern.exec(line) ?? [];
  if (all === undefined) return undefined;
  const isOffset = offsetMs(zone) !== undefined;
  return {
    time: isoTime(isOffset ? `${written}${zone}` : written, clock),
    timeText: all.trimEnd(),
    namesNoHost: false,
    rest: line.slice(all.length),
    isOwn: true,
  };
}

function readUnix(line: string): SyslogHeader | undefined {
  const [all, seconds = ''] = unixPattern.exec(line) ?? [];
  if (all === undefined) return undefined;
  return {
    time: epochTime(seconds, 's'),
    timeText: seconds,
    namesNoHost: false,
    rest: line.slice(all.length),
    isOwn: false,
  };
}
