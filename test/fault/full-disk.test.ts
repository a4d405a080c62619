import { cp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { smallDisk } from './small-disk.ts';
import { makeTransferCopies, type TransferCopies } from './transfer-copies.ts';

const stepKibibytes = 640;
/** What the empty copy and its lock need. */
const firstKibibytes = 256;

let ready: Promise<TransferCopies> | undefined;
const copies = () => (ready ??= makeTransferCopies(400, 1_200_000));
afterAll(async () => rm((await ready)?.base ?? '', { recursive: true, force: true }));

/** Sizes of a disk that grows until `attempt` says that it was large enough; how often it was not. */
async function growUntil(
  resize: (kibibytes: number) => void,
  attempt: (kibibytes: number) => Promise<boolean>,
): Promise<number> {
  for (let refused = 0; refused < 30; refused += 1) {
    const size = firstKibibytes + refused * stepKibibytes;
    resize(size);
    if (await attempt(size)) return refused;
  }
  throw new Error('it never fitted');
}

test('a disk that fills at any step of a merge: all of the bundle is there or nothing', async (context) => {
  const { place, resize } = await smallDisk(context, firstKibibytes);
  const { to, bundle, entries, run, counted } = await copies();
  const folder = path.join(place, 'case.kiroku');
  await cp(to, folder, { recursive: true });
  const refused = await growUntil(resize, async (size) => {
    const merged = await run('full', 'merge', folder, bundle, '--by', 'B');
    expect(await run('full', 'verify', folder), `${size} KiB`).toMatchObject({ code: 0 });
    const there = await counted('full', folder);
    const isWhole = merged.code === 0;
    const about = `${size} KiB: ${merged.error}`;
    expect(isWhole ? 'no more full' : merged.error, about).toMatch(/full|space/);
    expect(isWhole ? [entries] : [0, entries], about).toContain(there);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
    return isWhole;
  });
  // The first sizes hold no more than what is there.
  expect(refused).toBeGreaterThan(2);
});

test('a disk that fills at any step of a bundle: nothing half lies under its name', async (context) => {
  const { place, resize } = await smallDisk(context, firstKibibytes);
  const { from, to, run } = await copies();
  const out = path.join(place, 'news.zip');
  const refused = await growUntil(resize, async (size) => {
    const written = await run('a', 'bundle', from, '--out', out);
    if (written.code === 0) return true;
    expect(written.error, `${size} KiB`).toMatch(/full|space/);
    expect(await readdir(place), `${size} KiB`).toEqual([]);
    return false;
  });
  expect(refused).toBeGreaterThan(1);
  expect(await run('c', 'merge', to, out, '--dry-run')).toMatchObject({ code: 0 });
});
