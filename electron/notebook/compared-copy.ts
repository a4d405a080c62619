import type { open } from 'node:fs/promises';
import { readBlock, type ReadProgress, writeBlock } from './hash-file.ts';
import { type HashedFile, HashPass, type HashWish } from './hash-pass.ts';

type FileHandle = Awaited<ReturnType<typeof open>>;

const blockBytes = 1_048_576;

/** Written, synced and read back at once: long enough that a sync costs little, short enough to hold two of them. */
const mostPieceBytes = 16 * blockBytes;

/** @param size what the file seems to have; it may have more by the time it is read */
export type ComparedCopyWish = ReadProgress & HashWish & { readonly size: number };

/**
 * Copies a file to its end, hashing what is read, and compares every byte with what the disk gives back.
 *
 * A piece is written, synced and read back while the next one is read and hashed. `onBytes` is told of each
 * reading: of the file, and of the copy.
 *
 * @param copy open for reading and writing, and empty; what is in it is synced when this ends
 * @returns undefined when the copy does not read back as it was written
 */
export async function copyAndCompare(
  source: FileHandle,
  copy: FileHandle,
  wish: ComparedCopyWish,
): Promise<HashedFile | undefined> {
  const pass = new HashPass(wish);
  const pieces: Buffer[] = [];
  const pieceBytes = Math.min(mostPieceBytes, Math.max(blockBytes, wish.size));
  let settling = Promise.resolve(true);
  try {
    for (let at = 0, turn = 0; ; turn = 1 - turn) {
      const room = (pieces[turn] ??= Buffer.allocUnsafe(pieceBytes));
      const piece = await fill(room, source, pass, wish);
      if (!(await settling)) return undefined;
      if (piece.length === 0) return pass.digest();
      settling = settle(piece, copy, at, wish);
      // A failure is met at the next `await settling`, not as an unhandled one here.
      settling.catch(() => {});
      at += piece.length;
    }
  } finally {
    // Nothing may be under way in a file that is closed and removed.
    await settling.catch(() => {});
  }
}

/** Reads the next piece, hashing a block while the one after it is read; shorter only where the file ends. */
async function fill(
  piece: Buffer,
  source: FileHandle,
  pass: HashPass,
  { onBytes, signal, gate }: ReadProgress,
): Promise<Buffer> {
  let filled = 0;
  let reading = readBlock(source, piece.subarray(0, blockBytes));
  for (;;) {
    const read = await reading;
    if (read === 0) return piece.subarray(0, filled);
    await gate?.waiting();
    signal?.throwIfAborted();
    const block = piece.subarray(filled, filled + read);
    filled += read;
    const hasRoom = filled < piece.length;
    if (hasRoom) {
      reading = readBlock(source, piece.subarray(filled, filled + blockBytes));
      reading.catch(() => {});
    }
    pass.update(block);
    onBytes?.(read);
    if (!hasRoom) return piece;
  }
}

/** Writes a piece, syncs it, and says whether the disk gives back the same bytes. */
async function settle(
  piece: Buffer,
  copy: FileHandle,
  at: number,
  { onBytes, signal, gate }: ReadProgress,
): Promise<boolean> {
  await writeBlock(copy, piece, at);
  await copy.sync();
  const back = Buffer.allocUnsafe(Math.min(blockBytes, piece.length));
  for (let from = 0; from < piece.length;) {
    await gate?.waiting();
    signal?.throwIfAborted();
    const wanted = Math.min(back.length, piece.length - from);
    const { bytesRead } = await copy.read(back, 0, wanted, at + from);
    const isSame = bytesRead > 0 && back.compare(piece, from, from + bytesRead, 0, bytesRead) === 0;
    if (!isSame) return false;
    from += bytesRead;
    onBytes?.(bytesRead);
  }
  return true;
}
