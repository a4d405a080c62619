import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indicatorTypes } from '#shared/domain/indicator.ts';
import { patternString, stixPattern } from '#shared/export/stix/stix-pattern.ts';
import { fullCase, jsonOf } from './export-cases.ts';

const string = String.raw`'(?:[^'\\]|\\'|\\\\)*'`;
const step = String.raw`(?:[a-z_]+|'[^']+'|[A-Z]+\d*)`;
const path = String.raw`[a-z0-9-]+:${step}(?:\.${step})*`;
const comparison = `${path} (?:=|ISSUBSET) (?:${string}|\\d+)`;

/** The part of the grammar (STIX 2.1, 9.8) that our patterns are written in: one observation, tests joined by AND. */
const grammar = new RegExp(`^\\[${comparison}(?: AND ${comparison})*\\]$`, 'su');

describe('STIX patterns', () => {
  test('every pattern of a full case is one', () => {
    const { objects } = jsonOf(fullCase(), 'stix') as {
      readonly objects: readonly { readonly type: string; readonly pattern?: string }[];
    };
    const patterns = objects.flatMap(({ pattern }) => pattern ?? []);
    expect(patterns).toHaveLength(17);
    for (const pattern of patterns) expect(pattern).toMatch(grammar);
    expect(patterns).toContain("[file:name = 'it\\'s.exe']");
    expect(patterns).toContain(
      "[file:name = 'run.exe' AND file:parent_directory_ref.path = 'C:\\\\ProgramData\\\\evil tools']",
    );
    expect(patterns).toContain("[ipv4-addr:value ISSUBSET '198.51.100.0/24']");
    expect(patterns).toContain("[mac-addr:value = '00:1b:44:11:3a:b7']");
  });

  test('whatever stands in a value, the pattern keeps its form and the string says the value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...indicatorTypes),
        fc.oneof(
          fc.string({ unit: 'binary', minLength: 1 }),
          fc.string({
            unit: fc.constantFrom("'", '\\', '/', ']', ' ', 'a', '"', ':'),
            minLength: 1,
          }),
        ),
        (type, value) => {
          expect(stixPattern(type, value) ?? "[a:b = '']").toMatch(grammar);
          const written = patternString(value);
          expect(written.slice(1, -1).replaceAll(/\\(.)/gsu, '$1')).toBe(value);
        },
      ),
    );
  });
});
