import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../build/build-identity.mjs';
import { askProgram } from '../processes.mjs';
import { median } from '../statistics.mjs';
import { mib } from '../table.mjs';

const goals = { pdf: 20, docx: 5 };
/** Reports made in one process; the first ones load what the others find loaded. */
const loadedAfter = 2;
const flat = 1.15;
/** A few times what it has needed; whoever waits for it wants to see the other figures too. */
const officePatienceMs = 120_000;

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureReporting(bench) {
  const { electron, places, notebooks, programs, isQuick, log } = bench;
  const entries = isQuick ? 500 : 2_000;
  const rounds = isQuick ? 1 : 5;
  const madeInARow = isQuick ? 4 : 8;
  const folder = notebooks.of(entries);
  const html = writeReport(bench, entries, 'html', rounds);
  const docx = writeReport(bench, entries, 'docx', rounds);
  const pdf = writeReport(bench, entries, 'pdf', rounds);
  const office = await printWithLibreOffice(html.file, places.files);
  log(`  LibreOffice with the same HTML: ${office.text}`);
  // Chromium prints ten thousand entries in minutes where the machine is busy.
  const large = isQuick
    ? []
    : ['docx', 'pdf'].map((format) => writeReport(bench, 10_000, format, 1));
  const { resident } = await askProgram(electron, programs.reporting.folder, {
    folder,
    userData: places.userData,
    rounds: madeInARow,
  });
  const [loaded, last] = [resident[loadedAfter], resident.at(-1)];
  log(`  ${madeInARow} reports in one process: ${resident.map(mib).join(', ')}`);
  return [
    { name: html.name, value: secondsText(html.seconds) },
    {
      name: docx.name,
      value: secondsText(docx.seconds),
      ...(isQuick ? {} : within(docx, goals.docx)),
    },
    {
      name: pdf.name,
      value: secondsText(pdf.seconds),
      floor: `LibreOffice on the same HTML: ${office.text}`,
      ...(office.seconds !== undefined && { ratio: pdf.seconds / office.seconds }),
      ...(isQuick ? {} : within(pdf, goals.pdf)),
    },
    {
      name: `memory after ${madeInARow} reports as DOCX and PDF in one process (resident, all processes)`,
      value: mib(last),
      floor: `${mib(loaded)} after ${loadedAfter + 1}`,
      ratio: last / loaded,
      goal: `≤ ${flat}×`,
      met: last / loaded <= flat,
    },
    ...large.map(({ name, seconds }) => ({ name, value: secondsText(seconds) })),
  ];
}

/**
 * Runs `kiroku report` so many times.
 *
 * @param {import('../run.mjs').Bench} bench @param {number} entries @param {string} format @param {number} rounds
 */
function writeReport({ electron, places, notebooks, log }, entries, format, rounds) {
  const folder = notebooks.of(entries);
  const file = path.join(places.files, `${entries}.${format}`);
  const what = `report of ${entries.toLocaleString('en')} entries as ${format.toUpperCase()}`;
  const args = [path.join(projectRoot, 'dist/cli.mjs'), 'report', folder, '--lang', 'en'];
  const took = Array.from({ length: rounds }, () => {
    const startedAt = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [...args, '--out', file], {
      env: { ...process.env, KIROKU_ELECTRON: electron, KIROKU_USER_DATA: places.userData },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the report as ${format} ended with ${status}.\n${stderr}`);
    const seconds = (performance.now() - startedAt) / 1000;
    log(`  ${what}: ${secondsText(seconds)}`);
    return seconds;
  });
  const size = Math.round(statSync(file).size / 1024);
  return {
    name: `${what}, ${size} KiB (${rounds}×)`,
    seconds: median(took),
    file,
  };
}

/** @param {{ seconds: number }} measured @param {number} goal */
function within({ seconds }, goal) {
  return { goal: `≤ ${goal} s`, met: seconds <= goal };
}

/** @param {number} seconds */
function secondsText(seconds) {
  return `${seconds.toFixed(1)} s`;
}

/**
 * The seconds that LibreOffice takes for the same page, or in words why there are none.
 *
 * @param {string} file @param {string} folder @returns {Promise<{ seconds?: number, text: string }>}
 */
async function printWithLibreOffice(file, folder) {
  const program = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((each) => existsSync(each));
  if (program === undefined) return { text: 'not on this machine' };
  const profile = `-env:UserInstallation=file://${path.join(folder, 'office')}`;
  const out = path.join(folder, 'office-pdf');
  const args = ['--headless', '--convert-to', 'pdf:writer_web_pdf_Export', '--outdir', out, file];
  const startedAt = performance.now();
  // A group of its own: what was started is a script, and the program that works is its grandchild.
  const child = spawn(program, [profile, ...args], { stdio: 'ignore', detached: true });
  let isLate = false;
  const end = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
  const impatience = setTimeout(() => {
    isLate = true;
    end();
  }, officePatienceMs);
  process.once('exit', end);
  const [status] = await once(child, 'close');
  process.off('exit', end);
  clearTimeout(impatience);
  if (isLate) return { text: `not done after ${officePatienceMs / 1000} s` };
  if (status !== 0) return { text: `ended with ${status}` };
  const seconds = (performance.now() - startedAt) / 1000;
  return { seconds, text: secondsText(seconds) };
}
