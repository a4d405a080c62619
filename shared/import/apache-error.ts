import { lineFormatReader } from './line-format.ts';
import { civilTime, isoTime, monthNumber, type ZoneClock } from './log-time.ts';

const linePattern = /^\[([^[\]]{8,64})\] \[([^[\]]{1,80})\] ?(.*)$/s;
const timePattern =
  /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))? (\d{4})$/;
const levelPattern =
  /^(?:[\w-]{0,40}:)?(?:emerg|alert|crit|error|warn|notice|info|debug|trace[1-8])$/;

/**
 * Apache's error log, 2.0 to 2.4: `[time] [module:level] …`, local time without a zone.
 *
 * Output of programs that the server runs stands there without a time and goes on with the line before.
 */
export const apacheErrorReader = lineFormatReader({
  id: 'apache-error',
  score: 95,
  continues: true,
  start: (choices) => (line) => {
    const [, timeText, level, text] = linePattern.exec(line) ?? [];
    if (timeText === undefined || level === undefined || text === undefined) return undefined;
    if (!levelPattern.test(level)) return undefined;
    return { time: readTime(timeText, choices.zone), timeText, host: '', kind: level, text };
  },
  isTypical: (_line, row) => row.time !== undefined,
});

function readTime(text: string, clock: ZoneClock | undefined): number | undefined {
  const match = timePattern.exec(text);
  if (match === null) return isoTime(text, clock);
  return civilTime(
    {
      month: monthNumber(match[1] ?? '') ?? 0,
      day: Number(match[2]),
      hour: Number(match[3]),
      minute: Number(match[4]),
      second: Number(match[5]),
      fraction: match[6],
      year: Number(match[7]),
    },
    clock,
  );
}
