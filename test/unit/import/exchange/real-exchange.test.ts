import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { detectRescue } from '#shared/import/rescue/detect-rescue.ts';
import type { RescuedCase } from '#shared/import/rescue/rescued-case.ts';
import { indicatorFieldsSchema } from '#shared/domain/indicator.ts';

const inputs = path.resolve('../shared/inputs/data');
const isThere = existsSync(inputs);

function detectFile(name: string) {
  const value: unknown = JSON.parse(readFileSync(path.join(inputs, name), 'utf8'));
  return detectRescue({ kind: 'json', value });
}

function readFile(name: string): RescuedCase {
  const detected = detectFile(name);
  if (detected?.kind !== 'case') throw new Error(`${name}: ${detected?.kind ?? 'unknown'}`);
  return detected.read({});
}

describe.skipIf(!isThere)('files of other people (skipped without ../shared/inputs)', () => {
  const folders = ['stix', 'misp', 'navigator', 'attack-flow', 'veris'];
  const names = isThere
    ? folders.flatMap((folder) =>
        readdirSync(path.join(inputs, folder)).map((name) => `${folder}/${name}`),
      )
    : [];

  test('are all there', () => {
    expect(names.length).toBeGreaterThanOrEqual(20);
  });

  const refused = names.filter((name) => name.includes('cexf'));

  test('an exercise is refused by name', () => {
    expect(refused.map(detectFile)).toEqual([
      { kind: 'refused', format: 'misp', object: 'exercise' },
    ]);
  });

  test.each(names.filter((name) => !refused.includes(name)))(
    '%s is read to the last object',
    (name) => {
      const { format, rows, indicators, entries } = readFile(name);
      expect(format).toBe(name.split('/')[0]);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ what }) => what.includes('not-a-row'))).toEqual([]);
      expect(indicators.length + entries.length).toBeGreaterThan(0);
      for (const { fields } of indicators)
        expect(indicatorFieldsSchema.safeParse(fields).error).toBeUndefined();
    },
  );

  test.each([
    // Two of the twelve patterns are about certificates, which are kept as notes.
    ['stix/oasis__apt1.json', { entries: 36, indicators: 10 }],
    ['misp/eset__misp-telebots.json', { indicators: 78 }],
    ['misp/misp-training__decaying.json', { indicators: 7 }],
    ['navigator/mitre__Bear_APT.json', { entries: 2, indicators: 0 }],
    ['attack-flow/ctid__attack-flow-example.json', { indicators: 0 }],
  ])('%s gives what another count says', (name, expected) => {
    const { entries, indicators } = readFile(name);
    expect({ entries: entries.length, indicators: indicators.length }).toMatchObject(expected);
  });

  test('an attack flow keeps its techniques in both of its forms', () => {
    const drawn = readFile('attack-flow/ctid__Conti_Ransomware.afb');
    const bundle = readFile('attack-flow/ctid__attack-flow-example.json');
    expect(drawn.entries.filter(({ kind }) => kind === 'adversary')).toHaveLength(19);
    expect(bundle.entries.filter(({ kind }) => kind === 'adversary')).toHaveLength(5);
    expect(drawn.entries.flatMap(({ techniques }) => techniques)).toContain('T1566.001');
  });

  test('a layer names every marked technique once', () => {
    const { entries } = readFile('navigator/mitre__Bear_APT.json');
    const techniques = entries.flatMap((entry) => entry.techniques);
    expect(new Set(techniques).size).toBe(techniques.length);
    expect(techniques).toContain('T1001.001');
  });
});
