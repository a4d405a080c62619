import { createReadStream } from 'node:fs';
import { lstat, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '#shared/lib/result.ts';
import {
  type FolderError,
  folderErrorOf,
  type NotebookIdentity,
  readAnyFolder,
  readNotebookFolder,
} from '../notebook/notebook-folder.ts';
import { isOutOfSpace, systemCode } from '../notebook/system-error.ts';
import { type AgeKey, ageMagic, AgeProblem, decryptStream } from './age-file.ts';
import { joinParts } from './join-parts.ts';
import { partNamesOf } from './part-names.ts';
import { pipeInto, writeTo } from './write-to.ts';
import { unpackBundle, type UnpackError, type UnpackOptions } from './unpack-bundle.ts';

/** Why a file or folder cannot be read as a copy of a notebook. */
export type IncomingError =
  | FolderError
  | UnpackError
  /** Wrapped with age: a passphrase or an identity is needed. */
  | { readonly kind: 'locked-bundle' }
  | { readonly kind: 'age-problem'; readonly what: AgeProblem['kind'] };

/** A copy of a notebook that somebody brought: a folder as it lies there, or what a bundle held. */
export type IncomingNotebook = {
  readonly folder: string;
  readonly identity: NotebookIdentity;
  /** Its name as people see it. */
  readonly name: string;
};

/**
 * Makes what was brought readable as a notebook's folder. A bundle is unpacked into `work`, a folder of our
 * own that the caller removes; a folder is read where it lies and never written to.
 */
export async function openIncoming(
  source: string,
  work: string,
  options: UnpackOptions & { readonly key?: AgeKey | undefined } = {},
): Promise<Result<IncomingNotebook, IncomingError>> {
  const unpacked = await unpackIncoming(source, work, options);
  return unpacked.ok ? folderAt(unpacked.value.folder, unpacked.value.name) : unpacked;
}

/** The same without asking what it is: a folder that may hold a notebook, or a copy that can only be checked. */
export async function unpackIncoming(
  source: string,
  work: string,
  options: UnpackOptions & { readonly key?: AgeKey | undefined } = {},
): Promise<Result<{ readonly folder: string; readonly name: string }, IncomingError>> {
  const place = path.resolve(source);
  const name = path.basename(place);
  try {
    if ((await lstat(place)).isDirectory()) {
      // A bag that somebody has unpacked by hand has it one folder further in.
      const inside = path.join(place, 'data');
      const isBag = !(await readAnyFolder(place)).ok && (await readAnyFolder(inside)).ok;
      return ok({ folder: isBag ? inside : place, name });
    }
    const whole = await wholeOf(place, work, options);
    if (!whole.ok) return whole;
    const unpacked = await unpackFile(whole.value.file, work, options);
    return unpacked.ok
      ? ok({ folder: path.join(work, 'notebook'), name: whole.value.name })
      : unpacked;
  } catch (error) {
    if (options.signal?.aborted === true) return err({ kind: 'stopped' });
    if (error instanceof AgeProblem) return err({ kind: 'age-problem', what: error.kind });
    if (isOutOfSpace(error)) return err({ kind: 'disk-full' });
    return err(folderErrorOf(error, place));
  }
}

async function folderAt(
  folder: string,
  name: string,
): Promise<Result<IncomingNotebook, IncomingError>> {
  const identity = await readNotebookFolder(folder);
  return identity.ok ? ok({ folder, identity: identity.value, name }) : identity;
}

/** The bundle as one file: its parts are joined when it comes in several. */
async function wholeOf(
  place: string,
  work: string,
  options: UnpackOptions,
): Promise<Result<{ readonly file: string; readonly name: string }, UnpackError>> {
  const folder = path.dirname(place);
  const names = partNamesOf(path.basename(place));
  const isCut =
    names !== undefined &&
    ((await isThere(path.join(folder, names.part(1)))) ||
      (await isThere(path.join(folder, names.manifest))));
  if (!isCut) return ok({ file: place, name: path.basename(place) });
  await mkdir(work, { recursive: true });
  const joined = path.join(work, 'joined');
  const done = await joinParts(folder, names, joined, options);
  return done.ok ? ok({ file: joined, name: names.whole }) : done;
}

async function isThere(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    return false;
  }
}

async function unpackFile(
  file: string,
  work: string,
  options: UnpackOptions & { readonly key?: AgeKey | undefined },
): Promise<Result<undefined, IncomingError>> {
  await mkdir(work, { recursive: true });
  const into = path.join(work, 'notebook');
  if (!(await beginsWith(file, ageMagic))) return unpackBundle(file, into, options);
  if (options.key === undefined) return err({ kind: 'locked-bundle' });
  const opened = path.join(work, 'bundle.zip');
  const plain = await decryptStream(createReadStream(file), options.key);
  const target = await open(opened, 'wx', 0o600);
  try {
    await pipeInto([plain], writeTo(target), { signal: options.signal });
  } catch (error) {
    if (systemCode(error) === undefined && options.signal?.aborted !== true)
      throw new AgeProblem('damaged', error);
    throw error;
  } finally {
    await target.close();
  }
  return unpackBundle(opened, into, options);
}

async function beginsWith(file: string, magic: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0);
    return buffer.subarray(0, bytesRead).toString('latin1') === magic;
  } finally {
    await handle.close();
  }
}
