import { lineFormatReader } from './line-format.ts';
import type { LogRow } from './log-row.ts';
import { isoTime, type ZoneClock } from './log-time.ts';

/** Time, thread, type, activity, process id, time to live; then `process: (library) [subsystem:category] message`. */
const defaultPattern =
  /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{1,9}[+-]\d{4}) +0x[\da-f]+ +(\S+) +0x[\da-f]+ +(\d+) +(?:\d+ +)?(.*)$/su;
/** Time in the clock of whoever asked, a letter or two for the type, `process[pid:thread] …`. */
const compactPattern =
  /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{1,9}) (A|Db|Df|E|F|I|Lt|St|Si|[A-Z][a-z]?) +(\S.{0,254}?)\[(\d+):([\da-f]+)\] ?(.*)$/su;
const headerPattern = /^Timestamp +(?:Thread +Type|Ty +Process\[)/u;
const endPattern = /^(?:-{20,}|Log +- (?:Default|Fault)|Filtering the log data|Skipping info)/u;

/**
 * The unified log of macOS as `log show` writes it by default and with `--style compact`.
 *
 * Default times carry their offset; compact ones do not, and the zone is asked. `--style syslog` is read as syslog.
 * A line that does not begin with a time goes on with the message before it.
 */
export const macosLogReader = lineFormatReader({
  id: 'macos-log',
  score: 93,
  continues: true,
  start: (choices) => (line) => readDefault(line) ?? readCompact(line, choices.zone),
  isFrame: (line) => headerPattern.test(line) || endPattern.test(line),
});

function readDefault(line: string): LogRow | undefined {
  const [, timeText, type, process, said = ''] = defaultPattern.exec(line) ?? [];
  if (timeText === undefined || type === undefined || process === undefined) return undefined;
  // The process is named before its message, and its number in a column of its own.
  const named = /^([^:]{1,255}): (.*)$/su.exec(said);
  return {
    time: isoTime(timeText, undefined),
    timeText,
    host: '',
    kind: type,
    text: named === null ? said : `${named[1]}[${process}]: ${named[2]}`,
  };
}

function readCompact(line: string, clock: ZoneClock | undefined): LogRow | undefined {
  const [, timeText, type, process, id, thread, said = ''] = compactPattern.exec(line) ?? [];
  if (timeText === undefined || type === undefined || process === undefined) return undefined;
  return {
    time: isoTime(timeText, clock),
    timeText,
    host: '',
    kind: type,
    text: `${process}[${id}:${thread}] ${said}`,
  };
}
