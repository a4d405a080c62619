import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { askProgram } from '../processes.mjs';
import { median, pairRatios } from '../statistics.mjs';
import { writeRandomFile } from './hashing.mjs';

const goal = 1.3;

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureIntake({ electron, programs, places, notebooks, isQuick }) {
  const sizeMib = isQuick ? 256 : 1024;
  const rounds = isQuick ? 3 : 5;
  const file = path.join(places.files, 'intake.raw');
  writeRandomFile(file, sizeMib);
  const work = { worker: programs.intakeWorker.file, file, folder: notebooks.of(1), rounds };
  const { ours, bare, old } = await askProgram(electron, programs.hashing.folder, work);
  const copy = path.join(places.files, 'intake.copy');
  const system = Array.from({ length: rounds }, () => copyAndSum(file, copy));
  rmSync(file);
  const rate = (/** @type {readonly number[]} */ took) =>
    `${Math.round(sizeMib / (median(took) / 1000))} MiB/s`;
  const ratio = median(pairRatios(ours, bare));
  return [
    {
      name: `intake of evidence, ${sizeMib} MiB (${rounds} pairs)`,
      value: rate(ours),
      floor: `${rate(bare)} copy, sync, hash with bare fs and crypto`,
      ratio,
      goal: `≤ ${goal}× the time`,
      met: ratio <= goal,
    },
    {
      name: '  beside cp, sync and sha256sum',
      value: rate(ours),
      floor: `${rate(system)} cp + sync + sha256sum`,
      ratio: median(ours) / median(system),
    },
    { name: '  with MD5 and SHA-1 in the same pass', value: rate(old) },
  ];
}

/** @param {string} file @param {string} copy */
function copyAndSum(file, copy) {
  const startedAt = performance.now();
  execFileSync('cp', [file, copy]);
  execFileSync('sync', [copy]);
  execFileSync('sha256sum', [copy]);
  const took = performance.now() - startedAt;
  rmSync(copy);
  return took;
}
