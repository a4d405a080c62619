import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { suricataEveReader } from '#shared/import/suricata-eve.ts';
import { suricataFastReader } from '#shared/import/suricata-fast.ts';
import { fixturesFolder, readSample, readText, timesOf } from './read-sample-b.ts';

const tokyo = makeZoneClock('Asia/Tokyo');
const eve = join(fixturesFolder, 'suricata-eve.jsonl');
const fast = join(fixturesFolder, 'suricata-fast.txt');

test('reads EVE with offsets, with Z and with no zone, which it asks for', () => {
  const asked = readSample(suricataEveReader, eve);
  expect(asked.detection).toMatchObject({
    score: 97,
    questions: ['zone'],
    notes: ['several-zones'],
  });
  expect(timesOf(asked.rows)).toEqual([
    '2024-03-01T10:00:00.000001Z',
    '2024-03-01T10:00:01.500000Z',
    undefined,
    undefined,
  ]);
  const told = readSample(suricataEveReader, eve, { zone: tokyo });
  expect(timesOf(told.rows)[2]).toBe('2024-03-01T01:00:02.500000Z');
});

test('says the signature first and names the destination as the machine', () => {
  const { rows } = readSample(suricataEveReader, eve);
  expect(rows.map(({ host, kind }) => [host, kind])).toEqual([
    ['10.1.0.5', 'alert'],
    ['192.0.2.53', 'dns'],
    ['', 'stats'],
    ['10.1.0.9', 'flow'],
  ]);
  expect(rows[0]?.text).toMatch(/^alert\.signature: LOCAL SMB from outside ¦ alert\.category: /);
  expect(rows[1]?.text).toContain('dns.answers[1].rdata: 192.0.2.2');
});

test('reads fast.log with four digits of the year', () => {
  const { detection, rows } = readSample(suricataFastReader, fast, { zone: tokyo });
  expect(detection).toMatchObject({ score: 97, questions: ['zone'] });
  expect(timesOf(rows)).toEqual(['2024-03-01T01:00:00.000001Z', '2024-03-01T01:00:01.000002Z']);
  expect(rows.map(({ host }) => host)).toEqual([
    '10.1.0.5',
    '2001:0db8:0000:0000:0000:0000:0000:0002',
  ]);
});

const tail = '  [**] [1:1:1] X [**] {TCP} 192.0.2.1:1 -> 192.0.2.2:2';

test('asks for the year where there is none, and goes on over New Year', () => {
  const text = `12/31-23:59:59.000000${tail}\n01/01-00:00:01.000000${tail}\n`;
  expect(readText(suricataFastReader, text).detection?.questions).toEqual(['zone', 'year']);
  const { rows } = readText(suricataFastReader, text, {
    year: 2023,
    zone: makeZoneClock('UTC'),
  });
  expect(timesOf(rows)).toEqual(['2023-12-31T23:59:59.000000Z', '2024-01-01T00:00:01.000000Z']);
});

test.each([
  [
    'a first number that is no month',
    `22/03/04-10:00:00.0${tail}\n23/03/04-10:00:00.0${tail}`,
    {},
    ['2022-03-04T10:00:00.000000Z', '2023-03-04T10:00:00.000000Z'],
  ],
  [
    'a middle number that is no month',
    `03/21/22-10:00:00.0${tail}`,
    {},
    ['2022-03-21T10:00:00.000000Z'],
  ],
  ['nothing', `10/05/22-10:00:00.0${tail}`, {}, [undefined]],
  [
    'the year that a person gave, in front',
    `10/05/22-10:00:00.0${tail}`,
    { year: 2010 },
    ['2010-05-22T10:00:00.000000Z'],
  ],
  [
    'the year that a person gave, behind',
    `10/05/22-10:00:00.0${tail}`,
    { year: 2022 },
    ['2022-10-05T10:00:00.000000Z'],
  ],
])('two digits of the year are placed by %s', (_what, text, choices, times) => {
  const { rows } = readText(suricataFastReader, text, {
    ...choices,
    zone: makeZoneClock('UTC'),
  });
  expect(timesOf(rows)).toEqual(times);
});

test('asks for the year where two digits could stand at either end', () => {
  const { detection } = readText(suricataFastReader, `10/05/22-10:00:00.0${tail}`);
  expect(detection?.questions).toContain('year');
});
