// Appends to an open notebook, and writes the same bytes with nothing around them to a file beside it.
import { closeSync, fdatasyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { addEntry } from '../../../shared/application/entries.ts';
import { unprotectedKeys } from '../../../electron/notebook/keys.ts';
import { randomHex } from '../../../electron/notebook/node-crypto.ts';
import { feedFileOf } from '../../../electron/notebook/notebook-folder.ts';
import { openNotebook } from '../../../electron/notebook/open-notebook.ts';
import { answer } from './answer.mjs';
import { entryContent } from './entry-texts.mjs';

answer(async ({ folder, userData, rounds, warmUp }) => {
  const opened = await openNotebook(folder, {
    userData,
    protection: unprotectedKeys,
    by: () => 'Bench',
    app: { version: '0.0.0', commit: 'bench' },
  });
  if (!opened.ok) throw new Error(`the notebook does not open: ${JSON.stringify(opened.error)}`);
  const notebook = opened.value;
  const writing = { journal: notebook, newId: () => randomHex(16) };
  const { feed } = notebook.describe();
  const feedFile = feedFileOf(folder, feed);
  const bareFile = openSync(path.join(path.dirname(folder), 'bare.jsonl'), 'ax');

  let bytes = Buffer.alloc(0);
  const append = async (number) => {
    const before = statSync(feedFile, { throwIfNoEntry: false })?.size ?? 0;
    const startedAt = performance.now();
    const saved = await addEntry(writing, entryContent(number));
    const took = performance.now() - startedAt;
    if (!saved.ok) throw new Error(`not saved: ${JSON.stringify(saved.error)}`);
    bytes = readFrom(feedFile, before);
    return took;
  };
  const writeBare = () => {
    const startedAt = performance.now();
    writeSync(bareFile, bytes, 0, bytes.length);
    fdatasyncSync(bareFile);
    return performance.now() - startedAt;
  };

  const found = { appends: [], bares: [], lineBytes: [] };
  for (let round = -warmUp; round < rounds; round += 1) {
    let took;
    let bare;
    // Whoever syncs second may find the disk's journal awake: they take turns at that.
    if (round % 2 === 0 && bytes.length > 0) {
      bare = writeBare();
      took = await append(round + warmUp);
    } else {
      took = await append(round + warmUp);
      bare = writeBare();
    }
    if (round < 0) continue;
    found.appends.push(took);
    found.bares.push(bare);
    found.lineBytes.push(bytes.length);
  }
  closeSync(bareFile);
  await notebook.close();
  return found;
});

function readFrom(file, offset) {
  const bytes = Buffer.alloc(statSync(file).size - offset);
  const descriptor = openSync(file, 'r');
  readSync(descriptor, bytes, 0, bytes.length, offset);
  closeSync(descriptor);
  return bytes;
}
