import { spawn } from 'node:child_process';

/**
 * Runs npm, the same one that started us if npm did; its registry and proxy are the person's own settings.
 *
 * @param {string[]} args
 * @param {{ cwd: string, quiet?: boolean }} options
 * @returns {Promise<{ code: number | null, output: string }>} with quiet, everything npm said
 */
export async function runNpm(args, { cwd, quiet = false }) {
  const npmScript = process.env['npm_execpath'];
  const isNpm = npmScript !== undefined && /npm-cli\.c?js$/.test(npmScript);
  const child = spawn(isNpm ? process.execPath : 'npm', isNpm ? [npmScript, ...args] : args, {
    cwd,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    shell: !isNpm && process.platform === 'win32',
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.once('error', (problem) => resolve({ code: 127, output: problem.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
