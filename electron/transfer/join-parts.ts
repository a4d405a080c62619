import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { systemCode } from '../notebook/system-error.ts';
import { mostParts, type PartNames, readPartManifest } from './part-names.ts';
import type { UnpackError } from './unpack-bundle.ts';

/** A manifest of 999 parts is below 100 KiB. */
const largestManifestBytes = 1_048_576;

/**
 * Joins the parts of a bundle into one file. Every byte is held against the manifest of the parts; without one the
 * parts are joined as they are, for the bundle has hashes of its own.
 */
export async function joinParts(
  folder: string,
  names: PartNames,
  into: string,
  options: {
    readonly onProgress?: ((done: number, total: number) => void) | undefined;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<Result<undefined, UnpackError>> {
  const known = await manifestIn(folder, names);
  if (!known.ok) return known;
  const found = await partsIn(folder, names, known.value?.parts.length);
  if (!found.ok) return found;
  const total = found.value.reduce((sum, { bytes }) => sum + bytes, 0);
  const whole = createHash('sha256');
  let done = 0;
  const target = await open(into, 'wx', 0o600);
  try {
    for (const [at, { file }] of found.value.entries()) {
      const hash = createHash('sha256');
      for await (const block of createReadStream(file)) {
        options.signal?.throwIfAborted();
        hash.update(block as Buffer);
        whole.update(block as Buffer);
        await target.writeFile(block as Buffer);
        done += (block as Buffer).length;
        options.onProgress?.(done, total);
      }
      if (known.value !== undefined && hash.digest('hex') !== known.value.parts[at])
        return damaged('hash', path.basename(file));
    }
  } finally {
    await target.close();
  }
  return known.value !== undefined && whole.digest('hex') !== known.value.whole
    ? damaged('hash', names.whole)
    : ok(undefined);
}

type PartHashes = { readonly parts: readonly string[]; readonly whole: string };

async function manifestIn(
  folder: string,
  names: PartNames,
): Promise<Result<PartHashes | undefined, UnpackError>> {
  const file = path.join(folder, names.manifest);
  const bytes = await sizeOf(file);
  if (bytes === undefined) return ok(undefined);
  if (bytes > largestManifestBytes) return damaged('manifest', names.manifest);
  const manifest = readPartManifest(await readFile(file, 'utf8'), names.whole);
  return manifest === undefined ? damaged('manifest', names.manifest) : ok(manifest);
}

type Part = { readonly file: string; readonly bytes: number };

/** The parts from the first one on: as many as the manifest names, or until one is missing. */
async function partsIn(
  folder: string,
  names: PartNames,
  count: number | undefined,
): Promise<Result<readonly Part[], UnpackError>> {
  const parts: Part[] = [];
  for (let number = 1; number <= (count ?? mostParts); number += 1) {
    const file = path.join(folder, names.part(number));
    const bytes = await sizeOf(file);
    if (bytes !== undefined) parts.push({ file, bytes });
    else if (count !== undefined || number === 1) return damaged('missing', names.part(number));
    else break;
  }
  return ok(parts);
}

/** Size of an ordinary file; undefined when there is none of that name. */
async function sizeOf(file: string): Promise<number | undefined> {
  try {
    const stat = await lstat(file);
    return stat.isFile() ? stat.size : undefined;
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    return undefined;
  }
}

function damaged(
  what: Extract<UnpackError, { kind: 'bundle-damaged' }>['what'],
  name: string,
): Result<never, UnpackError> {
  return err({ kind: 'bundle-damaged', what, name });
}
