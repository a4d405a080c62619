import type { Stats } from 'node:fs';
import { chmod, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { EvidenceItem, OldHashName } from '#shared/domain/evidence.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { copyAndCompare } from './compared-copy.ts';
import { syncFolder } from './durable-file.ts';
import { exactPath, pathText } from './exact-path.ts';
import { volumeOf } from './file-volume.ts';
import { CopyFailure, type FilePath, hashFile, openWithoutFollowing } from './hash-file.ts';
import type { HashedFile } from './hash-pass.ts';
import { randomHex, sha256Hex } from './node-crypto.ts';
import { placesIn } from './notebook-folder.ts';
import type { PauseGate } from './pause-gate.ts';
import { isAccessRefused, isOutOfSpace, systemCode, systemDetail } from './system-error.ts';

/** What is known of a file once a copy of it lies in the notebook. */
export type TakenFile = Omit<EvidenceItem, 'no' | 'note'>;

export type IntakeError =
  | { readonly kind: 'not-a-regular-file' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'no-access'; readonly detail: string }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'copy-differs' }
  | { readonly kind: 'read-failed'; readonly detail: string }
  | { readonly kind: 'cancelled' };

export type IntakeOptions = {
  /** The file is read twice, as it is copied and as it is read back: `total` is twice its size. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly gate?: PauseGate | undefined;
  /** Hashes for old tools, beside SHA-256 and in the same pass. */
  readonly hashes?: readonly OldHashName[] | undefined;
};

const unfinishedPrefix = '.incoming-';
const readOnlyForOwner = 0o400;

/** The name of a copy: its content's hash. */
export function evidenceFileName(sha256: string): string {
  return `${sha256}.evid`;
}

/**
 * Copies a file into the notebook and hashes it on the way; the operation that names it comes after.
 *
 * The copy is synced, read back and compared before it gets its name, so a name in the evidence
 * folder always stands for a whole copy. The original is only read: no link is followed, and what is
 * not an ordinary file is refused with a reason.
 */
export async function takeFile(
  folder: string,
  original: FilePath,
  options: IntakeOptions = {},
): Promise<Result<TakenFile, IntakeError>> {
  const copy = path.join(placesIn(folder).evidence, `${unfinishedPrefix}${randomHex(8)}`);
  try {
    const found = await lookAt(original);
    if (!found.ok) return found;
    const { place, before } = found.value;
    await mkdir(path.dirname(copy), { recursive: true });
    const read = await copyOriginal(place, copy, options);
    if (!read.ok) return read;
    const { sha256, bytes, hashes, changed } = read.value;
    await nameCopy(folder, copy, sha256);
    return ok({
      name: nameOf(place),
      size: bytes,
      sha256,
      ...(hashes && { hashes }),
      ...(await factsOf(place, before)),
      changedWhileReading: changed || bytes !== before.size,
    });
  } catch (error) {
    return err(intakeErrorOf(error, options.signal));
  } finally {
    await rm(copy, { force: true });
  }
}

/** Looks at a file before it is opened: where it is, and what is known of it. */
export async function lookAt(
  original: FilePath,
): Promise<Result<{ readonly place: FilePath; readonly before: Stats }, IntakeError>> {
  const place = typeof original === 'string' ? await exactPath(original) : original;
  if (place === undefined) return err({ kind: 'not-found' });
  const before = await lstat(place);
  return before.isFile() ? ok({ place, before }) : err({ kind: 'not-a-regular-file' });
}

/** What is recorded of a file as it was before it was opened. */
export async function factsOf(
  place: FilePath,
  before: Stats,
): Promise<Required<Pick<EvidenceItem, 'origin' | 'times' | 'volume'>>> {
  const text = pathText(place);
  return {
    origin: { path: text.slice(0, 8192), pathBytes: bytesText(place) },
    times: timesOf(before),
    volume: await volumeOf(text, before.dev),
  };
}

/** The last name of a path, for people. */
export function nameOf(place: FilePath): string {
  return path.basename(pathText(place)).slice(0, 1024);
}

function bytesText(place: FilePath): string {
  const bytes = typeof place === 'string' ? Buffer.from(place, 'utf8') : place;
  // No system has paths as long, and what is cut would be half of one.
  return bytes.length > 9_000 ? '' : bytes.toString('base64');
}

