import { expect, test } from 'vitest';
import { apacheErrorReader } from '#shared/import/apache-error.ts';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { nginxErrorReader } from '#shared/import/nginx-error.ts';
import { readText, timesOf } from './read-sample-b.ts';

const zone = makeZoneClock('Asia/Tokyo');

test('reads the error log of Apache 2.2 and 2.4, and what programs print between', () => {
  const text = [
    '[Fri Mar 01 19:00:00 2024] [error] [client 198.51.100.9] File does not exist: /var/www/x',
    '[Fri Mar 01 19:00:01.123456 2024] [core:notice] [pid 7:tid 8] AH00094: Command line',
    'sh: 1: wget: not found',
    '[Fri Mar 01 19:00:02 2024] [php7:warn] [pid 9] [client 198.51.100.9:4000] PHP Warning:  x',
  ].join('\n');
  const { detection, rows } = readText(apacheErrorReader, text, { zone });
  expect(detection).toMatchObject({ score: 95, questions: ['zone'] });
  expect(timesOf(rows)).toEqual([
    '2024-03-01T10:00:00.000000Z',
    '2024-03-01T10:00:01.123456Z',
    '2024-03-01T10:00:01.123456Z',
    '2024-03-01T10:00:02.000000Z',
  ]);
  expect(rows.map(({ kind, text: said }) => [kind, said])).toEqual([
    ['error', '[client 198.51.100.9] File does not exist: /var/www/x'],
    ['core:notice', '[pid 7:tid 8] AH00094: Command line'],
    ['core:notice', 'sh: 1: wget: not found'],
    ['php7:warn', '[pid 9] [client 198.51.100.9:4000] PHP Warning:  x'],
  ]);
});

test('gives no time without a zone', () => {
  const { rows } = readText(apacheErrorReader, '[Fri Mar 01 19:00:00 2024] [error] x');
  expect(timesOf(rows)).toEqual([undefined]);
});

test('reads the error log of nginx with the server it names', () => {
  const text = [
    '2024/03/01 19:00:00 [error] 123#0: *45 open() "/x" failed (2: No such file), client: 198.51.100.9, server: shop.example.com, request: "GET /x HTTP/1.1"',
    '2024/03/01 19:00:01 [notice] 1#1: using the "epoll" event method',
    '2024/03/01 19:00:02 [error] 123#123: *46 FastCGI sent in stderr: "PHP message: a',
    'b" while reading response header from upstream, client: 198.51.100.9, server: _, request: "GET / HTTP/1.1"',
  ].join('\n');
  const { detection, rows, skipped } = readText(nginxErrorReader, text, { zone });
  expect(detection).toMatchObject({ score: 96, questions: ['zone'] });
  expect(skipped).toEqual([]);
  expect(rows.map((row, at) => [timesOf(rows)[at]?.slice(11, 19), row.host, row.kind])).toEqual([
    ['10:00:00', 'shop.example.com', 'error'],
    ['10:00:01', '', 'notice'],
    ['10:00:02', '', 'error'],
    ['10:00:02', '', 'error'],
  ]);
});
