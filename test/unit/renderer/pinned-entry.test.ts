import { expect, test } from 'vitest';
import { entryContentSchema } from '#shared/domain/entry.ts';
import type { OriginalRecord } from '#shared/ipc/log-contract.ts';
import { parsePinMarks } from '../../../renderer/records/pin-marks.ts';
import { type PinnedRecord, pinnedEntry } from '../../../renderer/records/pinned-entry.ts';

const none = parsePinMarks('');

function record(
  time: string | null,
  change: Partial<OriginalRecord> & { readonly zone?: string; readonly timeText?: string } = {},
): PinnedRecord {
  const { zone = '+09:00', timeText = '2019/11/07 17:58:48', ...rest } = change;
  return {
    evidence: 'e'.repeat(32),
    zone,
    original: {
      source: 'a'.repeat(32),
      row: 4,
      line: 7,
      offset: 10,
      bytes: 20,
      sha256: 'f'.repeat(64),
      text: 'the record',
      isCut: false,
      fields: [],
      shown: {
        time: time === null ? null : Date.parse(time) * 1000,
        timeText,
        host: 'ws01',
        kind: '1',
        text: 'Process Create',
      },
      ...rest,
    },
  };
}

test('one record becomes an observation that cites it', () => {
  const entry = pinnedEntry([record('2019-11-07T08:58:48.965Z')], parsePinMarks('3 #vpn'));
  expect(entryContentSchema.parse(entry)).toEqual(entry);
  expect(entry).toMatchObject({
    kind: 'observation',
    text: 'Process Create',
    stages: ['delivery'],
    tags: ['vpn'],
    hosts: ['ws01'],
    source: 'a'.repeat(32),
    at: {
      utc: '2019-11-07T08:58:48.965Z',
      text: '2019/11/07 17:58:48',
      zone: '+09:00',
      precision: 'millisecond',
      untilUtc: null,
    },
    rows: [{ line: 7, text: 'the record', sha256: 'f'.repeat(64) }],
  });
});

test('a clock that counts seconds gives no milliseconds', () => {
  const at = pinnedEntry([record('2019-11-07T08:58:48Z')], none).at;
  expect(at).toMatchObject({ utc: '2019-11-07T08:58:48Z', precision: 'second' });
  const fine = record('2019-11-07T08:58:48Z', { timeText: '17:58:48.000' });
  expect(pinnedEntry([fine], none).at.precision).toBe('millisecond');
});

test('several together span from the first to the last and keep every row', () => {
  const other = record('2019-11-07T08:00:00Z', { source: 'b'.repeat(32) });
  const entry = pinnedEntry([record('2019-11-07T09:00:00Z'), other, record(null)], none);
  expect(entryContentSchema.parse(entry)).toEqual(entry);
  expect(entry.at).toMatchObject({
    utc: '2019-11-07T08:00:00Z',
    untilUtc: '2019-11-07T09:00:00Z',
  });
  expect(entry.rows).toHaveLength(3);
  expect(entry.source).toBeUndefined();
});

test('a record without a time has an unknown one, and an unknown zone is UTC', () => {
  const entry = pinnedEntry([record(null, { zone: 'Mars/Base' })], none);
  expect(entryContentSchema.parse(entry)).toEqual(entry);
  expect(entry.at).toMatchObject({ utc: null, zone: 'UTC', text: '2019/11/07 17:58:48' });
});

test('a long record is cut where a character ends', () => {
  const long = record('2019-11-07T08:58:48Z', { text: `${'x'.repeat(3999)}👩` });
  expect(pinnedEntry([long], none).rows?.[0]?.text).toBe('x'.repeat(3999));
});

test('digits and names are stages, words are tags, the rest is asked back', () => {
  expect(parsePinMarks('３ !7 !Installation  vpn #初動 36 !nonsense')).toEqual({
    stages: ['delivery', 'actions-on-objectives', 'installation'],
    tags: ['vpn', '初動', '36'],
    unknown: ['!nonsense'],
  });
});
