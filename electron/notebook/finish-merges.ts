import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { canonicalize } from '#shared/journal/canonical-json.ts';
import { feedIdSchema, sha256Schema } from '#shared/lib/ids.ts';
import { syncFolder, writeNewFile } from './durable-file.ts';
import { evidenceFileName } from './evidence-vault.ts';
import { timestampFileName } from '../proof/timestamp-files.ts';
import { leftOutFileName } from './left-out-files.ts';
import { feedFileOf, placesIn } from './notebook-folder.ts';
import { systemCode } from './system-error.ts';

/** Folders in which a merge is prepared; gone when it is done. */
export const mergeFolderPrefix = '.merge-';
const decisionFile = 'decided.json';

/** What a merge moves into the notebook once everything of it lies synced in its folder. */
const decisionSchema = z.object({
  feeds: z.array(feedIdSchema),
  evidence: z.array(sha256Schema),
  /** Statements about evidence that did not come along. */
  leftOut: z.array(sha256Schema).default([]),
  /** Seals whose time stamps come along. */
  timestamps: z.array(sha256Schema).default([]),
});
type MergeDecision = z.infer<typeof decisionSchema>;

/**
 * The point of no return of a merge: from here on it is finished, by whoever opens the notebook next if need be.
 */
export async function decideMerge(work: string, decision: MergeDecision): Promise<void> {
  await writeNewFile(path.join(work, decisionFile), `${canonicalize(decision)}\n`);
  await syncFolder(work);
}

/**
 * Finishes merges that were decided and forgets those that were not; only the holder of the lock may. A move that
 * was made already is passed over, so that it can be interrupted as often as it likes.
 */
export async function finishMerges(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(mergeFolderPrefix)) continue;
    const work = path.join(folder, name);
    await finishMerge(folder, work);
    await rm(work, { recursive: true, force: true });
  }
}

/** Finishes the merge that was prepared in a folder, if it was decided. */
export async function finishMerge(folder: string, work: string): Promise<void> {
  const decision = await readDecision(work);
  if (decision !== undefined) await moveIn(folder, path.join(work, 'staged'), decision);
}

async function readDecision(work: string): Promise<MergeDecision | undefined> {
  let text: string;
  try {
    text = await readFile(path.join(work, decisionFile), 'utf8');
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
  try {
    return decisionSchema.parse(JSON.parse(text));
  } catch {
    // A decision is synced before anything moves: one that cannot be read was never made.
    return undefined;
  }
}

/** True when a merge prepared in this folder will be finished. */
export async function isDecided(work: string): Promise<boolean> {
  return (await readDecision(work)) !== undefined;
}

async function moveIn(
  folder: string,
  staged: string,
  { feeds, evidence, leftOut, timestamps }: MergeDecision,
): Promise<void> {
  const into = placesIn(folder);
  const from = placesIn(staged);
  await mkdir(into.feeds, { recursive: true });
  await mkdir(into.evidence, { recursive: true });
  // What lines name is there before the lines are.
  for (const sha256 of evidence) {
    const name = evidenceFileName(sha256);
    await moveIfThere(path.join(from.evidence, name), path.join(into.evidence, name));
  }
  await syncFolder(into.evidence);
  // Before the lines too: an item without its file and without a word about that would be a loss.
  if (leftOut.length > 0) {
    await mkdir(into.leftOut, { recursive: true });
    for (const sha256 of leftOut) {
      const name = leftOutFileName(sha256);
      await moveIfThere(path.join(from.leftOut, name), path.join(into.leftOut, name));
    }
    await syncFolder(into.leftOut);
  }
  for (const feed of feeds) await moveIfThere(feedFileOf(staged, feed), feedFileOf(folder, feed));
  await syncFolder(into.feeds);
  if (timestamps.length > 0) {
    await mkdir(into.timestamps, { recursive: true });
    for (const seal of timestamps) {
      const name = timestampFileName(seal);
      await moveIfThere(path.join(from.timestamps, name), path.join(into.timestamps, name));
    }
    await syncFolder(into.timestamps);
  }
  // What has come is not left out any more: from here on it would be missing if it went.
  for (const sha256 of evidence)
    await rm(path.join(into.leftOut, leftOutFileName(sha256)), { force: true });
}

async function moveIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}
