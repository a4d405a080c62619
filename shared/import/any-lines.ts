import { lineFormatReader } from './line-format.ts';
import type { LogRow } from './log-row.ts';
import type { ReadingChoices } from './log-reader.ts';
import { civilTextTime, parseCivilText } from './table-time.ts';
import { namedZone } from './zone-abbreviation.ts';

const clock = String.raw`\d{1,2}:\d{2}:\d{2}(?:[.,:]\d{1,9})?`;
const dates = [
  String.raw`\d{4}[-/.]\d{2}[-/.]\d{2}[T ]+${clock}`,
  String.raw`\d{1,2}[-/ ][A-Z][a-z]{2}[-/ ]\d{4}[: ]${clock}`,
  String.raw`\d{1,2}[-/.]\d{1,2}[-/.]\d{4} ${clock}(?: ?[AP]M)?`,
].join('|');
/** A time, bare or within brackets or quotes, and what follows it. */
const linePattern = new RegExp(
  String.raw`^\s?[[(<"']?(${dates})(?: ?(Z|[+-]\d{2}:?\d{2}|[A-Z]{3,5}))?(.*)$`,
  'su',
);
/** FortiGate and its relatives write every field with its name. */
const namedPattern =
  /^(?:<\d{1,3}>)?(date="?(\d{4}-\d{2}-\d{2})"?[ ,]time="?(\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)"?)[ ,](.*)$/su;
const hostField = /\bdevname="?([^",\s]{1,255})/u;
/** What closes the time, and what programs put between it and the rest. */
const afterTime = /^[\])>"']?[\s|:–-]*/u;
const levelPattern =
  /^[^a-z]{0,40}?\b(TRACE|DEBUG|FINE|INFO|NOTICE|LOG|WARN|WARNING|ERROR|ERR|SEVERE|ALERT|FATAL|PANIC|CRITICAL)\b/iu;

/**
 * Logs of programs in their own forms, whose lines begin with a date and a time of day.
 *
 * Never as sure as a reader that knows its format. A time without a zone asks for it, `03/04/2024` for the order; a
 * line that does not begin with a time goes on with the one before it. Behind a time that a comma or a tab ends stand
 * cells of a table.
 */
export const anyLinesReader = lineFormatReader({
  id: 'any-lines',
  score: 40,
  continues: true,
  start: (choices) => (line) => readNamed(line, choices) ?? readLine(line, choices),
  isTypical: (line) =>
    namedPattern.test(line) || !/^[,;\t]/u.test(linePattern.exec(line)?.[3] ?? ''),
});

function readNamed(line: string, choices: ReadingChoices): LogRow | undefined {
  const [, written = '', date, time, rest = ''] = namedPattern.exec(line) ?? [];
  if (date === undefined || time === undefined) return undefined;
  const text = parseCivilText(`${date} ${time}`);
  return {
    time: text && civilTextTime(text, undefined, choices.zone),
    timeText: written,
    host: hostField.exec(rest)?.[1] ?? '',
    kind: '',
    text: rest,
  };
}

function readLine(line: string, choices: ReadingChoices): LogRow | undefined {
  const match = linePattern.exec(line);
  const [, date, word, after = ''] = match ?? [];
  if (date === undefined) return undefined;
  // The word behind a time is a zone or the first word of the message.
  const zone = word !== undefined && namedZone(word) !== undefined ? word : undefined;
  const rest = zone === undefined ? line.slice(line.indexOf(date) + date.length) : after;
  const text = parseCivilText(
    `${date.replace(/^(.*:\d{2}:\d{2}):(\d{1,9})$/u, '$1.$2')}${zone === undefined ? '' : ` ${zone}`}`,
  );
  if (text === undefined) return undefined;
  const said = rest.replace(afterTime, '');
  return {
    time: civilTextTime(text, choices.order, choices.zone),
    timeText:
      zone === undefined ? date : line.slice(line.indexOf(date), line.length - after.length),
    host: '',
    kind: levelPattern.exec(said)?.[1] ?? '',
    text: said,
  };
}
