import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from './notebook/durable-file.ts';
import { readTextIfAny } from './stored-json.ts';
import { createWriteQueue } from './write-queue.ts';

/** What stands unsaved in a notebook's entry line, kept through a crash. */
export type Drafts = {
  readonly read: (notebook: string) => Promise<string>;
  readonly save: (notebook: string, text: string) => Promise<void>;
  /** The file of a notebook's draft, for a copy of everything. */
  readonly fileOf: (notebook: string) => string;
  readonly settled: () => Promise<void>;
};

/** Drafts in a folder, one file a notebook; an empty draft has no file. */
export function openDrafts(folder: string, onUnsaved: (error: unknown) => void): Drafts {
  const queue = createWriteQueue();
  const fileOf = (notebook: string) => path.join(folder, `${notebook}.txt`);
  const write = async (file: string, text: string) => {
    if (text === '') return rm(file, { force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return replaceFile(file, text, 0o600);
  };
  return {
    fileOf,
    read: async (notebook) => {
      await queue.settled();
      return (await readTextIfAny(fileOf(notebook))) ?? '';
    },
    save: async (notebook, text) => {
      try {
        await queue.run(() => write(fileOf(notebook), text));
      } catch (error) {
        // The text still stands in the entry line, and the next key saves again.
        onUnsaved(error);
      }
    },
    settled: queue.settled,
  };
}
