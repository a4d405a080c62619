import { afterEach, describe, expect, test } from 'vitest';
import {
  attackDomainSchema,
  bundledAttack,
  enterpriseAttack,
  findTechnique,
  installAttack,
  searchTechniques,
} from '#shared/catalogue/attack-catalogue.ts';
import { attackDifference, isLaterRelease } from '#shared/catalogue/attack-difference.ts';
import { readAttackBundle } from '#shared/catalogue/read-attack-bundle.ts';

const ics = bundledAttack.find(({ domain }) => domain === 'ics-attack');
if (ics === undefined) throw new Error('no ICS in the catalogue');
const before = ics;

type StixObject = Readonly<Record<string, unknown>> & { readonly type: string };

/** MITRE's STIX of the release that comes with us, as a later release: the shape of ics-attack.json. */
function stixOf({ edit = (objects: StixObject[]) => objects, version = '20.0' } = {}) {
  const reference = (id: string) => [
    { source_name: 'mitre-attack', external_id: id, url: `https://attack.mitre.org/${id}` },
  ];
  const tactics = before.tactics.map((tactic): StixObject => ({
    type: 'x-mitre-tactic',
    id: tactic.stixId,
    name: tactic.name.en,
    x_mitre_shortname: tactic.shortname,
    external_references: reference(tactic.id),
  }));
  const techniques = before.techniques.map((technique): StixObject => ({
    type: 'attack-pattern',
    id: technique.stixId,
    name: technique.name,
    external_references: reference(technique.id),
    kill_chain_phases: technique.tactics.map((phase) => ({
      kill_chain_name: 'mitre-ics-attack',
      phase_name: phase,
    })),
    x_mitre_version: '1.0',
    x_mitre_domains: ['ics-attack'],
  }));
  return {
    type: 'bundle',
    id: 'bundle--1',
    objects: edit([
      {
        type: 'x-mitre-collection',
        id: 'x-mitre-collection--1',
        x_mitre_version: version,
        modified: '2026-10-13T00:00:00.000Z',
      },
      {
        type: 'x-mitre-matrix',
        id: 'x-mitre-matrix--1',
        external_references: [{ source_name: 'mitre-attack', external_id: 'ics-attack' }],
        tactic_refs: before.tactics.map(({ stixId }) => stixId),
      },
      ...tactics,
      ...techniques,
    ]),
  };
}
const read = (value: unknown) => readAttackBundle(value, bundledAttack);
const good = (value: unknown) => {
  const bundle = read(value);
  if (!bundle.ok) throw new Error(JSON.stringify(bundle.error));
  return bundle.value;
};

afterEach(() => installAttack([]));

