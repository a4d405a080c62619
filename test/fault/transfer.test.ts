import { cp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { RunningCommand } from '../integration/notebook/command-line.ts';
import { seededRandom } from '../integration/notebook/kill-while-logging.ts';
import { makeTransferCopies, type TransferCopies } from './transfer-copies.ts';

const rounds = Number(process.env['KIROKU_TRANSFER_KILLS'] ?? 8);
const lines = 1_500;
const evidenceBytes = 24 * 1024 * 1024;

let ready: Promise<TransferCopies> | undefined;
/** Two devices of one notebook; the first has much that the second lacks. Made once, by whichever test comes first. */
const copies = () => (ready ??= makeTransferCopies(lines, evidenceBytes));
afterAll(async () => rm((await ready)?.base ?? '', { recursive: true, force: true }));

/** Kills a command after part of the time that it takes when nobody does. */
async function killed(start: () => RunningCommand, afterMs: number): Promise<void> {
  const running = start();
  const timer = setTimeout(() => running.kill(), afterMs);
  await running.finished;
  clearTimeout(timer);
}

async function timed(start: () => RunningCommand): Promise<number> {
  const begun = performance.now();
  await start().finished;
  return performance.now() - begun;
}

test('a merge that is killed leaves all of a copy or nothing of it, and can be done again', async () => {
  const { base, to, bundle, entries, command, run, counted } = await copies();
  const seed = Date.now();
  const random = seededRandom(seed);
  const target = (round: number) => path.join(base, `target-${round}.kiroku`);
  await cp(to, target(-1), { recursive: true });
  const wholeMs = await timed(() => command('b', 'merge', target(-1), bundle, '--by', 'B'));
  const outcomes = { nothing: 0, all: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const folder = target(round);
    await cp(to, folder, { recursive: true });
    const user = `b${round}`;
    await killed(
      () => command(user, 'merge', folder, bundle, '--by', 'B'),
      wholeMs * (0.3 + 0.7 * random()),
    );
    // Whoever opens it next finishes or forgets what was begun.
    expect(await run(user, 'log', folder, 'after the kill', '--by', 'B')).toMatchObject({
      code: 0,
    });
    const there = await counted(user, folder);
    expect([1, entries + 1], `seed ${seed}, round ${round}`).toContain(there);
    outcomes[there === 1 ? 'nothing' : 'all'] += 1;
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
    const again = await run(user, 'merge', folder, bundle, '--by', 'B');
    expect(again, again.error).toMatchObject({ code: 0 });
    expect(await counted(user, folder)).toBe(entries + 1);
    expect(await run(user, 'verify', folder)).toMatchObject({ code: 0 });
    await rm(folder, { recursive: true, force: true });
  }
  process.stdout.write(`seed ${seed}: ${JSON.stringify(outcomes)}\n`);
});

test('a bundle that is killed is not there under its name, or it is whole', async () => {
  const { base, from, to, command, run } = await copies();
  const seed = Date.now();
  const random = seededRandom(seed);
  const wholeMs = await timed(() =>
    command('a', 'bundle', from, '--out', path.join(base, 'timed.zip')),
  );
  const outcomes = { nothing: 0, whole: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const out = path.join(base, `killed-${round}.zip`);
    await killed(
      () => command('a', 'bundle', from, '--out', out),
      wholeMs * (0.3 + 0.7 * random()),
    );
    const isThere = (await readdir(base)).includes(path.basename(out));
    outcomes[isThere ? 'whole' : 'nothing'] += 1;
    if (!isThere) continue;
    const looked = await run('c', 'merge', to, out, '--dry-run', '--json');
    expect(looked.code, `seed ${seed}, round ${round}: ${looked.error}`).toBe(0);
  }
  process.stdout.write(`seed ${seed}: ${JSON.stringify(outcomes)}\n`);
});
