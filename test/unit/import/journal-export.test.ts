import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journalExportReader } from '#shared/import/journal-export.ts';
import { fileHeadOf } from '../../../electron/import/file-head.ts';
import { cutAll } from './cut-all.ts';

const layout = { shape: 'journal' } as const;
const runs = Number(process.env['KIROKU_FUZZ_RUNS'] ?? 500);

/** A field whose value may hold line breaks, in units of one byte. */
function binaryField(name: string, value: string): string {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(value.length));
  return `${name}\n${length.toString('latin1')}${value}\n`;
}

const first = [
  '__CURSOR=s=1;i=1',
  '__REALTIME_TIMESTAMP=1709251200123456',
  '_HOSTNAME=web01',
  'SYSLOG_IDENTIFIER=sshd',
  '_PID=812',
  'MESSAGE=Accepted = yes',
  '',
].join('\n');
const second = `__REALTIME_TIMESTAMP=1709251202000000\n_COMM=app\n${binaryField('MESSAGE', 'one\n\ntwo=2\n')}_HOSTNAME=web01\n`;
const journal = `${first}\n${second}\n__MONOTONIC_TIMESTAMP=7\nMESSAGE=no time\n\n`;

function readAll(text: string) {
  const read = journalExportReader.start(fileHeadOf('j', text, true), layout, {});
  return cutAll(text, layout).records.map(({ raw }) =>
    read({ shape: 'cells', cells: typeof raw === 'string' ? [raw] : raw }),
  );
}

test('reads entries with values in a line and in bytes', () => {
  const detection = journalExportReader.detect(fileHeadOf('j', journal, true));
  expect(detection).toEqual({ score: 97, layout, questions: [], notes: [] });
  const row = { kind: 'sshd', host: 'web01', timeText: '1709251200123456' };
  expect(readAll(journal)).toMatchObject([
    {
      kind: 'rows',
      rows: [{ ...row, time: 1_709_251_200_123_456, text: 'sshd[812]: Accepted = yes' }],
    },
    { kind: 'rows', rows: [{ kind: 'app', text: 'app: one\n\ntwo=2\n', host: 'web01' }] },
    { kind: 'skipped', reason: 'no-event' },
  ]);
});

test('the place of an entry is all of it, wherever the file is divided', () => {
  const whole = cutAll(journal, layout);
  expect(whole.records.map(({ start, end }) => journal.slice(start, end))).toEqual([
    first,
    second,
    '__MONOTONIC_TIMESTAMP=7\nMESSAGE=no time\n',
  ]);
  expect(whole.records.map(({ line }) => line)).toEqual([1, 8, 17]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (lengths) => {
      expect(cutAll(journal, layout, { lengths })).toEqual(whole);
    }),
  );
});

test('a length that lies costs its entry alone', () => {
  const lie = `__REALTIME_TIMESTAMP=1\nMESSAGE\n${'\u00ff'.repeat(8)}abc\n\n`;
  const { records, broken } = cutAll(`${lie}${first}\n`, layout);
  expect(broken).toEqual([{ reason: 'other-format', line: 1 }]);
  expect(records).toHaveLength(1);
});

test('an entry longer than any is passed over', () => {
  const long = `__REALTIME_TIMESTAMP=1\nMESSAGE=${'x'.repeat(5_000)}\n\n`;
  const { records, broken } = cutAll(`${long}${first}\n`, layout, { limit: 1_000, lengths: [512] });
  expect(broken).toEqual([{ reason: 'too-long', line: 1 }]);
  expect(records).toHaveLength(1);
});

test('nothing that looks like it is lost, counted twice or hangs', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '\n\n',
      'A=1\n',
      '=\n',
      'MESSAGE\n',
      '\0',
      '\u0003\0\0\0\0\0\0\0',
      '\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u001f\0',
      '__REALTIME_TIMESTAMP=-1\n',
      '__REALTIME_TIMESTAMP=99999999999999999999999\n',
      '__REALTIME_TIMESTAMP=1709251200123456\n',
      'x',
      first,
      `${second}\n`,
    ),
    // Bytes, as the journal is cut.
    fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }),
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }),
      (pieces, lengths) => {
        const text = pieces.join('');
        const once = cutAll(text, layout);
        let end = 0;
        for (const record of once.records) {
          expect(record.start).toBeGreaterThanOrEqual(end);
          expect(record.end).toBeGreaterThan(record.start);
          ({ end } = record);
        }
        expect(cutAll(text, layout, { lengths })).toEqual(once);
        for (const outcome of readAll(text)) {
          const rows = outcome.kind === 'rows' ? outcome.rows : [];
          for (const row of rows) {
            expect(row.time === undefined || Number.isSafeInteger(row.time)).toBe(true);
            expect(row.text).not.toBe('');
          }
        }
      },
    ),
    { numRuns: runs },
  );
}, 600_000);
