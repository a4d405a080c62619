// Reads a table the way an import does, and with the CSV library alone.
import { createReadStream, rmSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { indexLog } from '../../../electron/import/index-log.ts';
import { previewLog } from '../../../electron/import/preview-log.ts';
import { takeFile } from '../../../electron/notebook/evidence-vault.ts';
import { answer } from './answer.mjs';

answer(async ({ file, notebook, folder, rounds }) => {
  const found = { imports: [], reads: [], splits: [], rows: 0, steadyRss: 0, peakRss: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? [importAll, splitAll] : [splitAll, importAll];
    for (const work of order) await work();
  }
  return found;

  async function importAll() {
    const rows = path.join(folder, 'rows');
    const startedAt = performance.now();
    const preview = await previewLog(file, {});
    if (!preview.ok || preview.value.reading === undefined) throw new Error('no reader');
    const taken = await takeFile(notebook, file);
    if (!taken.ok) throw new Error(taken.error.kind);
    const { name, sha256 } = taken.value;
    const copy = path.join(notebook, 'evidence', `${sha256}.evid`);
    const { reading, undecided } = preview.value;
    const takenAt = performance.now();
    const indexed = await indexLog(
      { file: copy, name, sha256, reading, undecided, rows },
      { onProgress: watchMemory },
    );
    if (!indexed.ok) throw new Error(indexed.error.kind);
    found.imports.push(performance.now() - startedAt);
    found.reads.push(performance.now() - takenAt);
    found.rows = indexed.value.result.rows;
    rmSync(rows, { recursive: true });
    rmSync(copy, { force: true });
  }

  /** @param {number} done @param {number} total */
  function watchMemory(done, total) {
    const { rss } = process.memoryUsage();
    // What the engine needs anyway is there after the first sixteenth.
    if (done < total / 16) found.steadyRss = Math.max(found.steadyRss, rss);
    found.peakRss = Math.max(found.peakRss, rss);
  }

  async function splitAll() {
    const startedAt = performance.now();
    let cells = 0;
    await new Promise((resolve, reject) => {
      Papa.parse(createReadStream(file, { highWaterMark: 1_048_576 }), {
        delimiter: ',',
        step: ({ data }) => void (cells += data.length),
        complete: resolve,
        error: reject,
      });
    });
    if (cells === 0) throw new Error('nothing was split');
    found.splits.push(performance.now() - startedAt);
  }
});
