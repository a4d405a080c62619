import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/mini';
import { readStoredJson, writeStoredJson } from './stored-json.ts';
import { createWriteQueue } from './write-queue.ts';

const limit = 20;
const folderSchema = z.string().check(z.minLength(1), z.maxLength(8192));
const recentSchema = z.array(z.object({ folder: folderSchema })).check(z.maxLength(100));

/** A notebook as the window sees it: an id instead of a path. */
export type RecentNotebook = { readonly id: string; readonly name: string; readonly place: string };

export type RecentNotebooks = {
  /** Those that can be reached now, last opened first. */
  readonly list: () => Promise<RecentNotebook[]>;
  /** Puts a folder first. */
  readonly remember: (folder: string) => Promise<void>;
  /** An id for a folder that somebody asked for, without listing it: it may be no notebook at all. */
  readonly offer: (folder: string) => string;
  /** The folder of an id that this list gave out. */
  readonly folderOf: (id: string) => string | undefined;
  readonly settled: () => Promise<void>;
};

/** The folders that this user opened lately, from a JSON file. */
export async function openRecentNotebooks(
  file: string,
  onUnsaved: (error: unknown) => void,
): Promise<RecentNotebooks> {
  const stored = await readStoredJson(file, recentSchema);
  let folders = (stored.value ?? []).map(({ folder }) => folder);
  const offered = new Set<string>();
  const queue = createWriteQueue();
  return {
    offer: (folder) => {
      offered.add(folder);
      return idOf(folder);
    },
    list: async () => {
      const here = await Promise.all(folders.map(isFolder));
      return folders.filter((_folder, index) => here[index]).map(describe);
    },
    remember: async (folder) => {
      folders = [folder, ...folders.filter((other) => other !== folder)].slice(0, limit);
      const list = folders.map((each) => ({ folder: each }));
      try {
        await queue.run(() => writeStoredJson(file, list));
      } catch (error) {
        onUnsaved(error);
      }
    },
    folderOf: (id) => [...folders, ...offered].find((folder) => idOf(folder) === id),
    settled: queue.settled,
  };
}

/** The folder's name without `.kiroku`. */
export function notebookName(folder: string): string {
  return path.basename(folder).replace(/\.kiroku$/u, '');
}

function describe(folder: string): RecentNotebook {
  return { id: idOf(folder), name: notebookName(folder), place: folder };
}

function idOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 32);
}

async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch {
    // An unplugged stick, a folder that is gone or not ours to read: nothing to offer now.
    return false;
  }
}
