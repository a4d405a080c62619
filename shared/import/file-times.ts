import { joinPairs, joinTexts, pairSeparator } from './field-pairs.ts';

/** A file as bodyfile and mactime describe it, every value as written. */
export type FileDescription = {
  readonly name: string;
  readonly size: string;
  readonly mode: string;
  readonly uid: string;
  readonly gid: string;
  readonly inode: string;
  /** Empty where there is none. */
  readonly md5: string;
};

/** The text of a row about a file: its name, then what else is known; the same for bodyfile and mactime. */
export function fileText(file: FileDescription): string {
  const { name, size, mode, uid, gid, inode, md5 } = file;
  const pairs = joinPairs([
    ['size', size],
    ['mode', mode],
    ['uid', uid],
    ['gid', gid],
    ['inode', inode],
    ['md5', /^0*$/.test(md5) ? '' : md5],
  ]);
  return joinTexts([name, pairs]) || pairSeparator.trim();
}
