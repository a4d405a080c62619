import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { FilePath } from './hash-file.ts';

const replacement = '\uFFFD';
const separator = Buffer.from(path.sep);

/**
 * The path of a file as its file system has it. Whoever handed it over may have put signs of replacement in the
 * place of bytes that are no UTF-8: then the folders are read for the one name that it can stand for.
 *
 * Undefined when no name fits, or more than one.
 */
export async function exactPath(file: string): Promise<FilePath | undefined> {
  const whole = path.resolve(file);
  if (!whole.includes(replacement)) return whole;
  const { root } = path.parse(whole);
  let found: Buffer = Buffer.from(root);
  for (const name of whole.slice(root.length).split(path.sep)) {
    const bytes = name.includes(replacement) ? await nameLike(found, name) : Buffer.from(name);
    if (bytes === undefined) return undefined;
    found = found.length === root.length ? Buffer.concat([found, bytes]) : joined(found, bytes);
  }
  return found;
}

/** A path within a folder, of bytes. */
export function joined(folder: Buffer, name: Buffer): Buffer {
  return Buffer.concat([folder, separator, name]);
}

/** A path as people read it. */
export function pathText(file: FilePath): string {
  return typeof file === 'string' ? file : file.toString('utf8');
}

/** A path as Node's functions take it best: text wherever it is one, for Windows knows no other. */
export function textIfAny(file: Buffer): FilePath {
  const text = file.toString('utf8');
  return Buffer.from(text, 'utf8').equals(file) ? text : file;
}

async function nameLike(folder: Buffer, name: string): Promise<Buffer | undefined> {
  const names = await readdir(folder, { encoding: 'buffer' });
  const alike = names.filter((bytes) => bytes.toString('utf8') === name);
  return alike.length === 1 ? alike[0] : undefined;
}
