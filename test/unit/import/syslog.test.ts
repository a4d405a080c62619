import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dmesgReader } from '#shared/import/dmesg.ts';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { syslogReader } from '#shared/import/syslog.ts';
import { fixturesFolder, readSample, readText, timesOf } from './read-sample-b.ts';

const utc = makeZoneClock('UTC');
const choices = { zone: utc, year: 2023 };
const rfc3164 = join(fixturesFolder, 'syslog-rfc3164.txt');
const rfc5424 = join(fixturesFolder, 'syslog-rfc5424.txt');

test('asks for year and zone of RFC 3164, and gives no time without them', () => {
  const { detection, rows } = readSample(syslogReader, rfc3164);
  expect(detection).toMatchObject({ score: 92, questions: ['zone', 'year'] });
  expect(new Set(timesOf(rows))).toEqual(new Set([undefined]));
});

test('reads RFC 3164 over New Year, with late lines and lines that go on', () => {
  const { rows, skipped, frames } = readSample(syslogReader, rfc3164, choices);
  expect({ skipped, frames }).toEqual({ skipped: [], frames: 1 });
  expect(rows.map((row, at) => [timesOf(rows)[at]?.slice(0, 19), row.host, row.kind])).toEqual([
    ['2023-12-30T23:59:58', 'gw01', 'sshd'],
    ['2023-12-31T23:59:59', 'gw01', ''],
    ['2024-01-01T00:00:01', 'gw01', 'CRON'],
    ['2023-12-31T23:59:59', 'web02', 'kernel'],
    ['2024-01-01T00:00:02', 'web02', 'su'],
    ['2024-01-01T00:00:03', 'web02', 'app'],
    ['2024-01-01T00:00:03', 'web02', 'app'],
    ['2024-01-01T00:00:03', 'web02', 'app'],
    [undefined, 'web02', 'app'],
    ['2024-02-29T12:00:00', 'web02', 'app'],
    ['2024-11-04T12:59:59', '', ''],
    ['2024-11-04T13:00:00', 'mac-lab', 'com.apple.xpc.launchd'],
    ['2024-11-04T13:00:01', 'bsd01', 'sshd'],
  ]);
});

test('keeps the message with its tag, and says the priority after it', () => {
  const { rows } = readSample(syslogReader, rfc3164, choices);
  expect([0, 1, 4, 6, 12].map((at) => rows[at]?.text)).toEqual([
    'sshd[811]: Failed password for root from 198.51.100.9 port 40000 ssh2',
    'last message repeated 2 times',
    "su: 'su root' failed for lonvick on /dev/pts/8 ¦ pri: 34",
    '\tat com.example.App.run(App.java:10)',
    'sshd[44]: ok ¦ pri: auth.info',
  ]);
  expect([rows[6]?.timeText, rows[8]?.timeText]).toEqual(['', 'Jan 32 00:00:04']);
});

test('reads RFC 5424 with structured data, values left out and a length in front', () => {
  const { detection, rows } = readSample(syslogReader, rfc5424);
  expect(detection).toMatchObject({ score: 92, questions: [] });
  expect(timesOf(rows)).toEqual([
    '2024-03-01T10:00:00.003000Z',
    '2024-03-01T10:00:01.000000Z',
    undefined,
    '2024-03-01T10:00:02.000000Z',
  ]);
  expect(rows.map(({ host, kind, text }) => [host, kind, text])).toEqual([
    [
      'web01.example.com',
      'shop',
      String.raw`shop[8710]: An event ¦ [origin ip="192.0.2.1" note="a \"quoted\] b"][x@1 y="2"] ¦ msgid: ID47 ¦ pri: 165`,
    ],
    ['web01.example.com', 'su', "su: 'su root' failed ¦ pri: 34"],
    ['', '', 'nothing but words ¦ pri: 13'],
    ['fw01', '', '[x@1 y="2"] ¦ pri: 13'],
  ]);
});

