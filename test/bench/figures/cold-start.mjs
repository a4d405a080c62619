import path from 'node:path';
import { electronSwitches, startProgram, untilEnded } from '../processes.mjs';
import { median, pairRatios } from '../statistics.mjs';
import { ms } from '../table.mjs';

const goal = 1.4;
const sides = /** @type {const} */ (['app', 'blank']);

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureColdStart(bench) {
  const pairs = bench.isQuick ? 5 : 11;
  const warmUps = 3;
  /** @type {{ app: number[], blank: number[] }} */
  const took = { app: [], blank: [] };
  const first = { app: await start(bench, 'app'), blank: await start(bench, 'blank') };
  for (let round = 1 - warmUps; round < pairs; round += 1) {
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      const tookMs = await start(bench, side);
      if (round >= 0) took[side].push(tookMs);
    }
  }
  const ratio = median(pairRatios(took.app, took.blank));
  return [
    {
      name: `cold start to the painted first screen (${pairs} pairs)`,
      value: ms(median(took.app)),
      floor: `${ms(median(took.blank))} blank window`,
      ratio,
      goal: `≤ ${goal}×`,
      met: ratio <= goal,
    },
    {
      name: '  the very first, with a new profile',
      value: ms(first.app),
      floor: `${ms(first.blank)} blank window`,
      ratio: first.app / first.blank,
    },
  ];
}

/** @param {import('../run.mjs').Bench} bench @param {'app' | 'blank'} side */
async function start({ electron, programs, places }, side) {
  const main =
    side === 'app'
      ? path.join(places.application, 'dist/main/main.cjs')
      : programs.blankWindow.file;
  const selector = side === 'app' ? 'main input' : 'main';
  const program = startProgram(electron, [...electronSwitches(), programs.watchedStart.folder], {
    work: { main, selector },
    env: { KIROKU_USER_DATA: path.join(places.root, `cold-start-${side}`) },
  });
  const { afterMs } = await program.answered;
  await untilEnded(program);
  return afterMs;
}
