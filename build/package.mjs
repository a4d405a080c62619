// npm run package: the application for this system, with electron-builder. What could not be made is said at the end.
import './require-node.mjs';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './build-identity.mjs';
import { bundle } from './bundle.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { distributionFolder, resolveElectron } from './electron-runtime.mjs';
import { belongsToProduct, listPackagedFiles } from './packaged-files.mjs';
import { runScript, SetupProblem } from './setup-problem.mjs';
import { hasCommand } from './system-libraries.mjs';

/** @typedef {{ built: string[], notBuilt: string[], executable: string }} Packaged */

/**
 * Packages dist/ with the given Electron.
 *
 * A test build is the unpacked directory and one archive, and lets a debugger in; it is never for users.
 *
 * @param {{ electron: import('./electron-runtime.mjs').ElectronRuntime, testBuild: boolean, log?: (line: string) => void }} options
 * @returns {Promise<Packaged>}
 */
export async function packageApplication({ electron, testBuild, log = console.log }) {
  if (electron.kind === 'fallback' && !testBuild) {
    throw new SetupProblem(
      `Electron ${electron.version} is too old to give to anybody: make the download of the pinned Electron work, or ask for a test build with npm run package -- --test-build.`,
    );
  }
  preferSystemTools();
  const output = path.join(projectRoot, 'release', testBuild ? 'test-build' : '');
  rmSync(path.join(projectRoot, 'release/test-build'), { recursive: true, force: true });

  /** @type {Packaged} */
  const packaged = { built: [], notBuilt: [], executable: '' };
  const config = await readBuilderConfig({ electron, output, testBuild });
  // Every target leaves the unpacked directory beside it.
  for (const target of testBuild ? ['tar.gz'] : targetsOfThisSystem(config)) {
    try {
      packaged.built.push(...(await buildTarget(target, config)));
    } catch (problem) {
      const reason = problem instanceof Error ? problem.message : String(problem);
      packaged.notBuilt.push(`${target} (${reason.split('\n')[0]?.slice(0, 200)})`);
    }
  }
  packaged.executable = findExecutable(output);
  assertOnlyProductInside(packaged.executable);
  for (const file of packaged.built) log(`Built: ${path.relative(projectRoot, file)}`);
  for (const target of packaged.notBuilt) log(`NOT built: ${target}`);
  log(`NOT built: anything for ${otherSystems()}; run npm run package there.`);
  if (testBuild) log('This is a TEST BUILD: it lets a debugger in. Do not give it to anybody.');
  return packaged;
}

/**
 * @param {string} target
 * @param {BuilderConfig} config
 */
async function buildTarget(target, config) {
  const { build, Platform } = await import('electron-builder');
  // A file, because electron-builder merges an object into electron-builder.yml and cannot take a fuse away.
  const file = path.join(projectRoot, '.cache/electron-builder.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(config));
  return build({
    projectDir: projectRoot,
    targets: Platform.current().createTarget(target),
    publish: 'never',
    config: file,
  });
}

/**
 * electron-builder.yml with the Electron of this machine; a test build lets Playwright in.
 *
 * @typedef {Record<string, any>} BuilderConfig
 * @param {{ electron: import('./electron-runtime.mjs').ElectronRuntime, output: string, testBuild: boolean }} options
 * @returns {Promise<BuilderConfig>}
 */
async function readBuilderConfig({ electron, output, testBuild }) {
  const { load } = await import('js-yaml');
  const file = path.join(projectRoot, 'electron-builder.yml');
  const config = /** @type {any} */ (load(readFileSync(file, 'utf8')));
  const forThisMachine = {
    ...config,
    electronVersion: electron.version,
    electronDist: distributionFolder(electron),
    directories: { ...config.directories, output },
  };
  if (!testBuild) return forThisMachine;
  const { grantFileProtocolExtraPrivileges, ...olderFuses } = config.electronFuses;
  const fuses = { ...olderFuses, enableNodeCliInspectArguments: true };
  return {
    ...forThisMachine,
    compression: 'store',
    artifactName: '${name}-${version}-${os}-${arch}-TEST-BUILD.${ext}',
    // The fallback is older than this fuse.
    electronFuses:
      electron.kind === 'fallback' ? fuses : { ...fuses, grantFileProtocolExtraPrivileges },
  };
}

/** electron-builder downloads its own copies of these unless told where the system's are. */
function preferSystemTools() {
  const tools = { ELECTRON_BUILDER_7ZIP_PATH: '7za', CUSTOM_FPM_PATH: 'fpm' };
  if (process.platform === 'win32') return;
  for (const [variable, command] of Object.entries(tools)) {
    if (process.env[variable] || !hasCommand(command)) continue;
    const folder = (process.env['PATH'] ?? '')
      .split(path.delimiter)
      .find((entry) => existsSync(path.join(entry, command)));
    if (folder !== undefined) process.env[variable] = path.join(folder, command);
  }
}

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const sections = { darwin: 'mac', win32: 'win' };

/** @param {BuilderConfig} config @returns {string[]} */
function targetsOfThisSystem(config) {
  const section = config[sections[process.platform] ?? 'linux'];
  if (section === undefined)
    throw new Error('electron-builder.yml has no targets for this system.');
  return section.target;
}

/** @param {string} output */
function findExecutable(output) {
  const candidates = [
    'linux-unpacked/kiroku',
    'linux-arm64-unpacked/kiroku',
    'win-unpacked/Kiroku.exe',
    'mac/Kiroku.app/Contents/MacOS/Kiroku',
    'mac-arm64/Kiroku.app/Contents/MacOS/Kiroku',
  ];
  const found = candidates
    .map((candidate) => path.join(output, candidate))
    .find((file) => existsSync(file));
  if (found === undefined) throw new Error(`electron-builder left no application in ${output}.`);
  return found;
}

/** @param {string} executable */
function assertOnlyProductInside(executable) {
  const resources = process.platform === 'darwin' ? '../../Resources' : '../resources';
  const files = listPackagedFiles(path.resolve(executable, resources, 'app.asar'));
  const strangers = files.filter((file) => !belongsToProduct(file));
  if (strangers.length === 0) return;
  throw new SetupProblem(
    `The packaged application contains what should not ship: ${strangers.slice(0, 5).join(', ')}. Correct files: in electron-builder.yml.`,
  );
}

function otherSystems() {
  const systems = { linux: 'Linux', win32: 'Windows', darwin: 'macOS' };
  return Object.entries(systems)
    .filter(([platform]) => platform !== process.platform)
    .map(([, name]) => name)
    .join(' and ');
}

if (process.argv[1] === import.meta.filename) {
  await runScript(async () => {
    await ensureDependencies();
    const electron = await resolveElectron();
    await bundle();
    const { notBuilt } = await packageApplication({
      electron,
      testBuild: process.argv.includes('--test-build'),
    });
    return notBuilt.length === 0 ? 0 : 1;
  });
}
