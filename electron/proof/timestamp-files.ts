import { lstat, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { TimestampFacts } from '#shared/journal/check-timestamps.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { syncFolder, writeNewFile } from '../notebook/durable-file.ts';
import { namesIn } from '../notebook/evidence-vault.ts';
import { randomHex } from '../notebook/node-crypto.ts';
import { placesIn } from '../notebook/notebook-folder.ts';
import { readSmallFile } from '../notebook/small-file.ts';
import { systemCode } from '../notebook/system-error.ts';
import { largestResponseBytes, readTimestamp, type Timestamp } from './timestamp-response.ts';

/** The name of a time stamp: the value of the seal that it is for. */
export function timestampFileName(sealValue: string): string {
  return `${sealValue}.tsr`;
}

/** The seals that have a time stamp in a notebook's folder. */
export async function listTimestamps(folder: string): Promise<readonly string[]> {
  const names = await namesIn(placesIn(folder).timestamps);
  return names.toSorted().flatMap((name) => /^([0-9a-f]{64})\.tsr$/.exec(name)?.[1] ?? []);
}

/** A time stamp that holds for the seal that names its file, or what is the matter with it (`TimestampFacts`). */
type StampOfSeal = Timestamp | 'wrong' | 'unknown';

/** Reads and checks every time stamp of a notebook's folder. */
export async function readTimestampFiles(
  folder: string,
): Promise<readonly { readonly seal: string; readonly stamp: StampOfSeal }[]> {
  const read = [];
  for (const seal of await listTimestamps(folder)) {
    const file = path.join(placesIn(folder).timestamps, timestampFileName(seal));
    read.push({ seal, stamp: stampOn(await readResponseFile(file), seal) });
  }
  return read;
}

/** What the time stamps of a folder say of the seals that name their files. */
export async function checkTimestampFiles(folder: string): Promise<TimestampFacts> {
  const files = await readTimestampFiles(folder);
  return new Map(files.map(({ seal, stamp }) => [seal, wordOf(stamp)]));
}

/** What one file says of the seal that names it (`TimestampFacts`). */
export function verdictOn(bytes: Uint8Array | undefined, seal: string): string {
  return wordOf(stampOn(bytes, seal));
}

function wordOf(stamp: StampOfSeal): string {
  return typeof stamp === 'string' ? stamp : stamp.at;
}

function stampOn(bytes: Uint8Array | undefined, seal: string): StampOfSeal {
  const read = bytes === undefined ? undefined : readTimestamp(bytes);
  if (read === undefined || (!read.ok && read.error.kind !== 'unknown-algorithm')) return 'wrong';
  if (!read.ok) return 'unknown';
  return read.value.stamped === seal ? read.value : 'wrong';
}

/** The bytes of a response that somebody brought; undefined for what can be none. */
export function readResponseFile(file: string): Promise<Uint8Array | undefined> {
  return readSmallFile(file, largestResponseBytes);
}

/** Keeps a response beside the seal that it is for; one that is there stays. */
export async function keepTimestamp(
  folder: string,
  sealValue: string,
  bytes: Uint8Array,
): Promise<Result<undefined, { readonly kind: 'already-there' }>> {
  const { timestamps } = placesIn(folder);
  await mkdir(timestamps, { recursive: true });
  const place = path.join(timestamps, timestampFileName(sealValue));
  if (await isThere(place)) return err({ kind: 'already-there' });
  const building = path.join(timestamps, `.${randomHex(6)}.part`);
  try {
    await writeNewFile(building, bytes);
    await rename(building, place);
    await syncFolder(timestamps);
    return ok(undefined);
  } finally {
    await rm(building, { force: true });
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    return false;
  }
}
