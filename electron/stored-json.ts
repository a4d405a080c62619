import { readFile, rename } from 'node:fs/promises';
import { replaceFile } from './notebook/durable-file.ts';
import { systemCode } from './notebook/system-error.ts';

/** What a JSON file of the user-data folder held; a broken one is moved aside and counts as none. */
export type StoredJson<T> = { readonly value: T | undefined; readonly setAside?: string };

/**
 * Reads a JSON file that this program wrote in an earlier life, or that somebody edited since.
 *
 * Schemas in zod's small form: these files are read before there is a window, and the whole of zod
 * takes longer to load than all the rest that a window needs.
 */
export async function readStoredJson<T>(
  file: string,
  schema: {
    readonly safeParse: (
      value: unknown,
    ) => { readonly success: true; readonly data: T } | { readonly success: false };
  },
): Promise<StoredJson<T>> {
  const text = await readTextIfAny(file);
  if (text === undefined) return { value: undefined };
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return { value: parsed.data };
  const setAside = `${file}.broken-${Date.now()}`;
  await rename(file, setAside);
  return { value: undefined, setAside };
}

/** Replaces a JSON file of the user-data folder as a whole. */
export async function writeStoredJson(file: string, value: unknown): Promise<void> {
  await replaceFile(file, `${JSON.stringify(value, undefined, 2)}\n`, 0o600);
}

/** A file's text; undefined when there is no such file. */
export async function readTextIfAny(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Half a file or none of ours: the schema refuses undefined.
    return undefined;
  }
}
