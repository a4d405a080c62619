import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldAt } from '#shared/import/json-fields.ts';
import { recordOfHit } from '#shared/import/search-hit.ts';
import { cutAll } from './cut-all.ts';
import { findJson } from '../../../electron/import/json-layout.ts';

const source = { '@timestamp': '2024-03-01T00:00:00Z', message: 'one' };

test('a hit is its source, and fields become what they were', () => {
  expect(recordOfHit({ _index: 'a', _source: source })).toBe(source);
  const fields = {
    '@timestamp': ['2024-03-01T00:00:00Z'],
    'host.name': ['ws1'],
    host: ['also a text'],
    'a.b.c': [1, 2],
    '__proto__.polluted': ['x'],
    'x..y': ['odd name'],
  };
  const record = recordOfHit({ _index: 'a', _id: '1', fields });
  expect(fieldAt(record, 'host.name')).toBe('ws1');
  expect(fieldAt(record, 'a.b.c')).toEqual([1, 2]);
  expect(fieldAt(record, 'x..y')).toBe('odd name');
  expect(JSON.stringify(record)).toContain('also a text');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('what is no hit stays as it is', () => {
  for (const value of [null, 1, [source], source, { _source: source }, { _index: 1, fields: {} }])
    expect(recordOfHit(value)).toBe(value);
});

test('any fields become a record without an error', () => {
  const names = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'a.b', 'a', 'a.b.c', '..', '.'));
  fc.assert(
    fc.property(fc.dictionary(names, fc.array(fc.jsonValue())), (fields) => {
      expect(recordOfHit({ _index: 'a', fields })).toBeTypeOf('object');
    }),
  );
});

test.each([[undefined], [2]])('the hits of an answer are cut one by one (indent %s)', (indent) => {
  const hits = [1, 2, 3].map((id) => ({ _index: 'a', _id: String(id), _source: source }));
  const answer = { took: 5, _shards: { total: 1 }, hits: { total: { value: 3 }, hits } };
  const text = JSON.stringify({ ...answer, aggregations: { hits: { x: 1 } } }, undefined, indent);
  const found = findJson(text, true);
  expect(found?.values).toEqual([source, source, source]);
  const layout = { shape: 'json', cut: 'elements', within: 'hits' } as const;
  expect(found?.layout).toEqual(layout);
  for (const lengths of [[text.length], [7], [1, 50]]) {
    const { records, broken } = cutAll(text, layout, { lengths });
    expect(records.map(({ raw }) => JSON.parse(String(raw)) as unknown)).toEqual(hits);
    expect(broken).toEqual([]);
  }
});
