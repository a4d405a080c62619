import { expect, test } from 'vitest';
import { z } from 'zod';
import { hideableFields } from '#shared/export/plan-redaction.ts';
import { conflictFieldMessages } from '#shared/i18n/conflict-messages.ts';
import { lineFieldMessages } from '#shared/i18n/line-field-messages.ts';
import { lineSubjectMessages, wordHiddenPlace, wordHideable } from '#shared/i18n/word-redaction.ts';
import { operationSchemas } from '#shared/journal/operation.ts';

test('every type of line has a name for people', () => {
  const families = Object.keys(operationSchemas).map((type) => type.split('.')[0] ?? '');
  expect(families.filter((family) => !Object.hasOwn(lineSubjectMessages, family))).toEqual([]);
});

const words = { ...conflictFieldMessages, ...lineFieldMessages };

test('every member of a line that may be hidden has a name for people', () => {
  const members = Object.entries(operationSchemas).flatMap(([type, { shape }]) => {
    const { t: _t, id: _id, fields, ...rest } = shape as Readonly<Record<string, z.ZodType>>;
    const inner = fields instanceof z.ZodObject ? Object.keys(fields.shape) : [];
    return [...Object.keys(rest), ...inner].map((name) => ({ type, name }));
  });
  expect(members.length).toBeGreaterThan(150);
  expect(members.filter(({ name }) => !Object.hasOwn(words, name))).toEqual([]);
});

test('every field that can be chosen to be hidden has a name, and no two of a group the same', () => {
  const unnamed = [...hideableFields].filter(
    (field) => !Object.hasOwn(words, field.split('.').at(-1) ?? ''),
  );
  expect(unnamed).toEqual([]);
  for (const language of ['en', 'ja'] as const) {
    const names = [...hideableFields].map((field) => JSON.stringify(wordHideable(field, language)));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
  expect(wordHideable('by', 'en')).toEqual({ group: 'Every line', field: 'written by' });
  expect(wordHideable('feed.host', 'ja')).toEqual({ group: '端末', field: 'コンピューター名' });
  expect(wordHideable('evidence.no', 'en')).toEqual({ group: 'Evidence', field: 'number' });
});

test('what is hidden is named by what it belongs to', () => {
  const place = { reason: 'no-rule', count: 1 } as const;
  const title = { ...place, type: 'incident.set', at: '/op/fields/title' };
  expect(wordHiddenPlace(title, 'en')).toBe('Incident, title');
  expect(wordHiddenPlace(title, 'ja')).toBe('インシデントの「件名」');
  const newer = { ...place, type: 'constructor.set', at: '/op/shape/0' };
  expect(wordHiddenPlace(newer, 'en')).toBe('constructor.set, shape');
});
