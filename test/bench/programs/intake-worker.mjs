// Takes a file as evidence the way the application does, against the least that could be done with it: the same file
// copied and hashed with the bare fs and crypto of this runtime.
import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, fsyncSync, openSync, readSync, rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { takeFile } from '../../../electron/notebook/evidence-vault.ts';

const port = parentPort;
const { file, folder, rounds } = workerData;
const found = { ours: [], bare: [], old: [] };

// The bundle is CommonJS: it has no await of its own.
void compare();

async function compare() {
  copyBare();
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? [timeOurs, timeBare] : [timeBare, timeOurs];
    for (const time of order) await time();
  }
  await timeWithOldHashes();
  port.postMessage(found);
}

async function timeOurs() {
  found.ours.push(await intakeMs({}));
}

async function timeWithOldHashes() {
  found.old.push(await intakeMs({ hashes: ['md5', 'sha1'] }));
}

async function intakeMs(options) {
  const from = performance.now();
  const taken = await takeFile(folder, file, options);
  const ms = performance.now() - from;
  if (!taken.ok) throw new Error(`not taken: ${JSON.stringify(taken.error)}`);
  // The same content has its place already the next time: each round begins without it.
  for (const name of await readdir(path.join(folder, 'evidence')))
    await rm(path.join(folder, 'evidence', name), { force: true });
  return ms;
}

async function timeBare() {
  const from = performance.now();
  copyBare();
  found.bare.push(performance.now() - from);
}

/** Copied, synced, and the copy hashed: what has to be done so that a hash is that of what lies there. */
function copyBare() {
  const copy = path.join(folder, 'bare-copy');
  copyFileSync(file, copy);
  const descriptor = openSync(copy, 'r+');
  fsyncSync(descriptor);
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(1_048_576);
  for (;;) {
    const filled = readSync(descriptor, block, 0, block.length, null);
    if (filled === 0) break;
    hash.update(block.subarray(0, filled));
  }
  closeSync(descriptor);
  rmSync(copy);
  return hash.digest('hex');
}
