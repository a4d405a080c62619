import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { isOutOfSpace, systemCode, systemDetail } from '../notebook/system-error.ts';
import { type Manifest, readManifest } from './bag-manifest.ts';
import { bagPartOf, isBagFolder, tagNames } from './bag-names.ts';

/** Why a file is not a bundle that can be taken in; nothing of it was kept. */
export type UnpackError =
  | { readonly kind: 'not-a-bundle' }
  /** The archive says something that an honest one never says; `name` is what it was said of. */
  | {
      readonly kind: 'hostile-bundle';
      readonly what:
        | 'name'
        | 'repeated-name'
        | 'link'
        | 'encrypted'
        | 'compression'
        | 'several-folders'
        | 'too-many'
        | 'size'
        | 'fetch'
        | 'algorithm';
      readonly name: string;
    }
  /** Something is missing, too much, or other than its manifest says. */
  | {
      readonly kind: 'bundle-damaged';
      readonly what: 'manifest' | 'missing' | 'not-in-manifest' | 'hash' | 'archive';
      readonly name: string;
    }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'read-failed'; readonly detail: string }
  | { readonly kind: 'stopped' };

export type UnpackOptions = {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** A notebook has a feed a device and a file a piece of evidence; no honest one has a million. */
const mostFiles = 200_000;
/** Manifests of so many files; read into memory. */
const largestTagBytes = 64 * 1024 * 1024;
/** Deflate gives at most 1,032 to 1. Ours is stored; a bag packed anew by hand stays far below this. */
const largestRatio = 200;
const harmlessBytes = 16 * 1024 * 1024;

class Refused extends Error {
  readonly reason: UnpackError;
  constructor(reason: UnpackError) {
    super(reason.kind);
    this.reason = reason;
  }
}

type Planned = { readonly entry: Entry; readonly name: string };

/**
 * Unpacks a bag in a ZIP into a folder of our own that becomes shaped like a notebook's.
 *
 * All names and sizes are looked at before the first byte is written; a file is written only under a name that
 * Kiroku itself gives; every byte is held against the manifest.
 */
export async function unpackBundle(
  file: string,
  into: string,
  options: UnpackOptions = {},
): Promise<Result<undefined, UnpackError>> {
  let zip: ZipFile;
  try {
    zip = await yauzl.openPromise(file, {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: true,
      // Names are judged here, in words of our own.
      decodeStrings: false,
    });
  } catch (error) {
    if (systemCode(error) !== undefined)
      return err({ kind: 'read-failed', detail: systemDetail(error) });
    return err({ kind: 'not-a-bundle' });
  }
  try {
    const files = await planUnpacking(zip);
    const manifests = await readManifests(zip, files);
    await writeFiles(zip, files, manifests, into, options);
    return ok(undefined);
  } catch (error) {
    if (options.signal?.aborted === true) return err({ kind: 'stopped' });
    if (error instanceof Refused) return err(error.reason);
    if (isOutOfSpace(error)) return err({ kind: 'disk-full' });
    if (systemCode(error) !== undefined)
      return err({ kind: 'read-failed', detail: systemDetail(error) });
    // The library's words about a broken archive carry no code.
    return err({ kind: 'bundle-damaged', what: 'archive', name: path.basename(file) });
  } finally {
    zip.close();
  }
}

function hostile(
  what: Extract<UnpackError, { kind: 'hostile-bundle' }>['what'],
  name: string,
): Refused {
  return new Refused({ kind: 'hostile-bundle', what, name });
}

function damaged(
  what: Extract<UnpackError, { kind: 'bundle-damaged' }>['what'],
  name: string,
): Refused {
  return new Refused({ kind: 'bundle-damaged', what, name });
}

/** Looks at every entry of the archive before anything is unpacked. */
async function planUnpacking(zip: ZipFile): Promise<ReadonlyMap<string, Planned>> {
  if (zip.entryCount > mostFiles) throw hostile('too-many', String(zip.entryCount));
  const files = new Map<string, Planned>();
  let root: string | undefined;
  for await (const entry of zip.eachEntry()) {
    const fileName = nameOfEntry(entry);
    const slash = fileName.indexOf('/');
    const folder = fileName.slice(0, slash + 1);
    if (slash <= 0 || folder === './' || folder === '../') throw hostile('name', fileName);
    root ??= folder;
    if (folder !== root) throw hostile('several-folders', fileName);
    const name = fileName.slice(folder.length);
    refuseOddEntry(entry, fileName);
    if (isBagFolder(name)) continue;
    if (name === 'fetch.txt') throw hostile('fetch', fileName);
    if (/^(tag)?manifest-(?!sha256\.txt$)/.test(name)) throw hostile('algorithm', fileName);
    if (bagPartOf(name) === undefined) throw hostile('name', fileName);
    if (files.has(name)) throw hostile('repeated-name', fileName);
    files.set(name, { entry, name });
  }
  if (!files.has(tagNames.declaration)) throw new Refused({ kind: 'not-a-bundle' });
  return files;
}

function refuseOddEntry(entry: Entry, fileName: string): void {
  const { uncompressedSize, compressedSize, compressionMethod } = entry;
  // The upper half holds the mode of a Unix file (0xa000: a symbolic link) whatever system made it.
  const type = (entry.externalFileAttributes >>> 16) & 0xf000;
  if (type !== 0 && type !== 0x8000 && type !== 0x4000) throw hostile('link', fileName);
  if (entry.isEncrypted()) throw hostile('encrypted', fileName);
  if (compressionMethod !== 0 && compressionMethod !== 8) throw hostile('compression', fileName);
  if (uncompressedSize > harmlessBytes && uncompressedSize > compressedSize * largestRatio)
    throw hostile('size', fileName);
}

function nameOfEntry(entry: Entry): string {
  return entry.fileNameRaw.toString('utf8');
}

type Manifests = { readonly payload: Manifest; readonly tags: Manifest };

/** Reads both manifests and holds the names of the archive against them. */
async function readManifests(
  zip: ZipFile,
  files: ReadonlyMap<string, Planned>,
): Promise<Manifests> {
  const payload = await manifestIn(zip, files, tagNames.manifest);
  const tags = await manifestIn(zip, files, tagNames.tagManifest);
  for (const name of [...payload.keys(), ...tags.keys()])
    if (!files.has(name)) throw damaged('missing', name);
  for (const name of files.keys())
    if (!(name.startsWith('data/') ? payload : tags).has(name) && name !== tagNames.tagManifest)
      throw damaged('not-in-manifest', name);
  return { payload, tags };
}

async function manifestIn(
  zip: ZipFile,
  files: ReadonlyMap<string, Planned>,
  name: string,
): Promise<Manifest> {
  const planned = files.get(name);
  if (planned === undefined) throw damaged('missing', name);
  if (planned.entry.uncompressedSize > largestTagBytes) throw hostile('size', name);
  const blocks: Buffer[] = [];
  for await (const block of await zip.openReadStreamPromise(planned.entry))
    blocks.push(block as Buffer);
  const manifest = readManifest(Buffer.concat(blocks).toString('utf8'));
  if (manifest === undefined) throw damaged('manifest', name);
  return manifest;
}

async function writeFiles(
  zip: ZipFile,
  files: ReadonlyMap<string, Planned>,
  { payload, tags }: Manifests,
  into: string,
  { onProgress, signal }: UnpackOptions,
): Promise<void> {
  const total = [...files.values()].reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  let done = 0;
  await mkdir(path.join(into, 'feeds'), { recursive: true });
  await mkdir(path.join(into, 'evidence'), { recursive: true });
  await mkdir(path.join(into, 'left-out'), { recursive: true });
  await mkdir(path.join(into, 'timestamps'), { recursive: true });
  for (const { entry, name } of files.values()) {
    if (name === tagNames.tagManifest) continue;
    const wanted = (name.startsWith('data/') ? payload : tags).get(name);
    const hash = createHash('sha256');
    // Files beside data/ are only held against their manifest: ours are the ones to trust.
    const target = name.startsWith('data/')
      ? await open(path.join(into, name.slice('data/'.length)), 'wx', 0o600)
      : undefined;
    try {
      for await (const block of await zip.openReadStreamPromise(entry)) {
        signal?.throwIfAborted();
        hash.update(block as Buffer);
        await target?.writeFile(block as Buffer);
        done += (block as Buffer).length;
        onProgress?.(done, total);
      }
      await target?.sync();
    } finally {
      await target?.close();
    }
    if (hash.digest('hex') !== wanted) throw damaged('hash', name);
  }
}
