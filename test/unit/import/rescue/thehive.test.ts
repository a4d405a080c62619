import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { detectRescue } from '#shared/import/rescue/detect-rescue.ts';
import { readTheHive } from '#shared/import/rescue/thehive.ts';
import { hasInputs, inputsFolder as inputs } from '../read-sample-a.ts';

const theCase = {
  _id: '~1',
  _type: 'Case',
  number: 12,
  title: 'VPN',
  description: 'intrusion',
  severity: 3,
  startDate: 1_709_251_380_000,
  endDate: null,
  tags: ['vpn'],
  flag: false,
  tlp: 2,
  pap: 2,
  status: 'Open',
};
const task = {
  _id: '~2',
  title: 'Image',
  group: 'forensics',
  status: 'InProgress',
  dueDate: 1_709_251_380_500,
  assignee: 'aoi@example.test',
  flag: true,
  startDate: 1_709_251_380_000,
};
const observables = [
  {
    dataType: 'ip',
    data: '198.51.100.7',
    tlp: 3,
    ioc: true,
    tags: ['c2'],
    sightedAt: 1_709_251_380_000,
  },
  {
    dataType: 'file',
    attachment: { name: 'a.exe', hashes: ['a'.repeat(64), 'b'.repeat(32)], size: 5 },
    message: 'dropped',
    tlp: 1,
  },
  { dataType: 'mail_subject', data: 'Invoice' },
  { dataType: 'hash', data: 'c'.repeat(40) },
  { dataType: 'file', message: 'name unknown', ioc: false },
];
const procedure = {
  _id: '~9',
  patternId: 'T1059.001',
  patternName: 'PowerShell',
  tactic: 'command-and-control',
  occurDate: 1_709_251_380_000,
  description: 'encoded command',
};

describe('JSON of TheHive', () => {
  test.each([
    ['one object', theCase],
    ['a list', [theCase]],
    ['data', { data: [theCase] }],
    ['bare observables', observables],
    ['lists by name', { case: theCase, tasks: [task], observables }],
    ['a procedure', procedure],
  ])('is recognised as %s', (_name, value) => {
    expect(detectRescue({ kind: 'json', value })).toMatchObject({
      kind: 'case',
      format: 'thehive',
    });
  });

  test.each([
    [
      'an alert of Suricata',
      { timestamp: 'x', event_type: 'alert', alert: { severity: 2 }, flow_id: 7 },
    ],
    ['a list of events', [{ title: 'a', message: 'b' }]],
    ['numbers', [1, 2, 3]],
    ['nothing', []],
    ['names that every object has', { constructor: [{ a: 1 }], data: [{ toString: 1 }] }],
  ])('is not recognised in %s', (_name, value) => {
    expect(detectRescue({ kind: 'json', value })).toBeUndefined();
  });

  test('becomes entries, actions and indicators', () => {
    const { entries, actions, indicators, rows, title, questions } = readTheHive(
      {
        case: theCase,
        tasks: [
          { ...task, logs: [{ message: 'disk imaged', date: 1_709_251_380_000, owner: 'aoi' }] },
        ],
        observables,
        procedures: [procedure],
        timeline: {
          events: [
            {
              date: 1_709_251_380_000,
              endDate: 1_709_254_980_000,
              kind: 'customEvent',
              title: 'Exfiltration',
              description: 'to c2',
            },
          ],
        },
      },
      {},
    );
    expect([title, questions]).toEqual(['VPN', []]);
    expect(actions).toEqual([
      {
        text: 'Image',
        state: 'doing',
        type: 'forensics',
        owner: 'aoi@example.test',
        due: '2024-03-01T00:03:00.500Z',
        note: 'flag: true\nstartDate: 2024-03-01T00:03:00Z',
      },
    ]);
    expect(indicators.map(({ fields }) => [fields.type, fields.value, fields.tlp])).toEqual([
      ['ipv4', '198.51.100.7', 'RED'],
      ['file-name', 'a.exe', 'GREEN'],
      ['sha256', 'a'.repeat(64), 'GREEN'],
      ['md5', 'b'.repeat(32), 'GREEN'],
      ['other', 'Invoice', undefined],
      ['sha1', 'c'.repeat(40), undefined],
    ]);
    expect(indicators[0]?.fields.lastSeen).toBe('2024-03-01T00:03:00Z');
    expect(entries.map(({ kind, at, stages }) => [kind, at.utc, at.untilUtc, ...stages])).toEqual([
      ['note', '2024-03-01T00:03:00Z', null],
      ['note', '2024-03-01T00:03:00Z', null],
      ['note', null, null],
      ['adversary', '2024-03-01T00:03:00Z', null, 'command-and-control'],
      ['observation', '2024-03-01T00:03:00Z', '2024-03-01T01:03:00Z'],
    ]);
    expect(entries[3]).toMatchObject({
      techniques: ['T1059.001'],
      tags: ['thehive', 'guessed-stage'],
    });
    expect(rows.map(({ table, row, outcome }) => `${table} ${String(row)} ${outcome}`)).toEqual([
      'case 1 taken',
      'tasks 1 taken',
      'logs 1 taken',
      'observables 1 guessed',
      'observables 2 taken',
      'observables 3 changed',
      'observables 4 taken',
      'observables 5 changed',
      'procedures 1 guessed',
      'events 1 taken',
    ]);
  });

  test.skipIf(!hasInputs).each([
    ['Case', 13],
    ['Observable', 13],
    ['Task', 15],
  ])(
    'of its own tests is read to the last row: %s (skipped without ../shared/inputs)',
    (name, count) => {
      const file = path.join(inputs, 'data', 'thehive', `thehive_test__${name}.json`);
      const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
      const detected = detectRescue({ kind: 'json', value });
      if (detected?.kind !== 'case') throw new Error('it is a case');
      const { rows } = detected.read({});
      expect(rows).toHaveLength(count);
      expect(rows.filter(({ outcome }) => outcome === 'left')).toEqual([]);
    },
  );
});

test('the value of a custom field that is a key is never taken over, however it is written', () => {
  const secrets = ['hive-key-a81f00c2', 'hive-key-b77e11d3', 'hive-key-c55f22e4', 'short'];
  const found = readTheHive(
    {
      case: {
        _type: 'Case',
        title: 'T',
        severity: 2,
        tlp: 2,
        pap: 2,
        description: `see ${secrets[0]}`,
        customFields: [
          { name: 'misp-api-key', type: 'string', value: secrets[0] },
          { name: 'vault password', type: 'string', value: secrets[3] },
          { name: 'ticket', type: 'string', value: 'INC-4711' },
        ],
        extraData: { 'api key': { string: secrets[1], order: 1 }, secret: [{ value: secrets[2] }] },
      },
    },
    {},
  );
  const said = JSON.stringify(found);
  for (const secret of secrets) expect(said).not.toContain(secret);
  expect(said).toContain('INC-4711');
  expect(found.secrets.toSorted()).toEqual(['api key', 'misp-api-key', 'secret', 'vault password']);
});
