import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LogRow } from '#shared/import/log-row.ts';
import { formatMicroseconds } from '#shared/import/log-time.ts';
import {
  inputFolder,
  makeHead,
  readDecoded,
  readSample,
  type SampleChoices,
} from './read-sample-c.ts';
import { windowsAndCloudReaders as readers } from './windows-and-cloud-readers.ts';

type Expected = {
  readonly records: number;
  readonly timesParsed: number;
  readonly firstUtc: string;
  readonly lastUtc: string;
  readonly hosts?: readonly string[];
};

const folder = inputFolder('');
const expected = (
  folder === undefined ? {} : JSON.parse(readFileSync('../shared/inputs/expected.json', 'utf8'))
) as Readonly<Record<string, Expected>>;

const japan: SampleChoices = { zone: 'Asia/Tokyo' };
/** Which reader has to win, and what a person answers. */
const own: Readonly<Record<string, readonly [reader: string, choices?: SampleChoices]>> = {
  'chainsaw/chainsaw__clo_search_q_jsonl_simple_string.txt': ['windows-event-json'],
  'cloud/invictus__CloudTrail_20230710T1145Z_7xgocspSowgK0Gto.json': ['cloudtrail'],
  'cloud/invictus__CloudTrail_20230710T1205Z_nx9Yx1FyJdBaTqKj.json': ['cloudtrail'],
  'cloud/invictus__CloudTrail_20230710T1205Z_zs3JGxETHr59VpkX.json': ['cloudtrail'],
  'cloud/otrf__goldensaml_AADAudit.jsonl': ['azure-log'],
  'cloud/otrf__goldensaml_OfficeActivity.jsonl': ['microsoft-365-audit'],
  'cloud/plaso__aws_cloudtrail_lookup-events.jsonl': ['cloudtrail'],
  'cloud/plaso__azure_activity_log.jsonl': ['azure-log'],
  'ez-tools/evtxecmd__srl2018_system_7045_4rows.csv': ['ez-tools'],
  'ez-tools/plaso__networkminer_FileInfos.csv': ['network-miner-csv'],
  'sysmon/otrf__log4shell_sysmon.jsonl': ['windows-event-json'],
  'sysmon/sigma_regression__A.jsonl': ['windows-event-json'],
  'velociraptor/velociraptor__NetstatEnriched.jsonl': ['velociraptor'],
  'velociraptor/velociraptor__autoruns.csv': ['velociraptor', { zone: 'UTC' }],
  'windows-events/apt-hunter__Sample_Logon_Events.csv': ['apt-hunter-csv'],
  'windows-events/jpcert_v1__Handson1_Powershell.csv': ['event-viewer-csv', japan],
  'windows-events/jpcert_v1__Handson1_Sysmon.csv': ['event-viewer-csv'],
  'windows-events/jpcert_v1__Handson1_TaskScheduler.csv': ['event-viewer-csv', japan],
  'windows-events/jpcert_v1__Handson1_TaskScheduler.sjis.csv': ['event-viewer-csv', japan],
  'windows-events/otrf__cmd_lsass_memory_dumpert_syscalls.jsonl': [
    'windows-event-json',
    { zone: 'UTC' },
  ],
  'windows-events/otrf__covenant_dcsync.jsonl': ['windows-event-json'],
  'windows-events/otrf__log4shell_securityauditing.jsonl': ['windows-event-json'],
  'windows-events/plaso__powershell_transcript.txt': ['powershell-transcript', { zone: 'UTC' }],
  'windows-events/sbousseaden__DE_104_system_log_cleared.xml': ['windows-event-xml'],
  'windows-events/sbousseaden__kerberos_pwd_spray_4771.xml': ['windows-event-xml'],
};

type Summary = {
  readonly records: number;
  readonly timesParsed: number;
  readonly firstUtc?: string;
  readonly lastUtc?: string;
  readonly hosts?: readonly string[];
};

function summaryOf(rows: readonly LogRow[]): Summary {
  const times = rows.flatMap(({ time }) => (time === undefined ? [] : [time]));
  return {
    records: rows.length,
    timesParsed: times.length,
    firstUtc: formatMicroseconds(times.reduce((a, b) => Math.min(a, b), Infinity)),
    lastUtc: formatMicroseconds(times.reduce((a, b) => Math.max(a, b), -Infinity)),
    hosts: [...new Set(rows.map(({ host }) => host))].toSorted(),
  };
}

/** What the answer says, as far as it says it. */
function answerFor(file: string): Partial<Summary> {
  const answer = expected[file];
  if (answer === undefined) return {};
  const { records, timesParsed, firstUtc, lastUtc, hosts } = answer;
  return {
    records,
    timesParsed,
    firstUtc,
    lastUtc,
    ...(hosts === undefined ? {} : { hosts: hosts.toSorted() }),
  };
}

describe.skipIf(folder === undefined)('real inputs (missing: skipped)', () => {
  it.each(Object.entries(own))('%s', (file, [id, choices = {}]) => {
    const reader = readers.find((candidate) => candidate.id === id);
    if (reader === undefined) throw new Error(`no reader ${id}`);
    const { rows, skipped, detection } = readSample(reader, `${folder}${file}`, choices);
    expect(detection?.score).toBeGreaterThanOrEqual(90);
    expect(skipped).toEqual([]);
    expect(rows.every(({ text }) => text !== '')).toBe(true);
    const read = summaryOf(rows);
    expect(read).toEqual({ ...read, ...answerFor(file) });
  });

  it('are claimed by their own reader and by no other', () => {
    const claims: string[] = [];
    for (const room of readdirSync(folder ?? '').filter((name) => name !== 'schemas'))
      for (const name of readdirSync(`${folder}${room}`).filter(
        (file) => !file.endsWith('.evtx'),
      )) {
        const head = makeHead(name, readDecoded(`${folder}${room}/${name}`));
        for (const reader of readers)
          if ((reader.detect(head)?.score ?? 0) >= 50) claims.push(`${room}/${name} ${reader.id}`);
      }
    expect(claims.toSorted()).toEqual(
      Object.entries(own)
        .map(([file, [id]]) => `${file} ${id}`)
        .toSorted(),
    );
  });
});
