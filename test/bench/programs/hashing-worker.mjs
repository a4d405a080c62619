// Hashes one file the way evidence is hashed, with nothing around crypto, and takes it as evidence.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { hashFile } from '../../../electron/notebook/hash-file.ts';
import { takeFile } from '../../../electron/notebook/evidence-vault.ts';

const port = parentPort;
const { file, folder, rounds } = workerData;
const found = { ours: [], bare: [], intake: undefined };

// The bundle is CommonJS: it has no await of its own.
void compare();

async function compare() {
  hashBare();
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? [timeOurs, timeBare] : [timeBare, timeOurs];
    for (const time of order) await time();
  }
  const startedAt = performance.now();
  const taken = await takeFile(folder, file);
  if (!taken.ok) throw new Error(`not taken: ${JSON.stringify(taken.error)}`);
  found.intake = performance.now() - startedAt;
  port.postMessage(found);
}

async function timeOurs() {
  const from = performance.now();
  await hashFile(file);
  found.ours.push(performance.now() - from);
}

async function timeBare() {
  const from = performance.now();
  hashBare();
  found.bare.push(performance.now() - from);
}

function hashBare() {
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(1_048_576);
  const descriptor = openSync(file, 'r');
  for (;;) {
    const filled = readSync(descriptor, block, 0, block.length, null);
    if (filled === 0) break;
    hash.update(block.subarray(0, filled));
  }
  closeSync(descriptor);
  return hash.digest('hex');
}
