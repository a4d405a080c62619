import { expect, test } from 'vitest';
import { anyJsonReader } from '#shared/import/any-json.ts';
import { anyTableReader } from '#shared/import/any-table.ts';
import { formatMicroseconds, makeZoneClock } from '#shared/import/log-time.ts';
import { headOf, readText, type Sample } from './read-sample-a.ts';

const tokyo = { zone: makeZoneClock('Asia/Tokyo') };

function utc({ rows }: Sample): readonly (string | undefined)[] {
  return rows.map(({ time }) => (time === undefined ? undefined : formatMicroseconds(time)));
}

test('a Japanese table: columns by their names, the zone asked', () => {
  const text = [
    '発生日時,ホスト名,種別,内容,担当',
    '2024年3月4日 5時06分,WS-07,検知,"不審な通信, 遮断",山田',
    '2024年3月4日 5時07分,WS-08,検知,,山田',
  ].join('\n');
  const sample = readText(anyTableReader, text, tokyo);
  expect(sample.detection).toMatchObject({
    questions: ['zone'],
    columns: { time: '発生日時', host: 'ホスト名', kind: '種別', text: ['内容'] },
  });
  expect(sample.rows).toEqual([
    {
      time: Date.parse('2024-03-03T20:06:00Z') * 1_000,
      timeText: '2024年3月4日 5時06分',
      host: 'WS-07',
      kind: '検知',
      text: '不審な通信, 遮断',
    },
    {
      time: Date.parse('2024-03-03T20:07:00Z') * 1_000,
      timeText: '2024年3月4日 5時07分',
      host: 'WS-08',
      kind: '検知',
      text: 'ホスト名: WS-08 ¦ 種別: 検知 ¦ 担当: 山田',
    },
  ]);
  expect(utc(readText(anyTableReader, text))).toEqual([undefined, undefined]);
});

test.each([',', '\t', ';', '|'])('the delimiter %j is found', (delimiter) => {
  const text = [
    ['Date/Time', 'Computer', 'Event ID', 'Message'],
    ['2024-03-04T05:06:07Z', 'ws-07', '4624', 'a logon: it went well'],
    ['2024-03-04T05:06:08Z', 'ws-07', '4634', 'a logoff: it did not'],
  ]
    .map((cells) => cells.join(delimiter))
    .join('\n');
  expect(readText(anyTableReader, text)).toMatchObject({
    detection: { score: 45, questions: [], layout: { delimiter } },
    rows: [
      { host: 'ws-07', kind: '4624', text: 'a logon: it went well' },
      { host: 'ws-07', kind: '4634', text: 'a logoff: it did not' },
    ],
  });
});

test.each([
  ['1709528767', 's'],
  ['1709528767.250', 's'],
  ['1709528767250', 'ms'],
  ['1709528767250000', 'us'],
  ['1709528767250000123', 'ns'],
  ['133540023672500000', 'filetime'],
])('%s counts in %s', (written, epoch) => {
  const sample = readText(anyTableReader, `time,text\n${written},a\n${written},b\n`);
  expect(sample.detection.columns).toMatchObject({ time: 'time', epoch });
  expect(utc(sample)[0]).toMatch(/^2024-03-04T05:06:07\.(?:00|25)0000Z$/);
});

test('date and time of day may stand apart', () => {
  const sample = readText(
    anyTableReader,
    'Date,Time,Source,Description\n2024-03-04,05:06:07,fw,one\n2024-03-04,05:06:08,fw,two\n',
    tokyo,
  );
  expect(sample.detection.columns).toMatchObject({ time: 'Date', timeOfDay: 'Time' });
  expect(utc(sample)).toEqual(['2024-03-03T20:06:07.000000Z', '2024-03-03T20:06:08.000000Z']);
});

test('the order of day and month is asked, or proven by the file', () => {
  const line = (date: string) => `${date} 05:06:07 Z,x\n`;
  const open = `timestamp,event\n${line('03/04/2024')}${line('04/04/2024')}`;
  expect(readText(anyTableReader, open)).toMatchObject({
    detection: { questions: ['day-or-month-first'] },
    rows: [{ time: undefined }, { time: undefined }],
  });
  const proven = readText(anyTableReader, `${open}${line('25/04/2024')}`);
  expect(proven.detection.questions).toEqual([]);
  expect(utc(proven)[0]).toBe('2024-04-03T05:06:07.000000Z');
});

