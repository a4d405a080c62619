import { expect, test } from 'vitest';
import { hayabusaReader } from '#shared/import/hayabusa.ts';
import { formatMicroseconds } from '#shared/import/log-time.ts';
import { hasInputs, readSample, readText } from './read-sample-a.ts';

const text = [
  'Timestamp,RuleTitle,Level,Computer,Channel,EventID,RecordID,Details',
  ...['TIME', 'TIME'].map((time) => `${time},Proc Exec,info,ws-07,Sysmon,1,5,Cmdline: whoami`),
].join('\n');

function times(...written: readonly string[]) {
  let at = 0;
  const filled = text.replaceAll('TIME', () => `"${written[Math.min(at++, written.length - 1)]}"`);
  const { rows, detection } = readText(hayabusaReader, filled);
  return {
    questions: detection.questions,
    utc: rows.map(({ time }) => time && formatMicroseconds(time)),
  };
}

test.each([
  ['2022-02-22 22:00:00.123 +09:00', '2022-02-22T13:00:00.123000Z'],
  ['2022-02-22 13:00:00.123 +00:00', '2022-02-22T13:00:00.123000Z'],
  ['2022-02-22T13:00:00.1234567Z', '2022-02-22T13:00:00.123456Z'],
  ['2022-02-22 22:00:00.123456+09:00', '2022-02-22T13:00:00.123456Z'],
  ['Tue, 22 Feb 2022 22:00:00 +0900', '2022-02-22T13:00:00.000000Z'],
  ['Tue,  1 Mar 2022 22:00:00 +09:00', '2022-03-01T13:00:00.000000Z'],
  ['02-22-2022 10:00:00.123 PM +09:00', '2022-02-22T13:00:00.123000Z'],
  ['02-22-2022 22:00:00.123 +09:00', '2022-02-22T13:00:00.123000Z'],
  ['22-02-2022 22:00:00.123 +09:00', '2022-02-22T13:00:00.123000Z'],
])('%s is %s', (written, utc) => {
  expect(times(written)).toEqual({ questions: [], utc: [utc, utc] });
});

test('US and European dates that both fit are asked about; one day over twelve decides', () => {
  const open = '03-04-2022 22:00:00.123 +00:00';
  expect(times(open)).toEqual({ questions: ['day-or-month-first'], utc: [undefined, undefined] });
  expect(times('25-04-2022 22:00:00.123 +00:00', open).utc[1]).toBe('2022-04-03T22:00:00.123000Z');
  const filled = text.replaceAll('TIME', open);
  const { rows } = readText(hayabusaReader, filled, { order: 'month-first' });
  expect(rows[0]?.time && formatMicroseconds(rows[0].time)).toBe('2022-03-04T22:00:00.123000Z');
});

test('CSV and JSON lines of one profile give the same rows', () => {
  const table = readSample(hayabusaReader, 'hayabusa-standard.csv').rows;
  expect(table).toMatchObject([
    {
      host: 'ws-07.example.test',
      kind: '4625',
      text: expect.stringMatching(
        /^Logon Failure \(Wrong Password\) ¦ Level: low ¦ Type: 3 - NETWORK ¦ TgtUser: taro/,
      ) as string,
    },
    { host: '-', kind: '1102' },
  ]);
  const lines = readSample(hayabusaReader, 'hayabusa-standard.jsonl').rows;
  // JSON leaves `-` out where CSV has it inside the field.
  expect(
    table.map((row) => ({ ...row, text: row.text.replace(' ¦ LmPackageName: -', '') })),
  ).toEqual(lines);
});

test('the columns of the first version', () => {
  const { rows } = readText(
    hayabusaReader,
    'Time,Computername,Eventid,Level,Alert,Details\n2021-12-01 00:00:00.000 +09:00,ws-07,4624,high,Logon,from x\n',
  );
  expect(rows).toEqual([
    {
      time: Date.parse('2021-11-30T15:00:00Z') * 1_000,
      timeText: '2021-12-01 00:00:00.000 +09:00',
      host: 'ws-07',
      kind: '4624',
      text: 'Logon ¦ Level: high ¦ from x',
    },
  ]);
});

test('a Timesketch profile is Hayabusa, with all of its columns', () => {
  const { rows, detection } = readText(
    hayabusaReader,
    [
      'datetime,timestamp_desc,message,Level,Computer,Channel,EventID,MitreTactics,RecordID,Details,RuleFile,EvtxFile',
      '2022-02-22T13:00:00.123456Z,hayabusa,Proc Exec,info,ws-07,Sysmon,1,Exec ¦ Evas,5,Cmdline: whoami,x.yml,y.evtx',
    ].join('\n'),
  );
  expect(detection.score).toBeGreaterThan(95);
  expect(rows[0]).toMatchObject({
    kind: '1',
    text: 'Proc Exec ¦ Level: info ¦ Cmdline: whoami ¦ Channel: Sysmon ¦ MitreTactics: Exec ¦ Evas ¦ RecordID: 5 ¦ RuleFile: x.yml ¦ EvtxFile: y.evtx',
  });
});

test.skipIf(!hasInputs)(
  'objects one after another are the JSON lines (skipped without ../shared/inputs)',
  () => {
    const lines = readSample(hayabusaReader, 'hayabusa/hayabusa__docs_records.jsonl').rows;
    expect(lines).toHaveLength(2);
    expect(
      readSample(hayabusaReader, 'hayabusa/hayabusa__docs_records_concatenated.json').rows,
    ).toEqual(lines);
  },
);
