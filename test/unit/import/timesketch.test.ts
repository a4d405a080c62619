import { expect, test } from 'vitest';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { timesketchReader } from '#shared/import/timesketch.ts';
import { hasInputs, readSample, readText } from './read-sample-a.ts';

const csv = [
  'message,timestamp,datetime,timestamp_desc,hostname',
  '"a, b",1711846802250000,2024-03-31T01:00:02.250000+00:00,Start Time,ws-07',
  'no offset,,2024-03-31 01:00:02,Start Time,-',
  'no date,1711846802250000,,Start Time,ws-07',
  'no time at all,,Not a time,Start Time,ws-07',
].join('\n');

test('datetime counts, timestamp stands in for it, and an open zone is asked', () => {
  const { rows, detection } = readText(timesketchReader, csv);
  expect(detection).toMatchObject({ questions: ['zone'], notes: [] });
  expect(rows.map(({ time, host, text }) => [time, host, text])).toEqual([
    [1_711_846_802_250_000, 'ws-07', 'a, b'],
    [undefined, '', 'no offset'],
    [1_711_846_802_250_000, 'ws-07', 'no date'],
    [undefined, 'ws-07', 'no time at all'],
  ]);
  const tokyo = readText(timesketchReader, csv, { zone: makeZoneClock('Asia/Tokyo') });
  expect(tokyo.rows[1]?.time).toBe(Date.parse('2024-03-30T16:00:02Z') * 1_000);
});

test('a contradicting timestamp is noted and does not count', () => {
  const line =
    '{"message":"A","timestamp":123456789,"datetime":"2024-03-31T01:00:02+00:00","timestamp_desc":"x"}';
  const { rows, detection } = readText(timesketchReader, `${line}\n${line}\n`);
  expect(detection.notes).toEqual(['contradicting-times']);
  expect(rows[0]?.time).toBe(1_711_846_802_000_000);
});

test('CSV and JSON lines give the same rows', () => {
  const json = [
    { message: 'a', datetime: '2024-03-31T01:00:02Z', timestamp_desc: 'x', hostname: 'h' },
    { message: 'b', datetime: '2024-03-31T01:00:03Z', timestamp_desc: 'y', hostname: 'h' },
  ];
  const lines = json.map((event) => JSON.stringify(event)).join('\n');
  const table = `message,datetime,timestamp_desc,hostname\n${json.map((event) => Object.values(event).join(',')).join('\n')}`;
  expect(readText(timesketchReader, lines).rows).toEqual(readText(timesketchReader, table).rows);
});

test.skipIf(!hasInputs)('the real pair agrees (skipped without ../shared/inputs)', () => {
  const table = readSample(timesketchReader, 'timesketch/timesketch__sigma_events.csv').rows;
  expect(table).toHaveLength(4);
  expect(readSample(timesketchReader, 'timesketch/timesketch__sigma_events.jsonl').rows).toEqual(
    table,
  );
});
