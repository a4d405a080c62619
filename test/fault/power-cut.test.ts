import { cp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sha256Hex } from '../../electron/notebook/node-crypto.ts';
import { verifyNotebook } from '../../electron/notebook/verify-notebook.ts';
import type { RunningCommand } from '../integration/notebook/command-line.ts';
import { seededRandom } from '../integration/notebook/kill-while-logging.ts';
import { diskImage, unmount } from './small-disk.ts';
import { makeTransferCopies, type TransferCopies } from './transfer-copies.ts';

const rounds = Number(process.env['KIROKU_POWER_CUTS'] ?? 4);
const imageMebibytes = 48;

let ready: Promise<TransferCopies> | undefined;
const copies = () => (ready ??= makeTransferCopies(300, 3_000_000));
afterAll(async () => rm((await ready)?.base ?? '', { recursive: true, force: true }));

/** Holds a command at a moment, does something, and lets it go on; it may have ended before. */
async function whileHeld<T>(command: RunningCommand, work: () => Promise<T>): Promise<T> {
  const signal = (name: NodeJS.Signals) => {
    const { pid, exitCode, signalCode } = command.child;
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, name);
  };
  signal('SIGSTOP');
  try {
    return await work();
  } finally {
    signal('SIGCONT');
  }
}

const passed = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

test('the copy of the disk holds what was synced, and not what was only written', async (context) => {
  const disk = await diskImage(context, 16);
  await writeFile(path.join(disk.place, 'written'), 'x'.repeat(5_000));
  const file = await open(path.join(disk.place, 'synced'), 'w');
  await file.writeFile('y'.repeat(5_000));
  await file.sync();
  await file.close();
  await writeFile(path.join(disk.place, 'later'), 'z'.repeat(5_000));
  const after = await disk.cutPower();
  expect(await readdir(after)).toContain('synced');
  expect(await readdir(after)).not.toContain('later');
});

test('a power cut while entries are saved loses none that was acknowledged', async (context) => {
  const { to, command, run } = await copies();
  const disk = await diskImage(context, imageMebibytes);
  const seed = Date.now();
  const random = seededRandom(seed);
  const folder = path.join(disk.place, 'case.kiroku');
  await copySynced(to, folder);
  expect(await run('log', 'log', folder, 'first', '--by', 'B')).toMatchObject({ code: 0 });
  for (let round = 0; round < rounds; round += 1) {
    const logging = command('log', 'log', folder, '-', '--json', '--by', 'B');
    logging.child.stdin?.end(
      Array.from({ length: 2_000 }, (_, at) => `round ${round} ${at}`).join('\n'),
    );
    await logging.printed(1 + Math.floor(random() * 200));
    const { after, promised } = await whileHeld(logging, async () => {
      const lines = logging.lines;
      return { promised: lines, after: await disk.cutPower() };
    });
    logging.kill();
    await logging.finished;
    const verified = await verifyNotebook(path.join(after, 'case.kiroku'));
    const codes = verified.ok ? verified.value.findings.map(({ code }) => code) : ['unreadable'];
    const about = `seed ${seed}, round ${round}`;
    expect(
      codes.filter((code) => code !== 'torn-tail'),
      about,
    ).toEqual([]);
    const hashes = promised.map((line) => (JSON.parse(line) as { hash: string }).hash);
    const there = await lineHashes(path.join(after, 'case.kiroku'));
    expect(hashes.length).toBeGreaterThan(0);
    expect(
      hashes.filter((hash) => !there.has(hash)),
      about,
    ).toEqual([]);
    unmount(after);
  }
});

test('a power cut while evidence is taken in leaves it whole or unnamed', async (context) => {
  const { base, to, command, run } = await copies();
  const disk = await diskImage(context, imageMebibytes);
  const seed = Date.now();
  const random = seededRandom(seed);
  const folder = path.join(disk.place, 'case.kiroku');
  await copySynced(to, folder);
  const original = path.join(base, 'taken.dd');
  let wholeMs = 0;
  const outcomes = { named: 0, unnamed: 0 };
  for (let round = -1; round < rounds; round += 1) {
    await writeFile(original, Buffer.alloc(3_000_000, round + 65));
    const start = () => command('take', 'evidence', 'add', folder, original, '--by', 'B');
    if (round < 0) {
      wholeMs = await timed(() => start().finished);
      continue;
    }
    const taking = start();
    // The last moments are those just after it said that it was done.
    if (round % 2 === 0) await taking.finished;
    else await Promise.race([taking.finished, passed(wholeMs * (0.5 + 0.5 * random()))]);
    const { after, isDone } = await whileHeld(taking, async () => ({
      isDone: taking.child.exitCode === 0,
      after: await disk.cutPower(),
    }));
    await taking.finished;
    const about = `seed ${seed}, round ${round}`;
    const verified = await verifyNotebook(path.join(after, 'case.kiroku'));
    if (!verified.ok) throw new Error(`${about}: ${verified.error.kind}`);
    const codes = verified.value.findings.map(({ code }) => code);
    // A copy that no line names yet was not acknowledged.
    expect(
      codes.filter((code) => !['evidence-extra', 'torn-tail'].includes(code)),
      about,
    ).toEqual([]);
    const named = verified.value.evidence;
    expect(isDone ? [round + 2] : [round + 1, round + 2], about).toContain(named);
    outcomes[named === round + 2 ? 'named' : 'unnamed'] += 1;
    unmount(after);
    expect(await run('take', 'verify', folder)).toMatchObject({ code: 0 });
  }
  process.stdout.write(`seed ${seed}: ${JSON.stringify(outcomes)}\n`);
});

