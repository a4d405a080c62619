// Builds dist/: main process, preload and workers as CommonJS, the command line as one ES module, the renderer with Vite.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { buildDefines, projectRoot, readBuildIdentity } from './build-identity.mjs';
import { runScript, SetupProblem } from './setup-problem.mjs';

const distFolder = path.join(projectRoot, 'dist');
const stampFile = path.join(distFolder, 'build-stamp.json');
const inputs = [
  'shared',
  'electron',
  'renderer',
  'build',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

/**
 * Brings dist/ up to date and says so; returns whether anything had to be built.
 *
 * @param {{ log?: (line: string) => void, force?: boolean }} [options]
 */
export async function bundle({ log = console.log, force = false } = {}) {
  const fingerprint = fingerprintOfInputs();
  if (!force && readStamp() === fingerprint) {
    log('Build: dist/ is up to date.');
    return false;
  }
  const startedAt = Date.now();
  const staging = path.join(projectRoot, '.cache', `dist-${process.pid}`);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  try {
    await buildNodeBundles(staging);
    await buildRenderer(path.join(staging, 'renderer'));
    writeFileSync(path.join(staging, path.basename(stampFile)), JSON.stringify({ fingerprint }));
    swapInto(staging, distFolder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  log(`Build: dist/ made in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
  return true;
}

/** @param {string} outFolder */
async function buildNodeBundles(outFolder) {
  const electronFolder = path.join(projectRoot, 'electron');
  const workersFolder = path.join(electronFolder, 'workers');
  const workers = existsSync(workersFolder)
    ? readdirSync(workersFolder).filter((name) => name.endsWith('.worker.ts'))
    : [];
  const commonJs = { format: /** @type {const} */ ('cjs'), target: 'node18' };

  await buildNodeBundle({
    ...commonJs,
    input: path.join(electronFolder, 'main.ts'),
    file: path.join(outFolder, 'main/main.cjs'),
    chunks: 'chunks',
  });
  await buildNodeBundle({
    ...commonJs,
    input: path.join(electronFolder, 'preload/preload.ts'),
    file: path.join(outFolder, 'main/preload.cjs'),
  });
  for (const worker of workers) {
    const file = path.join(outFolder, 'main/workers', worker.replace(/\.worker\.ts$/, '.cjs'));
    await buildNodeBundle({ ...commonJs, input: path.join(workersFolder, worker), file });
  }
  const cli = path.join(outFolder, 'cli.mjs');
  const imports = await buildNodeBundle({
    format: 'esm',
    target: 'node20',
    input: path.join(electronFolder, 'cli/cli.ts'),
    file: cli,
    banner: '#!/usr/bin/env node',
  });
  if (imports.includes('electron')) {
    throw new SetupProblem(
      'electron/cli/ must not import electron: the command line runs in plain Node. Pass it in, or import it when it is needed.',
    );
  }
  chmodSync(cli, 0o755);
}

/**
 * Writes one file, and says what it imports from outside. What is imported dynamically lies in it too, unless
 * `chunks` names a folder beside it: there it becomes files that are read when they are needed.
 *
 * @param {{ input: string, file: string, format: 'cjs' | 'esm', target: string, banner?: string, chunks?: string }} options
 */
async function buildNodeBundle({ input, file, format, target, banner, chunks }) {
  const name = path.relative(projectRoot, input);
  if (!existsSync(input)) {
    throw new SetupProblem(`The build needs ${name}, which is missing: restore it from git.`);
  }
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input,
    platform: 'node',
    external: ['electron'],
    transform: { target, define: buildDefines() },
    plugins: [textImports()],
    tsconfig: false,
  });
  try {
    const { output } = await build.write({
      ...(chunks === undefined
        ? { file, codeSplitting: false }
        : {
            dir: path.dirname(file),
            entryFileNames: path.basename(file),
            chunkFileNames: `${chunks}/[name].cjs`,
          }),
      format,
      // An export in the sandboxed preload would make the bridge vanish without a word: rolldown refuses it.
      // With chunks the first file exports what they share with it.
      exports: format === 'cjs' && chunks === undefined ? 'none' : 'auto',
      sourcemap: true,
      ...(banner === undefined ? {} : { banner }),
    });
    return output[0].imports;
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem;
    throw new SetupProblem(`The build of ${name} failed.\n${problem.message}`);
  } finally {
    await build.close();
  }
}

/** Vite's `?raw` for rolldown: the file as a string. */
function textImports() {
  const suffix = '?raw';
  return {
    name: 'text-imports',
    /** @param {string} source @param {string | undefined} importer */
    resolveId(source, importer) {
      if (!source.endsWith(suffix) || importer === undefined) return null;
      return path.resolve(path.dirname(importer), source);
    },
    /** @param {string} id */
    load(id) {
      if (!id.endsWith(suffix)) return null;
      const text = readFileSync(id.slice(0, -suffix.length), 'utf8');
      return {
        code: `export default ${JSON.stringify(text)};`,
        moduleType: /** @type {const} */ ('js'),
      };
    },
  };
}

/** @param {string} outDir */
async function buildRenderer(outDir) {
  const { build } = await import('vite');
  // Vite sets it for the whole process, and the tests that this process starts later would get React
  // without its development checks.
  const nodeEnv = process.env.NODE_ENV;
  try {
    await build({
      configFile: path.join(projectRoot, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir, emptyOutDir: true },
    });
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem;
    throw new SetupProblem(`The build of renderer/ failed.\n${problem.message}`);
  } finally {
    if (nodeEnv === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = nodeEnv;
  }
}

/** @param {string} from @param {string} to */
function swapInto(from, to) {
  const previous = `${from}-previous`;
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(to)) renameSync(to, previous);
  renameSync(from, to);
  rmSync(previous, { recursive: true, force: true });
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8')).fingerprint;
  } catch {
    // No stamp or half a stamp: build.
    return undefined;
  }
}

/** One hash over the content of everything the build reads, its Node version and its build identity. */
function fingerprintOfInputs() {
  const hash = createHash('sha256').update(
    JSON.stringify([process.versions.node, readBuildIdentity()]),
  );
  for (const input of inputs) {
    for (const file of filesUnder(path.join(projectRoot, input))) {
      hash.update(`\0${path.relative(projectRoot, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** @param {string} file @returns {string[]} */
function filesUnder(file) {
  if (!existsSync(file)) return [];
  if (!statSync(file).isDirectory()) return [file];
  return readdirSync(file)
    .toSorted()
    .flatMap((name) => filesUnder(path.join(file, name)));
}

if (isMainThread && process.argv[1] === import.meta.filename) {
  await runScript(async () => void (await bundle({ force: process.argv.includes('--force') })));
}
