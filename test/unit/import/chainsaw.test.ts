import { expect, test } from 'vitest';
import { chainsawReader } from '#shared/import/chainsaw.ts';
import { detectFormat } from '#shared/import/log-readers.ts';
import { refusedFormat } from '#shared/import/refused-format.ts';
import { fileText, hasInputs, headOf, readSample, readText } from './read-sample-a.ts';

const instant = Date.parse('2024-03-31T01:05:00Z') * 1_000;

test('hunt as JSON and as JSON lines: a row for each hit, the rule first', () => {
  const { rows } = readSample(chainsawReader, 'chainsaw-hunt.json');
  const event =
    'Channel: Security ¦ Provider: Microsoft-Windows-Eventlog ¦ LogFileCleared: SubjectUserName: taro ¦ EventRecordID: 812';
  expect(rows[0]).toEqual({
    time: instant,
    timeText: '2024-03-31T10:05:00+09:00',
    host: 'ws-07.example.test',
    kind: '1102',
    text: `Security Eventlog Cleared ¦ Level: high ¦ Group: Sigma ¦ ${event} ¦ Path: /evidence/Security.evtx`,
  });
  expect(rows[1]?.text).toBe(
    `Many Clearings ¦ Level: high ¦ Group: Sigma ¦ ${event} ¦ ${event} ¦ Path: /evidence/Security.evtx`,
  );
  expect(readSample(chainsawReader, 'chainsaw-hunt.jsonl').rows).toEqual(rows);
});

test('hunt as CSV', () => {
  const { rows, detection } = readSample(chainsawReader, 'chainsaw-hunt.csv');
  expect(detection.questions).toEqual([]);
  expect(rows.map(({ time, host, kind }) => [time, host, kind])).toEqual([
    [instant, 'ws-07.example.test', '1102'],
    [instant + 60_500_000, '', '4624'],
  ]);
  expect(rows[1]?.text).toBe(
    'Any Logon ¦ path: /evidence/Security.evtx ¦ count: 1 ¦ Record ID: 813 ¦ User: Type: "3"',
  );
});

test('times of older versions carry no zone: it is asked', () => {
  const { rows, detection } = readText(
    chainsawReader,
    'timestamp,detections,path,Event ID\n2024-03-31 01:05:00,Cleared,x,1102\n',
  );
  expect(detection.questions).toEqual(['zone']);
  expect(rows[0]?.time).toBeUndefined();
});

test('the printed table is refused by name, as is plaso’s rawpy', () => {
  const head = headOf('table', fileText('chainsaw-table.txt'));
  expect(refusedFormat(head)).toBe('chainsaw-table');
  expect(detectFormat(head)).toBeUndefined();
  const raw = `${'+-'.repeat(40)}\n[Timestamp]:\n  2024-03-31T01:05:00.000000+00:00\n`;
  expect(refusedFormat(headOf('raw', raw))).toBe('plaso-rawpy');
});

test.skipIf(!hasInputs)('the real outputs (skipped without ../shared/inputs)', () => {
  const search = readSample(
    chainsawReader,
    'chainsaw/chainsaw__clo_search_q_jsonl_simple_string.txt',
  );
  expect(search.rows.map(({ host, kind, timeText }) => [host, kind, timeText])).toEqual([
    ['DESKTOP-JK4Q86I', '4624', '2022-10-11T19:26:52.154080Z'],
    ['DESKTOP-JK4Q86I', '4624', '2022-10-11T19:26:56.066967Z'],
  ]);
  const table = headOf('hunt', fileText('chainsaw/chainsaw__clo_hunt_r_any_logon.txt'));
  expect(refusedFormat(table)).toBe('chainsaw-table');
  const rawpy = headOf('rawpy', fileText('plaso/plaso_e2e__rawpy.txt'));
  expect(refusedFormat(rawpy)).toBe('plaso-rawpy');
});
