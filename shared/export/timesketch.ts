import { exportMessages } from '../i18n/export-messages.ts';
import { say } from '../i18n/messages.ts';
import { programCsv } from './csv-text.ts';
import type { ExportCase, ExportEntry } from './export-case.ts';
import type { ExportFile } from './export-file.ts';
import { stableJsonLine } from './stable-json.ts';

/**
 * Entries as a timeline for Timesketch, as CSV and as JSON lines: `message`, `datetime` (ISO 8601 in UTC) and
 * `timestamp_desc` are what it needs, `timestamp` is the same instant in microseconds, everything else is a
 * field to search by (timesketch.org, "Import from JSON or CSV").
 */
export function writeTimesketch(content: ExportCase): readonly ExportFile[] {
  const rows = content.entries.flatMap((entry) => {
    const row = rowOf(entry);
    return row === undefined ? [] : [row];
  });
  return [
    {
      name: 'timeline.csv',
      text: programCsv({ columns, rows: rows.map((row) => columns.map((column) => row[column])) }),
    },
    { name: 'timeline.jsonl', text: rows.map(stableJsonLine).join('') },
    {
      name: 'UPLOAD.txt',
      text: `${say('en', exportMessages.timesketchNote)}\n\n${say('ja', exportMessages.timesketchNote)}\n`,
    },
  ];
}

const columns = [
  'message',
  'datetime',
  'timestamp',
  'timestamp_desc',
  'hostname',
  'username',
  'entry_number',
  'entry_id',
  'kill_chain_stages',
  'attack_techniques',
  'entry_tags',
  'certainty',
  'time_precision',
  'time_plus_minus_ms',
  'time_relation',
  'recorded_by',
  'recorded_at',
  'tlp',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number>>;

function rowOf(entry: ExportEntry): Row | undefined {
  const { at, correctedUtc } = entry;
  const utc = correctedUtc ?? at.utc;
  if (utc === null) return undefined;
  const ms = Date.parse(utc);
  return {
    message: entry.text,
    datetime: new Date(ms).toISOString().replace('Z', '+00:00'),
    timestamp: ms * 1000,
    timestamp_desc: entry.kind,
    hostname: entry.hosts.join(', '),
    username: entry.accounts.join(', '),
    entry_number: entry.seq,
    entry_id: entry.id,
    kill_chain_stages: entry.stages.join(', '),
    attack_techniques: entry.techniques.join(', '),
    entry_tags: entry.tags.join(', '),
    certainty: entry.confidence ?? '',
    time_precision: at.precision,
    time_plus_minus_ms: at.plusMinusMs,
    time_relation: at.relation,
    recorded_by: entry.by,
    recorded_at: entry.created,
    tlp: `TLP:${entry.label}`,
  };
}
