import { execFileSync } from 'node:child_process';
import { copyFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';

const isRoot = process.getuid?.() === 0;
const mebibyte = 1_048_576;

/** A disk of its own in memory, so small that it fills; the test is skipped, and says so, where none can be mounted. */
export async function smallDisk(context: TestContext, kibibytes: number) {
  const place = await mountPoint();
  const option = (size: number) => `size=${size}k`;
  const isMounted = isRoot && mount(['-t', 'tmpfs', '-o', option(kibibytes), 'tmpfs', place]);
  context.skip(!isMounted, 'a small disk of its own can only be mounted by root');
  onTestFinished(() => unmount(place));
  return {
    place,
    /** Gives it another size; what lies on it stays. */
    resize: (size: number) => {
      execFileSync('mount', ['-o', `remount,${option(size)}`, place]);
    },
  };
}

/**
 * An ext4 file system in a file. The file is what the disk has got: what was written and not synced is not in it.
 * Renaming over a file does not sync it (`noauto_da_alloc`), and nothing is written back by itself for minutes.
 */
export async function diskImage(context: TestContext, mebibytes: number) {
  const place = await mountPoint();
  const image = `${place}.ext4`;
  onTestFinished(() => rmSync(image, { force: true }));
  const isMounted = isRoot && makeExt4(image, mebibytes) && mountImage(image, place);
  context.skip(!isMounted, 'a file system in a file can only be made and mounted by root');
  onTestFinished(() => unmount(place));
  return {
    place,
    /**
     * What would be there after a power cut now: a copy of the file, mounted so that its journal is played back. The
     * copy counts when a second one is the same, so that it is of one moment.
     */
    cutPower: async () => {
      const after = await mountPoint();
      const copy = `${after}.ext4`;
      onTestFinished(() => rmSync(copy, { force: true }));
      do copyFileSync(image, copy);
      while (!(await isSame(image, copy)));
      if (!mountImage(copy, after)) throw new Error('the copy of the disk cannot be mounted');
      onTestFinished(() => unmount(after));
      return after;
    },
  };
}

/** Unmounts a file system; one that is not mounted any more is left alone. */
export function unmount(place: string): void {
  try {
    execFileSync('umount', [place], { stdio: 'ignore' });
  } catch {
    // Unmounted by the test itself.
  }
}

async function mountPoint(): Promise<string> {
  const place = await mkdtemp(path.join(os.tmpdir(), 'kiroku-disk-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  return place;
}

function makeExt4(image: string, mebibytes: number): boolean {
  writeFileSync(image, '');
  truncateSync(image, mebibytes * mebibyte);
  return succeeds('mkfs.ext4', ['-q', '-F', image]);
}

function mountImage(image: string, place: string): boolean {
  return mount(['-o', 'loop,noauto_da_alloc,commit=300', image, place]);
}

function mount(args: readonly string[]): boolean {
  return succeeds('mount', args);
}

async function isSame(one: string, other: string): Promise<boolean> {
  return (await readFile(one)).equals(await readFile(other));
}

function succeeds(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    // Not installed, or no right to, as in a container.
    return false;
  }
}
