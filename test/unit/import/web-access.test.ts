import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { webAccessReader } from '#shared/import/web-access.ts';
import { fixturesFolder, readSample, readText, timesOf } from './read-sample-b.ts';

test('reads common, combined, virtual hosts, extra fields and requests that are none', () => {
  const { detection, rows, skipped } = readSample(
    webAccessReader,
    join(fixturesFolder, 'web-access.txt'),
  );
  expect(detection).toMatchObject({ score: 93, questions: [], notes: ['several-zones'] });
  expect(skipped).toEqual([{ line: 8, reason: 'other-format' }]);
  expect(rows.map((row, at) => [timesOf(rows)[at]?.slice(11, 19), row.host, row.kind])).toEqual([
    ['10:00:00', '', 'GET 200'],
    ['10:00:01', '', 'POST 302'],
    ['10:00:02', '', 'GET 404'],
    ['10:00:03', 'shop.example.com', '400'],
    ['10:00:04', 'www.example.com', '408'],
    [undefined, '', 'GET 200'],
    ['10:00:06', '', 'GET 200'],
  ]);
});

test('gives the line without its time, unchanged', () => {
  const { rows } = readSample(webAccessReader, join(fixturesFolder, 'web-access.txt'));
  expect(rows[1]?.text).toBe(
    String.raw`198.51.100.9 - alice "POST /login?next=\"/\" HTTP/1.1" 302 - "https://www.example.com/\"x\"" "Mozilla/5.0 (X11)"`,
  );
  expect(rows[1]?.timeText).toBe('01/Mar/2024:10:00:01 +0000');
});

test.each([
  [
    'nginx with ISO time',
    '192.0.2.1 - - [2024-03-01T19:00:00+09:00] "GET / HTTP/1.1" 200 1',
    '',
    'GET 200',
  ],
  [
    'Jetty with more blanks',
    '192.0.2.1 -  -  [01/Mar/2024:10:00:00 +0000] "GET / HTTP/1.1" 200 1',
    '',
    'GET 200',
  ],
  [
    'a user with a blank',
    '192.0.2.1 - John Smith [01/Mar/2024:10:00:00 +0000] "GET / HTTP/1.1" 200 1',
    '',
    'GET 200',
  ],
  [
    'a chain of proxies in front',
    '10.0.0.1, 192.0.2.1 - - [01/Mar/2024:10:00:00 +0000] "GET / HTTP/1.1" 200 1',
    '',
    'GET 200',
  ],
  [
    'an IPv6 client that looks like a name with a port',
    '2001:db8::1:80 - - [01/Mar/2024:10:00:00 +0000] "GET / HTTP/1.1" 200 1',
    '',
    'GET 200',
  ],
  [
    'a status inside the request',
    String.raw`192.0.2.1 - - [01/Mar/2024:10:00:00 +0000] "GET /\" 200 5 HTTP/1.1" 404 1`,
    '',
    'GET 404',
  ],
  [
    'Squid in the form of Apache',
    '10.1.0.5 - - [01/Mar/2024:10:00:00 +0000] "CONNECT a.example.net:443 HTTP/1.1" 200 1 TCP_TUNNEL:HIER_DIRECT',
    '10.1.0.5',
    'CONNECT 200',
  ],
  [
    'S3',
    'owner bucket [01/Mar/2024:10:00:00 +0000] 192.0.2.1 - REQ1 REST.GET.OBJECT key "GET /bucket/key HTTP/1.1" 200 - 10 10',
    '',
    'GET 200',
  ],
])('reads %s', (_what, line, host, kind) => {
  const { rows } = readText(webAccessReader, line);
  expect(timesOf(rows)).toEqual(['2024-03-01T10:00:00.000000Z']);
  expect(rows[0]).toMatchObject({ host, kind });
});

test('asks for the zone when the server was told to leave it out', () => {
  const line = '192.0.2.1 - - [01/Mar/2024:10:00:00] "GET / HTTP/1.1" 200 1';
  expect(readText(webAccessReader, line).detection?.questions).toEqual(['zone']);
  const { rows } = readText(webAccessReader, line, { zone: makeZoneClock('Asia/Tokyo') });
  expect(timesOf(rows)).toEqual(['2024-03-01T01:00:00.000000Z']);
});

test('leaves the log of HAProxy, whose time has no offset, to syslog', () => {
  const line =
    'Mar  1 10:00:00 lb haproxy[1]: 10.0.1.2:33317 [01/Mar/2024:10:00:00.655] http-in static/srv1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 "GET / HTTP/1.1"';
  expect(readText(webAccessReader, line).detection).toBeUndefined();
});
