import { lstat, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { syncFolder, writeNewFile } from '../notebook/durable-file.ts';
import { systemCode } from '../notebook/system-error.ts';
import { writeManifest } from './bag-manifest.ts';
import type { WrittenPart } from './part-files.ts';
import { partNames } from './part-names.ts';

type PlacedPart = { readonly name: string; readonly bytes: number; readonly sha256: string };

/** Every place that a bundle may take: its own, and with `parts` those of its parts and of their manifest. */
export function namesFor(out: string, parts: number): readonly string[] {
  const names = partNames(out);
  const cut = Array.from({ length: parts }, (_, at) => names.part(at + 1));
  return parts === 0 ? [out] : [out, ...cut, names.manifest];
}

/** The first of these places at which something is already. */
export async function firstTaken(places: readonly string[]): Promise<string | undefined> {
  for (const place of places)
    try {
      await lstat(place);
      return place;
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
    }
  return undefined;
}

/**
 * Gives the parts their names, the manifest last: a bundle in parts that has one is whole. One part alone is simply
 * the bundle.
 */
export async function placeParts(
  parts: readonly WrittenPart[],
  out: string,
  sha256: string,
): Promise<Result<readonly PlacedPart[], { readonly kind: 'out-exists'; readonly place: string }>> {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    await rename(only.file, out);
    await syncFolder(path.dirname(out));
    return ok([]);
  }
  const taken = await firstTaken(namesFor(out, parts.length));
  if (taken !== undefined) return err({ kind: 'out-exists', place: taken });
  const names = partNames(out);
  const placed: PlacedPart[] = [];
  try {
    for (const [at, part] of parts.entries()) {
      const place = names.part(at + 1);
      await rename(part.file, place);
      placed.push({ name: path.basename(place), bytes: part.bytes, sha256: part.sha256 });
    }
    const hashes = new Map(placed.map((part) => [part.name, part.sha256]));
    hashes.set(path.basename(out), sha256);
    await writeNewFile(names.manifest, writeManifest(hashes));
    await syncFolder(path.dirname(out));
    return ok(placed);
  } catch (error) {
    for (const at of placed.keys()) await rm(names.part(at + 1), { force: true });
    await rm(names.manifest, { force: true });
    throw error;
  }
}
