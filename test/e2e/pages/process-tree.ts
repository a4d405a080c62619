import { execFileSync } from 'node:child_process';
import type { Kiroku } from '../fixtures/launch-kiroku.ts';

/** A process and everything that it started, by their ids. */
export function processTree(pid: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const tree = [pid];
  for (const parent of tree)
    for (const [child, itsParent] of pairs)
      if (itsParent === parent && child !== undefined) tree.push(child);
  return tree;
}

/** Ends the application as a power cut would: every process at once, none gets to say a word. */
export async function killTree({ app }: Kiroku): Promise<void> {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('the application has no process');
  const closed = app.waitForEvent('close');
  for (const each of processTree(pid)) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // It ended in between.
    }
  }
  await closed;
}
