import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type ExportFormat, formatFacts } from '#shared/export/export-formats.ts';
import { replaceFile } from '../notebook/durable-file.ts';
import { type PackedFile, zipOf } from './pack-files.ts';

/** A file that was written, and its bytes. */
export type WrittenFile = { readonly place: string; readonly bytes: Uint8Array };

/**
 * Writes an export where a person said: one file as that file; a set of files as a ZIP archive where the name
 * ends in `.zip`, else into a folder of that name.
 *
 * Every file is replaced whole or not at all; files of other names in the folder stay.
 */
export async function writeFiles(
  place: string,
  format: ExportFormat,
  files: readonly PackedFile[],
): Promise<readonly WrittenFile[]> {
  const [only] = files;
  if (formatFacts[format].ending !== 'zip' && only !== undefined && files.length === 1)
    return [await writeOne(place, only.bytes)];
  if (path.extname(place).toLowerCase() === '.zip') return [await writeOne(place, zipOf(files))];
  await mkdir(place, { recursive: true });
  const written: WrittenFile[] = [];
  for (const { name, bytes } of files) written.push(await writeOne(path.join(place, name), bytes));
  return written;
}

async function writeOne(place: string, bytes: Uint8Array): Promise<WrittenFile> {
  await replaceFile(place, bytes);
  return { place, bytes };
}
