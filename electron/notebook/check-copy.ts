import { type FileHandle, lstat } from 'node:fs/promises';
import path from 'node:path';
import { type OldHashes, oldHashNames } from '#shared/domain/evidence.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { hashFile, openWithoutFollowing } from './hash-file.ts';
import { evidenceFileName } from './evidence-vault.ts';
import type { HashedFile } from './hash-pass.ts';
import { placesIn } from './notebook-folder.ts';
import { systemCode, systemDetail } from './system-error.ts';

/** A copy as the lines name it. */
export type NamedCopy = {
  readonly sha256: string;
  readonly size: number;
  readonly hashes?: OldHashes | undefined;
};

/** What was found of a copy; `unreadable` is a link, a folder, or a file that the system does not hand out. */
export type CopyState = 'whole' | 'missing' | 'changed' | 'unreadable';

export type CopyCheck = {
  readonly state: CopyState;
  /** What was found; absent where nothing could be read. */
  readonly sha256?: string;
  readonly size?: number;
  readonly hashes?: OldHashes;
};

function placeOf(folder: string, sha256: string): string {
  return path.join(placesIn(folder).evidence, evidenceFileName(sha256));
}

/** Looks whether a copy is there with the size that it had; its content is not read. */
export async function lookAtCopy(folder: string, copy: NamedCopy): Promise<CopyState> {
  try {
    const stat = await lstat(placeOf(folder, copy.sha256));
    if (!stat.isFile()) return 'unreadable';
    return stat.size === copy.size ? 'whole' : 'changed';
  } catch (error) {
    return stateOf(error);
  }
}

/** Reads a copy whole and holds it against every hash that was recorded of it. */
export async function checkCopy(folder: string, copy: NamedCopy): Promise<CopyCheck> {
  const wanted = oldHashNames.filter((name) => copy.hashes?.[name] !== undefined);
  try {
    const place = placeOf(folder, copy.sha256);
    if (!(await lstat(place)).isFile()) return { state: 'unreadable' };
    const read = await hashFile(place, { hashes: wanted });
    const { sha256, bytes, hashes } = read;
    const state = isSame(copy, read) ? 'whole' : 'changed';
    return { state, sha256, size: bytes, ...(hashes && { hashes }) };
  } catch (error) {
    return { state: stateOf(error) };
  }
}

function isSame(copy: NamedCopy, read: HashedFile): boolean {
  return (
    read.sha256 === copy.sha256 &&
    read.bytes === copy.size &&
    oldHashNames.every(
      (name) => copy.hashes?.[name] === undefined || copy.hashes[name] === read.hashes?.[name],
    )
  );
}

function stateOf(error: unknown): CopyState {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = systemCode(cause);
  if (code === undefined) throw error;
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable';
}

type Unreadable = { readonly kind: 'unreadable'; readonly detail: string };

/** Reads a piece of a copy; at its end there is less than was asked for, behind it nothing. */
export async function readCopy(
  folder: string,
  sha256: string,
  { offset, length }: { readonly offset: number; readonly length: number },
): Promise<Result<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly size: number }, Unreadable>> {
  let file: FileHandle | undefined;
  try {
    file = await openWithoutFollowing(placeOf(folder, sha256));
    const stat = await file.stat();
    if (!stat.isFile()) return err({ kind: 'unreadable', detail: 'not a file' });
    const wanted = Math.max(0, Math.min(length, stat.size - offset));
    const block = Buffer.alloc(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await file.read(block, filled, wanted - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    // A view of its own: what crosses to the window must not carry a pool of other buffers.
    return ok({ bytes: new Uint8Array(block.subarray(0, filled)), size: stat.size });
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return err({ kind: 'unreadable', detail: systemDetail(error) });
  } finally {
    await file?.close();
  }
}
