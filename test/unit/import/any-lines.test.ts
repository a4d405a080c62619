import { expect, test } from 'vitest';
import { anyLinesReader } from '#shared/import/any-lines.ts';
import { detectFormat } from '#shared/import/log-readers.ts';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { fileHeadOf } from '../../../electron/import/file-head.ts';
import { hostileTimeoutMs, lineTroubleOf } from './hostile-records-b.ts';
import { readText, timesOf } from './read-sample-b.ts';

const zone = makeZoneClock('+09:00');
const withZone = '2024-03-14T12:05:06.123000Z';
const inUtc = '2024-03-14T21:05:06.123000Z';

/** A line of other programs' logs; its time, kind and text. */
const lines = [
  [
    '2024-03-14 21:05:06,123 ERROR [main] a.B - failed',
    withZone,
    'ERROR',
    'ERROR [main] a.B - failed',
  ],
  ['2024-03-14 21:05:06,123 - root - INFO - started', withZone, '', 'root - INFO - started'],
  ['14-Mar-2024 21:05:06.123 SEVERE [main] x', withZone, 'SEVERE', 'SEVERE [main] x'],
  ['2024-03-14 21:05:06.123 JST [812] LOG:  ready', withZone, 'LOG', '[812] LOG:  ready'],
  ['2024-03-14T21:05:06.123456Z 0 [System] up', inUtc, '', '0 [System] up'],
  ['2024-03-14T21:05:06.123456789Z stdout F hello', inUtc, '', 'stdout F hello'],
  ['[2024-03-14 21:05:06:123] [WARN] x', withZone, 'WARN', '[WARN] x'],
  ['2024/03/14 21:05:06.123 [error] x', withZone, 'error', '[error] x'],
  ['25.03.2024 21:05:06 x', '2024-03-25T12:05:06.000000Z', '', 'x'],
  ['2024-03-14 21:05:06 10.0.0.1 GET /x', '2024-03-14T12:05:06.000000Z', '', '10.0.0.1 GET /x'],
] as const;

test.each(lines)('%s', (line, time, kind, text) => {
  const { rows } = readText(anyLinesReader, `${line}\n`, { zone, order: 'day-first' });
  expect(timesOf(rows)[0]?.slice(0, 23)).toBe(time.slice(0, 23));
  expect(rows[0]).toMatchObject({ kind, text, host: '' });
});

test('asks for what a time leaves out', () => {
  const asked = (line: string) => anyLinesReader.detect(fileHeadOf('a.log', line, true))?.questions;
  expect(asked('2024-03-14 21:05:06 x\n')).toEqual(['zone']);
  expect(asked('2024-03-14T21:05:06Z x\n')).toEqual([]);
  expect(asked('03/04/2024 21:05:06 x\n')).toEqual(['zone', 'day-or-month-first']);
});

test('names the machine of FortiGate, and keeps lines that go on', () => {
  const text = [
    'date=2024-03-14 time=21:05:06 devname="FGT-1" type="traffic" action="accept"',
    '  and more of it',
  ].join('\n');
  const { rows } = readText(anyLinesReader, text, { zone });
  expect(timesOf(rows)).toEqual(['2024-03-14T12:05:06.000000Z', '2024-03-14T12:05:06.000000Z']);
  expect(rows.map(({ host, text: said }) => [host, said])).toEqual([
    ['FGT-1', 'devname="FGT-1" type="traffic" action="accept"'],
    ['FGT-1', '  and more of it'],
  ]);
});

test('leaves tables and known formats to their readers', () => {
  const reader = (text: string) => detectFormat(fileHeadOf('a', text, true))?.reader.id;
  expect(reader('2024-03-14 21:05:06,ws1,logged on\n2024-03-14 21:05:07,ws1,off\n')).toBe(
    'any-table',
  );
  expect(reader('2024-03-14T21:05:06+09:00 web01 sshd[1]: x\n')).toBe('syslog');
  expect(reader('no time here\nnor here\n')).toBeUndefined();
});

test(
  'no line hurts it',
  () => {
    expect(
      lineTroubleOf(
        anyLinesReader,
        lines.map(([line]) => line),
      ),
    ).toBe('');
  },
  hostileTimeoutMs,
);
