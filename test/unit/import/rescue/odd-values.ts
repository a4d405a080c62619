import fc from 'fast-check';

/** Anything that may stand in a field of a case file. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    '',
    'false',
    'XXX',
    'infected',
    'Exfiltration',
    '2024-02-30 25:00:00',
    '2024-03-31 2:30:00',
    '9999-12-31 23:59:59',
    '0001-01-01',
    1_709_251_380_000,
    9e15,
    -1,
    '\uD800broken',
    '\u202Egnp.exe',
    '<script>alert(1)</script>',
    'a'.repeat(9_000),
    '__proto__',
    'constructor',
    '127.0.0.1|80',
    'filename|md5',
    { id: 3, text: 'Clean' },
  ),
  fc.string({ unit: 'binary' }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.integer(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A row whose fields are the tool's own, and a few that are not. */
export function oddRow(names: readonly string[]): fc.Arbitrary<unknown> {
  const fields = fc.dictionary(
    fc.constantFrom(...names, 'unheardOf', 'api_key', '__proto__'),
    oddValue,
  );
  return fc.oneof({ weight: 8, arbitrary: fields }, { weight: 1, arbitrary: oddValue });
}

/** Lists of rows under the tool's names, one of them missing or no list now and then. */
export function oddTables(
  tables: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<Record<string, unknown>> {
  const lists = Object.entries(tables).map(
    ([table, names]) =>
      [
        table,
        fc.oneof(
          { weight: 9, arbitrary: fc.array(oddRow(names), { maxLength: 4 }) },
          { weight: 1, arbitrary: oddValue },
        ),
      ] as const,
  );
  return fc.record(Object.fromEntries(lists), { requiredKeys: [] });
}
