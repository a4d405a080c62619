import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './build-identity.mjs';
import { runNpm } from './npm-client.mjs';
import { SetupProblem } from './setup-problem.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage */

/**
 * Installs the packages of package-lock.json if node_modules differs from it.
 *
 * @param {{ log?: (line: string) => void }} [options]
 */
export async function ensureDependencies({ log = console.log } = {}) {
  const differing = findDifferingPackages(
    readPackages(path.join(projectRoot, 'package-lock.json')) ?? {},
    readPackages(path.join(projectRoot, 'node_modules/.package-lock.json')),
  );
  if (differing === 0) {
    log('Packages: as package-lock.json says.');
    return;
  }
  log(`Packages: installing (${differing} missing or different) …`);
  const { code } = await runNpm(['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: projectRoot,
  });
  if (code !== 0) {
    throw new SetupProblem(
      `npm ci ended with code ${code}: if the lines above speak of the network, connect once and run the command again.`,
    );
  }
}

/**
 * How many packages of the lock are not installed as it says; optional ones may be for another system.
 *
 * @param {Record<string, LockedPackage>} locked
 * @param {Record<string, LockedPackage> | undefined} installed
 */
export function findDifferingPackages(locked, installed) {
  return Object.entries(locked).filter(([folder, wanted]) => {
    if (folder === '' || wanted.link) return false;
    const found = installed?.[folder];
    if (found === undefined) return !wanted.optional;
    return found.version !== wanted.version || found.integrity !== wanted.integrity;
  }).length;
}

/** @param {string} file @returns {Record<string, LockedPackage> | undefined} */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}
