// Finds an Electron to run: a folder the person names, the pinned release, or (for development only) an old one from npm.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from './build-identity.mjs';
import { fallbackElectron, installFallbackElectron } from './electron-fallback.mjs';
import { runScript, SetupProblem } from './setup-problem.mjs';

/** @typedef {{ path: string, kind: 'override' | 'pinned' | 'fallback', version: string }} ElectronRuntime */

const packageFolder = path.join(projectRoot, 'node_modules/electron');
const stalledAfterMs = 20_000;
const retryPinnedAfterMs = 12 * 60 * 60 * 1000;

/**
 * The Electron to start, installed first if need be.
 *
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<ElectronRuntime>}
 */
export async function resolveElectron({ log = console.log } = {}) {
  const runtime =
    overriddenElectron() ??
    pinnedElectron() ??
    (await installPinnedElectron(log)) ??
    (await takeFallbackElectron(log));
  log(`Electron: ${runtime.version} (${runtime.kind}) at ${runtime.path}`);
  return runtime;
}

/** The folder that holds the runtime's files, as electron-builder's `electronDist` wants it. @param {ElectronRuntime} runtime */
export function distributionFolder(runtime) {
  return process.platform === 'darwin'
    ? path.resolve(runtime.path, '../../../..')
    : path.dirname(runtime.path);
}

/** @returns {ElectronRuntime | undefined} */
function overriddenElectron() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!folder) return undefined;
  const binary = path.join(folder, binaryName());
  if (!existsSync(binary))
    throw new SetupProblem(
      `ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${binary}: correct the variable or unset it.`,
    );
  return { path: binary, kind: 'override', version: readVersion(folder) };
}

/** @returns {ElectronRuntime | undefined} */
function pinnedElectron() {
  const folder = path.join(packageFolder, 'dist');
  const binary = path.join(folder, binaryName());
  const version = readVersion(folder);
  if (version !== pinnedVersion() || !existsSync(binary)) return undefined;
  return { path: binary, kind: 'pinned', version };
}

/** @param {(line: string) => void} log @returns {Promise<ElectronRuntime | undefined>} */
async function installPinnedElectron(log) {
  const installer = path.join(packageFolder, 'install.js');
  if (!existsSync(installer))
    throw new SetupProblem('The package electron is not installed: run npm ci.');
  const failureStamp = path.join(cacheFolder(), `electron-${pinnedVersion()}-unreachable`);
  if (fallbackElectron(cacheFolder()) && isYoungerThan(failureStamp, retryPinnedAfterMs))
    return undefined;

  log(`Electron: downloading ${pinnedVersion()} …`);
  const problem = await runInstaller(installer);
  const installed = pinnedElectron();
  if (installed) {
    rmSync(failureStamp, { force: true });
    return installed;
  }
  log(`Electron: ${pinnedVersion()} could not be downloaded (${problem}).`);
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(failureStamp, '');
  return undefined;
}

/**
 * Runs Electron's own installer and gives up when no byte has arrived for a while; a slow line is not a dead one.
 *
 * @param {string} installer
 * @returns {Promise<string>} why it ended, in a few words
 */
async function runInstaller(installer) {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'kiroku-electron-'));
  const child = spawn(process.execPath, [installer], {
    cwd: packageFolder,
    env: { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
  let seen = 0;
  let changedAt = Date.now();
  let stalled = false;
  const watch = setInterval(() => {
    // The download lands in the scratch folder, the unpacked files in dist/.
    const now = sizeOf(scratch) + sizeOf(path.join(packageFolder, 'dist'));
    if (now !== seen) [seen, changedAt] = [now, Date.now()];
    if (Date.now() - changedAt < stalledAfterMs) return;
    stalled = true;
    child.kill('SIGKILL');
  }, 500);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  rmSync(scratch, { recursive: true, force: true });
  if (stalled) return `nothing arrived for ${stalledAfterMs / 1000} s`;
  if (code === 0) return 'the download was incomplete';
  return (
    errors
      .split('\n')
      .find((line) => /error/i.test(line))
      ?.trim()
      .slice(0, 160) ?? `exit code ${code}`
  );
}

/** @param {(line: string) => void} log @returns {Promise<ElectronRuntime>} */
async function takeFallbackElectron(log) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupProblem(
      'Electron could not be downloaded, and there is no replacement for this system: connect to the internet once, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    );
  }
  const runtime =
    fallbackElectron(cacheFolder()) ?? (await installFallbackElectron(cacheFolder(), log));
  log('');
  log(`  WARNING: using the old Electron ${runtime.version} in place of ${pinnedVersion()}.`);
  log(
    '  It is years behind on security fixes: for development and tests, never for real notebooks from others.',
  );
  log('  It is replaced as soon as the download of the pinned release works.');
  log('');
  return { path: runtime.path, kind: 'fallback', version: runtime.version };
}

/** Kiroku's folder for things that can be fetched again; outside the tree, so it never ships. */
export function cacheFolder() {
  return path.join(process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache'), 'kiroku');
}

function pinnedVersion() {
  return String(JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version);
}

function binaryName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {string} folder */
function readVersion(folder) {
  const file = path.join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown';
}

/** @param {string} file @param {number} ageMs */
function isYoungerThan(file, ageMs) {
  return existsSync(file) && Date.now() - statSync(file).mtimeMs < ageMs;
}

/** @param {string} folder */
function sizeOf(folder) {
  if (!existsSync(folder)) return 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    // A file may go while we look: then it counts as nothing.
    if (entry.isFile())
      bytes +=
        statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}

if (process.argv[1] === import.meta.filename)
  await runScript(async () => void (await resolveElectron()));
