import { lineFormatReader } from './line-format.ts';
import { isoTime } from './log-time.ts';

const linePattern =
  /^(\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}) \[(emerg|alert|crit|error|warn|notice|info|debug)\] (\d{1,10}#\d{1,10}:.*)$/s;
const serverPattern = /, server: ([^\s,]{1,255}), /;

/**
 * nginx's error log, local time without a zone.
 *
 * The machine is the server's name where the message gives one. What PHP and other programs print over several
 * lines goes on with the line before.
 */
export const nginxErrorReader = lineFormatReader({
  id: 'nginx-error',
  score: 96,
  continues: true,
  start: (choices) => (line) => {
    const [, timeText, kind, text] = linePattern.exec(line) ?? [];
    if (timeText === undefined || kind === undefined || text === undefined) return undefined;
    const server = serverPattern.exec(text)?.[1] ?? '';
    return {
      time: isoTime(timeText, choices.zone),
      timeText,
      host: server === '_' ? '' : server,
      kind,
      text,
    };
  },
});
