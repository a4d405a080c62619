import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { electronSwitches, startProgram, untilEnded } from '../processes.mjs';
import { memoryOfTree } from '../process-memory.mjs';
import { median } from '../statistics.mjs';
import { mib } from '../table.mjs';

const entries = 10_000;
const settleMs = 5_000;

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureMemory(bench) {
  const rounds = bench.isQuick ? 1 : 3;
  const sides = {
    blank: {
      main: bench.programs.blankWindow.file,
      selector: 'main',
      args: [],
      userData: path.join(bench.places.root, 'memory-blank'),
    },
    app: {
      main: path.join(bench.places.application, 'dist/main/main.cjs'),
      selector: '[role=grid] [role=row]',
      args: [bench.notebooks.of(entries)],
      userData: bench.places.userData,
    },
  };
  // The first opening makes the database, which is not what is asked.
  await weigh(bench, sides.app);
  /** @type {Record<'blank' | 'app', ReturnType<typeof memoryOfTree>[]>} */
  const taken = { blank: [], app: [] };
  for (let round = 0; round < rounds; round += 1) {
    taken.blank.push(await weigh(bench, sides.blank));
    taken.app.push(await weigh(bench, sides.app));
  }
  const figure = (/** @type {string} */ name, /** @type {'pss' | 'rss'} */ kind) => {
    const app = median(taken.app.map((memory) => memory[kind]));
    const blank = median(taken.blank.map((memory) => memory[kind]));
    return { name, value: mib(app), floor: `${mib(blank)} blank window`, ratio: app / blank };
  };
  return [
    figure(`memory with ${entries.toLocaleString('en')} entries (PSS of all processes)`, 'pss'),
    figure('  counted as RSS', 'rss'),
  ];
}

/**
 * @param {import('../run.mjs').Bench} bench
 * @param {{ main: string, selector: string, args: readonly string[], userData: string }} side
 */
async function weigh({ electron, programs }, { main, selector, args, userData }) {
  const folder = programs.watchedStart.folder;
  const program = startProgram(electron, [...electronSwitches(), folder, ...args], {
    work: { main, selector, stay: true },
    env: { KIROKU_USER_DATA: userData },
  });
  await program.answered;
  await pause(settleMs);
  const memory = memoryOfTree(program.child.pid ?? 0);
  program.child.stdin.end();
  await untilEnded(program);
  return memory;
}
