import { lineFormatReader } from './line-format.ts';
import { isoTime } from './log-time.ts';

const linePattern =
  /^(\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?)(?: (kid\d{1,5}))?\| ?(.*)$/s;
const levelPattern = /^(FATAL|ERROR|WARNING|SECURITY ALERT|DANGER)\b/;

/**
 * Squid's cache.log, local time without a zone; `kid1` is one of several processes.
 *
 * Figures at a stop and what helpers print have no time and go on with the line before.
 */
export const squidCacheReader = lineFormatReader({
  id: 'squid-cache',
  score: 96,
  continues: true,
  start: (choices) => (line) => {
    const [, timeText, process, message] = linePattern.exec(line) ?? [];
    if (timeText === undefined || message === undefined) return undefined;
    return {
      time: isoTime(timeText, choices.zone),
      timeText,
      host: '',
      kind: levelPattern.exec(message.trimStart())?.[1] ?? '',
      text: process === undefined ? message : `${process}| ${message}`,
    };
  },
});
