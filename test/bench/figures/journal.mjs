import { askProgram } from '../processes.mjs';
import { median, p95 } from '../statistics.mjs';
import { ms } from '../table.mjs';

const goal = 2;
const entries = 10_000;

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureJournal({ electron, programs, places, notebooks, isQuick }) {
  const rounds = isQuick ? 300 : 1000;
  const folder = notebooks.of(entries);
  const work = { folder, userData: places.userData, rounds, warmUp: 30 };
  const found = await askProgram(electron, programs.journal.folder, work);
  const { appends, blocking, signed, waiting, lineBytes } = found;
  const ratio = median(appends) / median(signed);
  return [
    {
      name: `append to the journal (${rounds} lines of ${Math.round(median(lineBytes))} bytes)`,
      value: ms(median(appends)),
      floor: `${ms(median(signed))} sign + write + fdatasync`,
      ratio,
      goal: `≤ ${goal}×`,
      met: ratio <= goal,
    },
    {
      name: '  p95',
      value: ms(p95(appends)),
      floor: `${ms(p95(signed))} sign + write + fdatasync`,
      ratio: p95(appends) / p95(signed),
    },
    {
      name: '  against the write and the sync alone',
      value: ms(median(appends)),
      floor: `${ms(median(blocking))} write + fdatasync`,
      ratio: median(appends) / median(blocking),
    },
    {
      name: '  against calls that leave the main process free',
      value: ms(median(appends)),
      floor: `${ms(median(waiting))} write + fdatasync, asynchronous`,
      ratio: median(appends) / median(waiting),
    },
  ];
}
