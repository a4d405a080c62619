import { expect, test } from 'vitest';
import { awsVpcFlowReader } from '#shared/import/aws-vpc-flow.ts';
import { detectFormat } from '#shared/import/log-readers.ts';
import { headOf } from './read-sample-a.ts';
import { readText, timesOf } from './read-sample-b.ts';

const default2 = [
  '2 123456789010 eni-0aa11 10.1.0.5 192.0.2.21 50641 22 6 20 4249 1709287200 1709287260 ACCEPT OK',
  '2 123456789010 eni-0aa11 192.0.2.9 10.1.0.5 49761 3389 6 20 4249 1709287201 1709287261 REJECT OK',
  '2 123456789010 eni-0aa11 - - - - - - - 1709287300 1709287360 - NODATA',
  '2 123456789010 eni-0aa11 10.1.0.5 192.0.2.21 50641 22 6 20 4249 soon later ACCEPT OK',
].join('\n');

test('reads flows in the default format by the start of their window', () => {
  const { detection, rows, skipped } = readText(awsVpcFlowReader, default2);
  expect(detection).toMatchObject({ score: 97, questions: [] });
  expect(skipped).toEqual([{ line: 4, reason: 'other-format' }]);
  expect(timesOf(rows)).toEqual([
    '2024-03-01T10:00:00.000000Z',
    '2024-03-01T10:00:01.000000Z',
    '2024-03-01T10:01:40.000000Z',
  ]);
  expect(rows.map(({ host, kind }) => [host, kind])).toEqual([
    ['eni-0aa11', 'ACCEPT'],
    ['eni-0aa11', 'REJECT'],
    ['eni-0aa11', 'NODATA'],
  ]);
  expect(rows[1]?.text).toBe(
    'version: 2 ¦ account-id: 123456789010 ¦ interface-id: eni-0aa11 ¦ srcaddr: 192.0.2.9 ¦ dstaddr: 10.1.0.5 ¦ srcport: 49761 ¦ dstport: 3389 ¦ protocol: 6 ¦ packets: 20 ¦ bytes: 4249 ¦ end: 1709287261 ¦ action: REJECT ¦ log-status: OK',
  );
});

test('takes the names of the fields from the first line, in whatever order', () => {
  const text = [
    'start instance-id srcaddr pkt-dstaddr action flow-direction',
    '1709287200 i-0bb22 10.1.0.5 192.0.2.21 ACCEPT egress',
    '1709287205 - 10.1.0.6 192.0.2.21 REJECT -',
    'a line of another log',
  ].join('\n');
  const { rows, skipped } = readText(awsVpcFlowReader, text);
  expect(skipped).toEqual([{ line: 4, reason: 'other-format' }]);
  expect(rows).toMatchObject([
    { host: 'i-0bb22', kind: 'ACCEPT', timeText: '1709287200' },
    {
      host: '',
      kind: 'REJECT',
      text: 'srcaddr: 10.1.0.6 ¦ pkt-dstaddr: 192.0.2.21 ¦ action: REJECT',
    },
  ]);
});

test('no other reader takes such a file', () => {
  expect(detectFormat(headOf('flows.log', default2))?.reader.id).toBe('aws-vpc-flow');
});

test('what wevtutil writes for eyes is refused, in any language', () => {
  for (const [log, date] of [
    ['Log Name', 'Date'],
    ['ログの名前', '日付'],
  ]) {
    const text = `Event[0]:\n  ${log}: Security\n  ${date}: 2024-03-01T12:00:00.123\n`;
    expect(detectFormat(headOf('security.txt', text.repeat(3)))).toBeUndefined();
  }
});
