import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectExchange } from '#shared/import/exchange/detect-exchange.ts';
import { readStixPattern } from '#shared/import/exchange/stix-pattern.ts';
import type { RescuedCase } from '#shared/import/rescue/rescued-case.ts';

function read(file: unknown): RescuedCase {
  const detected = detectExchange(file);
  if (detected?.kind !== 'case') throw new Error('not detected');
  return detected.read({});
}

const event = {
  info: 'Phishing wave',
  uuid: '57c4445b-c548-4654-af0b-4be3950d210f',
  Orgc: { name: 'CSIRT' },
  Tag: [{ name: 'tlp:amber' }],
  Attribute: [
    { type: 'ip-dst|port', value: '198.51.100.7|443', to_ids: true, comment: 'C2' },
    { type: 'filename|sha256', value: `a.exe|${'0a'.repeat(32)}`, to_ids: true },
    { type: 'link', value: 'https://example.com/report', to_ids: false },
    { type: 'domain', value: 'gone.example.com', deleted: true },
    'not an attribute',
  ],
  Object: [
    {
      name: 'domain-ip',
      Attribute: [{ type: 'domain', value: 'evil[.]example.com', Tag: [{ name: 'tlp:red' }] }],
    },
  ],
};

describe('MISP', () => {
  test.each([
    ['one event', { Event: event }],
    ['an answer', { response: [{ Event: event }] }],
    ['an answer of one', { response: { Event: event } }],
    ['a list', [{ Event: event }]],
    ['a bare event of a feed', event],
  ])('is read out of %s', (_name, file) => {
    const { format, title, indicators, rows } = read(file);
    expect([format, title]).toEqual(['misp', 'Phishing wave']);
    expect(indicators.map(({ fields: { type, value, tlp } }) => [type, value, tlp])).toEqual([
      ['ipv4', '198.51.100.7', 'AMBER'],
      ['file-name', 'a.exe', 'AMBER'],
      ['sha256', '0a'.repeat(32), 'AMBER'],
      ['domain', 'evil.example.com', 'RED'],
    ]);
    expect(rows.map(({ table, outcome, what }) => [table, outcome, what[0]])).toEqual([
      ['Event', 'changed', 'kept-as-note'],
      ['Attribute', 'taken', undefined],
      ['Attribute', 'taken', undefined],
      ['Attribute', 'changed', 'kept-as-note'],
      ['Attribute', 'left', 'history'],
      ['Attribute', 'left', 'not-a-row'],
      ['Object domain-ip', 'changed', 'refanged'],
    ]);
  });

  test('a manifest of a feed is refused by name', () => {
    const manifest = { [event.uuid]: { Orgc: { name: 'CSIRT' }, info: 'Phishing wave' } };
    expect(detectExchange(manifest)).toEqual({
      kind: 'refused',
      format: 'misp',
      object: 'manifest',
    });
  });
});

describe('STIX patterns', () => {
  test.each([
    ["[ipv4-addr:value = '198.51.100.0/24']", ['ip 198.51.100.0/24'], true],
    ["[file:hashes.'SHA-256' = 'aa' OR file:hashes.MD5 = 'bb']", ['sha256 aa', 'md5 bb'], true],
    ["[url:value = 'http://a.example/it\\'s']", ["url http://a.example/it's"], true],
    [
      "[domain-name:value IN ('a.example', 'b.example')]",
      ['domain a.example', 'domain b.example'],
      true,
    ],
    ["[file:name = 'a.exe' AND file:size = 25]", ['filename a.exe'], false],
    ["[process:command_line MATCHES 'x']", [], false],
    ['[autonomous-system:number = 64500]', ['asn AS64500'], true],
    ["[__proto__:constructor = 'x']", [], false],
  ])('%s', (pattern, expected, whole) => {
    const found = readStixPattern(pattern);
    expect(found.terms.map(({ typeWord, value }) => `${typeWord} ${value}`)).toEqual(expected);
    expect(found.whole).toBe(whole);
  });
});

