import { rm, stat, readFile } from 'node:fs/promises';
import {
  longestOpeningBytes,
  type Opening,
  parseOpening,
  writeOpening,
} from '#shared/journal/opening.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { writeNewFile } from './durable-file.ts';
import { isOutOfSpace, systemCode, systemDetail } from './system-error.ts';

/** Why a file shows nothing of what a redacted copy hides. */
export type OpeningReadError =
  { readonly kind: 'not-an-opening' } | { readonly kind: 'no-access'; readonly detail: string };

/** Reads the file with which somebody shows values of a redacted copy. */
export async function readOpeningFile(file: string): Promise<Result<Opening, OpeningReadError>> {
  try {
    const found = await stat(file);
    if (!found.isFile() || found.size > longestOpeningBytes) return err({ kind: 'not-an-opening' });
    const opening = parseOpening(await readFile(file, 'utf8'));
    return opening === undefined ? err({ kind: 'not-an-opening' }) : ok(opening);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return err({ kind: 'no-access', detail: systemDetail(error) });
  }
}

/** Why no such file was written. */
export type OpeningWriteError =
  | { readonly kind: 'out-exists' }
  /** Nobody could read it: whoever checks refuses a file of this length. */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'out-failed'; readonly detail: string };

/** Writes such a file for this user alone; a file that is there stays as it is. */
export async function writeOpeningFile(
  file: string,
  opening: Opening,
): Promise<Result<void, OpeningWriteError>> {
  const content = writeOpening(opening);
  if (Buffer.byteLength(content) > longestOpeningBytes) return err({ kind: 'too-large' });
  try {
    await writeNewFile(file, content, 0o600);
    return ok(undefined);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    if (systemCode(error) === 'EEXIST') return err({ kind: 'out-exists' });
    // Half of one would be taken for one that somebody has changed. Where none could be made, none is removed.
    await rm(file, { force: true }).catch(() => {});
    return isOutOfSpace(error)
      ? err({ kind: 'disk-full' })
      : err({ kind: 'out-failed', detail: systemDetail(error) });
  }
}
