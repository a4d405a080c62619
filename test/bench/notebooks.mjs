import path from 'node:path';
import { spawnSync } from 'node:child_process';

/**
 * Writes notebooks when they are first asked for; later figures use the same ones.
 *
 * @param {{ places: import('./places.mjs').Places, programs: import('./bundle-programs.mjs').Programs, log: (line: string) => void }} options
 */
export function notebookShelf({ places, programs, log }) {
  /** @type {Map<number, string>} */
  const written = new Map();
  return {
    /** The folder of a notebook with so many entries, in the name of the user of `places.userData`. @param {number} entries */
    of: (entries) => {
      const known = written.get(entries);
      if (known !== undefined) return known;
      const folder = path.join(places.notebooks, `Bench ${entries}.kiroku`);
      const startedAt = performance.now();
      const work = JSON.stringify({ folder, userData: places.userData, entries });
      const { status, stderr } = spawnSync(process.execPath, [programs.writeNotebook.file], {
        env: { ...process.env, KIROKU_BENCH_WORK: work },
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`the notebook was not written.\n${stderr}`);
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      log(`Notebook of ${entries.toLocaleString('en')} entries written in ${seconds} s.`);
      written.set(entries, folder);
      return folder;
    },
  };
}
