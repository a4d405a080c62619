// Appends to an open notebook, and writes the same bytes with nothing around them to a file beside it.
import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  openSync,
  readSync,
  statSync,
  write,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { addEntry } from '../../../shared/application/entries.ts';
import { unprotectedKeys } from '../../../electron/notebook/keys.ts';
import { randomHex } from '../../../electron/notebook/node-crypto.ts';
import { feedFileOf } from '../../../electron/notebook/notebook-folder.ts';
import { openNotebook } from '../../../electron/notebook/open-notebook.ts';
import { answer } from './answer.mjs';
import { entryContent } from './entry-texts.mjs';

const writeLater = promisify(write);
const syncLater = promisify(fdatasync);

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
  const beside = path.dirname(folder);
  const blockingFile = openSync(path.join(beside, 'blocking.jsonl'), 'ax');
  const waitingFile = openSync(path.join(beside, 'waiting.jsonl'), 'ax');

  let bytes = Buffer.from('{}\n');
  /** The content is made and the bytes are read back outside of the measured time. */
  const append = async (number) => {
    const content = entryContent(number);
    const before = statSync(feedFile, { throwIfNoEntry: false })?.size ?? 0;
    const startedAt = performance.now();
    const saved = await addEntry(writing, content);
    const took = performance.now() - startedAt;
    if (!saved.ok) throw new Error(`not saved: ${JSON.stringify(saved.error)}`);
    bytes = readFrom(feedFile, before);
    return took;
  };
  const writeBlocking = async () => {
    const startedAt = performance.now();
    writeSync(blockingFile, bytes, 0, bytes.length);
    fdatasyncSync(blockingFile);
    return performance.now() - startedAt;
  };
  const writeWaiting = async () => {
    const startedAt = performance.now();
    await writeLater(waitingFile, bytes, 0, bytes.length);
    await syncLater(waitingFile);
    return performance.now() - startedAt;
  };

  const found = { appends: [], blocking: [], waiting: [], lineBytes: [] };
  const steps = [
    [found.appends, append],
    [found.blocking, writeBlocking],
    [found.waiting, writeWaiting],
  ];
  for (let round = -warmUp; round < rounds; round += 1) {
    // Whoever syncs later may find the disk's journal awake: every order has its turn.
    for (const [list, step] of inOrder(steps, round + warmUp)) {
      await pause();
      const took = await step(round + warmUp);
      if (round >= 0) list.push(took);
    }
    if (round >= 0) found.lineBytes.push(bytes.length);
  }
  closeSync(blockingFile);
  closeSync(waitingFile);
  await notebook.close();
  return found;
});

/** Three things in one of their six orders. */
function inOrder([a, b, c], turn) {
  const orders = [
    [a, b, c],
    [c, b, a],
    [b, c, a],
    [a, c, b],
    [c, a, b],
    [b, a, c],
  ];
  return orders[turn % orders.length];
}

function readFrom(file, offset) {
  const bytes = Buffer.alloc(statSync(file).size - offset);
  const descriptor = openSync(file, 'r');
  readSync(descriptor, bytes, 0, bytes.length, offset);
  closeSync(descriptor);
  return bytes;
}
