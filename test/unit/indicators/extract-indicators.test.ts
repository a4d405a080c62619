import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { extractIndicators } from '#shared/indicators/extract-indicators.ts';
import { judgeExtraction } from '../../fixtures/ioc-text/judge-extraction.ts';

const found = (text: string): readonly string[] =>
  extractIndicators(text).map(({ type, value }) => `${type} ${value}`);

describe('every kind is found', () => {
  test.each([
    ['beacon to 198.51.100.7:443', ['ipv4 198.51.100.7']],
    ['2001[:]db8::1 and 2001:0DB8::2', ['ipv6 2001:db8::1', 'ipv6 2001:db8::2']],
    ['203.0.113.0/24, 2606:4700::/32', ['ip-range 203.0.113.0/24', 'ip-range 2606:4700::/32']],
    ['10.0.0.1 - 10.0.0.9', ['ip-range 10.0.0.1-10.0.0.9']],
    ['EVIL.COM at münchen.de', ['domain evil.com', 'domain münchen.de']],
    ['a name of a new suffix: beacon.zone', ['domain beacon.zone']],
    ['abcdefghij234567.onion', ['domain abcdefghij234567.onion']],
    ['hxxps[:]//evil[.]com/a?b=1.', ['url https://evil.com/a?b=1']],
    ['http://intranet/login', ['url http://intranet/login']],
    ['mail from a.b+c@example.co.jp', ['email a.b+c@example.co.jp']],
    ['D41D8CD98F00B204E9800998ECF8427E', ['md5 d41d8cd98f00b204e9800998ecf8427e']],
    ['CVE\u20112021-44228, cve-2023-1234', ['cve CVE-2021-44228', 'cve CVE-2023-1234']],
    ['T1566.001 under TA0001', ['technique T1566.001', 'technique TA0001']],
    ['00-11-22-AA-BB-CC 0011.2233.4455', ['mac 00:11:22:aa:bb:cc', 'mac 00:11:22:33:44:55']],
    ['AS13335, ASN 4134', ['asn AS13335', 'asn AS4134']],
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', ['bitcoin 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa']],
    ['3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', ['bitcoin 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy']],
    [
      'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
      ['bitcoin bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'],
    ],
    [
      'bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr',
      ['bitcoin bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr'],
    ],
    ['ran invoice.pdf.exe', ['file-name invoice.pdf.exe']],
    ['"job offer (final).docm"', ['file-name job offer (final).docm']],
    [
      'C:\\Program Files (x86)\\Foo\\a.exe then stops',
      ['file-path C:\\Program Files (x86)\\Foo\\a.exe'],
    ],
    ['C:\\\\Users\\\\a\\\\b.dll', ['file-path C:\\Users\\a\\b.dll']],
    [
      '\\\\fs01\\c$\\x.dll and /tmp/.x/run.sh',
      ['file-path \\\\fs01\\c$\\x.dll', 'file-path /tmp/.x/run.sh'],
    ],
    [
      'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Run and HKCU\\Software\\X',
      [
        'registry-key HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Run',
        'registry-key HKCU\\Software\\X',
      ],
    ],
    ['mutex: "abc-123", Global\\foo_1', ['mutex abc-123', 'mutex Global\\foo_1']],
    ['User-Agent: Foo/1.0 (bar)', ['user-agent Foo/1.0 (bar)']],
    [
      'with Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0',
      [
        'user-agent Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

test('hashes are found wherever they begin, and however many stand in a row', () => {
  const digits = '0123456789abcdef'.repeat(8);
  const row = [32, 40, 64, 128, 31, 33, 65].map((length) => digits.slice(0, length));
  for (let gap = 1; gap < 70; gap += 1)
    expect(found(row.join(' '.repeat(gap)))).toEqual([
      `md5 ${row[0]}`,
      `sha1 ${row[1]}`,
      `sha256 ${row[2]}`,
      `sha512 ${row[3]}`,
    ]);
});

test.each([
  '1111111111111111111114oLvT2',
  '1BitcoinEaterAddressDontSendf59kuE',
  '1BoatSLRHtKNngkdXEeobR76b53LETtpyT',
])('the check sum of %s is right, and of no other that differs by a sign', (address) => {
  expect(found(address)).toEqual([`bitcoin ${address}`]);
  for (let at = 1; at < address.length; at += 1) {
    const other = address.charAt(at) === 'x' ? 'y' : 'x';
    expect(found(address.slice(0, at) + other + address.slice(at + 1))).toEqual([]);
  }
});

describe('defanging is taken back in every common way', () => {
  test.each([
    'www[.]example[.]com',
    'www(.)example(.)com',
    'www{.}example{.}com',
    'www[dot]example(dot)com',
    'www [.] example [.] com',
    'www\\.example\\.com',
    'www^.example^.com',
    'www[.example].com',
    'www<.>example<.>com',
    'ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ',
    'www［．］example［．］com',
    'www。example。com',
    'www\u200b.example\u200b.com',
    'www[ドット]example[点]com',
  ])('%s', (text) => {
    expect(found(text)).toEqual(['domain www.example.com']);
  });

  test.each([
    'hxxp://a.example',
    'hXXps://a.example',
    'h**p://a.example',
    'http[:]//a.example',
    'http[://]a.example',
    'http ://a.example',
    'fxp://a.example',
    'http:\\/\\/a.example',
    'ｈｔｔｐ：／／a.example',
  ])('%s', (text) => {
    expect(found(text)).toEqual([expect.stringMatching(/^url (?:https?|ftp):\/\/a\.example$/)]);
  });

  test.each([
    'me[at]example.com',
    'me (at) example (dot) com',
    'me[@]example[.]com',
    'me@example。com',
    'me AT example.com',
  ])('%s', (text) => {
    expect(found(text)).toEqual(['email me@example.com']);
  });
});

describe('noise is kept out', () => {
  test.each([
    'firmware v9.1.2.14, version 10.2.3.4, Chrome/120.0.0.0, バージョン 1.2.3.4',
    '127.0.0.1 0.0.0.0 255.255.255.0 ::1 fe80::1 224.0.0.1',
    'System.Net, this.name, node.js(asp.net), items[i].name, done.The next, foo.bar()',
    'std::string a::b 14:05:32 2026-11-22T05:37:10Z',
    'AS400 over AS2, T9999, 00000000000000000000000000000000',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
    'Win64/NukeSped.KW 85.85 x.x.x.x tooshor.t _____.tld',
    '@web01.example.com was restarted',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('Japanese text needs no spaces', () => {
  expect(
    found(
      '添付の請求書.exeを実行すると、C:\\Users\\山田\\デスクトップ\\a.dllが作られ、update[.]example[.]comと198[.]51[.]100[.]7へ通信する。「会議 資料.docx」は無害。https://example.com/xへ。',
    ),
  ).toEqual([
    'file-name 請求書.exe',
    'file-path C:\\Users\\山田\\デスクトップ\\a.dll',
    'domain update.example.com',
    'ipv4 198.51.100.7',
    'file-name 会議 資料.docx',
    'url https://example.com/x',
  ]);
  expect(found('hxxps://日本語[.]jp/a と「日本語.jp」')).toEqual([
    'url https://日本語.jp/a',
    'domain 日本語.jp',
  ]);
});

test('an indicator is one, with all its places in the text as it was written', () => {
  const text = 'hxxp://evil[.]com then evil[.]com, again EVIL.com';
  expect(
    extractIndicators(text).map(({ value, count, places }) => ({
      value,
      count,
      written: places.map(({ start, end }) => text.slice(start, end)),
    })),
  ).toEqual([
    { value: 'http://evil.com', count: 1, written: ['hxxp://evil[.]com'] },
    { value: 'evil.com', count: 2, written: ['evil[.]com', 'EVIL.com'] },
  ]);
});

const inputs = path.resolve('../shared/inputs/data/ioc-text');

describe.skipIf(!existsSync(inputs))(
  'the answers of other people (skipped without ../shared/inputs)',
  () => {
    const scores = existsSync(inputs) ? judgeExtraction(inputs, extractIndicators) : {};

    test('ask for enough of them', () => {
      const wanted = Object.values(scores).reduce((sum, score) => sum + score.wanted, 0);
      expect(wanted).toBeGreaterThan(2_000);
    });

    test.each(Object.entries(scores))('%s: precision and recall', (_kind, score) => {
      expect(score.wrong.length / score.found).toBeLessThanOrEqual(0.03);
      expect(score.right / score.wanted).toBeGreaterThanOrEqual(0.97);
    });
  },
);
