import { join } from 'node:path';
import { expect, test } from 'vitest';
import { journalJsonReader } from '#shared/import/journal-json.ts';
import { fixturesFolder, readSample, timesOf } from './read-sample-b.ts';

test('reads the journal with messages as text, as bytes, as a list and left out', () => {
  const { detection, rows } = readSample(journalJsonReader, join(fixturesFolder, 'journal.jsonl'));
  expect(detection).toMatchObject({ score: 98, questions: [] });
  expect(timesOf(rows)).toEqual([
    '2024-03-01T10:00:00.000001Z',
    '2024-03-01T10:00:01.000002Z',
    '2024-03-01T10:00:02.000003Z',
    '2024-03-01T10:00:03.000004Z',
    undefined,
  ]);
  expect(rows.map(({ kind, text }) => [kind, text])).toEqual([
    ['sshd', 'sshd[811]: Accepted publickey for root'],
    // No UTF-8: each byte stays one character.
    ['app', 'app: \u00E3\u0081\u0082\n\u00FF'],
    ['app', 'app: あ'],
    ['', '__REALTIME_TIMESTAMP: 1709287203000004 ¦ _HOSTNAME: db01 ¦ UNIT: x.service'],
    ['app', 'app: one\ntwo'],
  ]);
});
