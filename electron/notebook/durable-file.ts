import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { randomHex } from './node-crypto.ts';
import { systemCode } from './system-error.ts';

/**
 * Makes the names in a folder as durable as the files: without it a new file can vanish in a power cut.
 *
 * Windows has no such call for folders and keeps names by itself.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems refuse to sync a folder; the file itself has been synced.
    if (systemCode(error) !== 'EINVAL') throw error;
  } finally {
    await handle.close();
  }
}

/** Writes a new file and syncs it; fails when the name is taken. */
export async function writeNewFile(
  file: string,
  content: string | Uint8Array,
  mode = 0o644,
): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces a file so that a reader sees the old content or the new, never a part of it. */
export async function replaceFile(
  file: string,
  content: string | Uint8Array,
  mode = 0o644,
): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomHex(4)}.part`);
  try {
    await writeNewFile(temporary, content, mode);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
}
