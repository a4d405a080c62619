// What Electron and the tests need from the system, and how to get it on Debian and Ubuntu.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { SetupProblem } from './setup-problem.mjs';

/** Alternatives are separated by `|`: Debian 13 and Ubuntu 24.04 renamed some packages. Their dependencies bring the rest. */
const electronPackages = [
  'libgtk-3-0t64|libgtk-3-0',
  'libasound2t64|libasound2',
  'libatspi2.0-0t64|libatspi2.0-0',
  'libcups2t64|libcups2',
  'libnss3',
  'libgbm1',
  'libdrm2',
  'libdbus-1-3',
  'libexpat1',
  'libxcomposite1',
  'libxdamage1',
  'libxrandr2',
  'libxfixes3',
  'libxkbcommon0',
  'libxss1',
];

/** Commands that only tests use, with the package that has each. */
const testCommands = {
  Xvfb: 'xvfb',
  strace: 'strace',
  openssl: 'openssl',
  python3: 'python3',
  git: 'git',
  pdftotext: 'poppler-utils',
};

/**
 * Installs what is missing where that is possible, else says how to.
 *
 * @param {{ electronBinary: string, forTests?: boolean, forArchives?: boolean, log?: (line: string) => void }} options
 */
export function ensureSystemLibraries({
  electronBinary,
  forTests = false,
  forArchives = false,
  log = console.log,
}) {
  if (process.platform !== 'linux') return;
  const missing = findMissing({ electronBinary, forTests, forArchives });
  if (missing.length === 0) {
    log('System: everything needed is there.');
    return;
  }
  log(`System: missing ${missing.map(({ what }) => what).join(', ')}.`);
  const wanted = [...new Set(missing.flatMap(({ packages }) => packages))];

  if (hasCommand('apt-get') && process.getuid?.() === 0) {
    installWithApt(wanted, log);
    const stillMissing = findMissing({ electronBinary, forTests, forArchives }).filter(
      ({ needed }) => needed,
    );
    if (stillMissing.length === 0) return;
    throw new SetupProblem(
      `apt-get ran, but ${stillMissing.map(({ what }) => what).join(', ')} is still missing: install it by hand and run the command again.`,
    );
  }
  const mend = hasCommand('apt-get')
    ? `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${chooseAlternatives(wanted, isKnownToApt).join(' ')}`
    : `your system's packages for: ${wanted.map((name) => name.split('|').at(-1)).join(', ')}`;
  if (missing.some(({ needed }) => needed))
    throw new SetupProblem(`To go on, install what is missing:\n\n  ${mend}\n`);
  log(`System: recommended, not required: ${mend}`);
}

/**
 * @typedef {{ what: string, packages: string[], needed: boolean }} Missing
 * @param {{ electronBinary: string, forTests: boolean, forArchives: boolean }} options
 * @returns {Missing[]}
 */
function findMissing({ electronBinary, forTests, forArchives }) {
  /** @type {Missing[]} */
  const missing = librariesNotFound(runLdd(electronBinary)).map((what) => ({
    what,
    packages: electronPackages,
    needed: true,
  }));
  if (!hasJapaneseFont()) {
    // Without one a window shows boxes for Japanese, and a PDF says nothing to its reader.
    missing.push({
      what: 'a Japanese font',
      packages: ['fontconfig', 'fonts-noto-cjk'],
      needed: forTests,
    });
  }
  if (forTests) {
    for (const [command, name] of Object.entries(testCommands)) {
      if (!hasCommand(command)) missing.push({ what: command, packages: [name], needed: true });
    }
  }
  // electron-builder would download its own 7-Zip.
  if (forArchives && !hasCommand('7za'))
    missing.push({ what: '7za', packages: ['p7zip-full|7zip'], needed: false });
  return missing;
}

/**
 * The libraries that ldd did not find.
 *
 * @param {string} lddOutput
 */
export function librariesNotFound(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => String(match[1]));
}

/**
 * The first alternative of each that exists here; the last one where none is known, so that apt can say so.
 *
 * @param {string[]} packages
 * @param {(name: string) => boolean} exists
 */
export function chooseAlternatives(packages, exists) {
  return packages.map((alternatives) => {
    const names = alternatives.split('|');
    return names.find((name) => exists(name)) ?? String(names.at(-1));
  });
}

/** @param {string[]} packages @param {(line: string) => void} log */
function installWithApt(packages, log) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {string[]} args */
  const apt = (args) =>
    spawnSync('apt-get', args, { env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  log('System: apt-get update …');
  apt(['-qq', 'update']);
  const names = chooseAlternatives(packages, isKnownToApt);
  const args = ['-qq', 'install', '-y', '--no-install-recommends', ...names];
  log(`System: apt-get install ${names.join(' ')} …`);
  const { status, stderr } = apt(args);
  if (status !== 0) {
    const reason = stderr.trim().split('\n').at(-1) ?? '';
    throw new SetupProblem(
      `apt-get ended with code ${status} (${reason}): run apt-get ${args.slice(1).join(' ')} by hand.`,
    );
  }
}

/** @param {string} name */
function isKnownToApt(name) {
  return spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;
}

/** @param {string} binary */
function runLdd(binary) {
  const { stdout, error } = spawnSync('ldd', [binary], {
    encoding: 'utf8',
    env: { ...process.env, LD_LIBRARY_PATH: path.dirname(binary) },
  });
  // No ldd, no answer: then Electron itself says what it misses.
  return error ? '' : stdout;
}

function hasJapaneseFont() {
  const { stdout, error } = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  return !error && stdout.trim() !== '';
}

/** @param {string} command */
export function hasCommand(command) {
  return (
    spawnSync('sh', ['-c', 'command -v "$1"', 'sh', command], { stdio: 'ignore' }).status === 0
  );
}
