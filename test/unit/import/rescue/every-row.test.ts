import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeRescuedCase } from '#shared/application/rescue-case.ts';
import { readAurora } from '#shared/import/rescue/aurora.ts';
import { readIris } from '#shared/import/rescue/iris.ts';
import { readKanvas } from '#shared/import/rescue/kanvas.ts';
import type { RescuedCase } from '#shared/import/rescue/rescued-case.ts';
import { readTheHive } from '#shared/import/rescue/thehive.ts';
import { canonicalize } from '#shared/journal/canonical-json.ts';
import { longestLineBytes } from '#shared/lib/ids.ts';
import { operationSchema } from '#shared/journal/operation.ts';
import { inMemoryJournal } from '../../application/in-memory-journal.ts';
import { auroraCase } from './aurora-cases.ts';
import { oddRow, oddTables, oddValue } from './odd-values.ts';

const auroraTables = {
  timeline: [
    'date_time',
    'event_type',
    'event_host',
    'direction',
    'event_source_host',
    'killchain',
    'event_data',
    'notes',
    'followup',
    'mitre_attack',
  ],
  investigated_systems: ['hostname', 'verdict', 'summary', 'analysis_required'],
  malware: ['text', 'path_on_disk', 'hostname', 'md5', 'notes'],
  compromised_accounts: ['account_name', 'domain', 'sid', 'context'],
  network_indicators: ['ip', 'domainname', 'port', 'last_activity'],
  exfiltration: ['exfiltime', 'stagingsystem', 'original', 'filename'],
  osint: ['text', 'url', 'desc'],
  systems: ['text', 'ip', 'system_type', 'pin'],
  investigators: ['text', 'full_name'],
  evidence: ['date_acquired', 'name', 'hash'],
  actions: ['task', 'status', 'date_due', 'owner'],
  casenotes: ['date_added', 'note'],
  campaigns: ['name', 'date'],
};

const irisTables = {
  timeline: [
    'event_title',
    'event_content',
    'event_date',
    'event_tz',
    'event_date_wtz',
    'category',
    'assets',
    'iocs',
    'event_tags',
  ],
  iocs: ['ioc_value', 'type_name', 'tlp_name', 'ioc_description'],
  assets: ['asset_name', 'type', 'asset_ip', 'asset_compromise_status', 'asset_ioc'],
  tasks: ['task_title', 'task_status', 'task_assignees'],
  evidences: ['filename', 'date_added', 'file_hash'],
  notes: ['note_title', 'note_content', 'note_creationdate'],
  comments: ['comment_text', 'comment_date'],
};

/** What is wrong with an account: lines about the same row, rows without a line, lines without a row. */
function accountFaults(
  { rows }: RescuedCase,
  lists: Readonly<Record<string, unknown>>,
): readonly string[] {
  const lines = rows.map(({ table, row }) => `${table} ${String(row)}`);
  const twice = lines.filter((line, at) => lines.indexOf(line) !== at);
  const wanted = Object.entries(lists).flatMap(([table, list]) =>
    Array.isArray(list) ? list.map((_row, at) => `${table} ${String(at + 1)}`) : [],
  );
  const own = rows.filter(({ table, row }) => row > 0 && Object.hasOwn(lists, table));
  const got = new Set(own.map(({ table, row }) => `${table} ${String(row)}`));
  const missing = wanted.filter((line) => !got.has(line));
  return [...twice, ...missing, ...(got.size > wanted.length ? ['more lines than rows'] : [])];
}

/** What is written and not as docs/format.md says, or does not fit into a line. */
async function writingFaults(rescued: RescuedCase): Promise<readonly unknown[]> {
  const journal = inMemoryJournal();
  const written = await writeRescuedCase(journal, rescued, { evidence: 'e'.repeat(32) });
  if (!written.ok) return [written.error];
  return journal.operations.flatMap((operation): readonly unknown[] => {
    const parsed = operationSchema.safeParse(operation);
    const line = new TextEncoder().encode(canonicalize(operation));
    const isLong = line.length > longestLineBytes - 4_096;
    return [...(parsed.error?.issues ?? []), ...(isLong ? ['line too long'] : [])];
  });
}