describe('a release of ATT&CK from a file', () => {
  test('is read as the catalogue holds it; unchanged, nothing differs', () => {
    const { attack, skipped } = good(stixOf());
    expect(skipped).toBe(0);
    expect(attackDomainSchema.parse(attack).version).toBe('20.0');
    expect(attack.released).toBe('2026-10');
    expect(attack.licence.notice).toContain('2026');
    expect(Object.values(attackDifference(before, attack)).flat()).toEqual([]);
    expect(attack.retired).toEqual(before.retired);
  });

  test('tells what is new, renamed, moved and retired with its replacement', () => {
    const [renamed, moved, revoked, dropped] = before.techniques.filter(
      ({ id }) => !id.includes('.'),
    );
    if (!renamed || !moved || !revoked || !dropped) throw new Error('too few techniques');
    const { attack } = good(
      stixOf({
        edit: (objects) => [
          ...objects
            .filter(({ id }) => id !== dropped.stixId)
            .map((object) => {
              if (object['id'] === renamed.stixId) return { ...object, name: 'New name' };
              if (object['id'] === moved.stixId)
                return {
                  ...object,
                  kill_chain_phases: [
                    { kill_chain_name: 'mitre-ics-attack', phase_name: 'impact' },
                  ],
                };
              return object['id'] === revoked.stixId ? { ...object, revoked: true } : object;
            }),
          {
            type: 'attack-pattern',
            id: 'attack-pattern--new',
            name: 'Stop the Pumps',
            external_references: [{ source_name: 'mitre-attack', external_id: 'T0999' }],
            kill_chain_phases: [{ kill_chain_name: 'mitre-ics-attack', phase_name: 'impact' }],
          },
          {
            type: 'relationship',
            relationship_type: 'revoked-by',
            source_ref: revoked.stixId,
            target_ref: 'attack-pattern--new',
          },
        ],
      }),
    );
    const difference = attackDifference(before, attack);
    expect(difference.added).toEqual([{ id: 'T0999', name: 'Stop the Pumps' }]);
    expect(difference.renamed).toEqual([
      { id: renamed.id, name: 'New name', before: renamed.name },
    ]);
    expect(difference.retired).toEqual([
      { id: revoked.id, name: revoked.name, replacedBy: 'T0999' },
      { id: dropped.id, name: dropped.name, replacedBy: undefined },
    ]);
    installAttack([attack]);
    expect(findTechnique('T0999')).toMatchObject({
      name: 'Stop the Pumps',
      catalogueVersion: '20.0',
    });
    expect(findTechnique(revoked.id)).toMatchObject({ status: 'retired', replacedBy: 'T0999' });
    expect(findTechnique(dropped.id)).toMatchObject({ status: 'retired', name: dropped.name });
    expect(searchTechniques('stop pumps').map(({ id }) => id)).toEqual(['T0999']);
    expect(findTechnique('T1566')?.catalogueVersion).toBe(enterpriseAttack.version);
    installAttack([]);
    expect(findTechnique('T0999')).toBeUndefined();
  });

  test.each([
    ['no bundle', { type: 'report' }, { kind: 'not-a-bundle' }],
    ['null', null, { kind: 'not-a-bundle' }],
    [
      'objects that are none',
      { type: 'bundle', objects: [null, 1, 'x', []] },
      { kind: 'no-release' },
    ],
    ['no collection', stixOf({ edit: (all) => all.slice(1) }), { kind: 'no-release' }],
    ['a version with markup', stixOf({ version: '<b>' }), { kind: 'no-release' }],
    [
      'the matrix of mobile devices',
      stixOf({
        edit: (all) =>
          all.map((object) =>
            object.type === 'x-mitre-matrix'
              ? {
                  ...object,
                  external_references: [{ source_name: 'x', external_id: 'mobile-attack' }],
                }
              : object,
          ),
      }),
      { kind: 'other-domain', domain: 'mobile-attack' },
    ],
    [
      'five techniques',
      stixOf({ edit: (all) => all.slice(0, 2 + before.tactics.length + 5) }),
      { kind: 'too-few', techniques: 5 },
    ],
  ])('with %s is refused', (_name, value, error) => {
    expect(read(value)).toEqual({ ok: false, error });
  });

  test('names that hide or turn text, circles and wrong ids are left out, and counted', () => {
    const [first] = before.techniques;
    const { attack, skipped } = good(
      stixOf({
        edit: (objects) => [
          ...objects.map((object) =>
            object['id'] === first?.stixId ? { ...object, name: 'a\u202Eb' } : object,
          ),
          {
            type: 'attack-pattern',
            id: 'attack-pattern--x',
            name: 'No id',
            external_references: [],
          },
          { type: 'attack-pattern', id: 7, name: 'Wrong' },
          {
            type: 'relationship',
            relationship_type: 'revoked-by',
            source_ref: 'a',
            target_ref: 'a',
          },
        ],
      }),
    );
    expect(skipped).toBe(2);
    expect(attack.techniques.map(({ name }) => name)).not.toContain('No id');
    expect(attack.retired.map(({ id }) => id)).toContain(first?.id);
  });
});

test('releases are compared by number', () => {
  expect(isLaterRelease('20.0', '19.1')).toBe(true);
  expect(isLaterRelease('19.10', '19.9')).toBe(true);
  expect(isLaterRelease('19.1', '19.1')).toBe(false);
  expect(isLaterRelease('9.0', '19.1')).toBe(false);
});
