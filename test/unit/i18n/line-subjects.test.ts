import { expect, test } from 'vitest';
import { lineSubjectMessages, wordHiddenPlace } from '#shared/i18n/word-redaction.ts';
import { operationSchemas } from '#shared/journal/operation.ts';

test('every type of line has a name for people', () => {
  const families = Object.keys(operationSchemas).map((type) => type.split('.')[0] ?? '');
  expect(families.filter((family) => !Object.hasOwn(lineSubjectMessages, family))).toEqual([]);
});

test('what is hidden is named by what it belongs to', () => {
  const place = { reason: 'no-rule', count: 1 } as const;
  const title = { ...place, type: 'incident.set', at: '/op/fields/title' };
  expect(wordHiddenPlace(title, 'en')).toBe('Incident, title');
  expect(wordHiddenPlace(title, 'ja')).toBe('インシデントの「件名」');
  const newer = { ...place, type: 'constructor.set', at: '/op/hosts/0' };
  expect(wordHiddenPlace(newer, 'en')).toBe('constructor.set, hosts');
});