/** What a cell would show of a value; `String` throws for an object without a prototype. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

const zones = fc.constantFrom(undefined, 'UTC', 'Asia/Tokyo', 'Europe/Berlin', '-03:30');

describe('whatever a file of the right shape holds, every row is accounted for once and can be written:', () => {
  test('Aurora', async () => {
    const files = fc.tuple(oddTables(auroraTables), fc.constantFrom(2, 5, 7, 10), zones);
    await fc.assert(
      fc.asyncProperty(files, async ([tables, version, zone]) => {
        const rescued = readAurora(auroraCase(version, tables), { zone });
        expect(accountFaults(rescued, tables)).toEqual([]);
        expect(await writingFaults(rescued)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('IRIS', async () => {
    const files = fc.tuple(
      oddTables(irisTables),
      oddRow(['name', 'description', 'open_date']),
      zones,
    );
    await fc.assert(
      fc.asyncProperty(files, async ([tables, about, zone]) => {
        const rescued = readIris({ data: { case: about, ...tables } }, { zone });
        expect(accountFaults(rescued, tables)).toEqual([]);
        expect(await writingFaults(rescued)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('TheHive', async () => {
    const rows = fc.array(
      oddRow([
        '_type',
        'title',
        'status',
        'severity',
        'tlp',
        'startDate',
        'endDate',
        'dataType',
        'data',
        'attachment',
        'message',
        'patternId',
        'tactic',
        'occurDate',
        'tasks',
        'logs',
      ]),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(rows, fc.record({ data: rows }), fc.record({ tasks: rows, observables: rows })),
        zones,
        async (file, zone) => {
          const rescued = readTheHive(file, { zone });
          expect(accountFaults(rescued, {})).toEqual([]);
          expect(await writingFaults(rescued)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('Kanvas', async () => {
    const cells = fc.array(fc.oneof(fc.string({ unit: 'binary' }), oddValue.map(textOf)), {
      minLength: 1,
      maxLength: 11,
    });
    const headings = fc.constantFrom(
      [
        'Timestamp_UTC_0',
        'EvidenceType',
        'Event System',
        '<->',
        'Remote System',
        'Suspect Account',
        'MITRE Tactic',
        'MITRE Techniques',
        'Visualize',
        'Activity',
      ],
      ['HostName', 'IPAddress', 'SystemType', 'Notes', 'Notes', ''],
      ['AccountName', 'SID', 'Last known compromised use'],
      ['Source', 'TLP', 'IndicatorType', 'Indicator', 'SHA256', 'MD5'],
      ['Request / Task', 'CurrentStatus', 'Priority'],
      ['meta', 'meta-value'],
    );
    const names = [
      'Timeline',
      'Systems',
      'Accounts',
      'Indicators',
      'Evidence Tracker',
      'Recommendations',
      'Case Info',
      'Else',
    ];
    const sheets = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...names), headings, fc.array(cells, { maxLength: 4 })),
      { selector: ([name]) => name },
    );
    await fc.assert(
      fc.asyncProperty(sheets, zones, async (made, zone) => {
        const rescued = readKanvas(
          made.map(([name, heading, rows]) => ({
            name,
            rows: [heading, ...rows].map((row, at) => ({ number: at + 1, cells: row })),
          })),
          { zone },
        );
        expect(accountFaults(rescued, {})).toEqual([]);
        // The pairs of `Case Info` begin at once where there is no heading over them.
        const least = made.reduce((sum, [, , rows]) => sum + rows.length, 0);
        const bare = made.filter(
          ([name, heading]) => name === 'Case Info' && heading[0] !== 'meta',
        ).length;
        expect(rescued.rows.filter(({ row }) => row > 0)).toHaveLength(least + bare);
        expect(await writingFaults(rescued)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

// Seconds on a machine that is free, and much longer beside others.
test('a case of a hundred thousand rows is read to its end', { timeout: 120_000 }, () => {
  const timeline = Array.from({ length: 100_000 }, (_, at) => ({
    date_time: '2024-03-01 9:03:00',
    event_host: `H${String(at % 500)}`,
    event_data: `event ${String(at)}`,
  }));
  const { rows, entries } = readAurora(auroraCase(7, { timeline }), { zone: 'Asia/Tokyo' });
  expect(entries).toHaveLength(100_001);
  expect(rows.filter(({ table }) => table === 'timeline')).toHaveLength(100_000);
});

test('values in values in values are cut off where no tool nests them', () => {
  const deep: unknown = JSON.parse(`${'{"a":['.repeat(50_000)}1${']}'.repeat(50_000)}`);
  const aurora = readAurora(
    auroraCase(10, {
      timeline: [{ event_data: deep }],
      campaigns: [{ name: deep }],
      cti_mode: deep,
    }),
    {},
  );
  const hive = readTheHive(
    [{ title: 't', severity: 1, tlp: 2, pap: 2, tasks: deep, data: deep }],
    {},
  );
  const iris = readIris(
    {
      data: {
        case: { name: 'n', custom_attributes: deep },
        timeline: [{ event_title: 't', event_date: '', assets: [deep], iocs: [deep] }],
      },
    },
    {},
  );
  for (const { entries } of [aurora, hive, iris])
    expect(Math.max(...entries.map(({ text }) => text.length))).toBeLessThan(1_000);
});

test('markup and marks that turn the direction of text are text', () => {
  const text = '<img src=x onerror=alert(1)> \u202Egnp.exe\u202C =cmd|x';
  const { entries } = readAurora(auroraCase(7, { casenotes: [{ note: text }] }), {});
  expect(entries.at(-1)?.text).toBe(`${text}\n[aurora casenotes 1]`);
});
