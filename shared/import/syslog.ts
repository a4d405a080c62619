import { joinTexts } from './field-pairs.ts';
import { lineFormatReader } from './line-format.ts';
import type { LogRow } from './log-row.ts';
import { isoTime, type ZoneClock } from './log-time.ts';
import { readSyslogHeader, type SyslogHeader } from './syslog-header.ts';
import { makeYearClock, type YearClock } from './year-clock.ts';

/** `<34>`, with the length before it that syslog over TCP puts there. */
const priorityPattern = /^(?:\d{1,6} )?<(\d{1,3})>/;
const versionedPattern = /^1 (\S{1,64}) (\S{1,255}) (\S{1,255}) (\S{1,255}) (\S{1,255})(?: |$)/;
const hostPattern = /^[\p{L}\d._:@/%~+-]+$/u;
/** Facility and level as FreeBSD and OpenWrt write them before the message. */
const facilityPattern =
  /^(?:<([a-z0-9]{1,10}\.[a-z0-9]{1,10})> |([a-z0-9]{2,10}\.(?:emerg|alert|crit|err|warn|notice|info|debug)) )/;
const repeatedPattern = /^(?:--- )?last message repeated /;
/** Words that stand after the time in logs of other programs, where syslog has the machine. */
const levelPattern = /^(?:trace|debug|info|notice|warn|warning|error|err|crit|critical|fatal|-)$/i;
const namePatterns = [
  // Cisco: `%ASA-6-302013:`.
  /^[^%]{0,80}(%[A-Z0-9_]{2,24}-(?:[A-Z0-9_]{1,24}-)?\d-[A-Z0-9_]{2,40}):/,
  /^([^\s:[\]()<>"'={}]{1,64})(?:\[[^\]\s]{0,32}\])?(?: ?[(<][^)>]{0,80}[)>])?\s?:(?:\s|$)/,
  /^([^:[\]]{1,64})\[\d{1,10}\](?: ?[(<][^)>]{0,80}[)>])?(?::|\s|$)/,
] as const;

/**
 * Syslog in the forms that lie in files: RFC 3164 and its relatives (auth.log, cron, BSD, macOS, Cisco with a
 * year, OpenWrt), RFC 5424, rsyslog with ISO times, and `journalctl -o short…`.
 *
 * A file may change its form in the middle, as Debian's did in 2023. Times of RFC 3164 have neither year nor
 * zone; both are asked, and the year goes on over New Year. The text is the message with its tag; a priority
 * follows it. A line that does not begin with a time goes on with the one before it.
 */
export const syslogReader = lineFormatReader({
  id: 'syslog',
  score: 92,
  continues: true,
  start(choices) {
    const years = makeYearClock(choices.year);
    return (line) => readLine(line, years, choices.zone)?.row;
  },
  isFrame: (line) => /^-- (?:Logs begin|Journal begins|Boot |Reboot|No entries)/.test(line),
  isTypical(line, row) {
    const parsed = readLine(line, makeYearClock(undefined), undefined);
    if (parsed?.isOwn === true) return true;
    // An ISO time begins many logs: only a program's name after a machine's makes it syslog.
    const names = row.kind !== '' && !levelPattern.test(row.kind);
    return names && (hasProcess(row) || (row.host !== '' && hasZone(row)));
  },
});

function hasZone(row: LogRow): boolean {
  return /(?:Z|UTC|GMT|:\d{2}(?:[.,]\d{1,9})? ?[+-]\d{2}(?::?\d{2})?)$/.test(row.timeText);
}

function hasProcess(row: LogRow): boolean {
  return /^[^\s[\]]{1,64}\[\d{1,10}\]:/.test(row.text);
}

type SyslogLine = { readonly row: LogRow; readonly isOwn: boolean };

function readLine(
  line: string,
  years: YearClock,
  clock: ZoneClock | undefined,
): SyslogLine | undefined {
  const priority = priorityPattern.exec(line);
  const body = priority === null ? line : line.slice(priority[0].length);
  if (priority !== null) {
    const versioned = readVersioned(body, priority[1] ?? '', clock);
    if (versioned !== undefined) return { row: versioned, isOwn: true };
  }
  const header = readSyslogHeader(body.trimStart(), years, clock);
  if (header === undefined) return undefined;
  const row = readMessage(header, priority?.[1]);
  return { row, isOwn: header.isOwn || priority !== null };
}

function readMessage(header: SyslogHeader, priority: string | undefined): LogRow {
  const facility = facilityPattern.exec(header.rest);
  const rest = facility === null ? header.rest : header.rest.slice(facility[0].length);
  const marks = [priority, facility?.[1] ?? facility?.[2]].filter((mark) => mark !== undefined);
  const hasHost = !header.namesNoHost && facility?.[2] === undefined;
  const { host, message } = hasHost ? splitHost(rest) : { host: '', message: rest };
  const parts = [message, ...marks.map((mark) => `pri: ${mark}`)];
  return {
    time: header.time,
    timeText: header.timeText,
    host,
    kind: nameOf(message),
    text: joinTexts(parts),
  };
}

function splitHost(rest: string): { readonly host: string; readonly message: string } {
  const text = rest.trimStart();
  const end = text.search(/\s/);
  if (end === -1 || repeatedPattern.test(text)) return { host: '', message: text };
  const word = text.slice(0, end);
  const isTag = word.endsWith(':') || /\[\d{1,10}\]/.test(word);
  if (isTag || levelPattern.test(word) || !hostPattern.test(word)) {
    return { host: '', message: text };
  }
  // Cisco's ASA puts a colon of its own between name and message.
  return { host: word, message: text.slice(end).trimStart().replace(/^: /, '') };
}

function nameOf(message: string): string {
  for (const pattern of namePatterns) {
    const name = pattern.exec(message)?.[1];
    if (name !== undefined) return name;
  }
  return '';
}

/** RFC 5424 after its priority: version 1, six words, structured data, message. `-` is a value left out. */
function readVersioned(
  body: string,
  priority: string,
  clock: ZoneClock | undefined,
): LogRow | undefined {
  const match = versionedPattern.exec(body);
  if (match === null) return undefined;
  const [time = '', host = '', program = '', process = '', messageId = ''] = match
    .slice(1)
    .map((word) => (word === '-' ? '' : word));
  const tail = body.slice(match[0].length);
  const end = endOfStructuredData(tail);
  const data = tail.slice(0, end);
  const message = tail
    .slice(end)
    .trimStart()
    .replace(/^\uFEFF/, '');
  const tag = `${program}${process === '' ? '' : `[${process}]`}`;
  const said = tag === '' ? message : `${tag}: ${message}`;
  const parts = [
    said,
    data === '-' || data === '' ? '' : data,
    messageId === '' ? '' : `msgid: ${messageId}`,
    `pri: ${priority}`,
  ];
  return {
    time: isoTime(time, clock),
    timeText: time,
    host,
    kind: program || messageId,
    text: joinTexts(parts),
  };
}

/** Index after `-` or `[id name="value"]…`, in which a backslash escapes quotes and brackets. */
function endOfStructuredData(tail: string): number {
  if (!tail.startsWith('[')) return tail.startsWith('-') ? 1 : 0;
  let at = 0;
  let quoted = false;
  while (at < tail.length) {
    const character = tail[at];
    if (quoted && character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ']' && tail[at + 1] !== '[') return at + 1;
    at += 1;
  }
  return tail.length;
}
