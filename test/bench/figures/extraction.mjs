import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../build/build-identity.mjs';
import { askProgram } from '../processes.mjs';
import { median } from '../statistics.mjs';
import { ms } from '../table.mjs';

const goalMs = 200;
const goalShare = 0.97;

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureExtraction({ electron, programs, isQuick }) {
  const inputs = path.resolve(projectRoot, '../shared/inputs/data/ioc-text');
  const answers = existsSync(inputs) ? inputs : null;
  const asked = { answers, rounds: isQuick ? 3 : 9 };
  const { kinds, texts } = await askProgram(electron, programs.extraction.folder, asked);
  /** @typedef {{ kind: string, wanted: number, precision: number, recall: number }} Kind */
  /** @typedef {{ name: string, found: number, took: number[] }} Text */
  return [
    ...(answers === null
      ? [{ name: 'extraction: no answers in ../shared/inputs', value: 'not judged' }]
      : kinds.map((/** @type {Kind} */ { kind, wanted, precision, recall }) => ({
          name: `extraction of ${kind}, ${wanted.toLocaleString('en')} wanted`,
          value: `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
          goal: `both ≥ ${goalShare}`,
          met: precision >= goalShare && recall >= goalShare,
        }))),
    ...texts.map((/** @type {Text} */ { name, found, took }) => ({
      name: `extraction from 1 MB of ${name}, ${found.toLocaleString('en')} found`,
      value: ms(median(took)),
      goal: `≤ ${goalMs} ms`,
      met: median(took) <= goalMs,
    })),
  ];
}
