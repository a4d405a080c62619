import { expect, test } from 'vitest';
import * as z from 'zod';
import { conflictFieldMessages } from '#shared/i18n/conflict-messages.ts';
import { operationSchemas } from '#shared/journal/operation.ts';

/** Every field that two people can write at once, by the operation that writes it. */
const fields = Object.entries(operationSchemas).flatMap(([type, schema]) => {
  const inner = (schema.shape as Readonly<Record<string, z.ZodType>>)['fields'];
  return inner instanceof z.ZodObject ? Object.keys(inner.shape).map((name) => [type, name]) : [];
});

test('there are fields to look at', () => {
  expect(fields.length).toBeGreaterThan(100);
});

test('every field that can be disputed has words in both languages', () => {
  const without = fields.filter(([, name = '']) => !Object.hasOwn(conflictFieldMessages, name));
  expect(without.map((each) => each.join(' '))).toEqual([]);
});
