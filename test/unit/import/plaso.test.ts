import { expect, test } from 'vitest';
import type { LogReader } from '#shared/import/log-reader.ts';
import type { LogRow } from '#shared/import/log-row.ts';
import { formatMicroseconds, makeZoneClock } from '#shared/import/log-time.ts';
import { plasoDynamicReader } from '#shared/import/plaso-dynamic.ts';
import { plasoJsonReader } from '#shared/import/plaso-json.ts';
import { plasoL2tcsvReader } from '#shared/import/plaso-l2tcsv.ts';
import { tlnReader } from '#shared/import/tln.ts';
import { hasInputs, readSample, readText } from './read-sample-a.ts';

/** Rows as all of plaso's formats can say them: whole seconds, no commas, one for each kind of time. */
function comparable(rows: readonly LogRow[], { withHost = true } = {}): readonly string[] {
  return rows
    .flatMap((row) => row.kind.split('; ').map((kind) => ({ ...row, kind })))
    .map(({ time, host, kind, text }) =>
      [
        time === undefined ? 'no time' : Math.floor(time / 1e6),
        // Tables write `-` where JSON has no such member.
        withHost && host !== '-' ? host : '',
        kind,
        text.replaceAll(',', ' '),
      ].join('|'),
    )
    .toSorted();
}

const ours: readonly (readonly [LogReader, string])[] = [
  [plasoDynamicReader, 'plaso-dynamic.csv'],
  [plasoL2tcsvReader, 'plaso-l2tcsv.csv'],
  [plasoJsonReader, 'plaso-json.json'],
  [tlnReader, 'plaso-tln.txt'],
  [tlnReader, 'plaso-l2ttln.txt'],
];

test.each(ours)('%o gives the rows of json_line from %s', (reader, file) => {
  const expected = comparable(readSample(plasoJsonReader, 'plaso-json-line.jsonl').rows);
  expect(expected).toHaveLength(6);
  const { rows, skipped } = readSample(reader, file);
  expect(comparable(rows)).toEqual(expected);
  expect(skipped).toEqual([]);
});

test('dynamic and JSON agree to the microsecond', () => {
  const times = (rows: readonly LogRow[]) => rows.map(({ time }) => String(time)).toSorted();
  const dynamic = times(readSample(plasoDynamicReader, 'plaso-dynamic.csv').rows);
  expect(dynamic).toEqual(times(readSample(plasoJsonReader, 'plaso-json.json').rows));
  expect(dynamic).toContain(String(Date.parse('2024-07-01T12:00:00Z') * 1_000 + 123_456));
});

test.skipIf(!hasInputs)(
  'the real files of one source agree (skipped without ../shared/inputs)',
  () => {
    const lines = readSample(plasoJsonReader, 'plaso/plaso_e2e__json_line.jsonl').rows;
    const table = readSample(plasoJsonReader, 'plaso/plaso_e2e__json.json').rows;
    const dynamic = readSample(plasoDynamicReader, 'plaso/plaso_e2e__dynamic.csv').rows;
    expect(table).toEqual(lines);
    expect(lines).toHaveLength(20);
    for (const [reader, file] of [
      [plasoL2tcsvReader, 'plaso/plaso_e2e__l2tcsv.csv'],
      [tlnReader, 'plaso/plaso_e2e__tln.txt'],
      [tlnReader, 'plaso/plaso_e2e__l2ttln.txt'],
    ] as const) {
      expect(comparable(readSample(reader, file).rows)).toEqual(comparable(lines));
    }
    // The default columns of dynamic have no host.
    expect(comparable(dynamic, { withHost: false })).toEqual(
      comparable(lines, { withHost: false }),
    );
    const exact = (rows: readonly LogRow[]) => rows.map(({ time }) => String(time)).toSorted();
    expect(exact(dynamic)).toEqual(exact(lines));
  },
);

const l2tHeader =
  'date,time,timezone,MACB,source,sourcetype,type,user,host,short,desc,version,filename,inode,notes,format,extra';
const l2tLine = (date: string, time: string, zone: string) =>
  `${date},${time},${zone},M...,LOG,Log File,Start Time,-,ws-07,short,long,2,x,-,-,text,-`;

