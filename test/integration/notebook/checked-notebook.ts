import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeSeal, type Seal } from '#shared/journal/seal.ts';
import { Checkpoints } from '../../../electron/notebook/checkpoints.ts';
import { scanNotebook } from '../../../electron/notebook/feed-scan.ts';
import { readOwnKey, unprotectedKeys } from '../../../electron/notebook/keys.ts';
import { randomHex, sha256Hex } from '../../../electron/notebook/node-crypto.ts';
import { feedFileOf } from '../../../electron/notebook/notebook-folder.ts';
import { entry, newNotebook, open, type Place, temporaryFolder } from './temporary-notebook.ts';

/** The build that `temporary-notebook.ts` opens notebooks with. */
export const testBuild = { version: '0', commit: 'test' };

export type CheckedNotebook = {
  readonly place: Place;
  readonly notebook: string;
  /** The feed with the checkpoint that matters, and its file as it was checked. */
  readonly feed: string;
  readonly file: string;
  readonly content: Buffer;
  /** Where the device keeps what it has checked. */
  readonly kept: string;
  /** What it has kept, as an opening would read it. */
  readonly checkpoints: (build?: typeof testBuild) => Checkpoints;
};

/**
 * A notebook of two devices that have read each other, with evidence and a seal, all of it checked and
 * kept; three entries were written after that.
 */
export async function checkedNotebook(): Promise<CheckedNotebook> {
  const place = await newNotebook();
  const other = { folder: place.folder, userData: path.join(await temporaryFolder(), 'other') };
  await writeEntries(other, 3);
  await writeEntries(place, 40);
  await writeEntries(other, 2);
  const writing = await open(place);
  const sha256 = sha256Hex('an image');
  await writing.append({
    t: 'evidence.add',
    id: randomHex(16),
    no: 'E-001',
    name: 'image',
    size: 8,
    sha256,
    note: '',
    changedWhileReading: false,
  });
  const seal = makeSeal(writing.describe().heads, [sha256], sha256Hex);
  await writing.append({
    t: 'seal',
    id: randomHex(16),
    ...seal,
    heads: headsOf(seal),
  });
  await writing.close();
  await writeEntries(place, 40);
  // The opening that checks all of it and keeps that.
  const last = await open(place);
  const { notebook, feed } = last.describe();
  await last.close();
  await writeEntries(place, 3);
  if (feed === null) throw new Error('the notebook cannot be written');
  const file = feedFileOf(place.folder, feed);
  const own = () => readOwnKey(place.userData, notebook, unprotectedKeys);
  return {
    place,
    notebook,
    feed,
    file,
    content: await readFile(file),
    kept: own().places.checked,
    checkpoints: (build = testBuild) => new Checkpoints(own(), notebook, build),
  };
}

/** The heads of a seal as an operation carries them. */
function headsOf({ heads }: Seal): Record<string, [number, string]> {
  return Object.fromEntries(
    Object.entries(heads).map(([feed, [seq, hash]]) => [feed, [seq, hash]]),
  );
}

async function writeEntries(place: Place, entries: number): Promise<void> {
  const notebook = await open(place);
  for (let number = 0; number < entries; number += 1) {
    const appended = await notebook.append(entry(`${number} 記録,"prev":"${'x'.repeat(1000)}`));
    if (!appended.ok) throw new Error(JSON.stringify(appended.error));
  }
  await notebook.close();
}

/** Everything that an opening learns of a notebook by reading it, with checkpoints or without. */
export async function learnedFrom({ place, notebook }: CheckedNotebook, checkpoints?: Checkpoints) {
  const scanned = await scanNotebook(place.folder, notebook, { signatures: false, checkpoints });
  const feeds = [];
  for (const { feed, bytes, check, index } of scanned.feeds.values()) {
    const { lines } = await index.readAfter(-1, 1_000);
    feeds.push({ feed, bytes, check, count: index.count, lastSeq: index.lastSeq, lines });
  }
  return { feeds, check: scanned.check };
}

/** Puts another content under the checked feed, and tells what is learned of it in both ways. */
export async function learnedOfChanged(checked: CheckedNotebook, content: Uint8Array) {
  await writeFile(checked.file, content);
  return {
    quick: await learnedFrom(checked, checked.checkpoints()),
    whole: await learnedFrom(checked),
  };
}
