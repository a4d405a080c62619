// Starts the programs of the bench, and leaves none of them behind.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const mark = 'kiroku-bench: ';
const startPatienceMs = 120_000;
const workPatienceMs = 20 * 60_000;
const quitPatienceMs = 15_000;
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Chromium refuses its sandbox to root. The same switches for everything that is compared. */
export function electronSwitches() {
  return [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--lang=en-US'];
}

/**
 * Starts a program; `answered` is its marked line with the moment it came.
 *
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {{ work: unknown, env?: NodeJS.ProcessEnv, patienceMs?: number }} options
 */
export function startProgram(executable, args, { work, env, patienceMs = startPatienceMs }) {
  const startedAt = performance.now();
  const child = spawn(executable, args, {
    env: { ...process.env, ...env, KIROKU_BENCH_WORK: JSON.stringify(work) },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code;
  });
  /** @type {Promise<{ text: string, afterMs: number }>} */
  const answered = new Promise((resolve, reject) => {
    const impatience = setTimeout(
      () => reject(new Error(`${args.at(-1)} said nothing.\n${errors}`)),
      patienceMs,
    );
    createInterface(child.stdout).on('line', (line) => {
      if (!line.startsWith(mark)) return;
      clearTimeout(impatience);
      resolve({ text: line.slice(mark.length), afterMs: performance.now() - startedAt });
    });
    void ended.then((code) => {
      clearTimeout(impatience);
      reject(new Error(`${args.at(-1)} ended with ${code} and no answer.\n${errors}`));
    });
  });
  answered.catch(() => {});
  return { child, answered, ended };
}

/**
 * Runs a program without a window inside Electron and gives what it answers.
 *
 * @param {string} electron
 * @param {string} folder
 * @param {unknown} work
 */
export async function askProgram(electron, folder, work) {
  const { answered, ended } = startProgram(electron, [...electronSwitches(), folder], {
    work,
    patienceMs: workPatienceMs,
  });
  const { text } = await answered;
  await ended;
  return JSON.parse(text);
}

/** Waits for the end of a program that was told to end, and ends it if it does not. @param {ReturnType<typeof startProgram>} program */
export async function untilEnded({ child, ended }) {
  const impatience = setTimeout(() => child.kill('SIGKILL'), quitPatienceMs);
  await ended;
  clearTimeout(impatience);
}