test('l2tcsv reads each row in its own zone and asks about one that names several', () => {
  const text = [
    l2tHeader,
    l2tLine('01/15/2024', '12:00:00', 'CET'),
    l2tLine('07/15/2024', '12:00:00', 'CEST'),
    l2tLine('07/15/2024', '12:00:00', 'JST'),
    l2tLine('07/15/2024', '12:00:00', 'America/New_York'),
    l2tLine('07/15/2024', '12:00:00', '+05:30'),
    l2tLine('07/15/2024', '12:00:00', 'CST'),
  ].join('\n');
  const without = readText(plasoL2tcsvReader, text);
  expect(without.detection.questions).toEqual(['zone']);
  expect(without.detection.notes).toEqual(['several-zones']);
  const utc = (rows: readonly LogRow[]) =>
    rows.map(({ time }) => time && formatMicroseconds(time).slice(0, 16));
  expect(utc(without.rows)).toEqual([
    '2024-01-15T11:00',
    '2024-07-15T10:00',
    '2024-07-15T03:00',
    '2024-07-15T16:00',
    '2024-07-15T06:30',
    undefined,
  ]);
  const shanghai = readText(plasoL2tcsvReader, text, { zone: makeZoneClock('Asia/Shanghai') });
  expect(utc(shanghai.rows).at(-1)).toBe('2024-07-15T04:00');
});

test('a message that begins with a quote swallows no line, and quoted tables are CSV', () => {
  const raw = 'datetime,timestamp_desc,source_long,message,parser\n';
  const lines = '2024-01-01T00:00:00+00:00,Start Time,Log,"C:\\a b.exe" -x,text\n'.repeat(3);
  expect(readText(plasoDynamicReader, raw + lines).rows.map(({ text }) => text)).toEqual(
    Array.from({ length: 3 }, () => '"C:\\a b.exe" -x'),
  );
  const saved = '2024-01-01T00:00:00+00:00,Start Time,Log,"one, two\nthree",text\n'.repeat(2);
  expect(readText(plasoDynamicReader, raw + saved).rows.map(({ text }) => text)).toEqual([
    'one, two\nthree',
    'one, two\nthree',
  ]);
});

test('dynamic takes the columns that a person chose', () => {
  const { rows, detection } = readText(
    plasoDynamicReader,
    [
      'date,time,timezone,parser,display_name,host,filename,md5_hash',
      '2024-07-15,12:00:00,CEST,mft,NTFS:\\x,ws-07,x,-',
      '0000-00-00,--:--:--,-,mft,NTFS:\\y,-,y,-',
    ].join('\n'),
  );
  expect(detection.questions).toEqual([]);
  expect(rows).toEqual([
    {
      time: Date.parse('2024-07-15T10:00:00Z') * 1_000,
      timeText: '2024-07-15 12:00:00 CEST',
      host: 'ws-07',
      kind: '',
      text: 'parser: mft ¦ display_name: NTFS:\\x ¦ filename: x',
    },
    {
      time: undefined,
      timeText: '0000-00-00 --:--:-- -',
      host: '',
      kind: '',
      text: 'parser: mft ¦ display_name: NTFS:\\y ¦ filename: y',
    },
  ]);
});

test.each(['Not a time', 'Invalid', '0000-00-00T00:00:00.000000+00:00', ''])(
  'dynamic keeps a row whose datetime is "%s"',
  (written) => {
    const { rows } = readText(
      plasoDynamicReader,
      `datetime,timestamp_desc,source,source_long,message,parser,display_name,tag\n${written},Start Time,LOG,Log,what happened,text,x,-\n`,
    );
    expect(rows).toMatchObject([{ time: undefined, timeText: written, text: 'what happened' }]);
  },
);

test('dynamic without offsets asks for the zone', () => {
  const text = 'datetime,timestamp_desc,message,parser\n2024-01-01T09:00:00,Start Time,a,text\n';
  expect(readText(plasoDynamicReader, text)).toMatchObject({
    detection: { questions: ['zone'] },
    rows: [{ time: undefined }],
  });
  const tokyo = readText(plasoDynamicReader, text, { zone: makeZoneClock('Asia/Tokyo') });
  expect(tokyo.rows[0]?.time).toBe(Date.parse('2024-01-01T00:00:00Z') * 1_000);
});

test('too few cells are skipped and said', () => {
  const text = `${l2tHeader}\n${l2tLine('01/15/2024', '12:00:00', 'UTC')}\n01/15/2024,12:00:00\n\n`;
  expect(readText(plasoL2tcsvReader, text)).toMatchObject({
    rows: [{ text: 'long' }],
    skipped: [{ line: 3, reason: 'too-few-cells' }],
  });
});

test('TLN of other tools keeps its description whole, pipes and all', () => {
  const { rows, detection } = readText(
    tlnReader,
    [
      '1711846802|REG|ws-07|taro|M... HKLM/Run | Updater',
      '1711846803|EVTX|ws-07||4624; logon',
      '1711846804|X|ws-07|-|2001-01-01T00:00:00+00:00; Start Time; a time that is not the first field',
    ].join('\n'),
  );
  expect(detection.score).toBeGreaterThanOrEqual(50);
  expect(rows.map(({ kind, text }) => [kind, text])).toEqual([
    ['REG', 'M... HKLM/Run | Updater'],
    ['EVTX', '4624; logon'],
    ['X', '2001-01-01T00:00:00+00:00; Start Time; a time that is not the first field'],
  ]);
});