test('a power cut during a merge leaves all of the bundle or nothing', async (context) => {
  const { base, to, bundle, entries, command, run, counted } = await copies();
  const seed = Date.now();
  const random = seededRandom(seed);
  const spare = path.join(base, 'spare.kiroku');
  await cp(to, spare, { recursive: true });
  const wholeMs = await timed(() => run('m', 'merge', spare, bundle, '--by', 'B'));
  const outcomes = { nothing: 0, all: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const disk = await diskImage(context, imageMebibytes);
    const folder = path.join(disk.place, 'case.kiroku');
    await copySynced(to, folder);
    const user = `m${round}`;
    expect(await run(user, 'log', folder, 'before', '--by', 'B')).toMatchObject({ code: 0 });
    const merging = command(user, 'merge', folder, bundle, '--by', 'B');
    if (round === 0) await merging.finished;
    else {
      await mergeBegun(merging, folder);
      await Promise.race([merging.finished, passed(wholeMs * 0.5 * random())]);
    }
    const { after, isDone } = await whileHeld(merging, async () => ({
      isDone: merging.child.exitCode === 0,
      after: await disk.cutPower(),
    }));
    merging.kill();
    await merging.finished;
    const about = `seed ${seed}, round ${round}`;
    const there = path.join(after, 'case.kiroku');
    // Whoever opens it next finishes or forgets what was begun.
    expect(
      await run(`${user}-next`, 'log', there, 'after the cut', '--by', 'C'),
      about,
    ).toMatchObject({ code: 0 });
    const found = await counted(user, there);
    expect(isDone ? [entries + 2] : [2, entries + 2], about).toContain(found);
    outcomes[found === 2 ? 'nothing' : 'all'] += 1;
    expect((await readdir(there)).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await run(user, 'verify', there), about).toMatchObject({ code: 0 });
    unmount(after);
    unmount(disk.place);
  }
  process.stdout.write(`seed ${seed}: ${JSON.stringify(outcomes)}\n`);
});

test('a power cut while a bundle is written leaves it whole under its name, or not there', async (context) => {
  const { base, from, to, command, run } = await copies();
  const disk = await diskImage(context, imageMebibytes);
  const seed = Date.now();
  const random = seededRandom(seed);
  const wholeMs = await timed(() =>
    run('a', 'bundle', from, '--out', path.join(base, 'timed.zip')),
  );
  const outcomes = { nothing: 0, whole: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const out = path.join(disk.place, `cut-${round}.zip`);
    const writing = command('a', 'bundle', from, '--out', out);
    if (round === 0) await writing.finished;
    else await Promise.race([writing.finished, passed(wholeMs * (0.4 + 0.6 * random()))]);
    const { after, isDone } = await whileHeld(writing, async () => ({
      isDone: writing.child.exitCode === 0,
      after: await disk.cutPower(),
    }));
    await writing.finished;
    await rm(out, { force: true });
    const about = `seed ${seed}, round ${round}`;
    const isThere = (await readdir(after)).includes(path.basename(out));
    outcomes[isThere ? 'whole' : 'nothing'] += 1;
    expect(isThere || !isDone, about).toBe(true);
    const file = path.join(after, path.basename(out));
    const looked = isThere ? await run('c', 'merge', to, file, '--dry-run') : { code: 0 };
    expect(looked, about).toMatchObject({ code: 0 });
    unmount(after);
  }
  process.stdout.write(`seed ${seed}: ${JSON.stringify(outcomes)}\n`);
});

/** Resolves when a merge has made its own folder, or has ended. */
async function mergeBegun(command: RunningCommand, folder: string): Promise<void> {
  while (command.child.exitCode === null) {
    if ((await readdir(folder)).some((name) => name.startsWith('.merge-'))) return;
    await passed(5);
  }
}

/** What is there before the power can go. */
async function copySynced(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
  const below = await readdir(to, { withFileTypes: true, recursive: true });
  const places = below.map(({ parentPath, name }) => path.join(parentPath, name));
  for (const place of [...places, to, path.dirname(to)]) {
    const handle = await open(place, 'r');
    await handle.sync();
    await handle.close();
  }
}

/** Hashes of the lines of every feed, as they lie in the files. */
async function lineHashes(folder: string): Promise<ReadonlySet<string>> {
  const feeds = path.join(folder, 'feeds');
  const texts = await Promise.all(
    (await readdir(feeds)).map((name) => readFile(path.join(feeds, name), 'utf8')),
  );
  return new Set(texts.flatMap((text) => text.split('\n').map(sha256Hex)));
}
