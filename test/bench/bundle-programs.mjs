// Bundles the programs that run inside another process: TypeScript of the product, as one CommonJS file each.
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { buildDefines } from '../../build/build-identity.mjs';

/** Named here so that a tool that looks for unused files sees that they are used. */
const sources = {
  blankWindow: new URL('./programs/blank-window.mjs', import.meta.url),
  watchedStart: new URL('./programs/watched-start.mjs', import.meta.url),
  journal: new URL('./programs/journal.mjs', import.meta.url),
  hashing: new URL('./programs/hashing.mjs', import.meta.url),
  hashingWorker: new URL('./programs/hashing-worker.mjs', import.meta.url),
  intakeWorker: new URL('./programs/intake-worker.mjs', import.meta.url),
  importing: new URL('./programs/importing.mjs', import.meta.url),
  proving: new URL('./programs/proving.mjs', import.meta.url),
  searchingRows: new URL('./programs/searching-rows.mjs', import.meta.url),
  extraction: new URL('./programs/extraction.mjs', import.meta.url),
  reporting: new URL('./programs/reporting.mjs', import.meta.url),
  writeNotebook: new URL('./programs/write-notebook.mjs', import.meta.url),
};

/** @typedef {{ readonly [name in keyof typeof sources]: { readonly folder: string, readonly file: string } }} Programs */

/**
 * Every program becomes a folder that Electron can start, and a file that Node can.
 *
 * @param {string} outFolder
 * @returns {Promise<Programs>}
 */
export async function bundlePrograms(outFolder) {
  const made = [];
  for (const [name, source] of Object.entries(sources)) {
    const folder = path.join(outFolder, name);
    const file = path.join(folder, 'main.cjs');
    mkdirSync(folder, { recursive: true });
    const manifest = { name: 'kiroku-bench', productName: 'Kiroku bench', main: 'main.cjs' };
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
    const build = await rolldown({
      input: fileURLToPath(source),
      platform: 'node',
      external: ['electron'],
      transform: { target: 'node18', define: buildDefines() },
      plugins: [textImports],
      tsconfig: false,
    });
    await build.write({ file, format: 'cjs', codeSplitting: false });
    await build.close();
    made.push([name, { folder, file }]);
  }
  return Object.fromEntries(made);
}

const suffix = '?raw';

/** Vite's `?raw`: the file as a string. */
const textImports = {
  name: 'text-imports',
  /** @param {string} source @param {string | undefined} importer */
  resolveId: (source, importer) =>
    source.endsWith(suffix) && importer !== undefined
      ? path.resolve(path.dirname(importer), source)
      : null,
  /** @param {string} id */
  load: (id) =>
    id.endsWith(suffix)
      ? {
          code: `export default ${JSON.stringify(readFileSync(id.slice(0, -suffix.length), 'utf8'))};`,
          moduleType: /** @type {const} */ ('js'),
        }
      : null,
};
