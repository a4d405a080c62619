import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const projectRoot = path.resolve(import.meta.dirname, '..');

/** Version and commit of this build; the commit is 'unknown' outside a git checkout. */
export function readBuildIdentity() {
  const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  return { version: String(version), commit: readCommit() };
}

/** The constants every bundler and vitest replaces in the code. */
export function buildDefines() {
  return { __KIROKU_BUILD__: JSON.stringify(readBuildIdentity()) };
}

function readCommit() {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], {
      cwd: projectRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    // No git, no repository or no commit yet: a build from an archive is a good build.
    return 'unknown';
  }
}
