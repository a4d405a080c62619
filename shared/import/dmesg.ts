import { lineFormatReader } from './line-format.ts';
import { civilTime, isoTime, monthNumber, type ZoneClock } from './log-time.ts';

const humanPattern =
  /^(?:kern *:\w+ *: )?\[([A-Z][a-z]{2}) ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (\d{4})\] (?!\[)(.*)$/s;
const isoPattern =
  /^(?:kern *:\w+ *: )?(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2},\d{6}[+-]\d{2}:\d{2}) (.*)$/s;

/**
 * The kernel's messages with the time of a wall clock: `dmesg -T` (local time, no zone) and
 * `dmesg --time-format iso`. Seconds since the start of the machine alone are no time of a log.
 */
export const dmesgReader = lineFormatReader({
  id: 'dmesg',
  score: 90,
  continues: true,
  start: (choices) => (line) => readHuman(line, choices.zone) ?? readIso(line),
});

function readHuman(line: string, clock: ZoneClock | undefined) {
  const match = humanPattern.exec(line);
  if (match === null) return undefined;
  const text = match[8] ?? '';
  return {
    time: civilTime(
      {
        month: monthNumber(match[2] ?? '') ?? 0,
        day: Number(match[3]),
        hour: Number(match[4]),
        minute: Number(match[5]),
        second: Number(match[6]),
        year: Number(match[7]),
      },
      clock,
    ),
    timeText: line.slice(line.indexOf('[') + 1, line.indexOf(']')),
    host: '',
    kind: 'kernel',
    text,
  };
}

function readIso(line: string) {
  const [, timeText, text] = isoPattern.exec(line) ?? [];
  if (timeText === undefined || text === undefined) return undefined;
  return { time: isoTime(timeText, undefined), timeText, host: '', kind: 'kernel', text };
}
