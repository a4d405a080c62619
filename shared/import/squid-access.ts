import { lineFormatReader } from './line-format.ts';
import { epochTime } from './log-time.ts';

const linePattern =
  /^\s{0,8}(\d{9,10}\.\d{3})\s{1,16}(-?\d{1,12} (\S{1,255}) [A-Z_]{1,60}\/(\d{1,3}) \d{1,20} (\S{1,40}) \S.*)$/s;

/**
 * Squid's native access.log: seconds since 1970 in UTC, duration, client, result, size, method, address.
 *
 * The machine is the client: behind a proxy that is who reached out, as the originator is in Zeek.
 */
export const squidAccessReader = lineFormatReader({
  id: 'squid-access',
  score: 97,
  continues: false,
  start: () => (line) => {
    const [, timeText, text, client = '', status = '', method = ''] = linePattern.exec(line) ?? [];
    if (timeText === undefined || text === undefined) return undefined;
    return {
      time: epochTime(timeText, 's'),
      timeText,
      host: client === '-' ? '' : client,
      kind: `${method} ${status}`,
      text,
    };
  },
});
