import { cp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { redactionMessages } from '#shared/i18n/redaction-messages.ts';
import { sharingMessages } from '#shared/i18n/sharing-messages.ts';
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
  { first, step } = { first: firstKibibytes, step: stepKibibytes },
): Promise<number> {
  for (let refused = 0; refused < 30; refused += 1) {
    const size = first + refused * step;
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

/** Less than any of these files needs. */
const smallest = 4;

test('a disk that fills at any step of a redacted copy: nothing half lies under its name', async (context) => {
  const { place, resize } = await smallDisk(context, smallest);
  const { from, run } = await copies();
  const out = path.join(place, 'for-partner.zip');
  const before = await run('a', 'verify', from, '--json');
  const refused = await growUntil(
    resize,
    async (size) => {
      const written = await run('a', 'bundle', from, '--redact', '--tlp', 'GREEN', '--out', out);
      if (written.code === 0) return true;
      expect(written.error, `${size} KiB`).toContain(sharingMessages.bundleDiskFull.en);
      expect(await readdir(place), `${size} KiB`).toEqual([]);
      return false;
    },
    { first: smallest, step: 160 },
  );
  expect(refused).toBeGreaterThan(1);
  expect(await run('b', 'verify', out)).toMatchObject({ code: 0 });
  expect(await run('a', 'verify', from, '--json')).toEqual(before);
});

test('a disk that fills while an opening is written: nothing half lies under its name', async (context) => {
  const { place, resize } = await smallDisk(context, smallest);
  const { base, from, run } = await copies();
  const folder = path.join(base, 'long.kiroku');
  await cp(from, folder, { recursive: true });
  await run('a', 'log', folder, `14:02 ${'VPN account used '.repeat(6_000)}`, '--by', 'A');
  const copy = path.join(base, 'long.zip');
  expect(
    await run('a', 'bundle', folder, '--redact', '--tlp', 'GREEN', '--out', copy),
  ).toMatchObject({ code: 0 });
  const listed = await run('a', 'redaction', 'list', copy, '--json');
  const lines = JSON.parse(listed.out) as readonly { feed: string; seq: number }[];
  const line = `${lines.at(-1)?.feed ?? ''}:${lines.at(-1)?.seq ?? ''}`;
  const before = await run('a', 'verify', folder, '--json');
  const out = path.join(place, 'shown.json');
  const refused = await growUntil(
    resize,
    async (size) => {
      const written = await run('a', 'redaction', 'open', folder, '--line', line, '--out', out);
      if (written.code === 0) return true;
      expect(written.error, `${size} KiB`).toContain(redactionMessages.openingDiskFull.en);
      expect(await readdir(place), `${size} KiB`).toEqual([]);
      return false;
    },
    { first: smallest, step: 32 },
  );
  expect(refused).toBeGreaterThan(1);
  expect(await run('b', 'verify', copy, '--opening', out)).toMatchObject({ code: 0 });
  expect(await run('a', 'verify', folder, '--json')).toEqual(before);
});
