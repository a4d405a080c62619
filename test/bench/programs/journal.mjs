// Appends to an open notebook, and writes the same bytes with nothing around them to a file beside it.
import { generateKeyPairSync, sign } from 'node:crypto';
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
import { ipcContract } from '../../../shared/ipc/contract.ts';
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
  const { feed } = notebook.describe();
  const feedFile = feedFileOf(folder, feed);
  const beside = path.dirname(folder);
  const blockingFile = openSync(path.join(beside, 'blocking.jsonl'), 'ax');
  const signedFile = openSync(path.join(beside, 'signed.jsonl'), 'ax');
  const { privateKey } = generateKeyPairSync('ed25519');
  const waitingFile = openSync(path.join(beside, 'waiting.jsonl'), 'ax');

  let bytes = Buffer.from('{}\n');
  const { request } = ipcContract['notebook:append'];
  // As the window's handler gets them: the contract has parsed them.
  const operations = Array.from({ length: warmUp + rounds }, (_, number) => {
    const operation = { t: 'entry.add', id: randomHex(16), ...entryContent(number) };
    return request.parse({ operation }).operation;
  });
  /** The bytes are read back outside of the measured time. */
  const append = async (number) => {
    const operation = operations[number];
    const before = statSync(feedFile, { throwIfNoEntry: false })?.size ?? 0;
    const startedAt = performance.now();
    const saved = await notebook.append(operation);
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
  const writeSigned = async () => {
    const startedAt = performance.now();
    sign(null, bytes, privateKey);
    writeSync(signedFile, bytes, 0, bytes.length);
    fdatasyncSync(signedFile);
    return performance.now() - startedAt;
  };
  const writeWaiting = async () => {
    const startedAt = performance.now();
    await writeLater(waitingFile, bytes, 0, bytes.length);
    await syncLater(waitingFile);
    return performance.now() - startedAt;
  };

  const found = { appends: [], blocking: [], signed: [], waiting: [], lineBytes: [] };
  const steps = [
    [found.appends, append],
    [found.blocking, writeBlocking],
    [found.signed, writeSigned],
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
  for (const file of [blockingFile, signedFile, waitingFile]) closeSync(file);
  await notebook.close();
  return found;
});

/** Every one of them is the first as often as any other, and follows two different ones. */
function inOrder(steps, turn) {
  const from = turn % steps.length;
  const turned = [...steps.slice(from), ...steps.slice(0, from)];
  return Math.floor(turn / steps.length) % 2 === 0 ? turned : turned.toReversed();
}

function readFrom(file, offset) {
  const bytes = Buffer.alloc(statSync(file).size - offset);
  const descriptor = openSync(file, 'r');
  readSync(descriptor, bytes, 0, bytes.length, offset);
  closeSync(descriptor);
  return bytes;
}
