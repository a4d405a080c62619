import { expect, test } from 'vitest';
import { readAurora } from '#shared/import/rescue/aurora.ts';
import type { AccountedRow } from '#shared/import/rescue/rescued-case.ts';
import { auroraCase, auroraEvent } from './aurora-cases.ts';

const zone = 'Asia/Tokyo';

function rowOf(rows: readonly AccountedRow[], table: string, row = 1): AccountedRow | undefined {
  return rows.find((one) => one.table === table && one.row === row);
}

test('rows of the fork are kept: techniques in both spellings, its own lists, its kill chain', () => {
  const file = auroraCase(10, {
    timeline: [
      auroraEvent({ mitre_attack: { id: 'T1059.001', text: 'PowerShell' } }),
      auroraEvent({ mitre_attack: 'T1078' }),
    ],
    processes: [{ recid: 1, w2ui: {}, process_name: 'rundll32.exe', parent: 'explorer.exe' }],
    attack_techniques: [
      { id: 'T1001', text: 'x' },
      { id: 'T1002', text: 'y' },
    ],
    kill_chain: {
      mode: 'linked',
      stages: [
        {
          name: 'Recon',
          techniques: [],
          indicators: [],
          notes: '',
          timeline_refs: [],
          confidence: 0,
        },
        { name: 'C2', techniques: ['T1071'], notes: 'https beacon' },
      ],
    },
    diamond_model: { mode: 'linked', adversary: { actor_id: '', known_groups: [] } },
    case_type: 'IR',
  });
  const { entries, rows } = readAurora(file, { zone });
  expect(entries.slice(1, 3).map(({ techniques }) => techniques)).toEqual([
    ['T1059.001'],
    ['T1078'],
  ]);
  expect(rowOf(rows, 'processes')).toMatchObject({ outcome: 'changed', what: ['kept-as-note'] });
  expect(rowOf(rows, 'attack_techniques', 0)).toMatchObject({
    what: ['look-up-list'],
    detail: '2',
  });
  expect(rowOf(rows, 'kill_chain.stages', 1)?.outcome).toBe('left');
  expect(entries.at(-1)).toMatchObject({
    stages: ['command-and-control'],
    techniques: ['T1071'],
    kind: 'note',
  });
  expect(entries[0]?.text).not.toContain('diamond_model');
});

test('rows of any other type are left one by one', () => {
  const file = auroraCase(7, {
    timeline: [
      null,
      'text',
      7,
      [],
      {},
      auroraEvent({
        date_time: null,
        event_data: null,
        notes: undefined,
        event_host: '',
        event_source_host: '',
        direction: '',
        owner: '',
        event_type: '',
      }),
    ],
  });
  const { rows, entries } = readAurora(file, { zone });
  expect(rows.filter(({ table }) => table === 'timeline').map(({ what }) => what)).toEqual([
    ['not-a-row'],
    ['not-a-row'],
    ['not-a-row'],
    ['not-a-row'],
    ['empty-row'],
    ['empty-row'],
  ]);
  expect(entries).toHaveLength(1);
});

test('a time that the clock showed twice, or never, is marked as guessed', () => {
  const timeline = [
    auroraEvent({ date_time: '2024-10-27 2:30:00' }),
    auroraEvent({ date_time: '2024-03-31 2:30:00' }),
  ];
  const { rows } = readAurora(auroraCase(7, { timeline }), { zone: 'Europe/Berlin' });
  expect(
    rows
      .filter(({ table }) => table === 'timeline')
      .map(({ outcome, what }) => [outcome, what.find((one) => one.startsWith('time'))]),
  ).toEqual([
    ['guessed', 'time-twice'],
    ['guessed', 'time-in-gap'],
  ]);
});
