import {
  isAccessRefused,
  isOutOfSpace,
  systemCode,
  systemDetail,
} from '../notebook/system-error.ts';
import { isGzip, openGunzipped } from './gunzipped-file.ts';
import { NoSuchSheet, openWorkbookTable } from './workbook-table.ts';
import { openReadableFile, type ReadableFile } from './readable-file.ts';

/** Why a file cannot be looked at or read as a log. */
export type LogFileError =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-a-regular-file' }
  | { readonly kind: 'no-access'; readonly detail: string }
  | { readonly kind: 'read-failed'; readonly detail: string }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'unknown-encoding'; readonly encoding: string }
  | { readonly kind: 'no-such-sheet'; readonly sheet: string }
  /** The reader is none of this version's, or does not understand this file. */
  | { readonly kind: 'not-of-this-format'; readonly reader: string }
  | { readonly kind: 'cancelled' };

class NotAFile extends Error {}

/** Opens a file, or what is packed in it, does the work and closes it; of a workbook the named sheet. */
export async function withLogFile<T>(
  file: string,
  sheet: string | undefined,
  work: (opened: ReadableFile) => Promise<T>,
): Promise<T> {
  const stored = await openReadableFile(file);
  let opened = stored;
  try {
    if (!stored.isOrdinary) throw new NotAFile(file);
    if (await isGzip(stored)) opened = openGunzipped(stored);
    else opened = (await openWorkbookTable(stored, sheet)) ?? stored;
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** What was expected to go wrong; a bug is thrown on. */
export function logFileErrorOf(error: unknown, signal: AbortSignal | undefined): LogFileError {
  if (signal?.aborted === true) return { kind: 'cancelled' };
  if (error instanceof NoSuchSheet) return { kind: 'no-such-sheet', sheet: error.sheet };
  const code = systemCode(error);
  if (error instanceof NotAFile || code === 'ELOOP' || code === 'EISDIR')
    return { kind: 'not-a-regular-file' };
  if (code === 'ENOENT') return { kind: 'not-found' };
  if (isOutOfSpace(error)) return { kind: 'disk-full' };
  if (isAccessRefused(error)) return { kind: 'no-access', detail: systemDetail(error) };
  if (code === undefined) throw error;
  return { kind: 'read-failed', detail: systemDetail(error) };
}
