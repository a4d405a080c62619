import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { detectRescue } from '#shared/import/rescue/detect-rescue.ts';
import { readIris } from '#shared/import/rescue/iris.ts';
import { hasInputs, inputsFolder as inputs } from '../read-sample-a.ts';

function irisCase(parts: Record<string, unknown> = {}): Record<string, unknown> {
  const lists = {
    evidences: [],
    timeline: [],
    iocs: [],
    assets: [],
    tasks: [],
    comments: [],
    notes: [],
  };
  return {
    status: 'success',
    message: '',
    data: {
      case: { name: '#12 - VPN', soc_id: 'x', open_date: '2024-03-01', custom_attributes: {} },
      ...lists,
      ...parts,
    },
  };
}

const event = {
  event_title: 'Logon',
  event_content: '**seen** ![](/datastore/file/view/3)',
  event_raw: '4624',
  event_date: '2024-03-01T00:03:00.000000',
  event_tz: '+09:00',
  event_date_wtz: '2024-03-01T09:03:00.000000',
  event_tags: 'vpn,T1078',
  category: 'Initial Access',
  event_is_flagged: true,
  assets: ['FW (old) (Firewall)', 'bob (Windows Account - AD)', 'GONE (Router)'],
  iocs: [{ ioc_value: '198.51.100.7|443', type: 'ip-dst|port', tlp_name: 'red' }],
};

describe('an IRIS export', () => {
  test('is recognised with and without the answer around it', () => {
    const answer = irisCase();
    for (const value of [answer, answer['data']])
      expect(detectRescue({ kind: 'json', value })).toMatchObject({ format: 'iris' });
    expect(
      detectRescue({
        kind: 'json',
        value: { enc: 'aes256gcm', v: 1, salt: '', nonce: '', ct: '' },
      }),
    ).toEqual({ kind: 'encrypted', format: 'iris' });
    expect(detectRescue({ kind: 'json', value: { data: { case: {} } } })).toBeUndefined();
  });

  test('gives events with zone, stage, systems, accounts and indicators', () => {
    const file = irisCase({
      timeline: [event],
      assets: [
        {
          asset_name: 'FW (old)',
          type: 'Firewall',
          asset_ip: '10.0.0.1',
          asset_compromise_status: 'Compromised',
          asset_ioc: [{ ioc_value: 'evil.example', type_name: 'domain' }],
        },
        {
          asset_name: 'bob',
          type: 'Windows Account - AD',
          asset_compromise_status: 'To be determined',
        },
        { asset_name: 'OLD', asset_type: { asset_name: 'Linux - Server' }, compromised: true },
      ],
    });
    const { entries, systems, accounts, indicators, rows, questions } = readIris(file, {});
    expect(questions).toEqual([]);
    expect(entries[1]).toMatchObject({
      at: { utc: '2024-03-01T00:03:00Z', zone: '+09:00' },
      stages: ['delivery'],
      techniques: ['T1078'],
      hosts: ['FW (old)', 'GONE'],
      accounts: ['bob'],
      tags: ['iris', 'vpn', 'T1078', 'guessed-stage'],
      starred: true,
    });
    expect(rows.find(({ table }) => table === 'timeline')).toMatchObject({
      outcome: 'guessed',
      what: ['stage-from-tactic', 'picture-not-in-file', 'name-not-listed'],
    });
    expect(systems).toMatchObject([
      { name: 'FW (old)', aliases: ['10.0.0.1'], state: { value: 'compromised' } },
      { name: 'OLD', type: 'Linux - Server', state: { value: 'compromised' } },
    ]);
    expect(accounts).toMatchObject([{ name: 'bob', type: 'Windows Account - AD' }]);
    expect(accounts[0]).not.toHaveProperty('state');
    expect(indicators).toMatchObject([
      { fields: { type: 'domain', value: 'evil.example', systems: ['FW (old)'] }, entries: [] },
      {
        fields: { type: 'ipv4', value: '198.51.100.7', tlp: 'RED', note: 'port: 443' },
        entries: [1],
      },
    ]);
  });

  test('asks for a zone only when an event has none, and says when two times contradict', () => {
    const without = readIris(irisCase({ timeline: [{ ...event, event_tz: null }] }), {});
    expect(without.questions).toEqual(['zone']);
    const wrong = readIris(
      irisCase({ timeline: [{ ...event, event_date_wtz: '2024-03-01T10:03:00' }] }),
      {},
    );
    expect(wrong.entries[1]?.at.utc).toBe('2024-03-01T00:03:00Z');
    expect(wrong.rows.find(({ table }) => table === 'timeline')?.what).toContain(
      'times-contradict',
    );
  });

  test('keeps tasks, notes, comments and the list of evidence', () => {
    const { actions, entries, rows } = readIris(
      irisCase({
        tasks: [
          {
            task_title: 'Ask',
            task_description: 'the vendor',
            task_status: 'On hold',
            task_assignees: [{ name: 'Aoi' }, { name: 'Ren' }],
          },
          { task_title: 'Old', task_status: 'Canceled', assigned_to: 'Aoi' },
        ],
        notes: [
          {
            note_title: 'Log',
            note_content: 'text',
            directory: { name: 'A' },
            note_creationdate: '2024-03-01T01:00:00',
          },
        ],
        comments: [{ comment_text: 'fine', comment_by: 'Aoi' }],
        evidences: [{ filename: 'disk.e01', file_hash: 'abc', file_size: 0 }],
      }),
      { zone: 'UTC' },
    );
    expect(actions).toEqual([
      { text: 'Ask\n\nthe vendor', state: 'blocked', owner: 'Aoi, Ren' },
      { text: 'Old', state: 'dropped', owner: 'Aoi' },
    ]);
    expect(entries.slice(1).map(({ text }) => text.split('\n')[0])).toEqual([
      'disk.e01',
      'Log',
      'fine',
    ]);
    expect(entries[2]?.at.utc).toBe('2024-03-01T01:00:00Z');
    expect(rows.find(({ table }) => table === 'evidences')).toMatchObject({
      outcome: 'taken',
      what: ['file-not-in-file'],
    });
  });

  const folder = path.join(inputs, 'data', 'dfir-iris');
  test.skipIf(!hasInputs)(
    'of the documentation is read to the last row (skipped without ../shared/inputs)',
    () => {
      const file: unknown = JSON.parse(
        readFileSync(path.join(folder, 'iris_docs__case_export.json'), 'utf8'),
      );
      const { rows, entries, systems, indicators, actions, questions } = readIris(file, {});
      expect(questions).toEqual([]);
      expect(rows).toHaveLength(12);
      expect(rows.filter(({ outcome }) => outcome === 'left')).toEqual([]);
      expect([entries.length, systems.length, indicators.length, actions.length]).toEqual([
        7, 2, 1, 2,
      ]);
      expect(entries[1]?.at).toMatchObject({ utc: '2023-11-03T23:03:00.003Z', zone: '+01:00' });
      expect(indicators[0]?.entries).toEqual([1, 2, 3]);
    },
  );
});
