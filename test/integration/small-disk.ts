import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** Makes a folder a disk of one megabyte; undefined, and said aloud, where none can be mounted. */
export function smallDisk(folder: string): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    process.stderr.write(`NOT TESTED on this machine, a full disk: ${reason}\n`);
    return undefined;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

/** Gives such a disk room again. */
export function enlargeDisk(folder: string): void {
  execFileSync('mount', ['-o', 'remount,size=64m', folder], { stdio: 'pipe' });
}
