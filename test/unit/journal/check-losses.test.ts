import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { wordFinding } from '#shared/i18n/word-finding.ts';
import { checkNotebookFiles, writeNotebookFiles } from '../../fixtures/notebook-files.ts';
import { verifyMany } from '../../fixtures/run-verify.ts';
import { createTestDevice, type TestDevice } from '../../fixtures/test-device.ts';
import { addEntry } from '../../fixtures/test-operations.ts';
import { filesOf, vectorNotebook, writer } from '../../fixtures/vector-parts.ts';

/** What both verifiers find of devices: code, first line and how many. */
function foundIn(devices: readonly TestDevice[]) {
  const files = filesOf(devices);
  const ours = checkNotebookFiles(files);
  const base = mkdtempSync(path.join(tmpdir(), 'kiroku-losses-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const folder = path.join(base, 'case');
  writeNotebookFiles(folder, files);
  const [theirs] = verifyMany({ folders: [folder] }, 'none').folders;
  expect(theirs?.findings.filter(({ code }) => code !== 'signatures-not-checked')).toEqual(
    ours.findings.map((found) => ({ ...found, text: wordFinding(found, 'en') })),
  );
  return ours.findings.map(({ code, line, values }) => [code, line, values?.['n']]);
}

const lose = (by: TestDevice, device: TestDevice, lost = 'Left in a taxi.') =>
  void by.append({ t: 'device.set', device: device.feed, fields: { lost } });

/** A device with four lines, and one that has read them. */
function owners() {
  const carried = writer('akira');
  const reporter = createTestDevice(vectorNotebook, 'kiyoshi');
  reporter.read(carried);
  return { carried, reporter };
}

test('a lost device with nothing after that is worth a note', () => {
  const { carried, reporter } = owners();
  lose(reporter, carried);
  expect(foundIn([carried, reporter])).toEqual([['device-lost', undefined, undefined]]);
});

test('lines that had not been read when it was reported are counted from the first', () => {
  const { carried, reporter } = owners();
  lose(reporter, carried);
  carried.append(addEntry('A'));
  carried.append(addEntry('B'));
  expect(foundIn([carried, reporter])).toEqual([['after-loss', 5, 2]]);
});

test('a later report, or more words, do not make lines trusted that came in between', () => {
  const { carried, reporter } = owners();
  lose(reporter, carried);
  carried.append(addEntry('A'));
  reporter.read(carried);
  lose(reporter, carried, 'Left in a taxi, and not handed in.');
  carried.append(addEntry('B'));
  expect(foundIn([carried, reporter])).toEqual([['after-loss', 5, 2]]);
});

test('a report that was taken back is none any more', () => {
  const { carried, reporter } = owners();
  lose(reporter, carried);
  carried.append(addEntry('A'));
  lose(reporter, carried, '');
  expect(foundIn([carried, reporter])).toEqual([]);
});

test('somebody who had not read the report cannot take it back', () => {
  const { carried, reporter } = owners();
  const third = createTestDevice(vectorNotebook, 'beate');
  third.read(carried);
  lose(third, carried, '');
  lose(reporter, carried);
  expect(foundIn([carried, reporter, third])).toEqual([['device-lost', undefined, undefined]]);
});

test('the lost device cannot vouch for itself', () => {
  const { carried, reporter } = owners();
  lose(reporter, carried);
  carried.read(reporter);
  lose(carried, carried, '');
  expect(foundIn([carried, reporter])).toEqual([['after-loss', 5, 1]]);
});

test('what a device said of itself it may take back', () => {
  const { carried } = owners();
  lose(carried, carried);
  expect(foundIn([carried])).toEqual([['device-lost', undefined, undefined]]);
  lose(carried, carried, '');
  expect(foundIn([carried])).toEqual([]);
});
