import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { cliFile, RunningCommand } from '../integration/notebook/command-line.ts';

/** Two copies of one notebook, and a bundle of what the first has and the second lacks. */
export type TransferCopies = {
  readonly base: string;
  readonly from: string;
  readonly to: string;
  readonly bundle: string;
  /** Entries of the first; the second has none. */
  readonly entries: number;
  readonly command: (user: string, ...args: readonly string[]) => RunningCommand;
  readonly run: (user: string, ...args: readonly string[]) => RunningCommand['finished'];
  /** How many entries a folder shows. */
  readonly counted: (user: string, folder: string) => Promise<number>;
};

/** Makes the copies; their base is removed by whoever asked. */
export async function makeTransferCopies(
  lines: number,
  evidenceBytes: number,
): Promise<TransferCopies> {
  const base = await mkdtemp(path.join(os.tmpdir(), 'kiroku-transfer-'));
  const from = path.join(base, 'from.kiroku');
  const to = path.join(base, 'to.kiroku');
  const bundle = path.join(base, 'news.zip');
  const command = (user: string, ...args: readonly string[]) =>
    new RunningCommand(process.execPath, [cliFile(), ...args], {
      env: { ...process.env, LANG: 'C.UTF-8', KIROKU_USER_DATA: path.join(base, user) },
    });
  const run = (user: string, ...args: readonly string[]) => command(user, ...args).finished;
  await run('a', 'new', from, '--title', 'T', '--by', 'A');
  await cp(from, to, { recursive: true });
  const logging = command('a', 'log', from, '-', '--by', 'A');
  logging.child.stdin?.end(
    Array.from({ length: lines }, (_, at) => `14:02 entry ${at}`).join('\n'),
  );
  await logging.finished;
  const file = path.join(base, 'image.dd');
  await writeFile(file, Buffer.alloc(evidenceBytes, 7));
  await run('a', 'evidence', 'add', from, file, '--by', 'A');
  expect(await run('a', 'bundle', from, '--out', bundle)).toMatchObject({ code: 0 });
  const counted = async (user: string, folder: string) => {
    const shown = await run(user, 'show', folder, '--json');
    return (JSON.parse(shown.out) as { entries: unknown[] }).entries.length;
  };
  return { base, from, to, bundle, entries: lines, command, run, counted };
}
