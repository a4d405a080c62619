// Builds the row index of a table once, and searches it.
import path from 'node:path';
import { searchWords } from '../../../shared/domain/text-search.ts';
import { indexLog, madeFrom } from '../../../electron/import/index-log.ts';
import { previewLog } from '../../../electron/import/preview-log.ts';
import { openRowIndex } from '../../../electron/import/row-index.ts';
import { answer } from './answer.mjs';

answer(async ({ file, folder, queries, rounds }) => {
  const rows = path.join(folder, 'searched');
  const preview = await previewLog(file, {});
  if (!preview.ok || preview.value.reading === undefined) throw new Error('no reader');
  const { reading, undecided } = preview.value;
  const sha256 = '0'.repeat(64);
  const request = { file, name: path.basename(file), sha256, reading, undecided, rows };
  const indexed = await indexLog(request);
  if (!indexed.ok) throw new Error(indexed.error.kind);
  const opened = openRowIndex(rows, madeFrom(sha256, indexed.value.reading));
  if (!opened.ok) throw new Error(opened.error.kind);
  const index = opened.value;
  const found = [];
  for (const query of queries) {
    const first = [];
    const all = [];
    let hits = 0;
    for (let round = 0; round < rounds; round += 1) {
      hits = 0;
      let firstAfter;
      const startedAt = performance.now();
      for await (const some of index.search(searchWords(query))) {
        firstAfter ??= performance.now() - startedAt;
        hits += some.length;
      }
      all.push(performance.now() - startedAt);
      first.push(firstAfter ?? all.at(-1));
    }
    found.push({ query, hits, first, all });
  }
  index.close();
  return { rows: indexed.value.result.rows, found };
});
