import path from 'node:path';
import { writePlasoTable } from '../plaso-table.mjs';
import { askProgram } from '../processes.mjs';
import { p95 } from '../statistics.mjs';
import { ms } from '../table.mjs';

const wantedRows = 1_000_000;
const firstGoalMs = 100;
const allGoalMs = 1_000;
/** Rare, several words, in every row, Japanese, one letter, nowhere. */
const queries = ['beacon-c2', 'powershell user7 ws-007', 'process', '設定', 'e', 'nowhere at all'];

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureSearchingRows({ electron, programs, places, isQuick }) {
  const file = path.join(places.files, 'searched.csv');
  writePlasoTable(file, { rows: wantedRows });
  const work = { file, folder: places.files, queries, rounds: isQuick ? 5 : 15 };
  const { rows, found } = await askProgram(electron, programs.searchingRows.folder, work);
  /** @typedef {{ query: string, hits: number, first: number[], all: number[] }} Search */
  return found.flatMap((/** @type {Search} */ { query, hits, first, all }) => [
    {
      name: `search of ${rows.toLocaleString('en')} rows for "${query}", p95 of ${hits > 0 ? 'the first hits' : 'the answer that there are none'}`,
      value: ms(p95(first)),
      // Where there is no hit there is no first one: nothing is met or missed before the end.
      ...(hits > 0 && { goal: `≤ ${firstGoalMs} ms`, met: p95(first) <= firstGoalMs }),
    },
    {
      name: `  all ${hits.toLocaleString('en')}`,
      value: ms(p95(all)),
      goal: `≤ ${allGoalMs} ms`,
      met: p95(all) <= allGoalMs,
    },
  ]);
}
