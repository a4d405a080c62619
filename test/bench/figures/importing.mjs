import { rmSync } from 'node:fs';
import path from 'node:path';
import { writePlasoTable } from '../plaso-table.mjs';
import { askProgram } from '../processes.mjs';
import { median, pairRatios } from '../statistics.mjs';
import { mib } from '../table.mjs';

const goal = 3;

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureImporting({
  electron,
  programs,
  places,
  notebooks,
  isQuick,
  importMib,
}) {
  const sizeMib = importMib ?? (isQuick ? 64 : 1024);
  const rounds = isQuick ? 3 : 2;
  const file = path.join(places.files, 'timeline.csv');
  const { bytes } = writePlasoTable(file, { bytes: sizeMib * 1_048_576 });
  const work = { file, notebook: notebooks.of(1), folder: places.files, rounds };
  const found = await askProgram(electron, programs.importing.folder, work);
  rmSync(file);
  const { imports, reads, splits, rows, steadyRss, peakRss } = found;
  const rate = (/** @type {readonly number[]} */ took) =>
    `${Math.round(bytes / 1_048_576 / (median(took) / 1000))} MiB/s`;
  const ratio = median(pairRatios(imports, splits));
  return [
    {
      name: `import of a plaso table, ${sizeMib} MiB, ${rows.toLocaleString('en')} rows (${rounds} pairs)`,
      value: rate(imports),
      floor: `${rate(splits)} papaparse alone`,
      ratio,
      goal: `≤ ${goal}× the time`,
      met: ratio <= goal,
    },
    {
      name: '  without copying, hashing and reading back',
      value: rate(reads),
      floor: `${rate(splits)} papaparse alone`,
      ratio: median(pairRatios(reads, splits)),
    },
    {
      name: '  memory of the process at its most',
      value: mib(peakRss),
      floor: `${mib(steadyRss)} after a sixteenth`,
      ratio: peakRss / steadyRss,
    },
  ];
}
