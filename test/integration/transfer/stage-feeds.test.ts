import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { scanNotebook } from '../../../electron/notebook/feed-scan.ts';
import { feedFileOf } from '../../../electron/notebook/notebook-folder.ts';
import { stageFeeds } from '../../../electron/transfer/stage-feeds.ts';
import { writeNotebookFiles } from '../../fixtures/notebook-files.ts';
import { addEntry } from '../../fixtures/test-operations.ts';
import { fileOf, filesOf, vectorNotebook, writer } from '../../fixtures/vector-parts.ts';
import { temporaryFolder } from '../notebook/temporary-notebook.ts';

/** A copy with the first two lines of a device, and one with all of them; `ours` bends the first. */
async function copies(bend: (text: string) => string = (text) => text) {
  const device = writer();
  device.append(addEntry('Written after the copies went apart.'));
  const base = await temporaryFolder();
  const [ours, theirs, staged] = ['ours', 'theirs', 'staged'].map((name) => path.join(base, name));
  if (ours === undefined || theirs === undefined || staged === undefined) throw new Error('names');
  const early = bend(fileOf(device.texts.slice(0, 2)));
  writeNotebookFiles(ours, filesOf([device], { instead: { [device.feed]: early } }));
  writeNotebookFiles(theirs, filesOf([device]));
  mkdirSync(path.join(staged, 'feeds'), { recursive: true });
  const scan = (folder: string) => scanNotebook(folder, vectorNotebook, { signatures: true });
  const { feed } = device;
  const place = feedFileOf(staged, feed);
  const their = feedFileOf(theirs, feed);
  return {
    feed,
    staged,
    place,
    their,
    scan,
    read: [await scan(ours), await scan(theirs)] as const,
  };
}

test('a feed that goes on from ours is staged as it came, and not read again', async () => {
  const { feed, staged, place, their, read } = await copies();
  const { news, read: known } = await stageFeeds(...read, staged);
  expect(news).toEqual([{ feed, lines: 3 }]);
  expect(known.get(feed)).toBe(read[1].feeds.get(feed));
  expect(readFileSync(place)).toEqual(readFileSync(their));
});

test('a folder that changed since it was read is read again where it is staged', async () => {
  const { feed, staged, their, read, scan } = await copies();
  const bytes = readFileSync(their);
  bytes[bytes.length - 200] = (bytes[bytes.length - 200] ?? 0) ^ 1;
  writeFileSync(their, bytes);
  const { read: known } = await stageFeeds(...read, staged);
  expect(known.has(feed)).toBe(false);
  const { check } = await scan(staged);
  expect(check.findings.map(({ severity }) => severity)).toContain('damage');
});

test('what was never whole at the end of ours gives way to the line that it was to become', async () => {
  const { feed, staged, place, their, read } = await copies((text) => `${text}{"p":{"boot`);
  const { news } = await stageFeeds(...read, staged);
  expect(news).toEqual([{ feed, lines: 3 }]);
  expect(readFileSync(place)).toEqual(readFileSync(their));
});
