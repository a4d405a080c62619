import { fieldTextWith, flattenJson, scalarText } from './field-text.ts';
import { jsonFormatReader } from './json-format.ts';
import type { LogRow } from './log-row.ts';
import { epochTime } from './log-time.ts';

const fieldText = fieldTextWith([]);

/**
 * The systemd journal as `journalctl -o json` and `json-pretty` write it.
 *
 * `__REALTIME_TIMESTAMP` counts microseconds since 1970 in UTC (systemd.io, Journal JSON Format). A message
 * that is no UTF-8 comes as a list of bytes, a repeated one as a list of texts.
 */
export const journalJsonReader = jsonFormatReader({
  id: 'journal-json',
  score: (object) => (object['__REALTIME_TIMESTAMP'] === undefined ? 0 : 98),
  read: journalRow,
});

/** The row of an entry of the journal, however it was written. */
export function journalRow(object: Readonly<Record<string, unknown>>): LogRow {
  const timeText = scalarText(object['__REALTIME_TIMESTAMP']) ?? '';
  const message = messageOf(object['MESSAGE']);
  const program = scalarText(object['SYSLOG_IDENTIFIER']) ?? scalarText(object['_COMM']) ?? '';
  const process = scalarText(object['_PID']) ?? scalarText(object['SYSLOG_PID']);
  const tag = `${program}${process === undefined ? '' : `[${process}]`}`;
  const said = tag === '' ? message : `${tag}: ${message ?? ''}`;
  return {
    time: epochTime(timeText, 'us'),
    timeText,
    host: scalarText(object['_HOSTNAME']) ?? '',
    kind: program,
    text: (message === undefined ? undefined : said) || fieldText(flattenJson(object)),
  };
}

function messageOf(value: unknown): string | undefined {
  if (!Array.isArray(value)) return scalarText(value);
  const items: readonly unknown[] = value;
  if (items.every((item) => isByte(item))) return decodeBytes(items.map(Number));
  return items.map((item) => repeatedMessage(item)).join('\n');
}

function repeatedMessage(item: unknown): string {
  if (!Array.isArray(item)) return scalarText(item) ?? '';
  return item.every((byte) => isByte(byte)) ? decodeBytes(item.map(Number)) : '';
}

function isByte(item: unknown): boolean {
  return typeof item === 'number' && Number.isInteger(item) && item >= 0 && item <= 255;
}

/** Bytes as UTF-8, or as Latin-1 when they are something else, so that none is lost. */
function decodeBytes(bytes: readonly number[]): string {
  try {
    return decodeURIComponent(
      bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    );
  } catch (error) {
    if (error instanceof URIError) {
      return bytes.map((byte) => String.fromCharCode(byte)).join('');
    }
    throw error;
  }
}
