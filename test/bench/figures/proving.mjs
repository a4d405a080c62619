import { askProgram } from '../processes.mjs';
import { median } from '../statistics.mjs';

const verifyGoalMs = 10_000;
const mergeGoalMs = 3_000;
const operationsToVerify = 100_000;
const operationsToMerge = 10_000;

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureVerifying(bench) {
  const entries = bench.isQuick ? 30_000 : operationsToVerify;
  const rounds = bench.isQuick ? 2 : 3;
  const { verified, lines, bare } = await prove(bench, { entries, rounds, merges: 0 });
  // The goal is for 100,000; a shorter run is held against its share.
  const goalMs = (verifyGoalMs * lines) / operationsToVerify;
  return [
    {
      name: `verify ${lines.toLocaleString('en')} operations (${rounds} rounds)`,
      value: seconds(median(verified)),
      floor: `${seconds(bare)} signatures alone, one after the other`,
      ratio: median(verified) / bare,
      goal: `≤ ${seconds(goalMs)}`,
      met: median(verified) <= goalMs,
    },
  ];
}

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureMerging(bench) {
  const merges = bench.isQuick ? 3 : 5;
  const found = await prove(bench, { entries: operationsToMerge, rounds: 1, merges });
  const { merged, took, bare } = found;
  const goalMs = (mergeGoalMs * took) / operationsToMerge;
  return [
    {
      name: `merge a bundle of ${took.toLocaleString('en')} operations (${merges} rounds)`,
      value: seconds(median(merged)),
      floor: `${seconds(bare)} signatures alone, one after the other`,
      ratio: median(merged) / bare,
      goal: `≤ ${seconds(goalMs)}`,
      met: median(merged) <= goalMs,
    },
  ];
}

/** @param {import('../run.mjs').Bench} bench @param {{ entries: number, rounds: number, merges: number }} wanted */
function prove({ electron, programs, places, notebooks }, { entries, rounds, merges }) {
  const { files, userData } = places;
  const work = { folder: notebooks.of(entries), files, userData, rounds, merges };
  return askProgram(electron, programs.proving.folder, work);
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
