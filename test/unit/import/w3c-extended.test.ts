import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { w3cExtendedReader } from '#shared/import/w3c-extended.ts';
import { fixturesFolder, readSample, readText, timesOf } from './read-sample-b.ts';

test('reads IIS in UTC, with other fields after a restart', () => {
  const { detection, rows, skipped, frames } = readSample(
    w3cExtendedReader,
    join(fixturesFolder, 'w3c-iis.txt'),
  );
  expect(detection).toMatchObject({ score: 96, questions: [] });
  expect({ skipped, frames }).toEqual({
    skipped: [{ line: 12, reason: 'too-few-cells' }],
    frames: 8,
  });
  expect(rows.map((row, at) => [timesOf(rows)[at], row.host, row.kind])).toEqual([
    ['2024-03-01T10:00:00.000000Z', '10.1.0.80', 'GET 200'],
    ['2024-03-01T10:00:01.000000Z', '10.1.0.80', 'POST 500'],
    ['2024-03-01T12:00:00.000000Z', 'WEB01', 'GET 304'],
  ]);
  expect(rows[1]?.text).toBe(
    String.raw`cs-method: POST ¦ cs-uri-stem: /up.aspx ¦ cs-uri-query: id=1 ¦ sc-status: 500 ¦ c-ip: 198.51.100.9 ¦ cs-username: EXAMPLE\bob ¦ s-ip: 10.1.0.80 ¦ s-port: 80 ¦ cs(User-Agent): curl/8.0`,
  );
});

test('asks for the zone of Windows Firewall, which says that its time is local', () => {
  const file = join(fixturesFolder, 'w3c-pfirewall.txt');
  const asked = readSample(w3cExtendedReader, file);
  expect(asked.detection?.questions).toEqual(['zone']);
  expect(timesOf(asked.rows)).toEqual([undefined, undefined]);
  const { rows } = readSample(w3cExtendedReader, file, { zone: makeZoneClock('Asia/Tokyo') });
  expect(rows.map((row, at) => [timesOf(rows)[at], row.host, row.kind])).toEqual([
    ['2024-03-01T10:00:00.000000Z', '10.1.0.5', 'DROP'],
    ['2024-03-01T10:00:01.000000Z', '10.1.0.5', 'ALLOW'],
  ]);
});

test.each([
  [
    'CloudFront: names apart by blanks, values by tabs',
    '#Version: 1.0\n#Fields: date time x-edge-location c-ip cs-method cs-uri-stem sc-status\n2024-03-01\t10:00:00\tNRT57\t198.51.100.9\tGET\t/a b\t200',
    'cs-method: GET ¦ cs-uri-stem: /a b ¦ sc-status: 200 ¦ c-ip: 198.51.100.9 ¦ x-edge-location: NRT57',
  ],
  [
    'quoted values with quotes and blanks',
    '#Fields: date time c-ip cs(User-Agent) cs-uri-stem\n2024-03-01 10:00:00 198.51.100.9 "Mozilla ""5"" (X11)" /x',
    'cs-uri-stem: /x ¦ c-ip: 198.51.100.9 ¦ cs(User-Agent): Mozilla "5" (X11)',
  ],
  [
    'Exchange: commas and one field for the time',
    '#Software: Microsoft Exchange Server\n#Fields: date-time,client-ip,event-id,message-subject\n2024-03-01T10:00:00.000Z,198.51.100.9,RECEIVE,"Re: a, b"',
    'client-ip: 198.51.100.9 ¦ event-id: RECEIVE ¦ message-subject: Re: a, b',
  ],
  [
    'a day in #Date and the time of day in the lines',
    '#Date: 2024-03-01 09:00:00\n#Fields: time c-ip cs-method\n10:00:00 198.51.100.9 GET',
    'cs-method: GET ¦ c-ip: 198.51.100.9',
  ],
  [
    'more cells than names',
    '#Fields: date time c-ip\n2024-03-01 10:00:00 198.51.100.9 extra',
    'c-ip: 198.51.100.9 ¦ column 4: extra',
  ],
])('reads %s', (_what, log, text) => {
  const { rows } = readText(w3cExtendedReader, log);
  expect(timesOf(rows)).toEqual(['2024-03-01T10:00:00.000000Z']);
  expect(rows[0]?.text).toBe(text);
});

test('keeps a record whose time is none', () => {
  const { rows } = readText(w3cExtendedReader, '#Fields: date time c-ip\n0000-00-00 - 192.0.2.1');
  expect(rows).toEqual([
    { time: undefined, timeText: '0000-00-00', host: '', kind: '', text: 'c-ip: 192.0.2.1' },
  ]);
});
