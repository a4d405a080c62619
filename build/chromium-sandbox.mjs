import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { SetupProblem } from './setup-problem.mjs';

/**
 * The switches Electron needs here; a system that forbids Chromium's sandbox gets a sentence in place of a crash.
 *
 * @param {{ electronBinary: string, log: (line: string) => void }} options
 */
export function sandboxSwitches({ electronBinary, log }) {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) {
    log(
      'WARNING: running as root, so without the sandbox of Chromium. Only from source, only for development.',
    );
    return ['--no-sandbox'];
  }
  const helper = path.join(path.dirname(electronBinary), 'chrome-sandbox');
  if (allowsUserNamespaces() || isSetuidRoot(helper)) return [];
  throw new SetupProblem(
    `This system forbids the sandbox that Electron needs. Allow it for this Electron alone:\n\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n`,
  );
}

function allowsUserNamespaces() {
  const { status, error } = spawnSync('unshare', ['--user', '--map-root-user', 'true'], {
    stdio: 'ignore',
  });
  // Without the command there is no knowing: let Electron try.
  return error !== undefined || status === 0;
}

/** @param {string} file */
function isSetuidRoot(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && found.uid === 0 && (found.mode & 0o4000) !== 0;
}