test('STIX carries marks, times, stages and relations over, whatever its version', () => {
  const bundle = {
    type: 'bundle',
    id: 'bundle--1',
    objects: [
      {
        type: 'indicator',
        id: 'indicator--1',
        name: 'C2',
        pattern: "[domain-name:value = 'Evil.example.com']",
        valid_until: '2027-01-01T00:00:00Z',
        object_marking_refs: ['marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003'],
        kill_chain_phases: [
          {
            kill_chain_name: 'lockheed-martin-cyber-kill-chain',
            phase_name: 'command-and-control',
          },
        ],
      },
      { type: 'malware', id: 'malware--1', name: 'Beacon' },
      {
        type: 'relationship',
        id: 'relationship--1',
        relationship_type: 'indicates',
        source_ref: 'indicator--1',
        target_ref: 'malware--1',
      },
      { type: 'marking-definition', id: 'marking-definition--x', definition: { tlp: 'red' } },
    ],
  };
  const { indicators, entries, rows } = read(bundle);
  expect(indicators.map(({ fields }) => fields)).toEqual([
    expect.objectContaining({
      type: 'domain',
      tlp: 'AMBER+STRICT',
      validUntil: '2027-01-01T00:00:00Z',
      stages: ['command-and-control'],
      note: 'name: C2\nindicates: Beacon',
    }),
  ]);
  expect(entries).toHaveLength(1);
  expect(rows.map(({ outcome }) => outcome)).toEqual(['taken', 'changed', 'taken', 'left']);
});

test('an old layer is read like a new one', () => {
  const techniques = [
    { techniqueID: 'T1566', score: 3 },
    { techniqueID: 'T1078', tactic: 'persistence', comment: 'seen' },
    { techniqueID: 'T1078', tactic: 'initial-access', comment: 'seen' },
    { techniqueID: 'T1001', enabled: false, score: 1 },
    { techniqueID: 'T1002' },
    { techniqueID: '__proto__' },
  ];
  for (const version of [{ version: '2.2' }, { versions: { layer: '4.5', attack: '19' } }]) {
    const { entries, rows } = read({
      name: 'Our layer',
      domain: 'enterprise-attack',
      techniques,
      ...version,
    });
    expect(entries.flatMap((entry) => entry.techniques)).toEqual(['T1566', 'T1078']);
    expect(rows.filter(({ outcome }) => outcome === 'left')).toHaveLength(2);
  }
});

const runs = Number(process.env['KIROKU_FUZZ_RUNS'] ?? 500);
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(null, '', 0, -1, 1e300, '\ud800', '__proto__', [], {}, [[]], 'x'.repeat(9_000)),
);

test('fields of any type are read or left, and every object is accounted for', () => {
  const names =
    'type id name pattern value hashes objects created_by_ref object_marking_refs kill_chain_phases external_references source_ref target_ref valid_until execution_start technique_id properties Attribute Object Tag Orgc info techniques techniqueID score comment'.split(
      ' ',
    );
  const types = fc.constantFrom(
    'indicator',
    'relationship',
    'file',
    'attack-action',
    'observed-data',
    'vulnerability',
    'report',
  );
  const object = fc
    .tuple(types, fc.dictionary(fc.constantFrom(...names), odd))
    .map(([type, fields]) => ({ ...fields, type }));
  fc.assert(
    fc.property(fc.array(object, { maxLength: 5 }), odd, (objects, other) => {
      const files: unknown[] = [
        { type: 'bundle', id: other, objects },
        { Event: { info: other, Attribute: [other, ...objects], Object: [other], Tag: other } },
        { name: 'x', version: '4.5', techniques: [other, ...objects] },
        { schema: 'attack_flow_v2', objects: [{ id: 'action', properties: other }, ...objects] },
        {
          incident_id: other,
          action: other,
          actor: { a: other },
          asset: other,
          timeline: { b: other },
        },
      ];
      for (const file of files) {
        const { rows } = read(file);
        for (const { outcome } of rows)
          expect(['taken', 'changed', 'guessed', 'left']).toContain(outcome);
      }
    }),
    { numRuns: runs },
  );
});

test('a file that is nested very deep, or named like what every object has, does no harm', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  expect(detectExchange(deep)).toBeUndefined();
  const bundle: unknown = JSON.parse(
    `{"type":"bundle","objects":[{"type":"__proto__","id":"constructor","__proto__":{"polluted":true}},{"type":"note","content":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}]}`,
  );
  expect(read(bundle).rows).toHaveLength(2);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
