import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { zeekJsonReader } from '#shared/import/zeek-json.ts';
import { zeekTsvReader } from '#shared/import/zeek-tsv.ts';
import { fixturesFolder, readSample, readText, timesOf } from './read-sample-b.ts';

test('reads two logs of different separators that were put into one file', () => {
  const { detection, rows, skipped, frames } = readSample(
    zeekTsvReader,
    join(fixturesFolder, 'zeek-concatenated.txt'),
  );
  expect(detection).toMatchObject({ score: 97, questions: [] });
  expect({ skipped, frames }).toEqual({ skipped: [], frames: 18 });
  expect(timesOf(rows)).toEqual([
    '2024-03-01T10:00:00.000001Z',
    '2024-03-01T10:00:01.500000Z',
    undefined,
    '2024-03-01T10:01:00.250000Z',
    '2024-03-01T10:01:01.250000Z',
  ]);
  expect(rows.map(({ host, kind, text }) => ({ host, kind, text }))).toEqual([
    {
      host: '10.1.0.5',
      kind: 'conn',
      text: 'id.orig_h: 10.1.0.5 ¦ id.orig_p: 50001 ¦ id.resp_h: 192.0.2.7 ¦ id.resp_p: 443 ¦ proto: tcp ¦ service: ssl ¦ uid: Caaa1 ¦ duration: 1.25',
    },
    {
      host: 'fe80::5',
      kind: 'conn',
      text: 'id.orig_h: fe80::5 ¦ id.orig_p: 50002 ¦ id.resp_h: 2001:db8::7 ¦ id.resp_p: 53 ¦ proto: udp ¦ uid: Caaa2',
    },
    {
      host: '10.1.0.6',
      kind: 'conn',
      text: 'id.orig_h: 10.1.0.6 ¦ id.orig_p: 1 ¦ id.resp_h: 192.0.2.7 ¦ id.resp_p: 2 ¦ proto: tcp ¦ uid: Caaa3',
    },
    {
      host: '10.1.0.5',
      kind: 'http',
      // Only NONE is unset here, so a dash is a value; the pipe stays escaped as the log has it.
      text: String.raw`method: GET ¦ host: files.example.net ¦ uri: /a\x7cb ¦ id.orig_h: 10.1.0.5 ¦ uid: Cbbb1 ¦ user_agent: -`,
    },
    {
      host: '10.1.0.5',
      kind: 'http',
      text: 'method: POST ¦ uri: /x ¦ id.orig_h: 10.1.0.5 ¦ uid: Cbbb2',
    },
  ]);
});

test('reads the mode with names and no other header, and times that zeek-cut wrote', () => {
  const text =
    'ts\tuid\tid.orig_h\n2024-03-01T10:00:00+0000\tC1\t10.1.0.5\n2024-03-01T10:00:00\tC2\t10.1.0.6\n';
  const asked = readText(zeekTsvReader, text);
  expect(asked.detection?.questions).toEqual(['zone']);
  expect(timesOf(asked.rows)).toEqual(['2024-03-01T10:00:00.000000Z', undefined]);
  const told = readText(zeekTsvReader, text, { zone: makeZoneClock('+09:00') });
  expect(timesOf(told.rows)[1]).toBe('2024-03-01T01:00:00.000000Z');
});

test('skips and names what stands before any header or is only a time', () => {
  const { skipped } = readText(
    zeekTsvReader,
    '1709287200.0\tC0\n#fields\tts\tuid\tid.orig_h\n1709287200.0\n',
  );
  expect(skipped).toEqual([
    { line: 1, reason: 'other-format' },
    { line: 3, reason: 'too-few-cells' },
  ]);
});

test('reads JSON with nested, dotted and flattened connections and four forms of ts', () => {
  const { detection, rows } = readSample(zeekJsonReader, join(fixturesFolder, 'zeek-nested.jsonl'));
  expect(detection).toMatchObject({ score: 97, questions: [] });
  expect(timesOf(rows)).toEqual([
    '2024-03-01T10:00:00.500000Z',
    '2024-03-01T10:00:01.000002Z',
    '2024-03-01T10:00:02.250000Z',
    '2024-03-01T10:00:03.750000Z',
    undefined,
  ]);
  expect(rows.map(({ host, kind }) => [host, kind])).toEqual([
    ['10.1.0.5', 'dns'],
    ['10.1.0.6', 'conn'],
    ['sensor-2', 'ssl'],
    ['10.1.0.8', ''],
    ['10.1.0.8', ''],
  ]);
  expect(rows[0]?.text).toBe(
    'query: cdn.example.net ¦ qtype_name: A ¦ answers: 192.0.2.1, 192.0.2.2 ¦ id.orig_h: 10.1.0.5 ¦ id.orig_p: 50001 ¦ id.resp_h: 192.0.2.53 ¦ id.resp_p: 53 ¦ proto: udp ¦ uid: Cn1 ¦ trans_id: 7 ¦ rejected: false',
  );
});

test('does not take any JSON with a ts for Zeek', () => {
  const { detection } = readText(zeekJsonReader, '{"ts":1709287200,"level":"info","msg":"up"}');
  expect(detection).toBeUndefined();
});
