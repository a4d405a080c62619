import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { detectRescue } from '#shared/import/rescue/detect-rescue.ts';
import type { RescuedCase } from '#shared/import/rescue/rescued-case.ts';
import { readWorkbook } from '../../../../electron/import/read-workbook.ts';
import { hasInputs, inputsFolder as inputs } from '../read-sample-a.ts';
import { dateCell, formulaCell, type MadeCell, makeWorkbook } from './make-workbook.ts';

const timeline = [
  'Timestamp_UTC_0',
  'EvidenceType',
  'Event System',
  '<->',
  'Remote System',
  'Suspect Account',
  'MITRE Tactic',
  'MITRE Techniques',
  'Visualize',
  'Activity',
  'Notes',
];

function rescue(sheets: Readonly<Record<string, readonly (readonly MadeCell[])[]>>): RescuedCase {
  const read = readWorkbook(makeWorkbook({ Timeline: [timeline], ...sheets }));
  if (!read.ok) throw new Error(read.error.kind);
  const detected = detectRescue({ kind: 'workbook', sheets: read.value });
  if (detected?.kind !== 'case') throw new Error('it is a case of Kanvas');
  return detected.read({});
}

test('a timeline of Kanvas is in UTC and asks nothing', () => {
  const { entries, rows, questions } = rescue({
    Timeline: [
      timeline,
      [
        dateCell(45_352.523_032_407_4),
        'EVTX',
        'PC1',
        '->',
        'DC01',
        'CORP\\bob',
        'Lateral Movement',
        'T1021.002 - SMB',
        'Yes',
        'SMB logon',
        'see log',
      ],
      ['2024-03-01 12:40', '', 'PC1', '', '', '', 'no tactic', '', '', formulaCell('cmd|x'), ''],
      timeline,
      ['yesterday', '', 'PC2', '', '', '', '', '', '', 'odd time', ''],
    ],
  });
  expect(questions).toEqual([]);
  expect(entries).toMatchObject([
    {
      text: 'SMB logon\n<->: PC1 -> DC01\nEvidenceType: EVTX\nMITRE Tactic: Lateral Movement\nMITRE Techniques: T1021.002 - SMB\nNotes: see log\n[kanvas Timeline 2]',
      at: { utc: '2024-03-01T12:33:10Z', zone: 'UTC', precision: 'second' },
      hosts: ['PC1', 'DC01'],
      accounts: ['CORP\\bob'],
      stages: ['actions-on-objectives'],
      techniques: ['T1021.002'],
      tags: ['kanvas', 'guessed-stage'],
    },
    {
      text: expect.stringMatching(/^=cmd\|x\n/),
      at: { utc: '2024-03-01T12:40:00Z', precision: 'minute' },
      stages: [],
    },
    { at: { utc: null, text: 'yesterday' } },
  ]);
  expect(rows.map(({ row, outcome }) => [row, outcome])).toEqual([
    [2, 'guessed'],
    [3, 'taken'],
    [4, 'left'],
    [5, 'changed'],
  ]);
});

