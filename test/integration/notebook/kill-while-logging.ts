import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { verifyNotebook } from '../../../electron/notebook/verify-notebook.ts';
import { startCli } from './command-line.ts';
import { entry, linesOf, newNotebook, open } from './temporary-notebook.ts';

/** When: after so many acknowledgements, or so many ms after the start. */
type Moment = { readonly acknowledged: number } | { readonly afterMs: number };

export type KillCount = {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly torn: number;
};

/**
 * Kills the command line at random moments while it logs and acknowledges, and holds the notebook to
 * every acknowledgement that came through the pipe.
 */
export async function killWhileLogging(rounds: number, random: () => number): Promise<KillCount> {
  const place = await newNotebook();
  const promised = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const moment: Moment =
      random() < 0.7
        ? { acknowledged: Math.floor(random() * 150) }
        : { afterMs: Math.floor(random() * 900) };
    for (const hash of await logUntilKilled(place, round, moment)) promised.add(hash);

    const verified = await verifyNotebook(place.folder);
    const codes = verified.ok ? verified.value.findings.map(({ code }) => code) : ['unreadable'];
    // Killed before the first line: nothing was promised yet.
    expect(codes.filter((code) => !['torn-tail', 'no-feeds', 'feed-empty'].includes(code))).toEqual(
      [],
    );

    // The lock of the dead is taken over, a torn tail kept aside, and the feed goes on.
    const notebook = await open(place);
    expect(notebook.describe().readOnly).toBeNull();
    const hashes = new Set((await linesOf(notebook)).map(({ hash }) => hash));
    expect([...promised].filter((hash) => !hashes.has(hash))).toEqual([]);
    const appended = await notebook.append(entry(`after round ${round}`));
    if (!appended.ok) throw new Error(appended.error.kind);
    promised.add(appended.value.hash);
    await notebook.close();
  }
  const names = await readdir(path.join(place.folder, 'feeds'));
  expect(names.filter((name) => name.endsWith('.jsonl'))).toHaveLength(1);
  const torn = names.filter((name) => name.includes('.torn-')).length;
  return { rounds, acknowledged: promised.size, torn };
}

async function logUntilKilled(
  place: { readonly folder: string; readonly userData: string },
  round: number,
  moment: Moment,
): Promise<readonly string[]> {
  const command = startCli(['log', place.folder, '-', '--json', '--by', 'AK'], {
    KIROKU_USER_DATA: place.userData,
  });
  // More than it can write before it is killed; a pipe that is full simply waits.
  const lines = Array.from({ length: 5_000 }, (_, index) => `round ${round} entry ${index}\n`);
  command.child.stdin?.write(lines.join(''));
  if ('acknowledged' in moment) await command.printed(moment.acknowledged);
  else
    await Promise.race([
      command.finished,
      new Promise((resolve) => setTimeout(resolve, moment.afterMs)),
    ]);
  command.kill();
  const { signal, error } = await command.finished;
  expect({ signal, error }).toEqual({ signal: 'SIGKILL', error: '' });
  return command.lines.map((line) => (JSON.parse(line) as { hash: string }).hash);
}

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
