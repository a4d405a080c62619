import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { FilePath } from './hash-file.ts';
import { exactPath, joined, textIfAny } from './exact-path.ts';
import { isAccessRefused, systemCode } from './system-error.ts';

/** Why something in a folder is not taken in. */
export const refusals = ['link', 'special', 'no-access', 'gone', 'too-deep', 'notebook'] as const;
export type Refusal = (typeof refusals)[number];

export type FolderFile = {
  readonly place: FilePath;
  /** Path in the folder, with `/`, for people. */
  readonly relative: string;
  readonly size: number;
};

/** What a folder holds, looked at without following a link. */
export type FolderListing = {
  readonly name: string;
  readonly files: readonly FolderFile[];
  readonly refused: readonly { readonly relative: string; readonly because: Refusal }[];
  /** Folders in it, and how many of them hold nothing. */
  readonly folders: number;
  readonly empty: number;
};

export type ListingError =
  | { readonly kind: 'not-a-folder' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'no-access'; readonly detail: string }
  | { readonly kind: 'too-many-files'; readonly limit: number }
  | { readonly kind: 'cancelled' };

/** More than this is an archive of its own: it is packed and taken in as one file. */
const mostFiles = 200_000;
/** Deeper than this nobody files anything; a file system that leads round in a circle does. */
const deepest = 128;

type ListingOptions = {
  readonly signal?: AbortSignal | undefined;
  /** A notebook's folder: what is being written is not taken in. */
  readonly notebook?: string | undefined;
};

/** Lists every file below a folder. Links and special files are named with the reason why they are not taken. */
export async function listFolder(
  original: string,
  { signal, notebook }: ListingOptions = {},
): Promise<Result<FolderListing, ListingError>> {
  const root = await rootOf(original);
  if (!root.ok) return root;
  const own = notebook === undefined ? undefined : await statOf(Buffer.from(notebook));
  const files: FolderFile[] = [];
  const refused: { relative: string; because: Refusal }[] = [];
  let folders = 0;
  let empty = 0;
  const waiting = [{ place: root.value, relative: '', depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { place, relative, depth } = next;
    if (signal?.aborted === true) return err({ kind: 'cancelled' });
    const entries = await namesOf(place);
    if (entries === undefined) {
      if (relative === '') return err({ kind: 'no-access', detail: 'EACCES' });
      refused.push({ relative, because: 'no-access' });
      continue;
    }
    if (relative !== '') folders += 1;
    if (entries.length === 0) empty += 1;
    for (const name of entries.toSorted((a, b) => a.compare(b))) {
      const inFolder = joined(place, name);
      const said = `${relative}${relative === '' ? '' : '/'}${name.toString('utf8')}`;
      const stat = await statOf(inFolder);
      if (stat === undefined) refused.push({ relative: said, because: 'gone' });
      else if (stat.isSymbolicLink()) refused.push({ relative: said, because: 'link' });
      else if (stat.isFile())
        files.push({ place: textIfAny(inFolder), relative: said, size: stat.size });
      else if (!stat.isDirectory()) refused.push({ relative: said, because: 'special' });
      else if (stat.ino === own?.ino && stat.dev === own.dev)
        refused.push({ relative: said, because: 'notebook' });
      else if (depth >= deepest) refused.push({ relative: said, because: 'too-deep' });
      else waiting.push({ place: inFolder, relative: said, depth: depth + 1 });
      if (files.length > mostFiles) return err({ kind: 'too-many-files', limit: mostFiles });
    }
  }
  const name = path.basename(root.value.toString('utf8')) || 'folder';
  const byPath = <T extends { readonly relative: string }>(list: readonly T[]) =>
    list.toSorted((a, b) => (a.relative < b.relative ? -1 : a.relative > b.relative ? 1 : 0));
  return ok({ name, files: byPath(files), refused: byPath(refused), folders, empty });
}

async function rootOf(original: string): Promise<Result<Buffer, ListingError>> {
  try {
    const place = await exactPath(original);
    if (place === undefined) return err({ kind: 'not-found' });
    const stat = await lstat(place);
    if (!stat.isDirectory()) return err({ kind: 'not-a-folder' });
    return ok(typeof place === 'string' ? Buffer.from(place, 'utf8') : place);
  } catch (error) {
    if (isAccessRefused(error)) return err({ kind: 'no-access', detail: systemCode(error) ?? '' });
    if (systemCode(error) === undefined) throw error;
    return err({ kind: 'not-found' });
  }
}

/** Undefined where the folder may not be read. */
async function namesOf(place: Buffer): Promise<readonly Buffer[] | undefined> {
  try {
    return await readdir(place, { encoding: 'buffer' });
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}

async function statOf(place: Buffer): Promise<Stats | undefined> {
  try {
    return await lstat(place);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}
