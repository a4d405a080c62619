import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogRecord } from '#shared/import/log-reader.ts';
import type { ReadOutcome } from '#shared/import/log-row.ts';
import { logReaders } from '#shared/import/log-readers.ts';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { fileText, headOf } from './read-sample-a.ts';

/** A file of ours for each reader, from which records are made hostile. */
const sampleByReader: Readonly<Record<string, string>> = {
  'plaso-l2tcsv': fileText('plaso-l2tcsv.csv'),
  'plaso-dynamic': fileText('plaso-dynamic.csv'),
  'plaso-json': fileText('plaso-json-line.jsonl'),
  tln: fileText('plaso-tln.txt'),
  hayabusa: fileText('hayabusa-standard.csv'),
  chainsaw: fileText('chainsaw-hunt.jsonl'),
  timesketch:
    'message,datetime,timestamp_desc,timestamp\na,2024-03-31T01:00:02Z,x,1711846802000000\n',
  bodyfile: fileText('bodyfile.txt'),
  mactime: fileText('mactime-utc.csv'),
  'any-table': 'time,host,message\n2024-03-31 01:00:02,ws-07,a\n2024-03-31 01:00:03,ws-07,b\n',
  'any-json':
    '{"time":"2024-03-31 01:00:02","message":"a"}\n{"time":"2024-03-31 01:00:03","message":"b"}\n',
};

/** The others' readers are held by tests beside theirs. */
const ownReaders = logReaders.filter(({ id }) => Object.hasOwn(sampleByReader, id));

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '\0',
    '\uD800',
    '\u202E',
    '=cmd|x!A0',
    '<script>alert(1)</script>',
    '"',
    '0000-00-00T00:00:00.000000+00:00',
    'Not a time',
    '99999999999999999999',
    '-1',
    'NaN',
    '2024-02-30 00:00:00',
    '1711846802',
    '2024-03-31T01:00:02+00:00; Start Time; x',
    '__proto__',
    'x'.repeat(20_000),
    ' '.repeat(10_000),
    '1'.repeat(10_000),
    ':'.repeat(10_000),
  ),
);

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { Event: value };
  return value;
}

const nastyValue = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, 1e308, -1, Number.MAX_SAFE_INTEGER, nested(2_000)),
);

/** Values where a reader looks, of any type. */
const nastyObject = fc.dictionary(
  fc.constantFrom(
    'message',
    'datetime',
    'timestamp',
    'timestamp_desc',
    'date_time',
    'hostname',
    '__container_type__',
    'event_0',
    'Timestamp',
    'RuleTitle',
    'Computer',
    'Details',
    'Event',
    'Event_attributes',
    'document',
    'documents',
    'group',
    'name',
    'time',
    'host',
  ),
  fc.oneof(
    nastyValue,
    fc.record({
      __class_name__: fc.constantFrom(
        'TimeElements',
        'Filetime',
        'FATDateTime',
        'RFC2579DateTime',
        'CocoaTime',
        'constructor',
        '__proto__',
      ),
      time_elements_tuple: nastyValue,
      rfc2579_date_time_tuple: nastyValue,
      timestamp: nastyValue,
      fat_date_time: nastyValue,
      System: nastyValue,
    }),
  ),
);

const hostileRecord: fc.Arbitrary<LogRecord> = fc.oneof(
  fc
    .tuple(fc.constantFrom('|', ',', ' ', '\t'), fc.array(nasty, { maxLength: 20 }))
    .map(([delimiter, parts]): LogRecord => ({ shape: 'line', text: parts.join(delimiter) })),
  fc.array(nasty, { maxLength: 20 }).map((cells): LogRecord => ({ shape: 'cells', cells })),
  fc.oneof(nastyObject, nastyValue).map((value): LogRecord => ({ shape: 'json', value })),
  nasty.map((text): LogRecord => ({ shape: 'xml', text })),
  fc.constant<LogRecord>({ shape: 'json', value: nested(20_000) }),
);

const runs = Number(process.env['KIROKU_FUZZ_RUNS'] ?? 500);
const zone = makeZoneClock('Asia/Tokyo');

/** What is wrong with the outcome; empty when a row, a frame or a skip is harmless. */
function faults(outcome: ReadOutcome): readonly string[] {
  const rows = outcome.kind === 'rows' ? outcome.rows : [];
  return rows.flatMap(({ time, timeText, host, kind, text }) => [
    ...(time === undefined || Number.isSafeInteger(time) ? [] : [`time ${time}`]),
    ...([timeText, host, kind].every((part) => typeof part === 'string') ? [] : ['no text']),
    ...(text === '' ? ['empty text'] : []),
  ]);
}

test.each(ownReaders.map((reader) => [reader.id, reader] as const))(
  '%s makes a row, a frame or a skip of anything',
  (id, reader) => {
    const head = headOf('sample', sampleByReader[id] ?? '');
    const detection = reader.detect(head);
    if (detection === undefined) throw new Error(`${id} does not know its own sample`);
    const read = reader.start(head, detection.layout, { zone, order: 'day-first' });
    fc.assert(
      fc.property(hostileRecord, (hostile) => {
        expect(faults(read(hostile))).toEqual([]);
      }),
      { numRuns: runs },
    );
  },
  600_000,
);

test('no beginning of a file is too strange to look at', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(nasty, { maxLength: 8 }).map((lines) => lines.join('\n')),
        fc.array(nasty, { maxLength: 8 }).map((cells) => `${cells.join(',')}\n${cells.join(',')}`),
        fc.array(nastyObject, { maxLength: 4 }).map((objects) => JSON.stringify(objects)),
      ),
      (text) => {
        const head = headOf('strange', text);
        for (const reader of ownReaders) {
          const detection = reader.detect(head);
          if (detection === undefined) continue;
          expect(detection.score).toBeGreaterThan(0);
          const read = reader.start(head, detection.layout, {});
          for (const line of head.lines)
            expect(faults(read({ shape: 'line', text: line }))).toEqual([]);
          for (const cells of head.cells(','))
            expect(faults(read({ shape: 'cells', cells }))).toEqual([]);
          for (const value of head.json?.values ?? [])
            expect(faults(read({ shape: 'json', value }))).toEqual([]);
        }
      },
    ),
    { numRuns: Math.max(100, runs / 5) },
  );
}, 600_000);
