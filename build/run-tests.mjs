// npm test: sets up what is missing, then runs the checks, the unit tests and the tests in the real and the packaged application.
// npm test -- --only checks|unit|e2e [filter…] runs a part; the rest goes to vitest or Playwright as it is.
import './require-node.mjs';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './build-identity.mjs';
import { bundle } from './bundle.mjs';
import { listChecks, runCheck } from './check.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { packageApplication } from './package.mjs';
import { runCommand } from './run-command.mjs';
import { runScript, SetupProblem } from './setup-problem.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';
import { addCounts, closingLine, readPlaywrightCounts, readVitestCounts } from './test-counts.mjs';
import { startVirtualDisplay } from './virtual-display.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

const reportsFolder = path.join(projectRoot, '.cache/test-reports');
const parts = ['checks', 'unit', 'e2e'];
/** These run the tests and the build, which this script does itself and counts one by one. */
const checksRunHere = ['check:build', 'check:unit', 'check:e2e'];

await runScript(async () => {
  const { only, filters } = readArguments(process.argv.slice(2));
  const startedAt = Date.now();
  await ensureDependencies();
  const electron = await resolveElectron();
  ensureSystemLibraries({ electronBinary: electron.path, forTests: true, forArchives: true });
  await bundle();
  rmSync(reportsFolder, { recursive: true, force: true });
  mkdirSync(reportsFolder, { recursive: true });

  const display = await startVirtualDisplay();
  const env = { ...display.env, KIROKU_ELECTRON: electron.path };
  /** @type {Counts[]} */
  const counts = [];
  try {
    if (only === undefined || only === 'checks') counts.push(await runChecks());
    if (only === undefined || only === 'unit') counts.push(await runUnitTests(filters, env));
    if (only === undefined || only === 'e2e')
      counts.push(await runEndToEndTests(filters, env, electron));
  } finally {
    await display.stop();
  }

  const total = addCounts(counts);
  if (total.passed + total.failed === 0) throw new SetupProblem('No test ran: correct the filter.');
  console.log(`\nTook ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  console.log(closingLine(total));
  return total.failed === 0 ? 0 : 1;
});

/** @param {string[]} args */
function readArguments(args) {
  const at = args.indexOf('--only');
  if (at === -1) return { only: undefined, filters: args };
  const only = args[at + 1];
  if (only === undefined || !parts.includes(only))
    throw new SetupProblem(`After --only comes one of: ${parts.join(', ')}.`);
  return { only, filters: args.toSpliced(at, 2) };
}

/** Every check counts as one test; two at a time, since each of them uses one core. @returns {Promise<Counts>} */
async function runChecks() {
  const names = listChecks().filter((name) => !checksRunHere.includes(name));
  const waiting = names.values();
  let passed = 0;
  const runNext = async () => {
    for (const name of waiting) if (await runCheck(name, { beside: true })) passed += 1;
  };
  await Promise.all([runNext(), runNext()]);
  return { passed, failed: names.length - passed, skipped: 0 };
}

/** @param {string[]} filters @param {NodeJS.ProcessEnv} env */
async function runUnitTests(filters, env) {
  console.log('\n── unit, integration and architecture tests');
  const report = path.join(reportsFolder, 'vitest.json');
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ];
  return readVitestCounts(report, await runCommand('vitest', args, { env }));
}

/** @param {string[]} filters @param {NodeJS.ProcessEnv} env @param {import('./electron-runtime.mjs').ElectronRuntime} electron */
async function runEndToEndTests(filters, env, electron) {
  console.log('\n── the application, packaged for the tests');
  const packaged = await packageApplication({ electron, testBuild: true });

  console.log('\n── tests in the real application');
  const report = path.join(reportsFolder, 'playwright.json');
  const code = await runCommand('playwright', ['test', '--reporter=list,json', ...filters], {
    env: {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      KIROKU_PACKAGED_EXECUTABLE: packaged.executable,
    },
  });
  return readPlaywrightCounts(report, code);
}
