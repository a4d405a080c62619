import { describe, expect, test } from 'vitest';
import { detectRescue } from '#shared/import/rescue/detect-rescue.ts';
import { readAurora } from '#shared/import/rescue/aurora.ts';
import type { AccountedRow } from '#shared/import/rescue/rescued-case.ts';
import { auroraCase, auroraEvent, auroraSecrets } from './aurora-cases.ts';

const zone = 'Asia/Tokyo';

function rowOf(rows: readonly AccountedRow[], table: string, row = 1): AccountedRow | undefined {
  return rows.find((one) => one.table === table && one.row === row);
}

describe('a .fox file', () => {
  test.each([2, 3, 4, 5, 6, 7, 8, 10])('of version %i is recognised and read', (version) => {
    const file = auroraCase(version, { timeline: [auroraEvent()] });
    const detected = detectRescue({ kind: 'json', value: file });
    expect(detected).toMatchObject({ kind: 'case', format: 'aurora' });
    const rescued = readAurora(file, { zone });
    expect(rescued).toMatchObject({
      version: String(version),
      title: 'IR-7 Minato Clinic',
      questions: [],
    });
    expect(rescued.entries[1]).toEqual({
      text: 'Logon from unknown address\nevent_type: EventLog\ndirection: PACS01 <- VPN\nnotes: see 4624\nowner: AK\n[aurora timeline 1]',
      kind: 'observation',
      at: {
        utc: '2024-03-01T00:03:00Z',
        text: '2024-03-01 9:03:00',
        zone,
        precision: 'second',
        plusMinusMs: 0,
        untilUtc: null,
        relation: 'at',
      },
      stages: ['delivery'],
      techniques: [],
      hosts: ['PACS01', 'VPN'],
      accounts: [],
      tags: ['aurora'],
      starred: false,
    });
  });

  test('whose times have no zone asks for it and guesses none', () => {
    const rescued = readAurora(auroraCase(7, { timeline: [auroraEvent()] }), {});
    expect(rescued.questions).toEqual(['zone']);
    expect(rescued.entries[1]?.at).toMatchObject({ utc: null, text: '2024-03-01 9:03:00' });
    expect(rowOf(rescued.rows, 'timeline')).toMatchObject({
      outcome: 'changed',
      what: expect.arrayContaining(['zone-missing']),
    });
  });

  test('with nothing but instants asks nothing', () => {
    const file = auroraCase(7, {
      casenotes: [{ date_added: 1_709_251_380_000, note: 'Call the vendor', owner: 'AK' }],
    });
    const rescued = readAurora(file, {});
    expect(rescued.questions).toEqual([]);
    expect(rescued.entries[1]).toMatchObject({
      kind: 'note',
      at: { utc: '2024-03-01T00:03:00Z', zone: 'UTC' },
    });
  });

  test('never gives its secrets away, wherever they stand', () => {
    const file = auroraCase(10, {
      casenotes: [{ date_added: 1_709_251_380_000, note: `key is ${auroraSecrets[0]}!` }],
      cti_mode: { enabled: true, apikey: auroraSecrets[1] },
      email: [{ recid: 1, subject: `re: ${auroraSecrets[1]}`, password: 'Hidden-Pass-1' }],
    });
    const rescued = readAurora(file, { zone });
    const all = JSON.stringify(rescued);
    for (const secret of [...auroraSecrets, 'Hidden-Pass-1', 'misp.example.test', '"991"'])
      expect(all).not.toContain(secret);
    expect(rescued.secrets.toSorted()).toEqual([
      'apikey',
      'mispapikey',
      'mispeventid',
      'mispserver',
      'password',
      'vtapikey',
    ]);
    expect(rowOf(rescued.rows, 'casenotes')).toMatchObject({
      outcome: 'changed',
      what: ['secret-removed'],
    });
    expect(rowOf(rescued.rows, 'vtapikey', 0)).toMatchObject({ outcome: 'left', what: ['secret'] });
  });
});

