import fc from 'fast-check';
import { expect } from 'vitest';
import type { LogReader, LogRecord } from '#shared/import/log-reader.ts';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { headOf } from './read-sample-b.ts';

/** 500 in every run of the tests; the long run sets more. */
const runs = Number(process.env['KIROKU_FUZZ_RUNS'] ?? 500);
/** What the runs of one property may take on a busy machine. */
export const hostileTimeoutMs = 20_000 + runs * 40;
const choices = { zone: makeZoneClock('Asia/Tokyo'), year: 2023, order: 'day-first' } as const;

const nasty = fc.oneof(
  fc.constantFrom(
    '\0',
    '\u202E',
    '\uD800',
    '\uFEFF',
    '"',
    '\\',
    '[',
    ']',
    '<',
    '>',
    ' ',
    '\t',
    '|',
    '-',
    ':',
    '0000-00-00',
    '99/99/9999',
    '=cmd|x',
    '<script>alert(1)</script>',
    '[01/Mar/2024:10:00:00 +0000]',
    'Feb 30 25:61:61 ',
  ),
  fc
    .tuple(fc.constantFrom('[', ' ', 'a', '"', '\\"', '\0', '9', '%', '<1>'), fc.nat(5_000))
    .map(([piece, times]) => piece.repeat(times)),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** A line that was right once: pieces of it replaced, lines swapped, the whole cut. */
function brokenLine(samples: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.tuple(fc.nat(400), fc.nat(40), nasty);
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: 4 }))
    .map(([line, edits]) =>
      edits.reduce(
        (text, [at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length),
        line,
      ),
    );
}

/** An object that was right once: values replaced by any JSON. */
function brokenObject(samples: readonly string[]): fc.Arbitrary<unknown> {
  const objects = samples.map((line) => JSON.parse(line) as Record<string, unknown>);
  return fc
    .tuple(
      fc.constantFrom(...objects),
      fc.array(fc.tuple(fc.nat(40), fc.oneof(fc.jsonValue(), nasty)), { maxLength: 5 }),
    )
    .map(([object, edits]) => {
      const entries = Object.entries(object);
      for (const [at, value] of edits) {
        const entry = entries[at % entries.length];
        if (entry !== undefined) entry[1] = value;
      }
      return Object.fromEntries(entries);
    });
}

/**
 * What goes wrong with broken lines; empty when each is a row, a frame or a skip, and no row is empty or at
 * what is no number.
 */
export function lineTroubleOf(reader: LogReader, samples: readonly string[]): string {
  const line = fc.oneof(brokenLine(samples), fc.constantFrom(...samples));
  return reportOf(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
      checkRecords(
        reader,
        lines.join('\n'),
        lines.map((text) => ({ shape: 'line', text })),
      );
    }),
  );
}

/** The same for objects, one of them deep. */
export function objectTroubleOf(reader: LogReader, samples: readonly string[]): string {
  const value = fc.oneof(brokenObject(samples), fc.jsonValue());
  const deep = JSON.parse(`${'{"a":['.repeat(50_000)}1${']}'.repeat(50_000)}`) as unknown;
  const [first = '{}'] = samples;
  checkRecords(reader, first, [
    { shape: 'json', value: { ...(JSON.parse(first) as object), deep } },
  ]);
  return reportOf(
    fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
      checkRecords(
        reader,
        JSON.stringify(values),
        values.map((item) => ({ shape: 'json', value: item })),
      );
    }),
  );
}

function reportOf<Values>(property: fc.IProperty<Values>): string {
  const result = fc.check(property, { numRuns: runs });
  return result.failed ? (fc.defaultReportMessage(result) ?? 'failed') : '';
}

function checkRecords(reader: LogReader, text: string, records: readonly LogRecord[]): void {
  const head = headOf(text);
  const detection = reader.detect(head);
  const read = reader.start(head, detection?.layout ?? { shape: 'line' }, choices);
  for (const record of records) {
    const outcome = read(record);
    if (outcome.kind !== 'rows') continue;
    for (const row of outcome.rows) {
      expect(row.text).not.toBe('');
      expect(row.time === undefined || Number.isInteger(row.time)).toBe(true);
      expect(typeof row.host + typeof row.kind + typeof row.timeText).toBe('stringstringstring');
    }
  }
}
