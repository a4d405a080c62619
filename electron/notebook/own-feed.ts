import { open } from 'node:fs/promises';
import path from 'node:path';
import { rotationOf } from '#shared/journal/check-rotations.ts';
import type { FeedHead } from './feed-draft.ts';
import { syncFolder } from './durable-file.ts';
import type { ScannedFeed, ScannedNotebook } from './feed-scan.ts';
import { newOwnKey, type OwnKey } from './keys.ts';
import { nodeCrypto } from './node-crypto.ts';
import type { SigningKey } from './signing-key.ts';
import { systemCode } from './system-error.ts';

/** The feed that this device is going to write, decided when a notebook is opened. */
export type OwnFeed = {
  readonly own: OwnKey & { readonly key: SigningKey };
  /** True when the key lies in the user-data folder already. */
  readonly isKept: boolean;
  /** True when the key in use handed over to this one, and was not replaced by it yet. */
  readonly isNext?: boolean;
  /** The feed as it lies in the folder; undefined when its first line is still to be written. */
  readonly scanned?: ScannedFeed;
  /** Bytes of its file that hold good lines. */
  readonly end?: number;
  /** What this device saved and the folder does not hold. */
  readonly lost?: { readonly feed: string; readonly seq: number };
};

/**
 * Decides whether this device goes on with its feed or begins a new one.
 *
 * A feed is continued only when all of it is sound and it still has the line that this device
 * acknowledged last. Otherwise somebody changed it, or an older copy was put back: a line written
 * there would make a fork. The new feed names the old one, so that everybody can see the break.
 */
export function decideOwnFeed(
  own: OwnKey,
  { feeds, check: notebookCheck }: Pick<ScannedNotebook, 'feeds' | 'check'>,
): OwnFeed {
  const { key, remembered, places, predecessor } = own;
  if (key === undefined) return { own: withNewKey(places, predecessor), isKept: false };
  const scanned = feeds.get(key.feed);
  const { next } = own;
  const heir = scanned && rotationOf(scanned.check, nodeCrypto());
  // A change of keys that was interrupted: its line is there, so the key that it names goes on.
  if (next !== undefined && heir?.feed === next.feed)
    return {
      own: { places, key: next, unusable: false, predecessor: key.feed },
      isKept: true,
      isNext: true,
    };
  const kept = { ...own, key };
  if (scanned === undefined)
    return remembered === undefined
      ? { own: kept, isKept: true }
      : { own: withNewKey(places, key.feed), isKept: false, lost: remembered };
  const { check, bytes } = scanned;
  const hasAll =
    remembered === undefined || check.known.get(remembered.seq)?.hash === remembered.hash;
  return hasAll && notebookCheck.appendable.has(key.feed)
    ? { own: kept, isKept: true, scanned, end: bytes - (check.torn?.bytes ?? 0) }
    : { own: withNewKey(places, key.feed), isKept: false, ...(!hasAll && { lost: remembered }) };
}

function withNewKey(places: OwnKey['places'], predecessor: string | undefined) {
  const own = newOwnKey(places, predecessor);
  if (own.key === undefined) throw new Error('a new key has a key');
  return { ...own, key: own.key };
}

/** Heads of the other feeds that the own feed has not named yet, and the highest number it named. */
export function witnessOthers(
  own: ScannedFeed | undefined,
  feeds: ReadonlyMap<string, ScannedFeed>,
): { readonly unwitnessed: Record<string, FeedHead>; readonly seenLam: number } {
  const seenSeq = new Map<string, number>();
  let seenLam = 0;
  for (const { seen } of own?.check.facts.witnesses ?? []) {
    for (const [feed, [seq]] of Object.entries(seen)) {
      seenSeq.set(feed, Math.max(seenSeq.get(feed) ?? -1, seq));
      seenLam = Math.max(seenLam, feeds.get(feed)?.check.known.get(seq)?.lam ?? 0);
    }
  }
  const unwitnessed: Record<string, FeedHead> = {};
  for (const [feed, { check }] of feeds) {
    if (feed === own?.feed || check.head === undefined) continue;
    if (check.head.seq > (seenSeq.get(feed) ?? -1)) unwitnessed[feed] = check.head;
  }
  return { unwitnessed, seenLam };
}

/**
 * Cuts off what was never acknowledged at the end of a feed's file. It is copied out first, beside the
 * feed: nothing is thrown away. Returns the name of the copy.
 */
export async function setTornTailAside(file: string, feed: string, from: number): Promise<string> {
  const folder = path.dirname(file);
  const source = await open(file, 'r+');
  try {
    for (let number = 1; ; number += 1) {
      const name = `${feed}.torn-${number}`;
      const target = await createIfFree(path.join(folder, name));
      if (target === undefined) continue;
      try {
        await copyRest(source, from, target);
        await target.sync();
      } finally {
        await target.close();
      }
      await syncFolder(folder);
      await source.truncate(from);
      await source.sync();
      return name;
    }
  } finally {
    await source.close();
  }
}

type FileHandle = Awaited<ReturnType<typeof open>>;

async function createIfFree(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'wx');
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return undefined;
    throw error;
  }
}

async function copyRest(source: FileHandle, from: number, target: FileHandle): Promise<void> {
  const block = Buffer.allocUnsafe(1_048_576);
  let position = from;
  for (;;) {
    const { bytesRead } = await source.read(block, 0, block.length, position);
    if (bytesRead === 0) return;
    await target.writeFile(block.subarray(0, bytesRead));
    position += bytesRead;
  }
}
