// npm run bench -- [--only start,type,journal,open,large,search,memory,hash,intake,import,rows,zoom,extract,report] [--quick] [--import-mib 1024]
//
// What each figure is and how it is taken. Everything runs against the built application in the Electron
// that npm start uses, in folders of its own on a real disk. What is compared alternates with its floor,
// pair by pair, so that a busy machine is busy for both; ratios carry to another machine, times do not.
//
// start    From the spawn of the process to the frame in which the first-minute screen is drawn in a shown
//          window. Floor: one word in a window of the same Electron with the same switches, preferences and
//          size, watched in the same way. Each has a profile of its own that three starts have warmed up.
// type     In the real application with 10,000 entries: an entry is typed key by key; from the time stamp of
//          Enter to the end of the frame in which its row lies in the visible part of the list and the status
//          line names its number as saved. The page is told of a line only after it is synced.
// journal  One entry as the window's handler gets it, parsed by the contract of the channel, through the journal of
//          the main process: locks looked at, chained, signed, written, synced. Floor: the same bytes with write and fdatasync to a file beside it, the process blocked meanwhile,
//          after one Ed25519 signature of them: the format has every line signed, so nothing that keeps to it can
//          do with less. Beside it the two calls alone, blocking, and asynchronous as for a disk that is not quick.
// open     From the click on a recent notebook to the frame in which rows are seen and the entry line takes
//          keys, with the derived database there, and after its folder was deleted while the application was
//          closed. Beside it the longest task of the page, during which it could not answer. The database is written
//          behind the window; before the next opening it is waited for.
// large    The same with 100,000 entries.
// search   In the real application with 100,000 entries: from the time stamp of a key in the search field to the end of
//          the task in which the first results are in the list, and to the frame that shows them; of a click on a
//          stage to the frame that shows what is left, and everything again; and the frames of a long scroll.
// memory   Five seconds after the rows were drawn: the proportional set size of all processes. Linux only.
// hash     The function that hashes evidence, in a worker, against a bare loop of read and update over the same
//          cached file. Beside it sha256sum, and the whole intake (copy, sync, read back, hash again) once.
// intake   A file taken as evidence in a worker: copied, synced, read back, named. Floor: the same file copied, synced and
//          the copy hashed with the bare fs and crypto of the same runtime. Beside it cp, sync and sha256sum.
// import   A plaso table of made-up events: looked at, copied into the notebook and read back, cut, read, its rows
//          written to the index, in order of time. Floor: the same file read as a stream and split by papaparse alone.
//          Beside it the memory of the process, which must not grow with the file.
// zoom     In the real application, a kill chain of 5,000 marks: the wheel is turned once a frame; from that to the end of
//          the frame that shows it.
// rows     The index of 1,000,000 rows of such a table, on disk; until the first hits, and until all.
// extract  Precision and recall of what is found in other people's texts, kind by kind, against the answers that came
//          with them; and the time for 1 MB of an advisory and of texts that are made to hurt.
//
// report   `kiroku report` of 2,000 entries from the start of the command to its end, in each format; a PDF starts the
//          application to print with. Beside it LibreOffice printing the same HTML, the memory of one process that makes
//          the report again and again, and a notebook of 10,000 entries once.
//
// verify   A notebook of 100,000 entries checked as a whole: every line's shape, hash, chain and signature. Floor: the
//          signatures alone, one after the other.
// merge    A bundle of 10,000 operations taken over by a copy that has the first line: unpacked, checked, joined, synced.
//
// --quick takes fewer samples, and 30,000 entries, 256 MiB to hash and 64 MiB to import for 100,000 and 1 GiB, and reports
// of 500 entries, for which there is no goal. A goal that is missed is said, not a failure: the exit code tells only
// whether everything could be measured.
import { parseArgs } from 'node:util';
import { bundle } from '../../build/bundle.mjs';
import { runScript, SetupProblem } from '../../build/setup-problem.mjs';
import { bundlePrograms } from './bundle-programs.mjs';
import { measureColdStart } from './figures/cold-start.mjs';
import { measureExtraction } from './figures/extraction.mjs';
import { measureHashing } from './figures/hashing.mjs';
import { measureIntake } from './figures/intake.mjs';
import { measureImporting } from './figures/importing.mjs';
import { measureJournal } from './figures/journal.mjs';
import { measureMemory } from './figures/memory.mjs';
import { measureLargeOpening, measureOpening } from './figures/opening.mjs';
import { measureMerging, measureVerifying } from './figures/proving.mjs';
import { measureReporting } from './figures/reporting.mjs';
import { measureSearching } from './figures/searching.mjs';
import { measureSearchingRows } from './figures/searching-rows.mjs';
import { measureTyping } from './figures/typing.mjs';
import { measureZooming } from './figures/zooming.mjs';
import { loadText, machineLine } from './machine-line.mjs';
import { notebookShelf } from './notebooks.mjs';
import { copyApplication, makePlaces } from './places.mjs';
import { tableText } from './table.mjs';

/**
 * What every figure needs.
 *
 * @typedef {object} Bench
 * @property {string} electron
 * @property {import('./places.mjs').Places} places
 * @property {import('./bundle-programs.mjs').Programs} programs
 * @property {ReturnType<typeof notebookShelf>} notebooks
 * @property {boolean} isQuick
 * @property {(line: string) => void} log says how far a figure is that takes minutes
 * @property {number | undefined} importMib size of the imported table, when it is to be another
 */

/** @type {Record<string, (bench: Bench) => Promise<import('./table.mjs').Figure[]>>} */
const parts = {
  start: measureColdStart,
  type: measureTyping,
  journal: measureJournal,
  open: measureOpening,
  large: measureLargeOpening,
  search: measureSearching,
  memory: measureMemory,
  hash: measureHashing,
  intake: measureIntake,
  import: measureImporting,
  rows: measureSearchingRows,
  zoom: measureZooming,
  extract: measureExtraction,
  report: measureReporting,
  verify: measureVerifying,
  merge: measureMerging,
};

await runScript(async () => {
  const { only, isQuick, importMib } = readOptions();
  const electron = process.env['KIROKU_ELECTRON'];
  if (electron === undefined) throw new SetupProblem('No Electron was named: use npm run bench.');
  const log = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);
  console.log(machineLine(electron));
  await bundle({ log });
  const places = makePlaces();
  copyApplication(places);
  const programs = await bundlePrograms(places.programs);
  const notebooks = notebookShelf({ places, programs, log });
  /** @type {import('./table.mjs').Figure[]} */
  const figures = [];
  let exitCode = 0;
  for (const [name, measure] of Object.entries(parts)) {
    if (!only.has(name)) continue;
    log(`${name} … (${loadText()})`);
    try {
      figures.push(
        ...(await measure({ electron, places, programs, notebooks, isQuick, importMib, log })),
      );
    } catch (problem) {
      // The others have taken minutes, and stay true.
      figures.push({ name: `${name}: could not be measured`, value: 'see above' });
      log(problem instanceof Error ? String(problem.stack) : String(problem));
      exitCode = 1;
    }
  }
  console.log(`\n${tableText(figures)}\n\n${loadText()} at the end`);
  return exitCode;
});

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      'import-mib': { type: 'string' },
    },
  });
  const known = Object.keys(parts);
  const only = new Set(values.only === undefined ? known : values.only.split(','));
  const unknown = [...only].find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new SetupProblem(`--only does not know ${unknown}: give some of ${known.join(',')}.`);
  const mib = values['import-mib'];
  return { only, isQuick: values.quick, importMib: mib === undefined ? undefined : Number(mib) };
}