test.each([
  ['rsyslog', '2024-03-01T19:00:00.5+09:00 web01 sshd[1]: x', ['web01', 'sshd', 'sshd[1]: x']],
  ['short-iso', '2024-03-01T10:00:00+0000 web01 sshd[1]: x', ['web01', 'sshd', 'sshd[1]: x']],
  ['short-unix', '1709287200.000000 web01 sshd[1]: x', ['web01', 'sshd', 'sshd[1]: x']],
  ['short-full', 'Fri 2024-03-01 10:00:00 UTC web01 sshd[1]: x', ['web01', 'sshd', 'sshd[1]: x']],
  [
    'install.log of macOS',
    '2024-03-01 02:00:00-08 mac softwareupdated[9]: x',
    ['mac', 'softwareupdated', 'softwareupdated[9]: x'],
  ],
  [
    'ESXi, which names no machine',
    '2024-03-01T10:00:00.123Z hostd[2099]: x',
    ['', 'hostd', 'hostd[2099]: x'],
  ],
  [
    'Cisco ASA',
    '<166>Mar 01 2024 10:00:00 fw01 : %ASA-6-302013: Built',
    ['fw01', '%ASA-6-302013', '%ASA-6-302013: Built ¦ pri: 166'],
  ],
  [
    'Cisco ASA without a name',
    'Mar 01 2024 10:00:00: %ASA-6-302013: Built',
    ['', '%ASA-6-302013', '%ASA-6-302013: Built'],
  ],
  [
    'Cisco IOS',
    '000012: *Mar  1 2024 10:00:00.123 UTC: %SYS-5-CONFIG_I: x',
    ['', '%SYS-5-CONFIG_I', '%SYS-5-CONFIG_I: x'],
  ],
  [
    'OpenWrt',
    'Fri Mar  1 10:00:00 2024 daemon.info dnsmasq[1]: x',
    ['', 'dnsmasq', 'dnsmasq[1]: x ¦ pri: daemon.info'],
  ],
  [
    'OpenVPN',
    'Fri Mar  1 10:00:00 2024 us=123 client/192.0.2.1 TLS: ok',
    ['', '', 'us=123 client/192.0.2.1 TLS: ok'],
  ],
  [
    'xferlog',
    'Fri Mar  1 10:00:00 2024 1 192.0.2.1 100 /a b _ o a user ftp 0 * c',
    ['', '', '1 192.0.2.1 100 /a b _ o a user ftp 0 * c'],
  ],
  ['wifi.log of macOS', 'Mar  1 2024 10:00:00.123 <airportd[9]> x', ['', '', '<airportd[9]> x']],
  [
    'a name with a blank',
    'Mar  1 2024 10:00:00 mac Google Chrome[12]: x',
    ['mac', 'Google Chrome', 'Google Chrome[12]: x'],
  ],
  ['a machine in capitals', 'Mar  1 2024 10:00:00 WEB sshd[1]: x', ['WEB', 'sshd', 'sshd[1]: x']],
  [
    'an IPv6 relay',
    'Mar  1 2024 10:00:00 2001:db8::1 sshd[1]: x',
    ['2001:db8::1', 'sshd', 'sshd[1]: x'],
  ],
  [
    'zero bytes after a crash',
    '\0\0\0Mar  1 2024 10:00:00 web01 sshd[1]: x',
    ['web01', 'sshd', 'sshd[1]: x'],
  ],
])('reads the form of %s', (_what, line, [host, kind, text]) => {
  const { detection, rows } = readText(syslogReader, line, { zone: utc });
  expect(detection?.score).toBe(92);
  expect(timesOf(rows)[0]?.slice(0, 19)).toBe('2024-03-01T10:00:00');
  expect(rows[0]).toMatchObject({ host, kind, text });
});

test('a zone with many meanings is asked for', () => {
  const line = 'Fri 2024-03-01 10:00:00 CST web01 sshd[1]: x';
  expect(readText(syslogReader, line).detection?.questions).toEqual(['zone']);
});

test('a file that changes its form in the middle stays one file', () => {
  const text =
    'Mar  1 10:00:00 web01 cron[1]: a\n2024-03-01T10:00:01+00:00 web01 cron[1]: b\n-- Boot 1f --\n';
  const { rows, frames } = readText(syslogReader, text, { zone: utc, year: 2024 });
  expect(timesOf(rows)).toEqual(['2024-03-01T10:00:00.000000Z', '2024-03-01T10:00:01.000000Z']);
  expect(frames).toBe(1);
});

test.each([
  ['log4j', '2024-03-01 10:00:00,123 INFO  [main] com.example.App: started'],
  ['PostgreSQL', '2024-03-01 10:00:00.123 UTC [123] LOG:  statement: select 1'],
  ['MySQL', '2024-03-01T10:00:00.123456Z 0 [Note] mysqld: ready for connections'],
  ['dpkg', '2024-03-01 10:00:00 install foo:amd64 <none> 1.2'],
])('does not take the log of %s for syslog', (_what, line) => {
  expect(readText(syslogReader, line).detection?.score ?? 0).toBeLessThan(50);
});

test('reads the kernel log with wall times only', () => {
  const human = readText(dmesgReader, '[Fri Mar  1 10:00:00 2024] usb 1-1: new device\n', {
    zone: makeZoneClock('Asia/Tokyo'),
  });
  expect(human.detection?.questions).toEqual(['zone']);
  expect(timesOf(human.rows)).toEqual(['2024-03-01T01:00:00.000000Z']);
  const iso = readText(dmesgReader, '2024-03-01T10:00:00,123456+00:00 usb 1-1: new device\n');
  expect(iso.detection?.questions).toEqual([]);
  expect(timesOf(iso.rows)).toEqual(['2024-03-01T10:00:00.123456Z']);
  expect(readText(dmesgReader, '[  997.390602] usb 1-1: x').detection).toBeUndefined();
});
