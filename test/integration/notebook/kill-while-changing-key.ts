import { watch } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { verifyNotebook } from '../../../electron/notebook/verify-notebook.ts';
import { startCli } from './command-line.ts';
import { entry, linesOf, newNotebook, open, type Place } from './temporary-notebook.ts';

export type KeyKillCount = {
  readonly rounds: number;
  /** Feeds there are at the end: every change that came to its line has begun another. */
  readonly feeds: number;
  /** Kills after which the old key went on. */
  readonly kept: number;
};

/**
 * Kills `seal --new-key` as soon as the folder of keys has changed for the so-manieth time, and a moment later:
 * whatever stood there, the notebook opens for writing, nothing is damaged and nothing acknowledged is lost.
 */
export async function killWhileChangingKey(
  rounds: number,
  random: () => number,
): Promise<KeyKillCount> {
  const place = await newNotebook();
  const first = await open(place);
  await first.append(entry('before'));
  const promised = new Set<string>();
  const feeds = new Set([first.describe().feed]);
  await first.close();
  let kept = 0;
  for (let round = 0; round < rounds; round += 1) {
    const printed = await changeUntilKilled(place, Math.floor(random() * 9), random() * 4);

    const notebook = await open(place);
    const { feed, readOnly } = notebook.describe();
    expect(readOnly).toBeNull();
    // What was said to be the new key is the new key.
    if (printed !== undefined) expect(feed).toBe(printed);
    if (feeds.has(feed)) kept += 1;
    feeds.add(feed);
    const appended = await notebook.append(entry(`after round ${round}`));
    if (!appended.ok) throw new Error(appended.error.kind);
    promised.add(appended.value.hash);
    const hashes = new Set((await linesOf(notebook)).map(({ hash }) => hash));
    expect([...promised].filter((hash) => !hashes.has(hash))).toEqual([]);
    await notebook.close();

    const verified = await verifyNotebook(place.folder);
    const codes = verified.ok ? verified.value.findings.map(({ code }) => code) : ['unreadable'];
    expect(codes.filter((code) => code !== 'key-rotated' && code !== 'torn-tail')).toEqual([]);
  }
  return { rounds, feeds: feeds.size, kept };
}

/** @returns the feed that the command said goes on, when it still came to say so */
async function changeUntilKilled(
  { folder, userData }: Place,
  changes: number,
  thenMs: number,
): Promise<string | undefined> {
  const stopping = new AbortController();
  const reached = new Promise<void>((resolve) => {
    let seen = 0;
    const keys = path.join(userData, 'keys');
    watch(keys, { signal: stopping.signal }, () => {
      seen += 1;
      if (seen === changes + 1) resolve();
    });
  });
  const command = startCli(['seal', folder, '--new-key', '--json', '--by', 'AK'], {
    KIROKU_USER_DATA: userData,
  });
  await Promise.race([command.finished, reached]);
  await new Promise((resolve) => setTimeout(resolve, thenMs));
  command.kill();
  const { code, signal, error } = await command.finished;
  stopping.abort();
  expect({ ended: code === 0 || signal === 'SIGKILL', error }).toEqual({ ended: true, error: '' });
  const [line] = command.lines;
  return line === undefined ? undefined : (JSON.parse(line) as { next: string }).next;
}
