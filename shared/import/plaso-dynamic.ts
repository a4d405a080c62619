import type {
  Detection,
  FileHead,
  FileLayout,
  LogReader,
  ReadingChoices,
  RecordReader,
} from './log-reader.ts';
import { frame, oneRow, skipped, type ReadOutcome } from './log-row.ts';
import { isoTime, isoTimeHasZone, looksLikeIsoTime, type ZoneClock } from './log-time.ts';
import { joinPairs } from './field-pairs.ts';
import { cellText, isBlankRecord, readHeader, type HeaderColumns } from './header-columns.ts';
import { cellsOf, tableLayout } from './unquoted-table.ts';
import { namedZone } from './zone-abbreviation.ts';

/** Columns that `psort -o dynamic --fields` knows by name; any attribute of an event may stand beside them. */
const plasoColumns: ReadonlySet<string> = new Set([
  'datetime',
  'date',
  'time',
  'timezone',
  'zone',
  'timestamp_desc',
  'type',
  'source',
  'source_long',
  'sourcetype',
  'message',
  'message_short',
  'parser',
  'display_name',
  'tag',
  'filename',
  'host',
  'hostname',
  'inode',
  'macb',
  'user',
  'username',
  'values',
  'yara_match',
  'data_type',
  'md5_hash',
  'sha1_hash',
  'sha256_hash',
]);

/** Names that no other tool gives its columns, or rarely. */
const telling = ['timestamp_desc', 'source_long', 'parser', 'display_name', 'yara_match', 'macb'];

const delimiters = [',', '\t', ';', '|'] as const;

function headerAt(head: FileHead, delimiter: string): HeaderColumns {
  return readHeader(
    (head.lines[0] ?? '').includes('"')
      ? (head.cells(delimiter)[0] ?? [])
      : (head.lines[0] ?? '').split(delimiter),
  );
}

function findDelimiter(head: FileHead): string {
  const widths = delimiters.map((delimiter) => headerAt(head, delimiter).names.length);
  return delimiters[widths.indexOf(Math.max(...widths))] ?? ',';
}

function scoreOf(header: HeaderColumns): number {
  const hasTime = header.has('datetime') || (header.has('date') && header.has('time'));
  const told = telling.filter((name) => header.has(name)).length;
  if (!hasTime || told === 0) return 0;
  const known = header.names.filter((name) => plasoColumns.has(name.toLowerCase())).length;
  // Timesketch keeps plaso's names and adds its own `timestamp`; `extra` is l2tcsv's.
  if (header.has('timestamp') || header.has('extra')) return 40;
  if (told >= 2 && known * 2 >= header.names.length) return 95;
  return told >= 2 || header.has('source_long') ? 80 : 60;
}

function detect(head: FileHead): Detection | undefined {
  const delimiter = findDelimiter(head);
  const header = headerAt(head, delimiter);
  const score = scoreOf(header);
  if (score === 0) return undefined;
  const layout = tableLayout(head, delimiter);
  const place = header.find('datetime');
  const zonePlace = header.find('timezone', 'zone');
  const rows = head.cells(delimiter).slice(1);
  const open = rows.some((cells) =>
    place >= 0
      ? looksLikeIsoTime(cells[place] ?? '') && !isoTimeHasZone(cells[place] ?? '')
      : namedZone(cells[zonePlace] ?? '') === undefined && (cells[zonePlace] ?? '') !== '-',
  );
  return { score, layout, questions: open ? ['zone'] : [], notes: [] };
}

function splitTime(
  date: string,
  time: string,
  zone: string,
  choice: ZoneClock | undefined,
): number | undefined {
  const named = namedZone(zone);
  if (typeof named !== 'number') return isoTime(`${date} ${time}`, named ?? choice);
  const utc = isoTime(`${date} ${time}Z`, undefined);
  return utc === undefined ? undefined : utc - named * 1_000;
}

function start(head: FileHead, layout: FileLayout, choices: ReadingChoices): RecordReader {
  const delimiter = layout.shape === 'cells' ? layout.delimiter : findDelimiter(head);
  const header = headerAt(head, delimiter);
  const datetime = header.find('datetime');
  const [date, timeOfDay, zone] = [
    header.find('date'),
    header.find('time'),
    header.find('timezone', 'zone'),
  ];
  const message = header.find('message', 'message_short');
  const kind = header.find('timestamp_desc', 'type', 'macb');
  const host = header.find('hostname', 'host', 'computer_name');
  const times = new Set([datetime, date, timeOfDay, zone, kind, host]);
  const needed = Math.max(datetime >= 0 ? datetime : Math.max(date, timeOfDay), message);

  return (record): ReadOutcome => {
    const cells = cellsOf(record, delimiter);
    if (cells === undefined) return skipped('other-format');
    if (isBlankRecord(cells) || header.isHeader(cells)) return frame;
    if (cells.length <= needed || (cells.length === 1 && header.names.length > 1)) {
      return skipped('too-few-cells');
    }
    const written = datetime >= 0 ? (cells[datetime] ?? '') : '';
    const [day = '', clock = '', zoneName = ''] = [cells[date], cells[timeOfDay], cells[zone]];
    const timeText = datetime >= 0 ? written : [day, clock, zoneName].join(' ').trim();
    const others = () =>
      joinPairs(
        header.names.flatMap((name, place) =>
          times.has(place) ? [] : [[name, cellText(cells, place)] as const],
        ),
      );
    return oneRow({
      time:
        datetime >= 0
          ? isoTime(written, choices.zone)
          : splitTime(day, clock, zoneName, choices.zone),
      timeText,
      host: cellText(cells, host),
      kind: cellText(cells, kind),
      text: cellText(cells, message) || others() || cellText(cells, kind) || timeText || '-',
    });
  };
}

/**
 * Plaso's `dynamic` output: a table whose columns the person who ran psort has chosen.
 *
 * `datetime` carries its offset; `Not a time`, `Invalid` and `0000-00-00…` are rows without a time. Without a
 * message column the text is every other column in its order.
 */
export const plasoDynamicReader: LogReader = { id: 'plaso-dynamic', detect, start };
