import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';
import { describe, expect, test } from 'vitest';
import { havePublicCases } from '../../fixtures/public-cases.ts';
import { exportCases, jsonOf } from './export-cases.ts';

const folder = fileURLToPath(new URL('../../../../shared/inputs/data/schemas/', import.meta.url));
const isHere = existsSync(folder);
const cases = await exportCases();

type Json = Readonly<Record<string, unknown>>;

function schema(name: string): Json {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Json;
}

function stixJudge(): Ajv2020 {
  // The identifier's pattern is no valid one under the u flag; ajv-formats is not needed for what is judged.
  const ajv = new Ajv2020({
    unicodeRegExp: false,
    strict: false,
    validateFormats: false,
  });
  const names = readdirSync(path.join(folder, 'stix2.1/schemas'), { recursive: true }) as string[];
  for (const name of names.filter((one) => one.endsWith('.json'))) {
    const one = schema(path.join('stix2.1/schemas', name));
    ajv.addSchema(one);
    // Attack Flow names the same files by another branch and protocol.
    const id = String(one['$id']);
    const other = id.replace('http://', 'https://').replace('/stix2.1/', '/master/');
    ajv.addSchema({ ...one, $id: other });
  }
  return ajv;
}

function judgeOf(ajv: Ajv2020, end: string): ValidateFunction {
  const id = Object.keys(ajv.schemas).find((key) => key.startsWith('http://') && key.endsWith(end));
  const judge = ajv.getSchema(id ?? '');
  if (judge === undefined) throw new Error(`no schema ${end}`);
  return judge;
}

function objectsOf(bundle: unknown): readonly Json[] {
  return (bundle as { readonly objects: readonly Json[] }).objects;
}

/** Every reference of an object to another, by property name. */
function referencesOf(object: Json): readonly string[] {
  return Object.entries(object).flatMap(([name, value]) =>
    name.endsWith('_ref') ? [String(value)] : name.endsWith('_refs') ? (value as string[]) : [],
  );
}

test('the schemas were tried, or it is said that they are not here', () => {
  const missing = 'SKIPPED: no schemas beside this checkout; no other judge has seen the exports.';
  // oxlint-disable-next-line no-console -- a test that does not run has to say so
  console.log(isHere ? `${cases.length} cases judged` : missing);
  expect(cases).toHaveLength(havePublicCases ? 9 : 5);
});

describe.runIf(isHere)('other people’s schemas', () => {
  const stix = isHere ? stixJudge() : new Ajv2020();
  const judgeBundle = isHere ? judgeOf(stix, '/common/bundle.json') : undefined;

  test.each(cases)('STIX 2.1 takes $name', ({ state }) => {
    const bundle = jsonOf(state, 'stix');
    // The bundle's schema takes every type that it does not list for a custom one, and then for an object and
    // an observable at once, which its `oneOf` refuses: those are judged by the schema of their own type below.
    const listed = objectsOf(bundle).filter(({ type }) => type !== 'incident' && type !== 'note');
    judgeBundle?.({ ...(bundle as Json), objects: listed });
    expect(judgeBundle?.errors ?? []).toEqual([]);
    const objects = objectsOf(bundle);
    const ids = objects.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const object of objects) {
      // Each by the schema of its own type as well: the bundle's chooses by type and is lax with new ones.
      const judge = Object.keys(stix.schemas).find((key) =>
        key.endsWith(`/${String(object['type'])}.json`),
      );
      const check = stix.getSchema(judge ?? '');
      expect(check, String(object['type'])).toBeDefined();
      void check?.(object);
      expect(check?.errors ?? [], String(object['id'])).toEqual([]);
      expect(referencesOf(object).filter((ref) => !ids.includes(ref))).toEqual([]);
    }
  });

  test.each(cases)('Attack Flow 2.0 takes $name', ({ state }) => {
    const flow = isHere
      ? stix.getSchema(String(schema('attack-flow__attack-flow-schema-2.0.0.json')['$id']))
      : undefined;
    const judge = flow ?? stix.compile(schema('attack-flow__attack-flow-schema-2.0.0.json'));
    const objects = objectsOf(jsonOf(state, 'attack-flow'));
    const flowTypes = new Set(['attack-flow', 'attack-action', 'attack-asset', 'attack-condition']);
    const ids = objects.map(({ id }) => id);
    expect(objects.filter(({ type }) => type === 'attack-flow')).toHaveLength(1);
    for (const object of objects) {
      const own = flowTypes.has(String(object['type']))
        ? judge
        : judgeOf(stix, `/${String(object['type'])}.json`);
      own(object);
      expect(own.errors ?? [], String(object['id'])).toEqual([]);
      expect(referencesOf(object).filter((ref) => !ids.includes(ref))).toEqual([]);
    }
  });

  test.each(cases)('MISP takes $name', ({ state }) => {
    const judge = new AjvDraft04({ strict: false }).compile(schema('misp__schema-2.4-lax.json'));
    const { result } = schema('pymisp__describeTypes.json') as {
      readonly result: {
        readonly category_type_mappings: Readonly<Record<string, readonly string[]>>;
      };
    };
    const event = jsonOf(state, 'misp') as {
      readonly Event: {
        readonly info: string;
        readonly Attribute: readonly {
          readonly type: string;
          readonly category: string;
          readonly value: string;
        }[];
      };
    };
    judge(event);
    expect(judge.errors ?? []).toEqual([]);
    expect(event.Event.info).toMatch(/^[^\r\n]{1,256}$/);
    for (const { type, category } of event.Event.Attribute)
      expect(result.category_type_mappings[category], `${category} ${type}`).toContain(type);
    const keys = event.Event.Attribute.map(({ type, value }) => `${type} ${value}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(cases)('VERIS takes $name', ({ state }) => {
    const judge = new AjvDraft04({ strict: false }).compile(schema('veris__verisc-merged.json'));
    judge(jsonOf(state, 'veris'));
    expect(judge.errors ?? []).toEqual([]);
  });
});
