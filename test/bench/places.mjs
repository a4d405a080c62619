// The folders of one run, on a real disk; nothing is left of them afterwards.
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../build/build-identity.mjs';
import { SetupProblem } from '../../build/setup-problem.mjs';

/** @typedef {ReturnType<typeof makePlaces>} Places */

/** File systems that live in memory, by their number in statfs(2): a sync costs nothing there. */
const inMemory = new Map([
  [0x0102_1994, 'tmpfs'],
  [0x8584_58f6, 'ramfs'],
]);

/** Makes the folders, and takes them away when the process ends, however it ends. */
export function makePlaces() {
  const kind = inMemory.get(statfsSync(os.tmpdir()).type);
  if (kind !== undefined)
    throw new SetupProblem(
      `The folder for temporary files is a ${kind}, where syncing costs nothing: set TMPDIR to a folder on a disk.`,
    );
  const root = mkdtempSync(path.join(os.tmpdir(), 'kiroku-bench-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true, maxRetries: 10 }));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.once(signal, () => process.exit(1));
  const places = {
    root,
    programs: path.join(root, 'programs'),
    /** The built application as it stands now: another build does not change it under our hands. */
    application: path.join(root, 'application'),
    notebooks: path.join(root, 'notebooks'),
    /** Keys and profile of whoever wrote the notebooks. */
    userData: path.join(root, 'user-data'),
    files: path.join(root, 'files'),
  };
  const { programs, notebooks, userData, files } = places;
  for (const folder of [programs, notebooks, userData, files]) mkdirSync(folder);
  return places;
}

/** @param {Places} places */
export function copyApplication({ application }) {
  for (const name of ['package.json', 'dist'])
    cpSync(path.join(projectRoot, name), path.join(application, name), { recursive: true });
}
