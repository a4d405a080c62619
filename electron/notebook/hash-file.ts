import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { type HashedFile, HashPass, type HashWish } from './hash-pass.ts';
import type { PauseGate } from './pause-gate.ts';

type FileHandle = Awaited<ReturnType<typeof open>>;

export type ReadProgress = {
  /** Called after every block with its size. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly gate?: PauseGate | undefined;
};

/** A path as text, or as bytes where it is none. */
export type FilePath = string | Buffer;

const blockBytes = 1_048_576;

/** Where a failure of copying arose: the person needs to know which of two disks to look at. */
export class CopyFailure extends Error {
  readonly side: 'source' | 'copy';
  constructor(side: 'source' | 'copy', cause: unknown) {
    super(`reading or writing the ${side} failed`, { cause });
    this.side = side;
  }
}

/** Reads an open file to its end; the next block is read while the last one is hashed. */
export async function hashOpenFile(
  source: FileHandle,
  { onBytes, signal, gate, ...wish }: ReadProgress & HashWish,
): Promise<HashedFile> {
  const pass = new HashPass(wish);
  const blocks = [Buffer.allocUnsafe(blockBytes), Buffer.allocUnsafe(blockBytes)] as const;
  let current: 0 | 1 = 0;
  let reading = readBlock(source, blocks[current]);
  for (;;) {
    const filled = await reading;
    if (filled === 0) return pass.digest();
    await gate?.waiting();
    signal?.throwIfAborted();
    const block = blocks[current].subarray(0, filled);
    current = current === 0 ? 1 : 0;
    reading = readBlock(source, blocks[current]);
    // A failure of the read-ahead is met at the next `await reading`, not as an unhandled one here.
    reading.catch(() => {});
    pass.update(block);
    onBytes?.(filled);
  }
}

/** Hashes of a file that is opened by name, without following a link. */
export async function hashFile(
  file: FilePath,
  progress: ReadProgress & HashWish = {},
): Promise<HashedFile> {
  const source = await openWithoutFollowing(file);
  try {
    return await hashOpenFile(source, progress);
  } finally {
    await source.close();
  }
}

/** Opens for reading: no link is followed, and a pipe does not make us wait. */
export async function openWithoutFollowing(file: FilePath): Promise<FileHandle> {
  return open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
}

/** Reads on from where the file stands. */
export async function readBlock(source: FileHandle, block: Buffer): Promise<number> {
  try {
    return (await source.read(block, 0, block.length, null)).bytesRead;
  } catch (error) {
    throw new CopyFailure('source', error);
  }
}

/** Writes all of a block at a place of the copy. */
export async function writeBlock(copy: FileHandle, block: Buffer, at: number): Promise<void> {
  try {
    let done = 0;
    while (done < block.length)
      done += (await copy.write(block, done, block.length - done, at + done)).bytesWritten;
  } catch (error) {
    throw new CopyFailure('copy', error);
  }
}
