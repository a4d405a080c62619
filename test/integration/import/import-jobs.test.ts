import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createImportJobs, type ImportJob } from '../../../electron/import/import-jobs.ts';
import { logWorkInWorkers } from '../../../electron/import/log-work.ts';
import { newNotebook, open, temporaryFolder } from '../notebook/temporary-notebook.ts';
import { readState } from '../../../electron/notebook/read-state.ts';
import { rowSourcesOf, openSourceRows } from '../../../electron/import/source-rows.ts';
import { timesketchTable } from './index-file.ts';

const workers = path.resolve(import.meta.dirname, '../../../dist/main/workers');

/** A notebook, the built workers, and a table long enough to be cancelled in the middle. */
async function desk() {
  if (!existsSync(path.join(workers, 'import.cjs')))
    throw new Error(`${workers} is missing: run node build/bundle.mjs first`);
  const place = await newNotebook();
  const notebook = await open(place);
  const work = logWorkInWorkers(workers);
  const file = path.join(await temporaryFolder(), 'timeline.csv');
  const rows = Array.from({ length: 40_000 }, (_, at) => ({
    message: `event ${at} ${'of some length '.repeat(8)}`,
    datetime: new Date(1_700_000_000_000 + at * 1_000).toISOString(),
  }));
  await writeFile(file, timesketchTable(rows));
  const seen: ImportJob[] = [];
  const bugs: unknown[] = [];
  let cancelAt: number | undefined;
  const jobs = createImportJobs({
    notebook,
    userData: place.userData,
    work,
    onChange: (job) => {
      seen.push(job);
      if (cancelAt !== undefined && job.done >= cancelAt) jobs.cancel(job.id);
    },
    onBug: (error) => void bugs.push(error),
    // Every report is a second after the last.
    now: (() => {
      let ms = 0;
      return () => (ms += 1_000);
    })(),
  });
  const preview = await work.previewLog(file, {});
  if (!preview.ok) throw new Error(preview.error.kind);
  return {
    ...place,
    notebook,
    work,
    jobs,
    seen,
    bugs,
    chosen: { file, preview: preview.value },
    cancelFrom: (done: number) => void (cancelAt = done),
  };
}

test('imports in workers, one file after the other, and tells how far it is', async () => {
  const { jobs, seen, bugs, chosen, notebook, userData, folder, work } = await desk();
  jobs.add([chosen, chosen], 'from the laptop');
  await jobs.settled();
  expect(bugs).toEqual([]);
  expect(seen.filter(({ outcome }) => outcome.kind !== 'running')).toMatchObject([
    {
      name: 'timeline.csv',
      outcome: { kind: 'done', imported: { item: { no: 'E-001', note: 'from the laptop' } } },
    },
    { name: 'timeline.csv', outcome: { kind: 'done', imported: { item: { no: 'E-002' } } } },
  ]);
  const done = seen.map((job) => job.done / job.total);
  expect(done.some((part) => part > 0 && part < 1)).toBe(true);
  const [source] = rowSourcesOf(folder, await readState(notebook));
  if (source === undefined) throw new Error('no source');
  const { notebook: id } = notebook.describe();
  const rows = await openSourceRows(source, { userData, notebook: id, work });
  if (!rows.ok) throw new Error(rows.error.kind);
  expect(rows.value.rows).toBe(40_000);
  rows.value.close();
});

test.each([0.2, 0.5, 0.8])(
  'leaves nothing of an import that is cancelled after %d of it',
  async (part) => {
    const { jobs, seen, bugs, chosen, notebook, userData, folder, cancelFrom } = await desk();
    cancelFrom(part * 3 * chosen.preview.size);
    jobs.add([chosen], '');
    await jobs.settled();
    expect(bugs).toEqual([]);
    expect(seen.at(-1)?.outcome).toEqual({ kind: 'failed', error: { kind: 'cancelled' } });
    expect((await readState(notebook)).evidence.size).toBe(0);
    expect(await readdir(path.join(folder, 'evidence'))).toEqual([]);
    const left = await readdir(path.join(userData, 'rows'), { recursive: true }).catch(() => []);
    expect(left.filter((name) => path.basename(name) !== notebook.describe().notebook)).toEqual([]);
  },
);
