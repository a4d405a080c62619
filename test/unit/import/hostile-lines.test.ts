import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apacheErrorReader } from '#shared/import/apache-error.ts';
import { auditdReader } from '#shared/import/auditd.ts';
import { awsElbReader } from '#shared/import/aws-elb.ts';
import { awsVpcFlowReader } from '#shared/import/aws-vpc-flow.ts';
import { dmesgReader } from '#shared/import/dmesg.ts';
import { journalJsonReader } from '#shared/import/journal-json.ts';
import { macosLogJsonReader } from '#shared/import/macos-log-json.ts';
import { macosLogReader } from '#shared/import/macos-log.ts';
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
import { hostileTimeoutMs, lineTroubleOf, objectTroubleOf } from './hostile-records-b.ts';
import { fixturesFolder } from './read-sample-b.ts';

function linesOf(...files: readonly string[]): readonly string[] {
  return files.flatMap((file) =>
    readFileSync(join(fixturesFolder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  );
}

test.each([
  ['Zeek', zeekTsvReader, linesOf('zeek-concatenated.txt')],
  ['fast.log', suricataFastReader, linesOf('suricata-fast.txt')],
  ['syslog', syslogReader, linesOf('syslog-rfc3164.txt', 'syslog-rfc5424.txt')],
  [
    'dmesg',
    dmesgReader,
    ['[Fri Mar  1 10:00:00 2024] usb 1-1: new', '2024-03-01T10:00:00,123456+00:00 usb: x'],
  ],
  [
    'the log of macOS',
    macosLogReader,
    [
      '2024-03-01 09:00:00.123456+0900 0x1f3      Error       0x20      87     14   sshd: (lib) [a.b:c] x',
      '2024-03-01 09:00:01.223 E  sshd[812:99] Failed password',
    ],
  ],
  ['auditd', auditdReader, linesOf('auditd.txt', 'auditd-interpreted.txt')],
  ['access logs', webAccessReader, linesOf('web-access.txt')],
  [
    'errors of Apache',
    apacheErrorReader,
    ['[Fri Mar 01 19:00:01.123456 2024] [core:notice] [pid 7] AH00094: x'],
  ],
  [
    'errors of nginx',
    nginxErrorReader,
    ['2024/03/01 19:00:00 [error] 123#0: *45 x, server: a.example, request: ""'],
  ],
  ['W3C logs', w3cExtendedReader, linesOf('w3c-iis.txt', 'w3c-pfirewall.txt')],
  [
    'cache.log',
    squidCacheReader,
    ['2024/03/01 19:00:00 kid1| WARNING: x', 'CPU Usage: 0.030 seconds'],
  ],
  [
    'access.log of Squid',
    squidAccessReader,
    ['1709287200.123    345 10.1.0.5 TCP_MISS/200 5 GET http://x/ - H/1 -'],
  ],
  [
    'load balancers',
    awsElbReader,
    ['2024-03-01T10:00:01.0Z elb 192.0.2.1:1 - -1 -1 -1 503 0 0 0 "GET / H" "c"'],
  ],
  [
    'flows',
    awsVpcFlowReader,
    ['2 123456789010 eni-0 10.1.0.5 192.0.2.2 50641 22 6 20 42 1709287200 1709287260 ACCEPT OK'],
  ],
] as const)(
  'no line hurts %s',
  (_what, reader, lines) => {
    expect(lineTroubleOf(reader, lines)).toBe('');
  },
  hostileTimeoutMs,
);

test.each([
  ['Zeek in JSON', zeekJsonReader, linesOf('zeek-nested.jsonl')],
  ['EVE', suricataEveReader, linesOf('suricata-eve.jsonl')],
  ['the journal', journalJsonReader, linesOf('journal.jsonl')],
  [
    'the log of macOS in JSON',
    macosLogJsonReader,
    [
      '{"eventMessage":"x","machTimestamp":9,"timestamp":"2024-03-01 09:00:00.1+0900","processID":8}',
    ],
  ],
] as const)(
  'no object hurts %s',
  (_what, reader, lines) => {
    expect(objectTroubleOf(reader, lines)).toBe('');
  },
  hostileTimeoutMs,
);
