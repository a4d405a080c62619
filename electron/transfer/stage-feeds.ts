import { createHash } from 'node:crypto';
import { copyFile, type FileHandle, link, open } from 'node:fs/promises';
import type { ScannedFeed, ScannedNotebook } from '../notebook/feed-scan.ts';
import { readRawLines } from '../notebook/line-reader.ts';
import { feedFileOf } from '../notebook/notebook-folder.ts';
import { systemCode } from '../notebook/system-error.ts';

type NewLines = { readonly feed: string; readonly lines: number };

/** Feeds as they would be after a merge. */
export type StagedFeeds = {
  /** Those that change, with how many lines are new. */
  readonly news: readonly NewLines[];
  /** Those whose staged file is the same, byte for byte, as one that was read. */
  readonly read: ReadonlyMap<string, ScannedFeed>;
};

/** Writes every feed as it would be after the merge; those that do not change are only linked. */
export async function stageFeeds(
  ours: ScannedNotebook,
  theirs: ScannedNotebook,
  staged: string,
): Promise<StagedFeeds> {
  const news: NewLines[] = [];
  const read = new Map<string, ScannedFeed>();
  const keep = async (our: ScannedFeed) => {
    await linkOrCopy(our.file, feedFileOf(staged, our.feed));
    read.set(our.feed, our);
  };
  for (const their of theirs.feeds.values()) {
    const our = ours.feeds.get(their.feed);
    const { lines, isTheirs } = await stageFeed(our, their, feedFileOf(staged, their.feed));
    if (lines > 0) news.push({ feed: their.feed, lines });
    else if (our !== undefined) await keep(our);
    if (isTheirs) read.set(their.feed, their);
  }
  for (const our of ours.feeds.values()) if (!theirs.feeds.has(our.feed)) await keep(our);
  return { news, read };
}

type Staged = {
  /** 0 when there is none that we lack, and then nothing is written. */
  readonly lines: number;
  /** True when what was written is their file as it was read. */
  readonly isTheirs: boolean;
};

/** Our lines, then theirs that we do not have. */
async function stageFeed(
  our: ScannedFeed | undefined,
  their: ScannedFeed,
  target: string,
): Promise<Staged> {
  const { head } = their.check;
  if (head === undefined || our?.check.known.get(head.seq)?.hash === head.hash)
    return { lines: 0, isTheirs: false };
  const file = await open(target, 'wx', 0o644);
  try {
    const whole = await stageWhole(our, their, file);
    if (whole === undefined) await file.truncate(0);
    const staged = whole ?? (await stageLines(our, their, file));
    await file.sync();
    return staged;
  } finally {
    await file.close();
  }
}

const blockBytes = 1_048_576;
const newline = 0x0a;

/** Copies their file when it begins with all of ours: the usual case. Undefined when it does not. */
async function stageWhole(
  our: ScannedFeed | undefined,
  their: ScannedFeed,
  target: FileHandle,
): Promise<Staged | undefined> {
  if (our?.check.torn !== undefined || their.check.torn !== undefined) return undefined;
  const ours = our?.bytes ?? 0;
  const hash = createHash('sha256');
  const source = await open(their.file, 'r');
  let lines = 0;
  try {
    const block = Buffer.allocUnsafe(blockBytes);
    for (let at = 0; at < their.bytes;) {
      const isBegun = at < ours;
      const wanted = Math.min(block.length, (isBegun ? ours : their.bytes) - at);
      const { bytesRead } = await source.read(block, 0, wanted, at);
      if (bytesRead === 0) return undefined;
      const part = block.subarray(0, bytesRead);
      at += bytesRead;
      hash.update(part);
      if (!isBegun) lines += countNewlines(part);
      if (at === ours && hash.copy().digest('hex') !== our?.sha256) return undefined;
      await writeAt(target, part, at - bytesRead);
    }
  } finally {
    await source.close();
  }
  // A folder that somebody writes in may have changed since it was read: then it is read again where it is staged.
  return { lines, isTheirs: hash.digest('hex') === their.sha256 };
}

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count += 1;
  return count;
}

/** Our whole lines, then those of theirs that are not among them, in their order. */
async function stageLines(
  our: ScannedFeed | undefined,
  their: ScannedFeed,
  target: FileHandle,
): Promise<Staged> {
  const have = new Set<string>();
  if (our !== undefined)
    for await (const block of readRawLines(our.file, { from: 0, to: our.bytes }))
      for (const { hash } of block) have.add(hash);
  const end = their.bytes - (their.check.torn?.bytes ?? 0);
  const source = await open(their.file, 'r');
  let lines = 0;
  try {
    let at = our === undefined ? 0 : await copyWholeLines(our, target);
    for await (const block of readRawLines(their.file, { from: 0, to: end }))
      for (const { hash, offset, bytes } of block) {
        if (have.has(hash)) continue;
        const line = Buffer.alloc(bytes + 1);
        await source.read(line, 0, bytes + 1, offset);
        await writeAt(target, line, at);
        at += line.length;
        lines += 1;
      }
  } finally {
    await source.close();
  }
  return { lines, isTheirs: false };
}

/** Copies a feed up to its last whole line; gives its length. */
async function copyWholeLines(
  { file, bytes, check }: ScannedFeed,
  target: FileHandle,
): Promise<number> {
  const end = bytes - (check.torn?.bytes ?? 0);
  const source = await open(file, 'r');
  try {
    const block = Buffer.allocUnsafe(blockBytes);
    let at = 0;
    while (at < end) {
      const { bytesRead } = await source.read(block, 0, Math.min(block.length, end - at), at);
      if (bytesRead === 0) break;
      await writeAt(target, block.subarray(0, bytesRead), at);
      at += bytesRead;
    }
    return at;
  } finally {
    await source.close();
  }
}

async function writeAt(target: FileHandle, bytes: Buffer, place: number): Promise<void> {
  let done = 0;
  while (done < bytes.length)
    done += (await target.write(bytes, done, bytes.length - done, place + done)).bytesWritten;
}

async function linkOrCopy(file: string, target: string): Promise<void> {
  try {
    await link(file, target);
  } catch (error) {
    // FAT and some network file systems know no hard links; a dry run may lie on another disk.
    if (systemCode(error) === undefined) throw error;
    await copyFile(file, target);
  }
}
