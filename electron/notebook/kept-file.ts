import type { FileReference, OldHashName } from '#shared/domain/evidence.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type FilePath, hashOpenFile, openWithoutFollowing } from './hash-file.ts';
import {
  factsOf,
  hasChangedSince,
  type IntakeError,
  intakeErrorOf,
  type IntakeOptions,
  lookAt,
  nameOf,
} from './evidence-vault.ts';
import { type HashedFile, segmentBytesFor } from './hash-pass.ts';

/** What was read of a file that stays where it is. */
export type ReadFile = { readonly name: string } & Omit<FileReference, 'medium' | 'program'>;

type ReadWish = Omit<IntakeOptions, 'hashes'> & {
  readonly hashes?: readonly OldHashName[] | undefined;
  /** Length of the pieces that are hashed apart; by the size of the file where it is left out. */
  readonly segmentBytes?: number | undefined;
};

/** Reads a file where it lies and hashes it, whole and in pieces; nothing is copied. */
export async function readInPlace(
  original: FilePath,
  { onProgress, signal, gate, hashes, segmentBytes }: ReadWish = {},
): Promise<Result<ReadFile, IntakeError>> {
  try {
    const found = await lookAt(original);
    if (!found.ok) return found;
    const { place, before } = found.value;
    const length = segmentBytes ?? segmentBytesFor(before.size);
    const source = await openWithoutFollowing(place);
    try {
      const opened = await source.stat();
      if (!opened.isFile()) return err({ kind: 'not-a-regular-file' });
      let done = 0;
      const onBytes = (bytes: number) => {
        done += bytes;
        onProgress?.(done, opened.size);
      };
      const wish = { onBytes, signal, gate, hashes, segmentBytes: length };
      const read = await hashOpenFile(source, wish);
      const isOther = await hasChangedSince(opened, source, place);
      const changed = isOther || read.bytes !== before.size;
      return ok({
        name: nameOf(place),
        ...(await factsOf(place, before)),
        ...said(read, length),
        changedWhileReading: changed,
      });
    } finally {
      await source.close();
    }
  } catch (error) {
    return err(intakeErrorOf(error, signal));
  }
}

function said({ sha256, bytes, hashes, segments = [] }: HashedFile, length: number) {
  return {
    size: bytes,
    sha256,
    ...(hashes && { hashes }),
    segments: { bytes: length, sha256: [...segments] },
  };
}

/** How a file that stays where it is compares with what was recorded of it. */
export type KeptFileCheck = {
  readonly same: boolean;
  readonly size: number;
  readonly sha256: string;
  /** Pieces that are other ones now, by their number from 0. */
  readonly changedSegments: readonly number[];
};

/** Reads a file again and holds it against what was recorded when it was referred to. */
export async function checkKeptFile(
  original: FilePath,
  recorded: FileReference,
  options: IntakeOptions = {},
): Promise<Result<KeptFileCheck, IntakeError>> {
  const segmentBytes = recorded.segments?.bytes;
  const read = await readInPlace(original, { ...options, segmentBytes });
  if (!read.ok) return read;
  const { size = 0, sha256 = '', segments } = read.value;
  const before = recorded.segments?.sha256 ?? [];
  const now = segments?.sha256 ?? [];
  const longest = recorded.segments === undefined ? 0 : Math.max(before.length, now.length);
  const changedSegments = Array.from({ length: longest }, (_none, at) => at).filter(
    (at) => before[at] !== now[at],
  );
  return ok({ same: sha256 === recorded.sha256, size, sha256, changedSegments });
}
