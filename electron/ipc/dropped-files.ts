import { existsSync } from 'node:fs';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** Why dropped files cannot be opened; `n` is how many. */
export type NoPath = { readonly kind: 'no-path'; readonly n: number };

/**
 * The paths of dropped files, or that some have none.
 *
 * A process whose locale cannot write a file's name is given an empty path by Chromium, or one with signs of
 * replacement in it: no file is there, and to say so of a path that nobody typed would help nobody.
 */
export function pathsOfDrop(paths: readonly string[]): Result<readonly string[], NoPath> {
  const isLost = (file: string) => file === '' || (file.includes('\uFFFD') && !existsSync(file));
  const n = paths.filter(isLost).length;
  return n === 0 ? ok(paths) : err({ kind: 'no-path', n });
}
