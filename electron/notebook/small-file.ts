import { isUtf8 } from 'node:buffer';
import { openWithoutFollowing } from './hash-file.ts';
import { systemCode } from './system-error.ts';

/** Reads a file of somebody else's; undefined for what is no ordinary file, cannot be read, or has more bytes. */
export async function readSmallFile(file: string, mostBytes: number): Promise<Buffer | undefined> {
  try {
    const handle = await openWithoutFollowing(file);
    try {
      const stat = await handle.stat();
      return stat.isFile() && stat.size <= mostBytes ? await handle.readFile() : undefined;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}

/** The same as text; undefined also for what is no UTF-8. */
export async function readSmallText(file: string, mostBytes: number): Promise<string | undefined> {
  const bytes = await readSmallFile(file, mostBytes);
  return bytes !== undefined && isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}
