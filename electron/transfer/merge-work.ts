import path from 'node:path';
import { runWorker } from '../notebook/background.ts';
import type { KeyProtection } from '../notebook/keys.ts';
import { readNotebookFolder } from '../notebook/notebook-folder.ts';
import { lockForWriting } from '../notebook/writing-lock.ts';
import {
  lookAtCopy,
  mergeLocked,
  type MergeProgress,
  type MergeRequest,
  type MergeResult,
  receiveCopy,
} from './merge-notebook.ts';

export type MergeStep = 'look' | 'take' | 'receive';

/** Does a part of a merge that reads whole files: in this process for the command line, in a worker beside a window. */
export type MergeWork = (
  step: MergeStep,
  request: MergeRequest,
  progress: MergeProgress,
) => MergeResult;

/** Does the work here. */
export const mergeHere: MergeWork = (step, request, progress) => {
  switch (step) {
    case 'look':
      return lookAtCopy(request, progress);
    case 'take':
      return mergeLocked(request, progress);
    case 'receive':
      return receiveCopy(request, progress);
  }
};

/** Does the work in a worker; `folder` holds its bundle (dist/main/workers). */
export function mergeInWorkers(folder: string): MergeWork {
  return (step, request, progress) =>
    runWorker(
      path.join(folder, 'transfer.cjs'),
      ['merge', step, JSON.stringify(request)],
      progress,
    );
}

export type MergeOptions = Omit<MergeRequest, 'folder' | 'source'> &
  MergeProgress & {
    readonly userData: string;
    readonly protection: KeyProtection;
    /** True to look only: nothing in the notebook's folder changes. */
    readonly dryRun: boolean;
    readonly lockPatienceMs?: number | undefined;
    readonly work?: MergeWork | undefined;
  };

/**
 * Takes over what another copy of a notebook has and this one lacks: all of it or nothing. `folder` may not exist
 * yet: then it becomes a notebook with the other's identity.
 */
export async function mergeNotebook(
  folder: string,
  source: string,
  options: MergeOptions,
): MergeResult {
  const { work = mergeHere, key, acceptForks, temporary, onProgress, signal } = options;
  const request = { folder, source, key, acceptForks, temporary, ownFeed: options.ownFeed };
  const progress = { onProgress, signal };
  if (options.dryRun) return work('look', request, progress);
  const there = await readNotebookFolder(folder);
  if (!there.ok)
    return there.error.kind === 'not-found' ? work('receive', request, progress) : there;
  // The lock is taken here and not in the worker: the key that it is about is closed to plain Node.
  const lock = await lockForWriting(folder, there.value.notebook, options);
  if (!lock.ok) return lock;
  try {
    return await work('take', { ...request, ownFeed: lock.value.own.key?.feed }, progress);
  } finally {
    lock.value.release();
  }
}
