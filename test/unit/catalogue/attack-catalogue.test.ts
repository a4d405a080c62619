import { describe, expect, test } from 'vitest';
import {
  enterpriseAttack,
  findTactic,
  findTechnique,
  icsAttack,
  searchTechniques,
  suggestStages,
} from '#shared/catalogue/attack-catalogue.ts';

const isSub = ({ id }: { id: string }) => id.includes('.');
const idsFor = (query: string, limit?: number) =>
  searchTechniques(query, limit).map(({ id }) => id);

describe.each([
  ['Enterprise', enterpriseAttack],
  ['ICS', icsAttack],
])('ATT&CK for %s', (_name, attack) => {
  test('has as many tactics, techniques and retired ids as it claims', () => {
    expect({
      tactics: attack.tactics.length,
      techniques: attack.techniques.filter((technique) => !isSub(technique)).length,
      subtechniques: attack.techniques.filter(isSub).length,
      retired: attack.retired.length,
    }).toEqual(attack.counts);
  });

  test('gives every id and STIX id once', () => {
    const ids = [...attack.techniques, ...attack.retired].map(({ id }) => id);
    const stixIds = [...attack.techniques, ...attack.tactics].map(({ stixId }) => stixId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(stixIds).size).toBe(stixIds.length);
  });

  test('knows the tactics and the parent of every technique', () => {
    const shortnames = new Set(attack.tactics.map(({ shortname }) => shortname));
    const ids = new Set(attack.techniques.map(({ id }) => id));
    const orphans = attack.techniques.filter(
      ({ id, tactics }) =>
        !ids.has(id.split('.')[0] ?? '') || tactics.some((tactic) => !shortnames.has(tactic)),
    );
    expect(orphans).toEqual([]);
  });

  test('leads every revoked id to a technique in use; only deprecated ones may end', () => {
    const lost = attack.retired.filter(({ id, status, replacedBy }) => {
      const replacement = findTechnique(id)?.replacedBy;
      if (status === 'deprecated' && replacedBy === undefined) return replacement !== undefined;
      return findTechnique(replacement ?? '')?.status !== 'current';
    });
    expect(lost).toEqual([]);
  });

  test('carries the notice of MITRE word for word', () => {
    expect(attack.licence.notice).toBe(
      '© 2025 The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.',
    );
    expect(attack.licence.text.join(' ')).toContain('non-exclusive, royalty-free license');
    expect(attack.sources.every(({ commit }) => /^[0-9a-f]{7,40}$/.test(commit))).toBe(true);
  });
});

test('the two domains share no technique id', () => {
  const ids = [enterpriseAttack, icsAttack].flatMap((attack) =>
    [...attack.techniques, ...attack.retired].map(({ id }) => id),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

describe('finding a technique', () => {
  test('tells what a current one is', () => {
    expect(findTechnique('T1566.001')).toEqual({
      id: 'T1566.001',
      name: 'Spearphishing Attachment',
      parentName: 'Phishing',
      tactics: ['initial-access'],
      domain: 'enterprise-attack',
      status: 'current',
      stixId: 'attack-pattern--2e34237d-8574-43f6-aace-ae2915de8597',
      catalogueVersion: '19.1',
    });
    expect(findTechnique('T0847')).toMatchObject({ domain: 'ics-attack', status: 'current' });
  });

  test('takes small and full-width letters', () => {
    expect(findTechnique(' t1566 ')?.id).toBe('T1566');
    expect(findTechnique('Ｔ１５６６')?.id).toBe('T1566');
  });

  test('tells what took the place of a retired one', () => {
    expect(findTechnique('T1086')).toMatchObject({
      name: 'PowerShell',
      status: 'retired',
      replacedBy: 'T1059.001',
      tactics: ['execution'],
    });
    expect(findTechnique('T0803')).toMatchObject({ status: 'retired', replacedBy: 'T1691.001' });
    expect(findTechnique('T1064')).toMatchObject({ status: 'retired', tactics: [] });
    expect(findTechnique('T1064')).not.toHaveProperty('replacedBy');
  });

  test('knows nothing of an id that never was', () => {
    expect(findTechnique('T9999')).toBeUndefined();
    expect(findTechnique('')).toBeUndefined();
  });

  test('finds a tactic by id or short name within its domain', () => {
    expect(findTactic('TA0005', 'enterprise-attack')?.name.en).toBe('Stealth');
    expect(findTactic('initial-access', 'ics-attack')?.id).toBe('TA0108');
    expect(findTactic('stealth', 'ics-attack')).toBeUndefined();
  });
});

describe('searching techniques', () => {
  test('completes an id, the technique itself first', () => {
    expect(idsFor('t1566', 3)).toEqual(['T1566', 'T1566.001', 'T1566.002']);
    expect(idsFor('T1566.00', 2)).toEqual(['T1566.001', 'T1566.002']);
  });

  test('finds by the beginnings of words, in any order', () => {
    expect(idsFor('spear att')).toEqual(expect.arrayContaining(['T1566.001', 'T0865']));
    expect(idsFor('dump cred')).toContain('T1003');
    expect(idsFor('power')[0]).toBe('T1059.001');
  });

  test('finds a sub-technique through the name of its parent', () => {
    expect(idsFor('phishing link')).toEqual(expect.arrayContaining(['T1566.002']));
    expect(idsFor('obfuscation steganography')).toContain('T1001.002');
  });

  test('shows a retired id to whom asks for it, never for a name', () => {
    expect(idsFor('T1086')).toEqual(['T1086']);
    expect(searchTechniques('powershell', 100).every(({ status }) => status === 'current')).toBe(
      true,
    );
  });

  test('keeps to the limit and answers nothing to nothing', () => {
    expect(idsFor('t', 7)).toHaveLength(7);
    expect(idsFor('')).toEqual([]);
    expect(idsFor('   ')).toEqual([]);
    expect(idsFor('()')).toEqual([]);
    expect(idsFor('zzzz')).toEqual([]);
  });
});

describe('suggesting stages', () => {
  test.each([
    ['T1595', ['reconnaissance']],
    ['T1566', ['delivery', 'exploitation']],
    ['T1566.001', ['delivery', 'exploitation']],
    ['T1059.001', ['exploitation', 'installation']],
    ['T1486', ['actions-on-objectives']],
    ['T1071.001', ['command-and-control']],
    ['T0836', ['actions-on-objectives']],
    ['T1086', ['exploitation', 'installation']],
    ['T1064', []],
    ['T9999', []],
  ])('for %s proposes %j', (id, stages) => {
    expect(suggestStages(id)).toEqual(stages);
  });

  test('has one for every technique in use', () => {
    const without = [...enterpriseAttack.techniques, ...icsAttack.techniques].filter(
      ({ id }) => suggestStages(id).length === 0,
    );
    expect(without).toEqual([]);
  });
});
