import { expect, test } from 'vitest';
import { logFormatMessages, logFormatName } from '#shared/i18n/log-format-messages.ts';
import { logReaders } from '#shared/import/log-readers.ts';

test('every format that is read has a name, and no other has', () => {
  expect(Object.keys(logFormatMessages).toSorted((a, b) => a.localeCompare(b))).toEqual(
    logReaders.map(({ id }) => id).toSorted((a, b) => a.localeCompare(b)),
  );
});

test('a format of a newer version is called as the notebook calls it', () => {
  expect(logFormatName('ja', 'constructor')).toBe('constructor');
  expect(logFormatName('en', 'zeek-tsv')).toBe('Zeek, TSV');
});
