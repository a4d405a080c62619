import { describe, expect, test } from 'vitest';
import type { EntryDraft, EntryLineReading } from '#shared/domain/entry-line/entry-draft.ts';
import { parseEntryLine } from '#shared/domain/entry-line/parse-entry-line.ts';
import { lineContext } from './entry-line-context.ts';

const read = (line: string): EntryLineReading => parseEntryLine(line, lineContext());
const nothing = {
  text: '',
  at: undefined,
  kind: 'observation',
  stages: [],
  techniques: [],
  hosts: [],
  tags: [],
  evidence: [],
  starred: false,
  accounts: [],
  confidence: undefined,
  basis: undefined,
  logSource: undefined,
  source: undefined,
  noticed: undefined,
  links: [],
} satisfies EntryDraft;

/** The draft of a line that has no problem, its time shortened to what it says. */
function draft(line: string): object {
  const { draft: found, problems } = read(line);
  expect(problems).toEqual([]);
  return { ...found, at: found.at && `${found.at.utc} ${found.at.precision} ${found.at.text}` };
}

const problems = (line: string): readonly (readonly [string, string])[] =>
  read(line).problems.map(({ kind, raw }) => [kind, raw]);

describe('a line', () => {
  test.each<[string, object]>([
    [
      '14:02 @pacs01 VPN account used from unknown address !3 #vpn',
      {
        text: 'VPN account used from unknown address',
        at: '2021-11-02T05:02:00Z minute 14:02',
        kind: 'adversary',
        stages: ['delivery'],
        hosts: ['pacs01'],
        tags: ['vpn'],
      },
    ],
    [
      'yesterday 23:10 macro ran /T1566.001 /t1204 !delivery !4 ^E-004 *',
      {
        text: 'macro ran',
        at: '2021-11-01T14:10:00Z minute yesterday 23:10',
        kind: 'adversary',
        stages: ['delivery', 'exploitation'],
        techniques: ['T1566.001', 'T1204'],
        evidence: [{ id: '4'.padStart(32, '0'), no: 'E-004' }],
        starred: true,
      },
    ],
    [
      '2021-10-31 00:30 printers stop',
      { text: 'printers stop', at: '2021-10-30T15:30:00Z minute 2021-10-31 00:30' },
    ],
    ['2021-10 first contact', { text: 'first contact', at: '2021-09-30T15:00:00Z month 2021-10' }],
    ['-5m rebooted', { text: 'rebooted', at: '2021-11-02T03:02:00Z minute -5m' }],
    ['~02:00±20m wards dark', { text: 'wards dark', at: '2021-11-01T17:00:00Z minute ~02:00±20m' }],
    ['14:02, VPN cut', { text: 'VPN cut', at: '2021-11-02T05:02:00Z minute 14:02' }],
    ['14:02: VPN cut', { text: 'VPN cut', at: '2021-11-02T05:02:00Z minute 14:02' }],
    ['? who opened the port', { text: 'who opened the port', kind: 'question' }],
    [
      'who opened the port ? !3',
      { text: 'who opened the port', kind: 'question', stages: ['delivery'] },
    ],
    [':decision cut the link @fw1', { text: 'cut the link', kind: 'decision', hosts: ['fw1'] }],
    [
      'cut the link :Response !6',
      { text: 'cut the link', kind: 'response', stages: ['command-and-control'] },
    ],
    [
      '@"Atlassian server" reached from 10.0.0.1',
      { text: 'reached from 10.0.0.1', hosts: ['Atlassian server'] },
    ],
    ['@10.10.100.104 logon', { text: 'logon', hosts: ['10.10.100.104'] }],
    [
      '@a @a #x #x !1 !1 twice',
      { text: 'twice', kind: 'adversary', hosts: ['a'], tags: ['x'], stages: ['reconnaissance'] },
    ],
    [
      'first line !3\nsecond  line',
      { text: 'first line\nsecond  line', kind: 'adversary', stages: ['delivery'] },
    ],
    ['plain words', { text: 'plain words' }],
  ])('%s', (line, expected) => {
    expect(draft(line)).toEqual({ ...nothing, ...expected });
  });

  test.each<[string, object]>([
    [
      '１４：０２　＠給食サーバー　暗号化を確認　！７　＃ランサム',
      {
        text: '暗号化を確認',
        at: '2021-11-02T05:02:00Z minute １４：０２',
        kind: 'adversary',
        stages: ['actions-on-objectives'],
        hosts: ['給食サーバー'],
        tags: ['ランサム'],
      },
    ],
    [
      '10/31 2時 電子カルテ停止',
      { text: '電子カルテ停止', at: '2021-10-30T17:00:00Z hour 10/31 2時' },
    ],
    ['10月31日2時頃 停止', { text: '停止', at: '2021-10-30T17:00:00Z hour 10月31日2時頃' }],
    ['10:30に通信が途絶', { text: '通信が途絶', at: '2021-11-02T01:30:00Z minute 10:30' }],
    ['10:30、通信が途絶', { text: '通信が途絶', at: '2021-11-02T01:30:00Z minute 10:30' }],
    ['10:30：通信が途絶', { text: '通信が途絶', at: '2021-11-02T01:30:00Z minute 10:30' }],
    [
      '昨日 23:10 添付を開いた !配送',
      {
        text: '添付を開いた',
        at: '2021-11-01T14:10:00Z minute 昨日 23:10',
        kind: 'adversary',
        stages: ['delivery'],
      },
    ],
    ['：決定 回線を切る', { text: '回線を切る', kind: 'decision' }],
    ['誰が開けたか ？', { text: '誰が開けたか', kind: 'question' }],
    ['＊ 重要', { text: '重要', starred: true }],
    ['@「給食 サーバー」 停止', { text: '停止', hosts: ['給食 サーバー'] }],
    ['／Ｔ１５６６．００１ 添付', { text: '添付', kind: 'adversary', techniques: ['T1566.001'] }],
    ['＾E-4 を見る', { text: 'を見る', evidence: [{ id: '4'.padStart(32, '0'), no: 'E-004' }] }],
  ])('%s', (line, expected) => {
    expect(draft(line)).toEqual({ ...nothing, ...expected });
  });
});

