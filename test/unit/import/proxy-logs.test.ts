import { expect, test } from 'vitest';
import { awsElbReader } from '#shared/import/aws-elb.ts';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { squidAccessReader } from '#shared/import/squid-access.ts';
import { squidCacheReader } from '#shared/import/squid-cache.ts';
import { readText, timesOf } from './read-sample-b.ts';

test('reads the native access log of Squid with the client as the machine', () => {
  const text = [
    '1709287200.123    345 10.1.0.5 TCP_MISS/200 5120 GET http://files.example.net/a.exe - HIER_DIRECT/192.0.2.7 application/octet-stream',
    '1709287201.456  60001 10.1.0.6 TCP_TUNNEL/200 900 CONNECT c2.example.org:443 bob HIER_DIRECT/192.0.2.8 -',
    '1709287202.000      0 10.1.0.6 NONE/000 0 NONE error:transaction-end-before-headers - HIER_NONE/- -',
    'half a line',
  ].join('\n');
  const { detection, rows, skipped } = readText(squidAccessReader, text);
  expect(detection).toMatchObject({ score: 97, questions: [] });
  expect(skipped).toEqual([{ line: 4, reason: 'other-format' }]);
  expect(timesOf(rows)).toEqual([
    '2024-03-01T10:00:00.123000Z',
    '2024-03-01T10:00:01.456000Z',
    '2024-03-01T10:00:02.000000Z',
  ]);
  expect(rows.map(({ host, kind }) => [host, kind])).toEqual([
    ['10.1.0.5', 'GET 200'],
    ['10.1.0.6', 'CONNECT 200'],
    ['10.1.0.6', 'NONE 000'],
  ]);
  expect(rows[0]?.text).toBe(
    '345 10.1.0.5 TCP_MISS/200 5120 GET http://files.example.net/a.exe - HIER_DIRECT/192.0.2.7 application/octet-stream',
  );
});

test('reads cache.log of Squid in the zone that is asked for', () => {
  const text = [
    '2024/03/01 19:00:00 kid1| WARNING: no such thing',
    '2024/03/01 19:00:01| Created PID file (/run/squid.pid)',
    'CPU Usage: 0.030 seconds',
  ].join('\n');
  const asked = readText(squidCacheReader, text);
  expect(asked.detection).toMatchObject({ score: 96, questions: ['zone'] });
  const { rows } = readText(squidCacheReader, text, { zone: makeZoneClock('Asia/Tokyo') });
  expect(rows.map((row, at) => [timesOf(rows)[at]?.slice(11, 19), row.kind, row.text])).toEqual([
    ['10:00:00', 'WARNING', 'kid1| WARNING: no such thing'],
    ['10:00:01', '', 'Created PID file (/run/squid.pid)'],
    ['10:00:01', '', 'CPU Usage: 0.030 seconds'],
  ]);
});

test('reads access logs of both kinds of AWS load balancers', () => {
  const text = [
    'https 2024-03-01T10:00:00.186641Z app/shop/50dc6c495c0c9188 198.51.100.9:2817 10.1.0.5:80 0.086 0.048 0.037 200 200 0 57 "GET https://www.example.com:443/ HTTP/1.1" "curl/8.0" ECDHE TLSv1.2 arn:aws:x "Root=1-58" "www.example.com" "-" 1 2024-03-01T10:00:00.180000Z "forward" "-" "-" "10.1.0.5:80" "200" "-" "-"',
    '2024-03-01T10:00:01.000000Z my-elb 198.51.100.9:2817 - -1 -1 -1 503 0 0 0 "GET http://www.example.com:80/ HTTP/1.1" "curl/8.0" - -',
  ].join('\n');
  const { detection, rows } = readText(awsElbReader, text);
  expect(detection).toMatchObject({ score: 96, questions: [] });
  expect(timesOf(rows)).toEqual(['2024-03-01T10:00:00.186641Z', '2024-03-01T10:00:01.000000Z']);
  expect(rows.map(({ host, kind }) => [host, kind])).toEqual([
    ['app/shop/50dc6c495c0c9188', 'GET 200'],
    ['my-elb', 'GET 503'],
  ]);
  expect(rows[0]?.text).toMatch(/^https app\/shop\/50dc6c495c0c9188 198\.51\.100\.9:2817 /);
});
