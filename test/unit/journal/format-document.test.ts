import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { payloadSchema, parseLine, signedTextOfLine } from '#shared/journal/envelope.ts';
import { findingSeverities } from '#shared/journal/finding.ts';
import { operationSchemas } from '#shared/journal/operation.ts';
import { nodeCrypto, sha256Hex } from '../../../electron/notebook/node-crypto.ts';
import { makeVectors } from '../../fixtures/make-vectors.ts';

const format = readFileSync(path.resolve(import.meta.dirname, '../../../docs/format.md'), 'utf8');

type Schema = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  /** What may be null. */
  readonly anyOf?: readonly Schema[];
};
type Field = {
  readonly path: string;
  readonly optional: boolean;
  readonly values: readonly string[];
};

/** Every field of a schema with its path: `at.utc`, `items[].id`. */
function fieldsOf(schema: Schema, prefix = ''): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    {
      path: prefix + name,
      optional: !(schema.required ?? []).includes(name),
      values: [field, ...(field.anyOf ?? [])].flatMap((one) => one.enum ?? []),
    },
    ...[field, ...(field.anyOf ?? [])].flatMap((one) => [
      ...fieldsOf(one, `${prefix}${name}.`),
      ...fieldsOf(one.items ?? {}, `${prefix}${name}[].`),
    ]),
  ]);
}

function schemaOf(type: z.ZodType): Schema {
  return z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Schema;
}

/**
 * The rows of an operation's table by field; `entry.correct` takes those of `entry.add` as well, and what adds an
 * item of evidence the fields of what describes one.
 */
function rowsOf(type: string): Map<string, string> {
  const [, section] = format.split(`\n### \`${type}\`\n`);
  const text = (section ?? '').split(/\n#{2,3} /)[0] ?? '';
  const other = /every field of `([a-z.]+)`/.exec(text)?.[1];
  const fieldsOfOther = /the `fields` of `([a-z.]+)`/.exec(text)?.[1];
  const rows = [...text.matchAll(/^\| `([^`]+)` \| (.*) \|.*\|$/gm)];
  return new Map([
    ...(other === undefined ? [] : rowsOf(other)),
    ...[...(fieldsOfOther === undefined ? [] : rowsOf(fieldsOfOther))].filter(([field]) =>
      field.startsWith('fields.'),
    ),
    ...rows.map((row): [string, string] => [row[1] ?? '', row[2] ?? '']),
  ]);
}

describe('docs/format.md', () => {
  test.each(Object.entries(operationSchemas))('describes every field of %s', (type, schema) => {
    const rows = rowsOf(type);
    const fields = fieldsOf(schemaOf(schema));
    expect(fields.length).toBeGreaterThan(2);
    for (const { path: field, optional, values } of fields) {
      const said = rows.get(field);
      expect(said, `${type}: ${field}`).toBeDefined();
      expect(said?.includes('optional'), `${type}: ${field} optional`).toBe(optional);
      for (const value of values) expect(said, `${type}: ${field}`).toContain(`\`${value}\``);
    }
    const known = new Set(fields.map((field) => field.path));
    expect([...rows.keys()].filter((field) => !known.has(field))).toEqual([]);
  });

  test('describes no type that is not there', () => {
    const described = [...format.matchAll(/^### `([a-z.-]+)`$/gm)].map((match) => match[1]);
    expect(described).toEqual(Object.keys(operationSchemas));
  });

  test('describes every field of a line', () => {
    for (const { path: field, optional } of fieldsOf(schemaOf(payloadSchema))) {
      if (field.includes('.')) continue;
      const row = format.split('\n').find((line) => line.startsWith(`| \`${field}\` |`));
      expect(row, field).toBeDefined();
      expect(row?.includes('optional'), field).toBe(optional);
    }
  });

  test('lists every finding with its severity', () => {
    const [, section] = format.split('\n## Findings\n');
    const listed = [...(section ?? '').matchAll(/^\| `([a-z-]+)` \| (damage|warning|note) \|/gm)];
    expect(listed.map((row) => [row[1], row[2]])).toEqual(Object.entries(findingSeverities));
  });

  test('shows two lines of a test vector with their true hashes and signatures', () => {
    const [, example] = format.split('\n## A worked example\n');
    const lines = (example ?? '').split('\n').filter((line) => line.startsWith('{"p":'));
    const feed = [...(makeVectors()['single-feed']?.files ?? [])].find(([name]) =>
      name.startsWith('feeds/'),
    );
    const stored = Buffer.from(feed?.[1] ?? [])
      .toString('utf8')
      .split('\n');
    expect(lines).toEqual(stored.slice(0, 2));
    for (const line of lines) expect(example).toContain(`\`${sha256Hex(line)}\``);
    const [first, second] = lines.map((line) => parseLine(line));
    const key = first?.ok === true ? String(first.value.p.op['key']) : '';
    const signature = second?.ok === true ? second.value.s : '';
    expect(nodeCrypto().verify(key, signedTextOfLine(lines[1] ?? ''), signature)).toBe(true);
  });
});
