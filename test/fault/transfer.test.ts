import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cliFile, RunningCommand } from '../integration/notebook/command-line.ts';
import { seededRandom } from '../integration/notebook/kill-while-logging.ts';

const rounds = Number(process.env['KIROKU_TRANSFER_KILLS'] ?? 8);
const entries = 1_500;
const evidenceBytes = 24 * 1024 * 1024;

let base: string;
let from: string;
let to: string;
let bundle: string;

const env = (user: string) => ({ ...process.env, KIROKU_USER_DATA: path.join(base, user) });
const command = (user: string, ...args: readonly string[]) =>
  new RunningCommand(process.execPath, [cliFile(), ...args], { env: env(user) });
const run = (user: string, ...args: readonly string[]) => command(user, ...args).finished;

async function counted(user: string, folder: string): Promise<number> {
  const shown = await run(user, 'show', folder, '--json');
  return (JSON.parse(shown.out) as { entries: unknown[] }).entries.length;
}

/** Two devices of one notebook; the first has much that the second lacks. Made once, by whichever test comes first. */
async function setUp(): Promise<void> {
  base = await mkdtemp(path.join(os.tmpdir(), 'kiroku-transfer-kill-'));
  from = path.join(base, 'from.kiroku');
  to = path.join(base, 'to.kiroku');
  bundle = path.join(base, 'news.zip');
  await run('a', 'new', from, '--title', 'T', '--by', 'A');
  await cp(from, to, { recursive: true });
  const lines = Array.from({ length: entries }, (_, at) => `14:02 entry ${at}`).join('\n');
  const logging = command('a', 'log', from, '-', '--by', 'A');
  logging.child.stdin?.end(lines);
  await logging.finished;
  const file = path.join(base, 'image.dd');
  await writeFile(file, Buffer.alloc(evidenceBytes, 7));
  await run('a', 'evidence', 'add', from, file, '--by', 'A');
  expect(await run('a', 'bundle', from, '--out', bundle)).toMatchObject({ code: 0 });
}

let ready: Promise<void> | undefined;
afterAll(() => rm(base, { recursive: true, force: true }));

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
  await (ready ??= setUp());
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
  await (ready ??= setUp());
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
