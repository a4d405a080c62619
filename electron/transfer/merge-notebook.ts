import { chmod, copyFile, lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { OperationOf } from '#shared/journal/operation.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { hashFile } from '../notebook/hash-file.ts';
import { syncFolder } from '../notebook/durable-file.ts';
import { evidenceFileName } from '../notebook/evidence-vault.ts';
import {
  decideMerge,
  finishMerge,
  finishMerges,
  isDecided,
  mergeFolderPrefix,
} from '../notebook/finish-merges.ts';
import { randomHex } from '../notebook/node-crypto.ts';
import {
  createNotebookFolder,
  feedFileOf,
  type FolderError,
  folderErrorOf,
  placesIn,
  readNotebookFolder,
} from '../notebook/notebook-folder.ts';
import { setTornTailAside } from '../notebook/own-feed.ts';
import { isOutOfSpace, systemCode, systemDetail } from '../notebook/system-error.ts';
import type { AgeKey } from './age-file.ts';
import { type IncomingError, type IncomingNotebook, openIncoming } from './incoming-notebook.ts';
import { type MergePlan, type MergeRefusal, type MergeSummary, planMerge } from './plan-merge.ts';

/** What a merge needs to know; plain data, so that it can go to a worker. */
export type MergeRequest = {
  /** The notebook; where it is to be when it is received. */
  readonly folder: string;
  /** A bundle or a folder. */
  readonly source: string;
  readonly key?: AgeKey | undefined;
  /** A person has seen that a feed has two continuations and wants both kept. */
  readonly acceptForks: boolean;
  /** This device's feed, against whose clock the others are held. */
  readonly ownFeed?: string | undefined;
  /** Where a dry run unpacks; gone afterwards. */
  readonly temporary: string;
};

/** Bytes read of what comes and of what it becomes, out of how many. */
export type MergeProgress = {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type MergeError =
  | IncomingError
  | MergeRefusal
  | { readonly kind: 'forks'; readonly forks: MergeSummary['forks'] }
  | { readonly kind: 'locked'; readonly holder: string }
  | { readonly kind: 'not-writable'; readonly detail: string }
  | { readonly kind: 'merge-failed'; readonly detail: string };

/** What a merge did or would do, and the operation that is still to be written; none when nothing was new. */
export type Merged = {
  readonly summary: MergeSummary;
  readonly operation?: OperationOf<'merge'>;
};

export type MergeResult = Promise<Result<Merged, MergeError>>;

/** Says what a merge would do; nothing in the notebook's folder changes. The notebook may not exist yet. */
export async function lookAtCopy(request: MergeRequest, progress: MergeProgress): MergeResult {
  const { folder, source } = request;
  return inFolder(request.temporary, progress.signal, async (work) => {
    const steps = inSteps(progress.onProgress, lookSteps);
    const incoming = await openIncoming(source, path.join(work, 'incoming'), {
      ...request,
      ...progress,
      onProgress: steps(0),
    });
    if (!incoming.ok) return incoming;
    const identity = await readNotebookFolder(folder);
    if (!identity.ok && identity.error.kind !== 'not-found') return identity;
    const planned = await planMerge(
      folder,
      identity.ok ? identity.value : incoming.value.identity,
      incoming.value,
      { work, ownFeed: request.ownFeed, signal: progress.signal, steps: [steps(1), steps(2)] },
    );
    return planned.ok ? ok({ summary: planned.value.summary }) : planned;
  });
}

/**
 * Takes over what another copy of a notebook has and this one lacks: all of it or nothing.
 *
 * The caller holds the notebook's lock, and afterwards writes the operation, whose line witnesses the lines that
 * came.
 */
export async function mergeLocked(request: MergeRequest, progress: MergeProgress): MergeResult {
  const { folder, source } = request;
  const there = await readNotebookFolder(folder);
  if (!there.ok) return there;
  await finishMerges(folder);
  const steps = inSteps(progress.onProgress, lookSteps);
  const place = path.join(folder, `${mergeFolderPrefix}${randomHex(6)}`);
  return inFolder(place, progress.signal, async (work) => {
    const incoming = await openIncoming(source, path.join(work, 'incoming'), {
      ...request,
      ...progress,
      onProgress: steps(0),
    });
    if (!incoming.ok) return incoming;
    const planned = await planMerge(folder, there.value, incoming.value, {
      work,
      ownFeed: request.ownFeed,
      signal: progress.signal,
      steps: [steps(1), steps(2)],
    });
    if (!planned.ok) return planned;
    return decide(folder, work, incoming.value, planned.value, request, progress.signal);
  });
}

/**
 * Makes a notebook of what came where there is none. It is built beside its place and renamed: what is there under
 * its name is whole.
 */
export async function receiveCopy(request: MergeRequest, progress: MergeProgress): MergeResult {
  const target = path.resolve(request.folder);
  const parent = path.dirname(target);
  const place = path.join(parent, `.${path.basename(target)}.${randomHex(6)}.part`);
  const steps = inSteps(progress.onProgress, lookSteps);
  const received = await inFolder(place, progress.signal, async (building) => {
    // On the same disk as its place: what is unpacked is moved, not copied once more.
    const work = path.join(building, 'work');
    const incoming = await openIncoming(request.source, path.join(work, 'incoming'), {
      ...request,
      ...progress,
      onProgress: steps(0),
    });
    if (!incoming.ok) return incoming;
    const { identity } = incoming.value;
    const folder = path.join(building, 'notebook');
    const made = await createNotebookFolder(folder, { identity });
    if (!made.ok) return made;
    const planned = await planMerge(folder, identity, incoming.value, {
      work,
      signal: progress.signal,
      steps: [steps(1), steps(2)],
    });
    if (!planned.ok) return planned;
    const merged = await decide(
      folder,
      work,
      incoming.value,
      planned.value,
      request,
      progress.signal,
    );
    if (!merged.ok) return merged;
    if (await isThere(target)) return err({ kind: 'already-exists', place: target });
    await rename(folder, target);
    return merged;
  });
  if (received.ok) await syncFolder(parent);
  return received;
}

/** Unpacking and hashing, reading what came, reading what is here. */
const lookSteps = 3;

/** Progress of steps that each count from nothing, as one that counts through: each weighs the same. */
function inSteps(
  onProgress: MergeProgress['onProgress'],
  steps: number,
): (step: number) => (done: number, total: number) => void {
  return (step) => (done, total) => {
    if (total > 0) onProgress?.(step * total + done, steps * total);
  };
}

async function isThere(place: string): Promise<boolean> {
  try {
    await lstat(place);
    return true;
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    return false;
  }
}

async function decide(
  folder: string,
  work: string,
  incoming: IncomingNotebook,
  plan: MergePlan,
  { acceptForks }: Pick<MergeRequest, 'acceptForks'>,
  signal: AbortSignal | undefined,
): MergeResult {
  const { summary, heads, feeds, torn, evidence, leftOut, timestamps, staged } = plan;
  const isNews = summary.lines > 0 || evidence.length > 0;
  if (!isNews && timestamps.length === 0) return ok({ summary });
  if (summary.forks.length > 0 && !acceptForks) return err({ kind: 'forks', forks: summary.forks });
  try {
    const isOurs = incoming.folder.startsWith(work + path.sep);
    await stageEvidence(staged, evidence, isOurs, signal);
    for (const made of ['feeds', 'evidence']) await syncFolder(path.join(staged, made));
    await keepTornTails(folder, torn);
    signal?.throwIfAborted();
    await decideMerge(work, {
      feeds: [...feeds],
      evidence: evidence.map(({ sha256 }) => sha256),
      leftOut: [...leftOut],
      timestamps: [...timestamps],
    });
    await finishMerge(folder, work);
  } catch (error) {
    if (signal?.aborted === true) return err({ kind: 'stopped' });
    if (isOutOfSpace(error)) return err({ kind: 'disk-full' });
    if (systemCode(error) === undefined) throw error;
    return err({ kind: 'merge-failed', detail: systemDetail(error) });
  }
  // A time stamp says something of a seal that is known: no line has to tell of it.
  if (!isNews) return ok({ summary });
  const operation: OperationOf<'merge'> = {
    t: 'merge',
    id: randomHex(16),
    from: incoming.name.slice(0, 1024),
    heads: Object.fromEntries(
      Object.entries(heads).map(([feed, [seq, hash]]) => [feed, [seq, hash]]),
    ),
    lines: summary.lines,
    evidence: evidence.length,
  };
  return ok({ summary, operation });
}

/** Brings evidence beside the staged feeds; what was unpacked for us is only moved. */
async function stageEvidence(
  staged: string,
  evidence: MergePlan['evidence'],
  isOurs: boolean,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { evidence: into } = placesIn(staged);
  await mkdir(into, { recursive: true });
  for (const { sha256, file } of evidence) {
    signal?.throwIfAborted();
    const target = path.join(into, evidenceFileName(sha256));
    if (isOurs) await rename(file, target);
    else await copyWhole(file, target, sha256);
    await chmod(target, 0o400);
  }
}

async function copyWhole(file: string, target: string, sha256: string): Promise<void> {
  await copyFile(file, target);
  const copy = await open(target, 'r+');
  try {
    await copy.sync();
  } finally {
    await copy.close();
  }
  if ((await hashFile(target)).sha256 !== sha256)
    throw Object.assign(new Error('the copy differs from what was read'), { code: 'EIO' });
}

/** The end of a feed that was never whole is kept beside it before its file is replaced. */
async function keepTornTails(folder: string, torn: MergePlan['torn']): Promise<void> {
  for (const [feed, end] of torn) await setTornTailAside(feedFileOf(folder, feed), feed, end);
}

async function inFolder(
  work: string,
  signal: AbortSignal | undefined,
  run: (work: string) => MergeResult,
): MergeResult {
  try {
    await mkdir(work, { recursive: true });
    return await run(work);
  } catch (error) {
    if (signal?.aborted === true) return err({ kind: 'stopped' });
    if (systemCode(error) === undefined) throw error;
    return err(folderErrorOf(error, path.dirname(work)) satisfies FolderError);
  } finally {
    // What was decided and could not be finished is finished when the notebook is opened next.
    if (!(await isDecided(work))) await rm(work, { recursive: true, force: true });
  }
}
