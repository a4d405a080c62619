import path from 'node:path';
import type { LeftOutFiles } from '#shared/journal/check-notebook.ts';
import { longestStatementBytes } from '#shared/journal/left-out.ts';
import { namesIn } from './evidence-vault.ts';
import { placesIn } from './notebook-folder.ts';
import { readSmallText } from './small-file.ts';

/** The name of a statement: the hash of the evidence file that it is about. */
export function leftOutFileName(sha256: string): string {
  return `${sha256}.json`;
}

/** Reads the statements of a notebook's folder; what is no ordinary small file of text has no text. */
export async function readLeftOutFiles(folder: string): Promise<LeftOutFiles> {
  const { leftOut } = placesIn(folder);
  const files = new Map<string, string | undefined>();
  for (const name of (await namesIn(leftOut)).toSorted()) {
    const sha256 = /^([0-9a-f]{64})\.json$/.exec(name)?.[1];
    if (sha256 !== undefined)
      files.set(sha256, await readSmallText(path.join(leftOut, name), longestStatementBytes));
  }
  return files;
}
