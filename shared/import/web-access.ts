import { lineFormatReader } from './line-format.ts';
import { civilTime, isoTime, monthNumber, offsetMs, type ZoneClock } from './log-time.ts';

/** `[10/Oct/2000:13:55:36 -0700]`, wherever it stands. */
const datePattern = /\[(\d{1,2}\/[A-Za-z]{3}\/\d{4}:\d{2}:\d{2}:\d{2}(?:\.\d{1,9})? [+-]\d{4})\]/;
/** Any other time, before the request: servers can be told to leave out the offset or to write ISO times. */
const bracketPattern = /\[([^[\]]{0,64})\](?= ")/;
const timePattern =
  /^(\d{1,2})\/([A-Za-z]{3})\/(\d{4}):(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?: ([+-]\d{4}))?$/;
const requestPattern = /"([A-Z][A-Z_-]{1,19}) /;
/** The quote that ends the request is the first before a status; quotes inside are escaped, or not. */
const statusPattern = /(?<!\\)" (\d{3}) (?:\d+|-)(?= |$)/;
const addressPattern = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,8})$/;
const namePattern = /^[\w.-]{1,255}(:\d{1,5})?$/;
const squidPattern = / (?:TCP|UDP|NONE)[A-Z_]{0,40}:[A-Z_]{1,40}$/;

/**
 * Access logs of Apache, nginx, S3 and their kin: common, combined, with a virtual host before, with more behind.
 *
 * What follows the request may be anything, so nothing after it has to be there. The machine is the virtual host
 * where the line names it, and never the client; in Squid's rendering it is the client, as in Squid's own.
 * The text is the line without its time.
 */
export const webAccessReader = lineFormatReader({
  id: 'web-access',
  score: 93,
  continues: false,
  start: (choices) => (line) => {
    const match = datePattern.exec(line) ?? bracketPattern.exec(line);
    if (match === null) return undefined;
    const before = line.slice(0, match.index).trim();
    const after = line.slice(match.index + match[0].length).trim();
    const words = before.split(/\s+/, 8);
    if (words.length < 2 || after === '') return undefined;
    const timeText = match[1] ?? '';
    return {
      time: readTime(timeText, choices.zone),
      timeText,
      host: squidPattern.test(after.slice(-100)) ? (words[0] ?? '') : virtualHost(words),
      kind: kindOf(after),
      text: `${before} ${after}`,
    };
  },
  isTypical: (_line, row) => timePattern.test(row.timeText) || row.time !== undefined,
});

function readTime(text: string, clock: ZoneClock | undefined): number | undefined {
  const match = timePattern.exec(text);
  if (match === null) return isoTime(text, clock);
  const offset = match[8] === undefined ? undefined : offsetMs(match[8]);
  return civilTime(
    {
      day: Number(match[1]),
      month: monthNumber(match[2] ?? '') ?? 0,
      year: Number(match[3]),
      hour: Number(match[4]),
      minute: Number(match[5]),
      second: Number(match[6]),
      fraction: match[7],
    },
    match[8] === undefined ? clock : offset,
  );
}

/** The first of four words and more, when a port or the address after it shows that it is no client. */
function virtualHost(words: readonly string[]): string {
  const [first = '', second = ''] = words;
  const name = namePattern.exec(first);
  if (words.length < 4 || name === null || addressPattern.test(first)) return '';
  if (name[1] !== undefined) return first.slice(0, -name[1].length);
  return addressPattern.test(second) ? first : '';
}

function kindOf(after: string): string {
  const method = requestPattern.exec(after)?.[1];
  const status = statusPattern.exec(after)?.[1];
  return [method, status].filter((part) => part !== undefined).join(' ');
}
