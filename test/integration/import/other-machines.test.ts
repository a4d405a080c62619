import { expect, test } from 'vitest';
import type { ReadingAnswers } from '../../../electron/import/plan-reading.ts';
import { indexContent } from './index-file.ts';

type Case = {
  readonly name: string;
  readonly content: string | Buffer;
  readonly answers?: ReadingAnswers;
  readonly reader: string;
  /** First and last instant. */
  readonly times: readonly [string, string];
  readonly hosts?: readonly string[];
};

const tokyo = { zone: 'Asia/Tokyo' };
const crlf = (...lines: readonly string[]) => `${lines.join('\r\n')}\r\n`;
const hayabusa = 'Timestamp,RuleTitle,Level,Computer,Channel,EventID,RecordID,Details\n';
const hayabusaRow = (time: string) =>
  `${hayabusa}"${time}","Logon","med","WS01","Sec",4624,12,"User: a"\n`;

/** The listed formats as other locales, other options and other versions of their tools write them. */
const cases: readonly Case[] = [
  {
    name: 'french.csv',
    content: Buffer.from(
      crlf(
        'Niveau,Date et heure,Source,ID de l\u0092\u00e9v\u00e9nement,Cat\u00e9gorie de la t\u00e2che',
        'Information,21/03/2024 10:00:00,Service Control Manager,7045,Aucun,"Service install\u00e9\r\nsuite"',
      ),
      'latin1',
    ),
    answers: tokyo,
    reader: 'event-viewer-csv',
    times: ['2024-03-21T01:00:00Z', '2024-03-21T01:00:00Z'],
  },
  {
    name: 'korean.csv',
    content: Buffer.from(
      `\ufeff${crlf('수준,날짜 및 시간,원본,이벤트 ID,작업 범주', '정보,2024-03-21 오후 1:00:00,Security,4624,Logon,"로그온"')}`,
      'utf16le',
    ),
    answers: tokyo,
    reader: 'event-viewer-csv',
    times: ['2024-03-21T04:00:00Z', '2024-03-21T04:00:00Z'],
  },
  {
    name: 'twelve-hours.csv',
    content: crlf(
      'Level,Date and Time,Source,Event ID,Task Category',
      'Information,3/21/2024 1:00:00 PM,Service Control Manager,7045,None,"a"',
      'Information,3/9/2024 12:00:00 AM,Service Control Manager,7045,None,"b"',
    ),
    answers: tokyo,
    reader: 'event-viewer-csv',
    times: ['2024-03-08T15:00:00Z', '2024-03-21T04:00:00Z'],
  },
  ...(
    [
      ['Fri, 22 Mar 2024 22:00:00 -0600', '2024-03-23T04:00:00Z'],
      ['03-22-2024 10:00:00.123 PM -06:00', '2024-03-23T04:00:00.123Z'],
      ['22-03-2024 22:00:00.123 +02:00', '2024-03-22T20:00:00.123Z'],
    ] as const
  ).map(([time, utc]): Case => ({
    name: 'hayabusa.csv',
    content: hayabusaRow(time),
    reader: 'hayabusa',
    times: [utc, utc],
    hosts: ['WS01'],
  })),
  {
    name: 'messages.1',
    content:
      'Dec 31 23:59:59 gw sshd[1]: Accepted password\nJan  1 00:00:01 gw sshd[2]: Failed password\n',
    answers: { zone: 'UTC', year: 2023 },
    reader: 'syslog',
    times: ['2023-12-31T23:59:59Z', '2024-01-01T00:00:01Z'],
    hosts: ['gw'],
  },
  {
    name: 'access.log',
    content:
      '2001:db8::1 - - [29/Feb/2024:23:59:59 -0330] "GET /a\\"b HTTP/1.1" 200 12 "-" "Mozilla \\"x\\""\n' +
      '203.0.113.9 - - [01/Mar/2024:00:00:01 -0330] "\\x16\\x03\\x01" 400 0 "-" "-"\n',
    reader: 'web-access',
    times: ['2024-03-01T03:29:59Z', '2024-03-01T03:30:01Z'],
  },
  {
    name: 'u_ex240301.log',
    content: `\ufeff${crlf(
      '#Software: Microsoft Internet Information Services 10.0',
      '#Fields: date time s-ip cs-method cs-uri-stem',
      '2024-03-01 05:00:00 10.0.0.1 GET /a.aspx',
      '#Date: 2024-03-02 00:00:00',
      '#Fields: time cs-method cs-uri-stem',
      '00:00:05 GET /c',
    )}`,
    reader: 'w3c-extended',
    times: ['2024-03-01T05:00:00Z', '2024-03-02T00:00:05Z'],
  },
  {
    name: 'fast.log',
    content:
      '03/01/2024-05:00:01.123456  [**] [1:2019401:3] ET X [**] [Priority: 3] {IPv6-ICMP} 2001:db8::1:128 -> 2001:db8::2:0\n',
    answers: { zone: 'UTC' },
    reader: 'suricata-fast',
    times: ['2024-03-01T05:00:01.123456Z', '2024-03-01T05:00:01.123456Z'],
    hosts: ['2001:db8::2'],
  },
  {
    name: 'semicolons.csv',
    content: Buffer.from(
      crlf(
        'sep=;',
        'Datum;Uhrzeit;Rechner;Meldung',
        '21.03.2024;10:00:00,123;WS01;"Anmeldung; erfolgreich"',
      ),
      'latin1',
    ),
    answers: tokyo,
    reader: 'any-table',
    times: ['2024-03-21T01:00:00.123Z', '2024-03-21T01:00:00.123Z'],
    hosts: ['WS01'],
  },
  {
    name: 'l2t.csv',
    content:
      'date,time,timezone,MACB,source,sourcetype,type,user,host,short,desc,version,filename,inode,notes,format,extra\n' +
      '03/01/2024,05:00:00,America/St_Johns,M...,FILE,x,Content Modification Time,-,WS01,s,d,2,f,1,-,filestat,-\n',
    reader: 'plaso-l2tcsv',
    times: ['2024-03-01T08:30:00Z', '2024-03-01T08:30:00Z'],
    hosts: ['WS01'],
  },
];

test.each(cases)('$name of another machine: $reader', async ({ name, content, answers, ...is }) => {
  const { reading, result } = await indexContent(name, content, answers);
  expect(reading.reader).toBe(is.reader);
  expect([result.first, result.last]).toEqual(is.times.map(microseconds));
  expect([result.skipped, result.unusable, result.replaced]).toEqual([0, 0, 0]);
  const hosts = result.hosts.map(({ host }) => host);
  expect(hosts).toEqual(is.hosts ?? hosts);
});

function microseconds(time: string): number {
  const [, fraction = ''] = /\.(\d+)Z$/.exec(time) ?? [];
  return Math.floor(Date.parse(time) / 1000) * 1_000_000 + Number(fraction.padEnd(6, '0'));
}
