import { spawn } from 'node:child_process';
import { SetupProblem } from './setup-problem.mjs';

/**
 * Starts a display of our own on a free number, so that tests neither need a screen nor flash windows on one.
 *
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => Promise<void> }>} env has DISPLAY set; elsewhere than on Linux nothing is started
 */
export async function startVirtualDisplay() {
  if (process.platform !== 'linux') return { env: { ...process.env }, stop: async () => {} };

  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => server.once('close', resolve));
  const display = await new Promise((resolve, reject) => {
    server.once('error', () =>
      reject(new SetupProblem('Xvfb is missing: install it (apt-get install xvfb).')),
    );
    server.once('exit', (code) =>
      reject(new SetupProblem(`Xvfb ended at once with code ${code}: run it by hand to see why.`)),
    );
    let text = '';
    server.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  const stopWithUs = () => server.kill();
  process.once('exit', stopWithUs);

  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, DISPLAY: `:${display}` };
  delete env['WAYLAND_DISPLAY'];
  return {
    env,
    stop: async () => {
      process.off('exit', stopWithUs);
      server.kill();
      await ended;
    },
  };
}