test('two columns of times with equal claims are asked about, and a person’s columns count', () => {
  const text = 'opened at,closed at,who\n2024-03-04 05:06:07Z,2024-03-05 05:06:07Z,taro\n';
  expect(readText(anyTableReader, text).detection.questions).toEqual(['columns']);
  const sample = readText(anyTableReader, text, {
    columns: { time: 'closed at', text: ['who', 'opened at'], host: 'no such column' },
  });
  expect(sample.rows).toEqual([
    {
      time: Date.parse('2024-03-05T05:06:07Z') * 1_000,
      timeText: '2024-03-05 05:06:07Z',
      host: '',
      kind: '',
      text: 'who: taro ¦ opened at: 2024-03-04 05:06:07Z',
    },
  ]);
});

test('a table without a header has numbers for names, and asks', () => {
  const sample = readText(
    anyTableReader,
    '2024-03-04 05:06:07Z,ws-07,first\n2024-03-04 05:06:08Z,ws-07,second\n',
  );
  expect(sample.detection).toMatchObject({ questions: ['columns'], columns: { time: '1' } });
  expect(sample.rows.map(({ text }) => text)).toEqual([
    '2: ws-07 ¦ 3: first',
    '2: ws-07 ¦ 3: second',
  ]);
});

test('unusable times, short and long records', () => {
  const { rows, skipped, frames } = readText(
    anyTableReader,
    [
      'host,time,message',
      'ws-07,2024-03-04 05:06:07Z,one',
      'ws-07,2024-03-04 05:06:08Z,two',
      'ws-07,2024-03-04 05:06:09Z,three',
      'ws-07,2024-03-04 05:06:09Z,four',
      'ws-07,2024-03-04 05:06:09Z,five',
      'ws-07,2024-03-04 05:06:09Z,six',
      'ws-07,,seven',
      'ws-07',
      'ws-07,2024-03-04 05:06:10Z,eight, with a comma',
      '',
      'host,time,message',
    ].join('\n'),
  );
  expect(rows.slice(6).map(({ time, text }) => [time === undefined, text])).toEqual([
    [true, 'seven'],
    [false, 'eight, with a comma'],
  ]);
  expect(skipped).toEqual([{ line: 9, reason: 'too-few-cells' }]);
  expect(frames).toBe(3);
});

test.each([
  ['日時(JST)', '2024-03-03T20:06:07.000000Z'],
  ['timestamp_utc', '2024-03-04T05:06:07.000000Z'],
  ['UtcTime', '2024-03-04T05:06:07.000000Z'],
])('a column named %s says its zone', (name, expected) => {
  const sample = readText(anyTableReader, `sep=,\n${name},message\n2024-03-04 05:06:07,a\n`);
  expect(sample.detection).toMatchObject({ questions: [], notes: ['zone-proven'] });
  expect(utc(sample)).toEqual([expected]);
  expect(sample.frames).toBe(3);
});

test('numbers of a column that a person chose count by their size', () => {
  const text = 'seen,time,message\n1709528767250,2024-03-04 05:06:07Z,a\n';
  const sample = readText(anyTableReader, text, { columns: { time: 'seen', text: ['message'] } });
  expect(utc(sample)).toEqual(['2024-03-04T05:06:07.250000Z']);
});

test('prose is no table', () => {
  const prose = 'Dear all, at 05:06 today, we saw it.\nIt was, as ever, late.\nRegards\n';
  expect(anyTableReader.detect(headOf('letter.txt', prose))).toBeUndefined();
});

test('JSON by path, with dots in names and without a message', () => {
  const lines = [
    {
      '@timestamp': '2024-03-04T05:06:07.250Z',
      host: { name: 'ws-07' },
      event: { code: 4624 },
      'id.orig_h': '192.0.2.7',
    },
    { '@timestamp': '2024-03-04T05:06:08Z', host: { name: 'ws-07' }, event: { code: 4634 } },
    { '@timestamp': 'soon', host: {} },
    [],
  ];
  const { rows, detection, skipped } = readText(anyJsonReader, JSON.stringify(lines));
  expect(detection).toMatchObject({
    score: 45,
    questions: [],
    columns: { time: '@timestamp', host: 'host.name', kind: 'event.code', text: ['id.orig_h'] },
  });
  expect(rows).toMatchObject([
    {
      time: Date.parse('2024-03-04T05:06:07.250Z') * 1_000,
      host: 'ws-07',
      kind: '4624',
      text: '192.0.2.7',
    },
    { text: '@timestamp: 2024-03-04T05:06:08Z ¦ host: name: ws-07 ¦ event: code: 4634' },
    { time: undefined, timeText: 'soon' },
  ]);
  expect(skipped).toEqual([{ line: 4, reason: 'no-event' }]);
});
