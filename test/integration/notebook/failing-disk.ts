import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { temporaryFolder } from './temporary-notebook.ts';

/** Builds the library that makes a disk fail; undefined (and said aloud) where there is no C compiler. */
export async function buildFailingDisk(): Promise<string | undefined> {
  if (process.platform !== 'linux') return skippedAloud('LD_PRELOAD is a thing of Linux');
  const library = path.join(await temporaryFolder(), 'failing-disk.so');
  const source = path.join(import.meta.dirname, 'failing-disk.c');
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return library;
  } catch (error) {
    return skippedAloud(error instanceof Error ? error.message : 'no C compiler');
  }
}

function skippedAloud(reason: string): undefined {
  process.stderr.write(`NOT TESTED on this machine, a failing disk: ${reason}\n`);
  return undefined;
}
