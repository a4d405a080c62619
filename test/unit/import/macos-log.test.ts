import { expect, test } from 'vitest';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { macosLogJsonReader } from '#shared/import/macos-log-json.ts';
import { macosLogReader } from '#shared/import/macos-log.ts';
import { readText, timesOf } from './read-sample-b.ts';

test('reads the default style with its header, offsets and continued lines', () => {
  const text = [
    'Timestamp                       Thread     Type        Activity             PID    TTL  ',
    '2024-03-01 09:00:00.123456+0900 0x1f3      Default     0x0                  87     0    loginwindow: (Analytics) [com.example:client] Leaving.',
    '2024-03-01 09:00:01.223456+0900 0x2        Error       0x8000000000000123   812    sshd: Failed: twice',
    '  and once more',
    '--------------------------------------------------------------------------------------------------------------------',
    'Log      - Default:          2, Info:                0, Debug:             0, Error:          1, Fault:          0',
  ].join('\n');
  const { detection, rows } = readText(macosLogReader, text, {});
  expect(detection).toMatchObject({ score: 93, questions: [] });
  expect(timesOf(rows)).toEqual([
    '2024-03-01T00:00:00.123456Z',
    '2024-03-01T00:00:01.223456Z',
    '2024-03-01T00:00:01.223456Z',
  ]);
  expect(rows.map(({ kind, text: said }) => [kind, said])).toEqual([
    ['Default', 'loginwindow[87]: (Analytics) [com.example:client] Leaving.'],
    ['Error', 'sshd[812]: Failed: twice'],
    ['Error', '  and once more'],
  ]);
});

test('asks for the zone of the compact style', () => {
  const text = [
    'Timestamp               Ty Process[PID:TID]',
    '2024-03-01 09:00:00.123 Df loginwindow[87:1f3] [com.example:client] Leaving.',
    '2024-03-01 09:00:01.223 E  Google Chrome He[812:99] Failed',
  ].join('\n');
  const { detection, rows } = readText(macosLogReader, text, { zone: makeZoneClock('+09:00') });
  expect(detection).toMatchObject({ questions: ['zone'] });
  expect(timesOf(rows)).toEqual(['2024-03-01T00:00:00.123000Z', '2024-03-01T00:00:01.223000Z']);
  expect(rows.map(({ text: said }) => said)).toEqual([
    'loginwindow[87:1f3] [com.example:client] Leaving.',
    'Google Chrome He[812:99] Failed',
  ]);
});

test('reads ndjson with the process, and leaves out the count at its end', () => {
  const event = {
    eventMessage: 'Accepted',
    eventType: 'logEvent',
    subsystem: 'com.example',
    category: '',
    processImagePath: '/usr/sbin/sshd',
    processID: 812,
    machTimestamp: 99,
    messageType: 'Default',
    timestamp: '2024-03-01 09:00:00.123456+0900',
  };
  const text = [event, { ...event, eventMessage: '' }, { count: 2, finished: 1 }]
    .map((value) => JSON.stringify(value))
    .join('\n');
  const { rows } = readText(macosLogJsonReader, text, {});
  expect(timesOf(rows)).toEqual(['2024-03-01T00:00:00.123456Z', '2024-03-01T00:00:00.123456Z']);
  expect(rows[0]?.text).toBe('sshd[812]: [com.example] Accepted');
  expect(rows[1]?.text).toContain('processImagePath: /usr/sbin/sshd');
});
