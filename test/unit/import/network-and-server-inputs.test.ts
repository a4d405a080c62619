import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { apacheErrorReader } from '#shared/import/apache-error.ts';
import { auditdReader } from '#shared/import/auditd.ts';
import { awsElbReader } from '#shared/import/aws-elb.ts';
import { awsVpcFlowReader } from '#shared/import/aws-vpc-flow.ts';
import { dmesgReader } from '#shared/import/dmesg.ts';
import { journalJsonReader } from '#shared/import/journal-json.ts';
import type { LogReader } from '#shared/import/log-reader.ts';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { nginxErrorReader } from '#shared/import/nginx-error.ts';
import { squidAccessReader } from '#shared/import/squid-access.ts';
import { squidCacheReader } from '#shared/import/squid-cache.ts';
import { suricataEveReader } from '#shared/import/suricata-eve.ts';
import { suricataFastReader } from '#shared/import/suricata-fast.ts';
import { syslogReader } from '#shared/import/syslog.ts';
import { w3cExtendedReader } from '#shared/import/w3c-extended.ts';
import { webAccessReader } from '#shared/import/web-access.ts';
import { zeekJsonReader } from '#shared/import/zeek-json.ts';
import { zeekTsvReader } from '#shared/import/zeek-tsv.ts';
import {
  headOfFile,
  inputsFolder,
  readSample,
  realInput,
  realInputs,
  timesOf,
  withoutInputs,
} from './read-sample-b.ts';

const readers: readonly LogReader[] = [
  apacheErrorReader,
  auditdReader,
  awsElbReader,
  awsVpcFlowReader,
  dmesgReader,
  journalJsonReader,
  nginxErrorReader,
  squidAccessReader,
  squidCacheReader,
  suricataEveReader,
  suricataFastReader,
  syslogReader,
  w3cExtendedReader,
  webAccessReader,
  zeekJsonReader,
  zeekTsvReader,
];

type Expected = {
  readonly records: number;
  readonly timesParsed: number;
  readonly timesUnusable: number;
  readonly firstUtc: string;
  readonly lastUtc: string;
  readonly hosts?: readonly string[];
};

/** The reader of a real input's format, by the folder and name that the collector gave it. */
function ownerOf(path: string): LogReader | undefined {
  if (/^zeek\/.*\.json\.log$/.test(path)) return zeekJsonReader;
  if (path.startsWith('zeek/')) return zeekTsvReader;
  if (/^suricata\/.*_fast/.test(path)) return suricataFastReader;
  if (path.startsWith('suricata/')) return suricataEveReader;
  if (/^web-access\/.*(?:apache)/.test(path)) return webAccessReader;
  if (/^web-access\/.*iis/.test(path)) return w3cExtendedReader;
  if (/^web-access\/.*squid_cache/.test(path)) return squidCacheReader;
  if (/^linux-logs\/.*audit/.test(path)) return auditdReader;
  if (/^linux-logs\/.*(?:syslog|auth)/.test(path)) return syslogReader;
  return undefined;
}

function expectedAnswers(): readonly (readonly [string, Expected])[] {
  const text = readFileSync(join(inputsFolder, 'expected.json'), 'utf8');
  const all = JSON.parse(text) as Record<string, Expected>;
  return Object.entries(all).filter(([path]) => ownerOf(path) !== undefined);
}

const choices = { zone: makeZoneClock('UTC'), year: 2012 };

describe.skipIf(withoutInputs !== '')(`real inputs${withoutInputs}`, () => {
  // Looked up in the test: the list cannot be read where the folder is missing.
  test('are read as an independent reader read them', () => {
    const answers = expectedAnswers();
    expect(answers.length).toBeGreaterThan(15);
    for (const [path, expected] of answers) {
      const reader = ownerOf(path);
      if (reader === undefined) continue;
      const { rows, skipped } = readSample(reader, realInput(path), choices);
      const times = timesOf(rows).filter((time) => time !== undefined);
      const sorted = times.toSorted();
      const hosts = [...new Set(rows.map(({ host }) => host))].filter((host) => host !== '');
      expect
        .soft(
          {
            records: rows.length,
            timesParsed: times.length,
            timesUnusable: rows.length - times.length,
            firstUtc: sorted[0],
            lastUtc: sorted.at(-1),
            ...(expected.hosts === undefined ? {} : { hosts: hosts.toSorted() }),
            skipped,
          },
          path,
        )
        .toEqual({
          records: expected.records,
          timesParsed: expected.timesParsed,
          timesUnusable: expected.timesUnusable,
          firstUtc: expected.firstUtc,
          lastUtc: expected.lastUtc,
          ...(expected.hosts === undefined ? {} : { hosts: expected.hosts.toSorted() }),
          skipped: [],
        });
    }
  });

  test.each([
    ['linux-logs/elastic__suspicious_login_auth.log', 7121, 7121],
    ['linux-logs/plaso__syslog', 18, 17],
    ['linux-logs/plaso__syslog_rsyslog', 5, 5],
    ['linux-logs/plaso__selinux_audit.log', 11, 9],
    ['linux-logs/otrf__auditd_binary_padding.log', 6, 6],
    ['suricata/plaso__suricata_alert_fast.log', 5, 5],
    ['web-access/jpcert_v2__squid_cache.log.1', 231, 231],
    ['web-access/plaso__iis7_sqli.log', 2, 2],
  ])('%s gives %i rows, %i of them with a time', (path, records, timed) => {
    const reader = ownerOf(path);
    if (reader === undefined) throw new Error(`no reader for ${path}`);
    const { rows, skipped } = readSample(reader, realInput(path), choices);
    expect(skipped).toEqual([]);
    expect(rows.length).toBe(records);
    expect(rows.filter(({ time }) => time !== undefined).length).toBe(timed);
  });

  test('are claimed by the reader of their format alone', () => {
    const wrong: string[] = [];
    for (const path of realInputs()) {
      const head = headOfFile(realInput(path));
      const claims = readers.filter((reader) => (reader.detect(head)?.score ?? 0) >= 50);
      const names = claims.map(({ id }) => id).join(', ');
      if (names !== (ownerOf(path)?.id ?? '')) wrong.push(`${basename(path)}: ${names}`);
    }
    expect(wrong).toEqual([]);
  });
});
