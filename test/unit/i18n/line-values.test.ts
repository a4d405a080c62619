import { expect, test } from 'vitest';
import { z } from 'zod';
import { conflictFieldMessages } from '#shared/i18n/conflict-messages.ts';
import { lineFieldMessages } from '#shared/i18n/line-field-messages.ts';
import { lineInstants, lineValueWords } from '#shared/i18n/line-value-words.ts';
import { wordFinding } from '#shared/i18n/word-finding.ts';
import { wordLineValue } from '#shared/i18n/word-line-value.ts';
import { operationSchemas } from '#shared/journal/operation.ts';
import { entryContent } from '../../fixtures/test-operations.ts';

type Leaf = {
  readonly place: string;
  readonly names: readonly string[];
  readonly schema: z.ZodType;
};

/** Every value that stands alone in a line, with its place, the fields of a record being its own. */
const leaves: readonly Leaf[] = Object.entries(operationSchemas).flatMap(([type, schema]) =>
  leavesOf(schema, [type.split('.')[0] ?? '']),
);

function leavesOf(schema: z.core.$ZodType, names: readonly string[]): Leaf[] {
  const inside = (inner: z.core.$ZodType) => leavesOf(inner, names);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  )
    return inside(schema.def.innerType);
  if (schema instanceof z.ZodArray) return inside(schema.def.element);
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap(inside);
  if (schema instanceof z.ZodObject && !Object.hasOwn(schema.shape, 'untilUtc'))
    return Object.entries(schema.shape).flatMap(([name, member]) =>
      leavesOf(member as z.core.$ZodType, name === 'fields' ? names : [...names, name]),
    );
  return [{ place: names.join('.'), names: names.slice(1), schema: schema as z.ZodType }];
}

test('there are values to look at', () => {
  expect(leaves.length).toBeGreaterThan(300);
});

test('every value out of a list of the program has words', () => {
  // Units of a column of numbers: s, ms, us, ns, filetime.
  const ownNames = new Set(['source.reading.columns.epoch']);
  const lists = leaves.filter(
    ({ place, schema }) => schema instanceof z.ZodEnum && !ownNames.has(place),
  );
  expect(lists.length).toBeGreaterThan(40);
  const raw = lists.flatMap(({ place, schema }) => {
    const words = Object.hasOwn(lineValueWords, place) ? lineValueWords[place] : undefined;
    return (schema as z.ZodEnum).options
      .map(String)
      .filter((value) => {
        const at = `/op/${place.split('.').slice(1).join('/')}`;
        const said = wordLineValue(
          { type: place.split('.')[0] ?? '', at, value },
          { language: 'ja', zone: 'UTC' },
        );
        return words === undefined || said === value;
      })
      .map((value) => `${place} ${value}`);
  });
  expect(raw).toEqual([]);
});

test('every instant is known as one', () => {
  const accepts = (schema: z.ZodType, text: string) => schema.safeParse(text).success;
  const instants = leaves.filter(
    ({ schema }) =>
      !accepts(schema, 'abc') &&
      (accepts(schema, '2021-10-31T01:02:03Z') || accepts(schema, '2021-10-31T01:02:03.123456Z')),
  );
  expect(new Set(instants.map(({ place }) => place))).toEqual(lineInstants);
});

test('every name inside a value has words', () => {
  const words = { ...conflictFieldMessages, ...lineFieldMessages };
  const names = leaves.flatMap((leaf) => leaf.names.filter((name) => name !== 't'));
  expect(names.filter((name) => !Object.hasOwn(words, name))).toEqual([]);
});

const en = { language: 'en', zone: 'Asia/Tokyo' } as const;
const ja = { language: 'ja', zone: 'Asia/Tokyo' } as const;

test.each<readonly [string, string, unknown, string, string]>([
  ['entry.add', '/op/kind', 'adversary', 'Adversary', '攻撃者'],
  ['entry.correct', '/op/stages', ['delivery', 'new'], 'Delivery, new', '配送、new'],
  ['entry.add', '/op/stages', [], 'nothing', '空'],
  ['entry.add', '/op/starred', true, 'yes', 'はい'],
  // Somebody's own words are nobody's list.
  ['entry.add', '/op/text', 'adversary', 'adversary', 'adversary'],
  ['entry.add', '/op/text', '2021-10-30T17:10:00Z', '2021-10-30T17:10:00Z', '2021-10-30T17:10:00Z'],
  ['entry.add', '/op/kind', 'toString', 'toString', 'toString'],
  [
    'entry.add',
    '/op/at',
    entryContent('').at,
    '2026-01-05 12:00 JST (UTC+09:00)',
    '2026-01-05 12:00 JST (UTC+09:00)',
  ],
  ['incident.set', '/op/fields/tlp', 'RED', 'TLP:RED', 'TLP:RED'],
  [
    'action.set',
    '/op/fields/due',
    '2021-10-30T17:10:00Z',
    '2021-10-31 02:10:00 JST (UTC+09:00)',
    '2021-10-31 02:10:00 JST (UTC+09:00)',
  ],
  [
    'asset.set',
    '/op/fields/state',
    { value: 'compromised', because: 'EDR', entries: [], at: '2021-10-30T17:10:00.000Z' },
    'value: Compromised; reason: EDR; when: 2021-10-31 02:10:00 JST (UTC+09:00)',
    '値：侵害あり；理由：EDR；時刻：2021-10-31 02:10:00 JST (UTC+09:00)',
  ],
  [
    'checklist.adopt',
    '/op/title',
    { en: 'Ransomware', ja: 'ランサムウェア' },
    'Ransomware',
    'ランサムウェア',
  ],
  [
    'indicator.set',
    '/op/fields/techniques',
    ['T1078'],
    'T1078 Valid Accounts',
    'T1078 Valid Accounts',
  ],
  ['newer.set', '/op/thing/__proto__', { toString: 'x' }, 'toString: x', 'toString：x'],
])('%s %s %j', (type, at, value, english, japanese) => {
  expect(wordLineValue({ type, at, value }, en)).toBe(english);
  expect(wordLineValue({ type, at, value }, ja)).toBe(japanese);
});

test('an instant that no calendar has stops nothing', () => {
  const value = { modified: 8.65e15, created: -8.65e15 };
  const shown = wordLineValue({ type: 'evidence.add', at: '/op/times', value }, en);
  expect(shown).toBe('modified: 8650000000000000; created: -8650000000000000');
});

test('a finding says its instant by the clock of a zone where one is asked for', () => {
  const found = {
    code: 'redaction-word',
    values: { n: 1, redactor: 'k1', at: '2026-01-05T03:00:00Z' },
  };
  expect(wordFinding(found, 'en')).toContain('2026-01-05T03:00:00Z');
  expect(wordFinding(found, 'en', 'Asia/Tokyo')).toContain('2026-01-05 12:00:00 JST (UTC+09:00)');
});
