import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeZoneClock } from '#shared/import/log-time.ts';
import type { LogReader, LogRecord } from '#shared/import/log-reader.ts';
import type { ReadOutcome } from '#shared/import/log-row.ts';
import { fixture, makeHead, readSample, readText } from './read-sample-c.ts';
import { windowsAndCloudReaders as readers } from './windows-and-cloud-readers.ts';

const runs = Number(process.env['KIROKU_FUZZ_RUNS'] ?? 500);

/** A head that the reader knows: the fixture that it scores highest. */
function headFor(reader: LogReader) {
  const heads = readdirSync('test/fixtures/logs')
    .map((name) => makeHead(name, readFileSync(fixture(name), 'utf8').replace(/^\uFEFF/u, '')))
    .map((head) => ({ head, detection: reader.detect(head) }));
  const best = heads
    .toSorted((a, b) => (b.detection?.score ?? -1) - (a.detection?.score ?? -1))
    .at(0);
  if (best?.detection === undefined) throw new Error(`no fixture for ${reader.id}`);
  return { head: best.head, layout: best.detection.layout };
}

const names = [
  'Event',
  'System',
  'EventID',
  'TimeCreated',
  'SystemTime',
  'UtcTime',
  'Message',
  'Channel',
  'winlog',
  'EventData',
  'Data',
  'Records',
  'value',
  'eventTime',
  'eventName',
  'eventSource',
  'CloudTrailEvent',
  'AuditData',
  'Operation',
  'RecordType',
  'CreationTime',
  'TimeGenerated',
  'Timestamp',
  'ActionType',
  'logName',
  'timestamp',
  '__proto__',
  'constructor',
  '',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '4624',
    '2024-01-01T00:00:00Z',
    '99/99/9999 99:99:99',
    '/Date(99999999999999999)/',
    '=cmd()',
    '\u202E\uD800\0',
    '<EventData><Data Name="a">&#0;</Data>',
    '{"eventTime":[]}',
    `[${'['.repeat(50)}`,
    '<script>',
    'x'.repeat(100_000),
  ),
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double(),
    fc.constantFrom(null, true, 1_700_000_000),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 6 }),
  ),
})).value;
const record: fc.Arbitrary<LogRecord> = fc.oneof(
  text.map((line): LogRecord => ({ shape: 'line', text: line })),
  fc.array(text, { maxLength: 30 }).map((cells): LogRecord => ({ shape: 'cells', cells })),
  json.map((value): LogRecord => ({ shape: 'json', value })),
  text.map((part): LogRecord => ({
    shape: 'xml',
    text: `<Event><System><EventID>1</EventID>${part}</System></Event>`,
  })),
);

function isHarmless(outcome: ReadOutcome): boolean {
  if (outcome.kind !== 'rows') return true;
  return outcome.rows.every(
    (row) =>
      row.text !== '' &&
      (row.time === undefined || Number.isInteger(row.time)) &&
      [row.timeText, row.host, row.kind, row.text].every((part) => typeof part === 'string'),
  );
}

describe('hostile records', () => {
  it.each(readers.map((reader) => [reader.id, reader] as const))('%s', (_id, reader) => {
    const { head, layout } = headFor(reader);
    fc.assert(
      fc.property(fc.array(record, { maxLength: 8 }), (records) => {
        const read = reader.start(head, layout, {
          zone: makeZoneClock('Asia/Tokyo'),
          order: 'day-first',
        });
        expect(records.map((one) => read(one)).every(isHarmless)).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it('are no format when they begin a file', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 5 }), (first, rest) => {
        for (const reader of readers)
          expect(() => readText(reader, 'a', [first, ...rest].join('\n'))).not.toThrow();
      }),
      { numRuns: Math.min(runs, 200) },
    );
  });

  it('are skipped when they are JSON too deep to be written again', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const line = `{"EventID":1,"Channel":"Security","TimeCreated":"2024-01-01T00:00:00Z","Extra":${deep}}`;
    const reader = readers.find(({ id }) => id === 'windows-event-json');
    if (reader === undefined) throw new Error('no reader');
    const shallow = line.replace(deep, '1');
    const { rows, skipped } = readText(reader, 'a.json', `${shallow}\n${line}\n${shallow}`);
    expect(rows).toHaveLength(2);
    expect(skipped).toEqual([{ line: 2, reason: 'broken-json' }]);
    expect(readText(reader, 'a.json', line).detection).toBeUndefined();
  });
});

describe('samples', () => {
  it('are read by one reader each', () => {
    const claims = readdirSync('test/fixtures/logs').map((name) => [
      name,
      readers
        .filter((reader) => (readSample(reader, fixture(name)).detection?.score ?? 0) >= 50)
        .map(({ id }) => id),
    ]);
    expect(claims.filter(([, ids]) => (ids?.length ?? 0) > 1)).toEqual([]);
  });
});
