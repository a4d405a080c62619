import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../build/build-identity.mjs';
import { askProgram } from '../processes.mjs';
import { median } from '../statistics.mjs';
import { mib } from '../table.mjs';

const entries = 2_000;
const many = 10_000;
const goals = { pdf: 20, docx: 5 };
/** Reports made in one process; the first ones load what the others find loaded. */
const madeInARow = 8;
const loadedAfter = 2;
const flat = 1.15;

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureReporting({ electron, places, notebooks, programs, isQuick }) {
  const folder = notebooks.of(entries);
  const rounds = isQuick ? 2 : 5;
  /** @type {(format: string, of?: string, rounds?: number) => { seconds: number, file: string }} */
  const write = (format, of = folder, times = rounds) => {
    const file = path.join(places.files, `${path.basename(of)}.${format}`);
    const took = Array.from({ length: times }, () =>
      secondsOf(process.execPath, [
        path.join(projectRoot, 'dist/cli.mjs'),
        'report',
        of,
        '--lang',
        'en',
        '--out',
        file,
      ]),
    );
    return { seconds: median(took), file };
  };
  /** @type {(program: string, args: readonly string[]) => number} */
  const secondsOf = (program, args) => {
    const startedAt = performance.now();
    const { status, stderr } = spawnSync(program, args, {
      env: { ...process.env, KIROKU_ELECTRON: electron, KIROKU_USER_DATA: places.userData },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${program} ended with ${status}.\n${stderr}`);
    return (performance.now() - startedAt) / 1000;
  };
  const html = write('html');
  const docx = write('docx');
  const pdf = write('pdf');
  const printed = printWithLibreOffice(html.file, places.files);
  const large = isQuick
    ? []
    : ['docx', 'pdf'].map((format) => ({ format, ...write(format, notebooks.of(many), 1) }));
  const { resident } = await askProgram(electron, programs.reporting.folder, {
    folder,
    userData: places.userData,
    rounds: madeInARow,
  });
  const [loaded, last] = [resident[loadedAfter], resident.at(-1)];
  const name = (/** @type {string} */ format, /** @type {string} */ file) =>
    `report of ${entries.toLocaleString('en')} entries as ${format}, ${Math.round(statSync(file).size / 1024)} KiB (${rounds} times)`;
  return [
    { name: name('HTML', html.file), value: `${html.seconds.toFixed(1)} s` },
    {
      name: name('DOCX', docx.file),
      value: `${docx.seconds.toFixed(1)} s`,
      goal: `≤ ${goals.docx} s`,
      met: docx.seconds <= goals.docx,
    },
    {
      name: name('PDF', pdf.file),
      value: `${pdf.seconds.toFixed(1)} s`,
      ...(printed !== undefined && {
        floor: `${printed.toFixed(1)} s LibreOffice on the same HTML`,
        ratio: pdf.seconds / printed,
      }),
      goal: `≤ ${goals.pdf} s`,
      met: pdf.seconds <= goals.pdf,
    },
    {
      name: `memory after ${madeInARow} reports as DOCX and PDF in one process (resident, all processes)`,
      value: mib(last),
      floor: `${mib(loaded)} after ${loadedAfter + 1}`,
      ratio: last / loaded,
      goal: `≤ ${flat}×`,
      met: last / loaded <= flat,
    },
    ...large.map(({ format, seconds, file }) => ({
      name: `report of ${many.toLocaleString('en')} entries as ${format.toUpperCase()}, ${Math.round(statSync(file).size / 1024)} KiB (once)`,
      value: `${seconds.toFixed(1)} s`,
    })),
  ];
}

const patienceMs = 120_000;

/** Seconds that LibreOffice takes for the same page; undefined where it is not there or does not end. @param {string} file @param {string} folder */
function printWithLibreOffice(file, folder) {
  const program = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((each) => existsSync(each));
  if (program === undefined) return undefined;
  const profile = `-env:UserInstallation=file://${path.join(folder, 'office')}`;
  const target = path.join(folder, 'office-pdf');
  const args = [
    '--headless',
    '--convert-to',
    'pdf:writer_web_pdf_Export',
    '--outdir',
    target,
    file,
  ];
  const startedAt = performance.now();
  const { status } = spawnSync(program, [profile, ...args], { timeout: patienceMs });
  return status === 0 ? (performance.now() - startedAt) / 1000 : undefined;
}