describe('names that a sentence needs stay in the text', () => {
  test.each<[string, string]>([
    ['@pacs01 rebooted', 'rebooted'],
    ['rebooted @pacs01', 'rebooted'],
    ['login on @pacs01 failed', 'login on pacs01 failed'],
    ['login on @pacs01 failed #vpn', 'login on pacs01 failed'],
    ['logged on to @pacs01', 'logged on to pacs01'],
    ['logged on to @pacs01 #vpn', 'logged on to pacs01'],
    ['logged on to @pacs01, @pacs02 !3', 'logged on to pacs01, pacs02'],
    ['@pacs01 is down', 'pacs01 is down'],
    ['@pacs01 が停止', 'pacs01 が停止'],
    ['サーバー @pacs01 に侵入', 'サーバー pacs01 に侵入'],
    ['the #vpn pool is full', 'the vpn pool is full'],
    ['login on @"ward 3" failed', 'login on ward 3 failed'],
    ['first line\n@pacs01 rebooted\nlast line', 'first line\nrebooted\nlast line'],
  ])('%j', (line, text) => {
    expect(read(line).draft.text).toBe(text);
  });
});

describe('white space and punctuation around what was taken out', () => {
  test.each<[string, string]>([
    ['mail with  two  spaces', 'mail with  two  spaces'],
    ['mail !3 opened', 'mail opened'],
    ['mail  !3  opened', 'mail  opened'],
    ['by mail /T1566.001, then opened', 'by mail, then opened'],
    ['by mail #phish.', 'by mail.'],
    ['!3, mail', 'mail'],
    ['  mail  ', 'mail'],
    ['one\n\n  two !3\nthree', 'one\n\n  two\nthree'],
    ['one\n!3 #a\ntwo', 'one\ntwo'],
    ['one\r\ntwo !3\r\nthree', 'one\r\ntwo\r\nthree'],
  ])('%j', (line, text) => {
    expect(read(line).draft.text).toBe(text);
  });
});

describe('what looks like a token and is none', () => {
  test.each([
    'cat /var/log/syslog',
    '/T15660 /TA0001 T1566',
    '#123 #!/bin/sh # heading',
    'mail to user@example.com',
    'see https://example.com/#top',
    'TLP:RED :) :unknownword C:\\Windows',
    '\\\\server\\share\\file',
    '2 * 3 = 6 ? 7',
    '!= ! !!',
    '^ ^abc x^2',
    '@ @@ @-',
    '~/bin ~root <script> > quoted',
    '>5 hosts',
    '~20 hosts',
    '-rw-r--r-- root',
    '2時間停止した',
    '2021年度の予算',
    '10月31日の会議の記録',
    '1日前のログ',
    '3-5 hosts',
    '10.10.100.104 から接続',
    '00:1a:2b:3c:4d:5e seen',
    '12:34:56:78:9a:bc seen',
    'CVE-2021-44228',
    '4624 events',
  ])('%s', (line) => {
    expect(draft(line)).toEqual({ ...nothing, text: line });
  });

  test.each<[string, string]>([
    ['\\@home is text', '@home is text'],
    ['\\#tag \\!3 \\/T1566 \\^E-001 \\:note \\? \\*', '#tag !3 /T1566 ^E-001 :note ? *'],
    ['\\\\@home keeps one', '\\@home keeps one'],
    ['\\10:30 is what the screen said', '10:30 is what the screen said'],
    ['14:02 \\PST file copied', 'PST file copied'],
    ['2021-10-31 \\10:30 train', '10:30 train'],
    ['\\n is not special', '\\n is not special'],
  ])('a backslash makes it text: %s', (line, text) => {
    expect(read(line)).toMatchObject({ draft: { text }, problems: [] });
  });
});