test('the other sheets become systems, accounts, indicators, actions and entries', () => {
  const { systems, accounts, indicators, actions, entries, rows, title } = rescue({
    Systems: [
      ['HostName', 'IPAddress', 'Location', 'SystemType', 'OS', 'Notes'],
      ['evil', '198.51.100.7', '', 'Attacker-Machine', '', ''],
      ['PC1', '10.0.0.5; 10.0.0.6', 'Osaka', 'Desktop', 'Windows', 'x'],
      ['', '', '', '', '', 'only a note'],
    ],
    Accounts: [
      ['AccountName', 'UserName', 'SID', 'First known compromised use'],
      ['bob', 'Bob B', 'S-1', '2024-03-01'],
      ['', 'eve', '', ''],
    ],
    Indicators: [
      ['Source', 'TLP', 'IndicatorType', 'Indicator', 'SHA256', 'SHA1', 'MD5', 'Notes'],
      ['CERT', 'TLP:AMBER', 'FileName', 'a.exe', 'a'.repeat(64), '', '', ''],
      ['', 'PURPLE', 'JA3-JA3S', 'x1', '', '', '', ''],
      ['', '', 'IPAddress', 'hxxp://evil[.]example/a', '', '', '', ''],
    ],
    'Containment -Isolation': [
      ['Timestamp_UTC_0', 'TargetType', 'TargetName', 'IsolationMethod'],
      ['2024-03-02 01:00:00', 'System', 'PC1', 'EDR'],
    ],
    Recommendations: [
      ['Finding/Issue', 'Recommendations', 'Priority', 'Status'],
      ['No MFA', 'Use MFA', 'High', 'Open'],
    ],
    'Investigation Streams': [
      ['Priority', 'ID', 'Work Stream', 'Request / Task', 'Assigned To', 'CurrentStatus'],
      ['Low', '1', 'Disk', 'Image PC1', 'Aoi', 'Done'],
    ],
    'Evidence Tracker': [
      ['Evidence ID', 'EvidenceType', 'Evidence Description'],
      ['EV1', 'Disk', 'Disk of PC1'],
    ],
    constructor: [
      ['A', 'B'],
      ['kept', 'too'],
    ],
    'Case Info': [
      ['meta', 'meta-value'],
      ['CaseName:', 'Minato'],
      ['TLP:', ''],
      ['API Key:', 'hidden-secret-9'],
    ],
  });
  expect(title).toBe('Minato');
  expect(systems).toMatchObject([
    { name: 'evil', adversary: true },
    { name: 'PC1', place: 'Osaka', aliases: ['10.0.0.5', '10.0.0.6'] },
  ]);
  expect(accounts).toMatchObject([
    { name: 'bob', sid: 'S-1', state: { value: 'compromised' } },
    { name: 'eve' },
  ]);
  expect(
    indicators.map(({ fields }) => [fields.type, fields.value, fields.tlp, fields.origin]),
  ).toEqual([
    ['file-name', 'a.exe', 'AMBER', 'CERT'],
    ['sha256', 'a'.repeat(64), 'AMBER', 'CERT'],
    ['other', 'x1', undefined, undefined],
    ['url', 'http://evil.example/a', undefined, undefined],
  ]);
  expect(actions).toMatchObject([
    { text: 'Use MFA', state: 'open', priority: 'high' },
    { text: 'Image PC1', state: 'done', priority: 'low', owner: 'Aoi', type: 'Disk' },
  ]);
  expect(entries.map(({ kind, hosts, text }) => [kind, ...hosts, text.split('\n')[0]])).toEqual([
    ['note', 'Notes: only a note'],
    ['response', 'PC1', 'EDR'],
    ['note', 'Disk of PC1'],
    ['note', 'A: kept'],
    ['note', 'Minato'],
  ]);
  expect(JSON.stringify({ entries, rows })).not.toContain('hidden-secret-9');
  expect(
    rows
      .filter(({ outcome }) => outcome === 'left')
      .map(({ table, row }) => `${table} ${String(row)}`),
  ).toEqual(['Case Info 3', 'Case Info 4', 'API Key: 0']);
});

test.skipIf(!hasInputs)(
  'the empty template of Kanvas holds no case (skipped without ../shared/inputs)',
  () => {
    const read = readWorkbook(
      readFileSync(path.join(inputs, 'data', 'kanvas', 'kanvas__sod.xlsx')),
    );
    if (!read.ok) throw new Error(read.error.kind);
    const detected = detectRescue({ kind: 'workbook', sheets: read.value });
    if (detected?.kind !== 'case') throw new Error('it is a case of Kanvas');
    const { rows, entries, systems, accounts, indicators, actions } = detected.read({});
    expect([entries, systems, accounts, indicators, actions]).toEqual([[], [], [], [], []]);
    expect(rows).toHaveLength(94);
    expect(rows.every(({ outcome }) => outcome === 'left')).toBe(true);
  },
);
