import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { askProgram } from '../processes.mjs';
import { median, pairRatios } from '../statistics.mjs';

const goal = 0.9;
const blockMib = 64;

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureHashing({ electron, programs, places, notebooks, isQuick }) {
  const sizeMib = isQuick ? 256 : 1024;
  const rounds = isQuick ? 3 : 5;
  const file = path.join(places.files, 'disk-image.raw');
  writeRandomFile(file, sizeMib);
  const work = { worker: programs.hashingWorker.file, file, folder: notebooks.of(1), rounds };
  const { ours, bare, intake } = await askProgram(electron, programs.hashing.folder, work);
  const system = Array.from({ length: rounds }, () => timeOf('sha256sum', file));
  const rate = (/** @type {readonly number[]} */ took) =>
    `${Math.round(sizeMib / (median(took) / 1000))} MiB/s`;
  // Rates, so the other way round than times: above 1 is faster than the floor.
  const ratio = median(pairRatios(bare, ours));
  return [
    {
      name: `hashing of evidence, ${sizeMib} MiB (${rounds} pairs)`,
      value: rate(ours),
      floor: `${rate(bare)} bare crypto`,
      ratio,
      goal: `≥ ${goal}×`,
      met: ratio >= goal,
    },
    {
      name: '  beside sha256sum',
      value: rate(ours),
      floor: `${rate(system)} sha256sum`,
      ratio: median(system) / median(ours),
    },
    { name: '  whole intake: copied, synced, read back', value: rate([intake]) },
  ];
}

/** @param {string} file @param {number} sizeMib */
export function writeRandomFile(file, sizeMib) {
  const block = randomBytes(blockMib * 1_048_576);
  const descriptor = openSync(file, 'wx');
  for (let written = 0; written < sizeMib; written += blockMib) writeSync(descriptor, block);
  closeSync(descriptor);
}

/** @param {string} command @param {string} file */
function timeOf(command, file) {
  const startedAt = performance.now();
  execFileSync(command, [file]);
  return performance.now() - startedAt;
}
