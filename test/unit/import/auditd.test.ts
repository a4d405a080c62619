import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditdReader } from '#shared/import/auditd.ts';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { fixturesFolder, readSample, readText, timesOf } from './read-sample-b.ts';

const utc = makeZoneClock('UTC');

test('reads raw records, one row each, and keeps those whose time is none', () => {
  const { detection, rows } = readSample(auditdReader, join(fixturesFolder, 'auditd.txt'));
  expect(detection).toMatchObject({ score: 97, questions: [] });
  expect(timesOf(rows)).toEqual([
    '2024-03-01T10:00:00.123000Z',
    '2024-03-01T10:00:00.123000Z',
    '2024-03-01T10:00:01.456000Z',
    undefined,
    '2024-03-01T10:00:01.456000Z',
  ]);
  expect(rows.map(({ host, kind, text }) => [host, kind, text])).toEqual([
    [
      'db01',
      'SYSCALL',
      'arch=c000003e syscall=59 success=yes exit=0 comm="id" exe="/usr/bin/id" key="exec" ¦ serial: 501',
    ],
    ['db01', 'EXECVE', 'argc=1 a0="id" ¦ serial: 501'],
    ['', 'USER_LOGIN', `pid=1 uid=0 msg='op=login acct="root" res=failed' ¦ serial: 502`],
    ['', 'CWD', 'cwd="/"'],
    ['', 'EOE', 'type=EOE msg=audit(1709287201.456:502):'],
  ]);
});

test('reads what ausearch interpreted: the file proves the order, the zone is asked', () => {
  const file = join(fixturesFolder, 'auditd-interpreted.txt');
  const { detection, rows, frames } = readSample(auditdReader, file, { zone: utc });
  expect(detection).toMatchObject({ score: 97, questions: ['zone'] });
  expect(frames).toBe(2);
  expect(timesOf(rows)).toEqual([
    '2024-03-21T10:00:00.123000Z',
    '2024-03-21T10:00:00.123000Z',
    '2024-03-04T10:00:01.456000Z',
  ]);
});

test.each([
  ['03/04/2024 10:00:00.5', { zone: utc }, undefined],
  ['03/04/2024 10:00:00.500', { zone: utc }, undefined],
  ['03/04/2024 10:00:00.500', { zone: utc, order: 'day-first' }, '2024-04-03T10:00:00.500000Z'],
  ['03/04/24 10:00:00.500', { zone: utc, order: 'month-first' }, '2024-03-04T10:00:00.500000Z'],
  [
    '03/04/2024 12:00:00 AM.500',
    { zone: utc, order: 'month-first' },
    '2024-03-04T00:00:00.500000Z',
  ],
  ['04.03.2024 10:00:00.500', { zone: utc }, '2024-03-04T10:00:00.500000Z'],
  ['2024年03月04日 10:00:00.500', { zone: utc }, '2024-03-04T10:00:00.500000Z'],
  ['2024-03-04 10:00:00.500', {}, undefined],
] as const)('reads audit(%s:1) as its locale wrote it', (stamp, choices, time) => {
  const { rows } = readText(auditdReader, `type=CWD msg=audit(${stamp}:1) : cwd=/`, choices);
  expect(timesOf(rows)).toEqual([time]);
});

test('asks for the order where no number is over twelve', () => {
  const { detection } = readText(
    auditdReader,
    'type=CWD msg=audit(03/04/2024 10:00:00.500:1) : cwd=/',
  );
  expect(detection?.questions).toEqual(['zone', 'day-or-month-first']);
});