describe('rows of an Aurora case', () => {
  test('that are headings of an imported CSV file are left', () => {
    const heading = auroraEvent({
      date_time: 'Date',
      event_type: 'Type',
      event_host: 'Hostname',
      direction: '',
      event_source_host: '',
      killchain: '',
      event_data: 'Description',
      notes: 'Notes',
      owner: '',
    });
    const { rows, questions } = readAurora(auroraCase(7, { timeline: [heading] }), {});
    expect(rowOf(rows, 'timeline')).toMatchObject({ outcome: 'left', what: ['header-row'] });
    expect(questions).toEqual([]);
  });

  test('with "false" in a tick box are not ticked', () => {
    const timeline = [auroraEvent({ followup: 'false' }), auroraEvent({ followup: true })];
    const { rows, entries } = readAurora(auroraCase(7, { timeline }), { zone });
    expect(entries.slice(1).map(({ tags }) => tags)).toEqual([['aurora'], ['aurora', 'followup']]);
    expect(rowOf(rows, 'timeline')).toMatchObject({
      outcome: 'changed',
      what: expect.arrayContaining(['text-flag']),
    });
  });

  test('tell of a system once, whatever the case of its name and verdict', () => {
    const file = auroraCase(7, {
      systems: [
        {
          text: 'PACS01',
          ip: '10.0.0.5, 10.0.0.6',
          system_type: 'Server',
          os: 'Windows',
          owner: 'IT',
          description: 'images',
          pin: true,
        },
        { text: 'pacs01', ip: '', system_type: 'Desktop' },
        { text: 'c2', system_type: 'Attacker Infra' },
        { text: '', ip: '10.0.0.9' },
      ],
      investigated_systems: [
        {
          hostname: 'PACS01',
          verdict: 'infected',
          summary: 'Beacon found',
          analysis_required: 'false',
        },
        { hostname: 'GONE', verdict: 'Accessed', summary: 'RDP' },
        { hostname: 'c2', verdict: 'Commodity' },
      ],
    });
    const { systems, rows } = readAurora(file, { zone });
    expect(systems).toMatchObject([
      {
        name: 'PACS01',
        aliases: ['10.0.0.5', '10.0.0.6'],
        type: 'Server',
        os: 'Windows',
        owner: 'IT',
        note: expect.stringContaining('type: Desktop'),
        state: { value: 'compromised', because: 'Beacon found' },
      },
      { name: 'c2', adversary: true, note: expect.stringContaining('verdict: Commodity') },
      { name: '10.0.0.9' },
      { name: 'GONE', state: { value: 'compromised' } },
    ]);
    expect(systems[1]).not.toHaveProperty('state');
    expect(
      rows
        .filter(({ table }) => table.includes('systems'))
        .map(({ outcome, what }) => [outcome, ...what]),
    ).toEqual([
      ['taken'],
      ['changed', 'merged'],
      ['taken'],
      ['guessed', 'name-from-address'],
      ['changed', 'word-reworded', 'text-flag', 'merged'],
      ['guessed', 'name-not-listed', 'state-from-verdict'],
      ['changed', 'word-kept-in-note', 'merged'],
    ]);
  });

  test('of the OSINT list are left when saving has put the systems there', () => {
    const systems = [
      { text: 'PACS01', ip: '10.0.0.5' },
      { text: 'DC01', ip: '10.0.0.1' },
    ];
    const poisoned = readAurora(auroraCase(7, { systems, osint: systems }), { zone });
    expect(poisoned.rows.filter(({ table }) => table === 'osint').map(({ what }) => what)).toEqual([
      ['copied-from-systems'],
      ['copied-from-systems'],
    ]);
    const osint = [
      { text: 'Blog', url: 'https://example.test/a', desc: 'same group' },
      { text: 'PACS01', ip: '10.0.0.5' },
    ];
    const mixed = readAurora(auroraCase(7, { systems, osint }), { zone });
    expect(
      mixed.rows.filter(({ table }) => table === 'osint').map(({ outcome }) => outcome),
    ).toEqual(['taken', 'left']);
    expect(mixed.entries.at(-1)?.text).toContain('url: https://example.test/a');
  });

  test('of malware, accounts and the network become indicators and accounts', () => {
    const file = auroraCase(7, {
      malware: [
        {
          text: 'a.exe',
          path_on_disk: 'C:\\Temp\\a.exe',
          hostname: 'PACS01',
          md5: 'A'.repeat(64),
          vt: 'infected',
          notes: 'loader',
        },
      ],
      compromised_accounts: [
        {
          account_name: 'svc',
          domain: 'CORP',
          sid: 'S-1-5-21',
          context: 'used at night',
          privileges: 'DA',
        },
      ],
      network_indicators: [
        {
          ip: '198.51.100.7',
          domainname: 'evil[.]example',
          port: 443,
          last_activity: '2024-03-01 7:00:00',
          malware: 'a.exe',
        },
        { ip: 'not an address', domainname: '' },
      ],
    });
    const { indicators, accounts, rows } = readAurora(file, { zone });
    expect(
      indicators.map(({ fields }) => [fields.type, fields.value, fields.systems, fields.lastSeen]),
    ).toEqual([
      ['file-name', 'a.exe', ['PACS01'], undefined],
      ['file-path', 'C:\\Temp\\a.exe', ['PACS01'], undefined],
      ['sha256', 'A'.repeat(64), ['PACS01'], undefined],
      ['ipv4', '198.51.100.7', undefined, '2024-02-29T22:00:00Z'],
      ['domain', 'evil.example', undefined, '2024-02-29T22:00:00Z'],
      ['other', 'not an address', undefined, undefined],
    ]);
    expect(accounts).toMatchObject([
      {
        name: 'svc',
        domain: 'CORP',
        sid: 'S-1-5-21',
        privileges: 'DA',
        state: { value: 'compromised' },
      },
    ]);
    expect(rowOf(rows, 'network_indicators', 2)).toMatchObject({
      outcome: 'guessed',
      what: ['type-from-value'],
    });
  });

  test('of tasks, evidence and exfiltration keep what has no place as text', () => {
    const file = auroraCase(7, {
      actions: [
        {
          task: 'Image the disk',
          status: 'In Progress',
          task_type: 'Analysis',
          owner: 'AK',
          date_due: 1_709_251_380_000,
        },
        { task: 'Call', status: 'Someday', date_due: 'next week' },
      ],
      evidence: [
        {
          date_acquired: '2024-03-02 10:00:00',
          type: 'Memory Dump',
          name: 'mem.raw',
          hash: 'abc',
          size: '16 GB',
        },
      ],
      exfiltration: [
        {
          exfiltime: '2024-03-01 23:00:00',
          stagingsystem: 'PACS01',
          original: 'FS01',
          exfil_to: 'c2',
          filename: 'x.rar',
          size: 5,
        },
      ],
    });
    const { actions, entries, rows } = readAurora(file, { zone });
    expect(actions).toEqual([
      {
        text: 'Image the disk',
        state: 'doing',
        type: 'Analysis',
        owner: 'AK',
        due: '2024-03-01T00:03:00Z',
      },
      { text: 'Call', note: 'status: Someday\ndate_due: next week' },
    ]);
    expect(rowOf(rows, 'actions', 2)?.what).toEqual(['word-kept-in-note', 'time-unreadable']);
    expect(entries.find(({ tags }) => tags.includes('evidence'))).toMatchObject({
      kind: 'note',
      at: { utc: '2024-03-02T01:00:00Z' },
    });
    expect(entries.find(({ kind }) => kind === 'adversary')).toMatchObject({
      stages: ['actions-on-objectives'],
      hosts: ['PACS01', 'FS01', 'c2'],
      tags: ['aurora', 'guessed-stage'],
    });
    expect(rowOf(rows, 'exfiltration')?.outcome).toBe('guessed');
  });
});
