import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { projectRoot } from './build-identity.mjs';

/**
 * Runs a command in the project folder with our own input and output; returns its exit code.
 *
 * Commands of installed packages are found as npm finds them. Ctrl-C reaches the command from the terminal: we
 * wait for it to end, so that nothing it started outlives us.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export async function runCommand(command, args, { env = process.env } = {}) {
  const binaries = path.join(projectRoot, 'node_modules/.bin');
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: { ...env, PATH: `${binaries}${path.delimiter}${env['PATH'] ?? ''}` },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const keepWaiting = () => {};
  process.on('SIGINT', keepWaiting);
  const stopChild = () => child.kill('SIGTERM');
  process.on('SIGTERM', stopChild);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) =>
        resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
      );
    });
  } finally {
    process.off('SIGINT', keepWaiting);
    process.off('SIGTERM', stopChild);
  }
}
