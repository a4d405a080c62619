import { constants, type Dirent } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { OpenError } from '#shared/ipc/contract.ts';
import { canonicalize } from '#shared/journal/canonical-json.ts';
import { idSchema } from '#shared/lib/ids.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { syncFolder, writeNewFile } from './durable-file.ts';
import { randomHex } from './node-crypto.ts';
import { isOutOfSpace, systemCode, systemDetail } from './system-error.ts';
import verifyGuide from './verify/VERIFY.txt?raw';
import verifyScript from './verify/verify.py?raw';

/** Version of the folder's format that this program writes and reads. */
const folderVersion = 1;
const identityFile = 'notebook.json';
/** notebook.json is about 130 bytes; whatever is larger is not ours. */
const largestIdentityBytes = 65_536;

export type FolderError = Exclude<OpenError, { kind: 'cancelled' }>;

const identitySchema = z.object({
  format: z.literal('kiroku-notebook'),
  version: z.literal(folderVersion),
  notebook: idSchema,
  created: z.string().max(64),
});
const redactedSchema = identitySchema.extend({ format: z.literal('kiroku-redacted') });
const anyVersionSchema = z.object({
  format: z.enum(['kiroku-notebook', 'kiroku-redacted']),
  version: z.int().min(folderVersion + 1),
});

/** What notebook.json says. */
export type NotebookIdentity = { readonly notebook: string; readonly created: string };

/** The names inside a notebook's folder. */
export function placesIn(folder: string) {
  return {
    feeds: path.join(folder, 'feeds'),
    evidence: path.join(folder, 'evidence'),
    /** Statements about evidence that a bundle left out; only copies have them. */
    leftOut: path.join(folder, 'left-out'),
    /** Time stamps of other people's services, one file a seal. */
    timestamps: path.join(folder, 'timestamps'),
    /** What the maker of a redacted copy signed; only such a copy has it. */
    redaction: path.join(folder, 'redaction.json'),
    /** Who writes at the moment; see lock.ts. */
    lock: path.join(folder, '.lock'),
  } as const;
}

export function feedFileOf(folder: string, feed: string): string {
  return path.join(placesIn(folder).feeds, `${feed}.jsonl`);
}

/** The name that people know a notebook by: the folder's, without `.kiroku`. */
export function nameOf(folder: string): string {
  return path.basename(path.resolve(folder)).replace(/\.kiroku$/i, '');
}

/**
 * Makes an empty notebook. It is built under another name, synced, and renamed, so that nothing
 * half-made ever looks like a notebook.
 */
export async function createNotebookFolder(
  folder: string,
  options: {
    /** ms since the epoch. */
    readonly now?: number;
    /** Of a notebook that exists elsewhere and becomes known here. */
    readonly identity?: NotebookIdentity;
  } = {},
): Promise<Result<NotebookIdentity, FolderError>> {
  const target = path.resolve(folder);
  const parent = path.dirname(target);
  const building = path.join(parent, `.${path.basename(target)}.${randomHex(6)}.part`);
  const identity = options.identity ?? {
    notebook: randomHex(16),
    created: new Date(options.now ?? Date.now()).toISOString(),
  };
  try {
    await mkdir(parent, { recursive: true });
    if (await exists(target)) return err({ kind: 'already-exists', place: target });
    await fill(building, identity);
    await rename(building, target);
    await syncFolder(parent);
    return ok(identity);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    return err(folderErrorOf(error, target));
  }
}

async function fill(building: string, identity: NotebookIdentity): Promise<void> {
  await mkdir(building);
  const { feeds, evidence } = placesIn(building);
  await mkdir(feeds);
  await mkdir(evidence);
  await writeNewFile(path.join(building, 'VERIFY.txt'), verifyGuide);
  await writeNewFile(path.join(building, 'verify.py'), verifyScript, 0o755);
  const description = { format: 'kiroku-notebook', version: folderVersion, ...identity };
  await writeNewFile(path.join(building, identityFile), `${canonicalize(description)}\n`);
  for (const made of [feeds, evidence, building]) await syncFolder(made);
}

/** Reads what a notebook's folder says it is, and changes nothing. A redacted copy is no notebook. */
export async function readNotebookFolder(
  folder: string,
): Promise<Result<NotebookIdentity, FolderError>> {
  const read = await readAnyFolder(folder);
  if (!read.ok || !read.value.isRedacted) return read;
  return err({ kind: 'redacted-copy', place: path.resolve(folder) });
}

/** Reads what a folder says it is: a notebook, or a copy that can only be checked. */
export async function readAnyFolder(
  folder: string,
): Promise<Result<NotebookIdentity & { readonly isRedacted: boolean }, FolderError>> {
  const place = path.resolve(folder);
  let text: string | undefined;
  try {
    if (!(await exists(place))) return err({ kind: 'not-found', place });
    text = await readSmallFile(path.join(place, identityFile));
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENXIO')
      return err({ kind: 'not-a-notebook', place });
    return err({ kind: 'no-access', place, detail: systemDetail(error) });
  }
  const json = text === undefined ? undefined : parseJson(text);
  const identity = identitySchema.safeParse(json);
  if (identity.success) return ok({ ...identity.data, isRedacted: false });
  const redacted = redactedSchema.safeParse(json);
  if (redacted.success) return ok({ ...redacted.data, isRedacted: true });
  const newer = anyVersionSchema.safeParse(json);
  if (newer.success) return err({ kind: 'newer-notebook', place, version: newer.data.version });
  return err({ kind: 'not-a-notebook', place });
}

/** The feeds of a notebook, and those whose name is taken by something that is no file (a link, a folder). */
export type FeedNames = { readonly files: readonly string[]; readonly notFiles: readonly string[] };

/** Lists the feeds in the order of their names; whatever has another name is left alone. */
export async function listFeeds(folder: string): Promise<FeedNames> {
  const files: string[] = [];
  const notFiles: string[] = [];
  for (const entry of await readFolderIfAny(placesIn(folder).feeds)) {
    const feed = /^(k1-[0-9a-f]{32})\.jsonl$/.exec(entry.name)?.[1];
    if (feed !== undefined) (entry.isFile() ? files : notFiles).push(feed);
  }
  return { files: files.toSorted(), notFiles: notFiles.toSorted() };
}

async function readFolderIfAny(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

/** What went wrong with a folder, as a value. */
export function folderErrorOf(error: unknown, place: string): FolderError {
  const code = systemCode(error);
  if (isOutOfSpace(error)) return { kind: 'disk-full', place };
  if (code === 'ENOENT') return { kind: 'not-found', place };
  if (code === 'EEXIST' || code === 'ENOTEMPTY') return { kind: 'already-exists', place };
  if (code === undefined) throw error;
  return { kind: 'no-access', place, detail: systemDetail(error) };
}

async function exists(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** The file's text; undefined when it is no regular file or too large to be ours. */
async function readSmallFile(file: string): Promise<string | undefined> {
  // Without O_NONBLOCK a named pipe in a hostile folder would wait for ever.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await handle.stat();
    if (!stat.isFile() || stat.size > largestIdentityBytes) return undefined;
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: not ours.
    return undefined;
  }
}