describe('what is not known stays in the text and is asked about', () => {
  test.each<[string, string, string, string]>([
    ['mail !9 opened', 'unknown-stage', '!9', 'mail !9 opened'],
    ['mail /T9999 opened', 'unknown-technique', '/T9999', 'mail /T9999 opened'],
    ['mail ^E-900 opened', 'unknown-evidence', '^E-900', 'mail ^E-900 opened'],
    ['@"ward 3 down', 'unclosed-quote', '@"ward', '@"ward 3 down'],
    [
      `@${'x'.repeat(201)} down`,
      'name-too-long',
      `@${'x'.repeat(201)}`,
      `@${'x'.repeat(201)} down`,
    ],
    [':decision cut :note', 'conflicting-kind', ':note', 'cut :note'],
    ['25:00 power cut', 'unreadable-time', '25:00', '25:00 power cut'],
    ['2021-10-31 25:00 cut', 'unreadable-time', '2021-10-31 25:00', '2021-10-31 25:00 cut'],
    ['2021-10-31 1:1 cut', 'unreadable-time', '2021-10-31 1:1', '2021-10-31 1:1 cut'],
    ['2021-13-01 cut', 'unreadable-time', '2021-13-01', '2021-13-01 cut'],
    ['31/10 cut', 'unreadable-time', '31/10', '31/10 cut'],
    ['yesterday 25:10 cut', 'unreadable-time', 'yesterday 25:10', 'yesterday 25:10 cut'],
    ['14:2 cut', 'unreadable-time', '14:2', '14:2 cut'],
    ['~02:00±20 cut', 'unreadable-time', '~02:00±20', '~02:00±20 cut'],
    ['14:02 EST cut', 'unreadable-time', '14:02 EST', '14:02 EST cut'],
    ['-5x cut', 'unreadable-time', '-5x', '-5x cut'],
    ['10:30サーバー停止', 'time-not-delimited', '10:30サーバー停止', '10:30サーバー停止'],
    ['14:02VPN cut', 'time-not-delimited', '14:02VPN', '14:02VPN cut'],
    [
      '10月31日2時サーバー停止',
      'time-not-delimited',
      '10月31日2時サーバー停止',
      '10月31日2時サーバー停止',
    ],
    ['', 'no-text', '', ''],
    ['14:02 @pacs01 !3', 'no-text', '', ''],
  ])('%s', (line, kind, raw, text) => {
    expect(problems(line)).toEqual([[kind, raw]]);
    expect(read(line).draft.text).toBe(text);
  });

  test('a time that a clock change swallowed or doubled', () => {
    const berlin = lineContext('Europe/Berlin');
    for (const [line, kind] of [
      ['2021-03-28 02:30 cut', 'time-in-gap'],
      ['2021-10-31 02:30 cut', 'time-ambiguous'],
    ] as const) {
      expect(parseEntryLine(line, berlin)).toMatchObject({
        tokens: [{ kind: 'time', raw: line.slice(0, 16) }, { kind: 'text' }],
        draft: { at: undefined, text: line },
        problems: [{ kind: 'unreadable-time', error: { kind, start: 0, end: 16 } }],
      });
    }
  });

  test('several problems are all named, in the order of the line', () => {
    expect(problems('!8 mail /T9999 !9')).toEqual([
      ['unknown-stage', '!8'],
      ['unknown-technique', '/T9999'],
      ['unknown-stage', '!9'],
    ]);
  });

  test('the place of an error inside a time is that of the line', () => {
    expect(read('  ２０２１－１０－３１　１４：７５ cut').problems).toMatchObject([
      { start: 2, end: 18, error: { kind: 'out-of-range', field: 'minute', start: 13, end: 18 } },
    ]);
  });
});

test('tokens carry their place and value', () => {
  expect(read(' 14:02 @a !3 ok').tokens).toMatchObject([
    { kind: 'text', start: 0, end: 1, raw: ' ' },
    { kind: 'time', start: 1, end: 6, raw: '14:02', value: { utc: '2021-11-02T05:02:00Z' } },
    { kind: 'text', start: 6, end: 7 },
    { kind: 'host', start: 7, end: 9, raw: '@a', value: 'a' },
    { kind: 'text', start: 9, end: 10 },
    { kind: 'stage', start: 10, end: 12, raw: '!3', value: 'delivery' },
    { kind: 'text', start: 12, end: 15, raw: ' ok' },
  ]);
});