/** Writes bytes that never were a file (a pasted picture) into the notebook, as `takeFile` does a copy. */
export async function takeBytes(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<TakenFile, IntakeError>> {
  const copy = path.join(placesIn(folder).evidence, `${unfinishedPrefix}${randomHex(8)}`);
  try {
    await mkdir(path.dirname(copy), { recursive: true });
    await writeSynced(copy, bytes);
    const { sha256 } = await hashFile(copy);
    if (sha256 !== sha256Hex(bytes)) return err({ kind: 'copy-differs' });
    await nameCopy(folder, copy, sha256);
    return ok({ name, size: bytes.byteLength, sha256, changedWhileReading: false });
  } catch (error) {
    return err(intakeErrorOf(error, undefined));
  } finally {
    await rm(copy, { force: true });
  }
}

async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  const target = await open(file, 'wx', 0o600);
  try {
    await target.writeFile(bytes);
    await target.sync();
  } finally {
    await target.close();
  }
}

/** Removes copies that a crash or a power cut left half-made; only the holder of the lock may. */
export async function removeUnfinishedCopies(folder: string): Promise<void> {
  const { evidence } = placesIn(folder);
  for (const name of await namesIn(evidence))
    if (name.startsWith(unfinishedPrefix)) await rm(path.join(evidence, name), { force: true });
}

/** The file names of the evidence folder; none when it is missing. */
export async function namesIn(evidence: string): Promise<readonly string[]> {
  try {
    return await readdir(evidence);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

async function copyOriginal(
  place: FilePath,
  copy: string,
  { onProgress, signal, gate, hashes }: IntakeOptions,
): Promise<Result<HashedFile & { readonly changed: boolean }, IntakeError>> {
  const source = await openWithoutFollowing(place);
  try {
    const before = await source.stat();
    // Another thing may have taken the name since it was looked at.
    if (!before.isFile()) return err({ kind: 'not-a-regular-file' });
    const target = await open(copy, 'wx+', 0o600);
    try {
      const { size } = before;
      let done = 0;
      const onBytes = (bytes: number) => {
        done += bytes;
        onProgress?.(done, 2 * size);
      };
      const read = await copyAndCompare(source, target, { size, onBytes, signal, gate, hashes });
      if (read === undefined) return err({ kind: 'copy-differs' });
      const changed = await hasChangedSince(before, source, place);
      return ok({ ...read, changed });
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Gives the copy its name. The same content may be there already: one file, however often it is taken. */
async function nameCopy(folder: string, copy: string, sha256: string): Promise<void> {
  const { evidence } = placesIn(folder);
  const target = path.join(evidence, evidenceFileName(sha256));
  await chmod(copy, readOnlyForOwner);
  const there = await hashIfAny(target);
  if (there === sha256) return;
  // Something else under this name: a damaged copy, kept beside the good one.
  if (there !== undefined)
    await rename(target, path.join(evidence, `${sha256}.damaged-${randomHex(4)}`));
  await rename(copy, target);
  await syncFolder(evidence);
}

async function hashIfAny(file: string): Promise<string | undefined> {
  try {
    return (await hashFile(file)).sha256;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    return '';
  }
}

/** True when a file is not what it was when it was opened, or another one has its name now, or none. */
export async function hasChangedSince(
  before: Stats,
  source: Pick<Awaited<ReturnType<typeof open>>, 'stat'>,
  place: FilePath,
): Promise<boolean> {
  const after = await source.stat();
  if (before.size !== after.size || before.mtimeMs !== after.mtimeMs) return true;
  try {
    const named = await lstat(place);
    return named.ino !== before.ino || named.dev !== before.dev;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return true;
  }
}

function timesOf(stat: Stats): NonNullable<EvidenceItem['times']> {
  return {
    modified: Math.round(stat.mtimeMs),
    accessed: Math.round(stat.atimeMs),
    // Where the file system keeps no time of creation Node gives 0 or the time of change.
    ...(stat.birthtimeMs > 0 && { created: Math.round(stat.birthtimeMs) }),
  };
}

/** Why reading or writing failed, in the words of intake; a bug is thrown on. */
export function intakeErrorOf(thrown: unknown, signal: AbortSignal | undefined): IntakeError {
  if (signal?.aborted === true) return { kind: 'cancelled' };
  const error = thrown instanceof CopyFailure ? thrown.cause : thrown;
  const isOfCopy = thrown instanceof CopyFailure && thrown.side === 'copy';
  const code = systemCode(error);
  if (isOutOfSpace(error)) return { kind: 'disk-full' };
  if (code === 'ELOOP') return { kind: 'not-a-regular-file' };
  if (code === 'ENOENT' && !isOfCopy) return { kind: 'not-found' };
  if (isAccessRefused(error)) return { kind: 'no-access', detail: systemDetail(error) };
  if (code === undefined) throw thrown;
  return { kind: 'read-failed', detail: systemDetail(error) };
}
