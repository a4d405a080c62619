import { _electron } from 'playwright';
import { electronSwitches } from './processes.mjs';

/**
 * Starts the built application with real keys and clicks at hand.
 *
 * @param {Pick<import('./run.mjs').Bench, 'electron' | 'places'>} bench
 * @param {readonly string[]} args
 */
export async function launchApp({ electron, places }, args) {
  const { application, userData, notebooks } = places;
  const app = await _electron.launch({
    executablePath: electron,
    args: [...electronSwitches(), application, ...args],
    // Playwright would switch the sandbox off by itself.
    chromiumSandbox: true,
    env: { ...environment(), KIROKU_USER_DATA: userData, KIROKU_NOTEBOOKS: notebooks },
  });
  return { app, page: await app.firstWindow() };
}

/** @returns {Record<string, string>} */
function environment() {
  const set = Object.entries(process.env).filter(([, value]) => value !== undefined);
  return Object.fromEntries(/** @type {[string, string][]} */ (set));
}
