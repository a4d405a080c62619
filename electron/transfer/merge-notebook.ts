import { chmod, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { OperationOf } from '#shared/journal/operation.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { hashFile } from '../notebook/copy-and-hash.ts';
import { syncFolder } from '../notebook/durable-file.ts';
import { evidenceFileName } from '../notebook/evidence-vault.ts';
import { scanNotebook } from '../notebook/feed-scan.ts';
import {
  decideMerge,
  finishMerges,
  isDecided,
  mergeFolderPrefix,
} from '../notebook/finish-merges.ts';
import type { KeyProtection } from '../notebook/keys.ts';
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
import { lockForWriting } from '../notebook/writing-lock.ts';
import type { AgeKey } from './age-file.ts';
import { type IncomingError, type IncomingNotebook, openIncoming } from './incoming-notebook.ts';
import { type MergePlan, type MergeRefusal, type MergeSummary, planMerge } from './plan-merge.ts';

export type MergeOptions = {
  readonly userData: string;
  readonly protection: KeyProtection;
  readonly key?: AgeKey | undefined;
  /** True to look only: nothing in the notebook's folder changes. */
  readonly dryRun: boolean;
  /** Where a dry run unpacks; gone afterwards. */
  readonly temporary: string;
  /** A person has seen that a feed has two continuations and wants both kept. */
  readonly acceptForks: boolean;
  /** This device's feed, when whoever asks knows it: a dry run does not take the lock that tells it. */
  readonly ownFeed?: string | undefined;
  readonly lockPatienceMs?: number | undefined;
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

/**
 * Takes over what another copy of a notebook has and this one lacks: all of it or nothing.
 *
 * `folder` may not exist yet: then it becomes a notebook with the other's identity. The caller opens the notebook
 * afterwards and writes the operation, whose line witnesses the lines that came.
 */
export async function mergeNotebook(
  folder: string,
  source: string,
  options: MergeOptions,
): Promise<Result<Merged, MergeError>> {
  return options.dryRun
    ? inFolder(options.temporary, (work) => dryRun(folder, source, work, options))
    : merge(folder, source, options);
}

async function dryRun(
  folder: string,
  source: string,
  work: string,
  options: MergeOptions,
): Promise<Result<Merged, MergeError>> {
  const incoming = await openIncoming(source, path.join(work, 'incoming'), options);
  if (!incoming.ok) return incoming;
  const identity = await readNotebookFolder(folder);
  if (!identity.ok && identity.error.kind !== 'not-found') return identity;
  const planned = await planMerge(
    folder,
    identity.ok ? identity.value : incoming.value.identity,
    incoming.value,
    { work, ownFeed: options.ownFeed, signal: options.signal },
  );
  return planned.ok ? ok({ summary: planned.value.summary }) : planned;
}

async function merge(
  folder: string,
  source: string,
  options: MergeOptions,
  name?: string,
): Promise<Result<Merged, MergeError>> {
  const there = await readNotebookFolder(folder);
  if (!there.ok) return there.error.kind === 'not-found' ? receive(folder, source, options) : there;
  const lock = await lockForWriting(folder, there.value.notebook, options);
  if (!lock.ok) return lock;
  try {
    await finishMerges(folder);
    return await inFolder(
      path.join(folder, `${mergeFolderPrefix}${randomHex(6)}`),
      async (work) => {
        const incoming = await openIncoming(source, path.join(work, 'incoming'), options);
        if (!incoming.ok) return incoming;
        const planned = await planMerge(folder, there.value, incoming.value, {
          work,
          signal: options.signal,
          ownFeed: lock.value.own.key?.feed,
        });
        if (!planned.ok) return planned;
        const named = { ...incoming.value, ...(name !== undefined && { name }) };
        return decide(folder, work, named, planned.value, options);
      },
    );
  } finally {
    lock.value.release();
  }
}

/** Makes a notebook of what came where there is none. */
async function receive(
  folder: string,
  source: string,
  options: MergeOptions,
): Promise<Result<Merged, MergeError>> {
  return inFolder(options.temporary, async (work) => {
    const incoming = await openIncoming(source, path.join(work, 'incoming'), options);
    if (!incoming.ok) return incoming;
    // Looked at before a folder is made: what is refused leaves nothing behind.
    const looked = await planMerge(folder, incoming.value.identity, incoming.value, {
      work: path.join(work, 'look'),
      signal: options.signal,
    });
    if (!looked.ok) return looked;
    const made = await createNotebookFolder(folder, { identity: incoming.value.identity });
    if (!made.ok) return made;
    const merged = await merge(folder, incoming.value.folder, options, incoming.value.name);
    if (!merged.ok) await rm(folder, { recursive: true, force: true });
    return merged;
  });
}

async function decide(
  folder: string,
  work: string,
  incoming: IncomingNotebook,
  plan: MergePlan,
  options: MergeOptions,
): Promise<Result<Merged, MergeError>> {
  const { summary, heads, feeds, evidence, staged } = plan;
  if (summary.lines === 0 && evidence.length === 0) return ok({ summary });
  if (summary.forks.length > 0 && !options.acceptForks)
    return err({ kind: 'forks', forks: summary.forks });
  try {
    const isOurs = incoming.folder.startsWith(work + path.sep);
    await stageEvidence(staged, evidence, isOurs, options.signal);
    for (const made of ['feeds', 'evidence']) await syncFolder(path.join(staged, made));
    await keepTornTails(folder, feeds);
    options.signal?.throwIfAborted();
    await decideMerge(work, { feeds: [...feeds], evidence: evidence.map(({ sha256 }) => sha256) });
    await finishMerges(folder);
  } catch (error) {
    if (options.signal?.aborted === true) return err({ kind: 'stopped' });
    if (isOutOfSpace(error)) return err({ kind: 'disk-full' });
    if (systemCode(error) === undefined) throw error;
    return err({ kind: 'merge-failed', detail: systemDetail(error) });
  }
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
async function keepTornTails(folder: string, feeds: readonly string[]): Promise<void> {
  const identity = await readNotebookFolder(folder);
  if (!identity.ok) return;
  const scanned = await scanNotebook(folder, identity.value.notebook, { signatures: false });
  for (const feed of feeds) {
    const there = scanned.feeds.get(feed);
    const torn = there?.check.torn;
    if (there !== undefined && torn !== undefined)
      await setTornTailAside(feedFileOf(folder, feed), feed, there.bytes - torn.bytes);
  }
}

async function inFolder<T>(
  work: string,
  run: (work: string) => Promise<Result<T, MergeError>>,
): Promise<Result<T, MergeError>> {
  try {
    await mkdir(work, { recursive: true });
    return await run(work);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return err(folderErrorOf(error, path.dirname(work)) satisfies FolderError);
  } finally {
    // What was decided and could not be finished is finished when the notebook is opened next.
    if (!(await isDecided(work))) await rm(work, { recursive: true, force: true });
  }
}
