import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from './notebook/system-error.ts';

/** What a copy holds beside the notebook: the unsaved text and the story of the failure. */
export type CopySource = { readonly notebook?: string; readonly files: readonly string[] };

/** Copies a notebook as it lies on the disk, with drafts and log, into a new folder. */
export async function copyEverything(source: CopySource, into: string): Promise<void> {
  await mkdir(into, { recursive: false });
  if (source.notebook !== undefined)
    await copyFolder(source.notebook, path.join(into, path.basename(source.notebook)));
  for (const file of source.files) await copyIfAny(file, path.join(into, path.basename(file)));
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) await copyFolder(source, target);
    // The lock belongs to the original. Links and devices are none of a notebook's.
    else if (entry.isFile() && entry.name !== '.lock') await copyFile(source, target);
  }
}

async function copyIfAny(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}
