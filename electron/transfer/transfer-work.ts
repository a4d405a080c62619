import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Result } from '#shared/lib/result.ts';
import { runWorker } from '../notebook/background.ts';
import type { KeyProtection } from '../notebook/keys.ts';
import type { AgeKey } from './age-file.ts';
import { type HeldCopy, hiddenLines, writeOpeningOf } from './hidden-lines.ts';
import type { Merged, MergeError, MergeProgress } from './merge-notebook.ts';
import { mergeHere, mergeInWorkers, mergeNotebook, type MergeWork } from './merge-work.ts';
import type { IncomingError } from './incoming-notebook.ts';
import { bundleMaker } from './sign-left-out.ts';
import {
  type BundleError,
  type BundleProgress,
  type BundleRequest,
  writeBundle,
  type WrittenBundle,
} from './write-bundle.ts';
import { type IncomingCheck, type VerifiedIncoming, verifyIncoming } from './verify-incoming.ts';
import {
  type RedactedBundle,
  type RedactedRequest,
  type RedactionError,
  writeRedacted,
} from './write-redacted.ts';

export type TakeOptions = MergeProgress & {
  readonly key?: AgeKey | undefined;
  /** True to look only: nothing in the notebook's folder changes. */
  readonly dryRun: boolean;
  readonly acceptForks: boolean;
  /** The feed of this device, against whose clock the others are held. */
  readonly ownFeed?: string | undefined;
};

/** What a window does with bundles and copies of its notebook. */
export type TransferWork = {
  /** Writes a copy in which values are hidden; without `out` it only says what would be. */
  readonly redact: (
    folder: string,
    options: Omit<RedactedRequest, 'app' | 'nowMs' | 'maker'> & MergeProgress,
  ) => Promise<Result<RedactedBundle, RedactionError>>;
  /** Checks a bundle or a folder and takes nothing of it over. */
  readonly check: (
    source: string,
    options: MergeProgress & Pick<IncomingCheck, 'key' | 'opening'>,
  ) => Promise<Result<VerifiedIncoming, IncomingError>>;
  /** Lists what a redacted copy hides, beside the notebook that it was made of. */
  readonly hidden: (
    folder: string,
    source: string,
    options: MergeProgress & Pick<HeldCopy, 'key'>,
  ) => ReturnType<typeof hiddenLines>;
  /** Writes a file that shows some of what is hidden. */
  readonly open: typeof writeOpeningOf;
  readonly bundle: (
    folder: string,
    options: Omit<BundleRequest, 'app' | 'nowMs' | 'maker'> & MergeProgress,
  ) => Promise<Result<WrittenBundle, BundleError>>;
  /**
   * Nobody may have the notebook open for writing unless it is a dry run. A folder that does not exist becomes a
   * notebook.
   */
  readonly take: (
    folder: string,
    source: string,
    options: TakeOptions,
  ) => Promise<Result<Merged, MergeError>>;
};

/** The parts that read and write whole files. */
export type TransferSteps = {
  readonly bundle: (
    folder: string,
    request: BundleRequest,
    progress: BundleProgress,
  ) => Promise<Result<WrittenBundle, BundleError>>;
  readonly redact: (
    folder: string,
    request: RedactedRequest,
    progress: BundleProgress,
  ) => Promise<Result<RedactedBundle, RedactionError>>;
  readonly check: (
    request: IncomingCheck,
    progress: MergeProgress,
  ) => Promise<Result<VerifiedIncoming, IncomingError>>;
  readonly hidden: (
    folder: string,
    copy: HeldCopy,
    progress: MergeProgress,
  ) => ReturnType<typeof hiddenLines>;
  readonly open: typeof writeOpeningOf;
  readonly merge: MergeWork;
};

/** Does them in this process. */
export const transferHere: TransferSteps = {
  bundle: writeBundle,
  redact: writeRedacted,
  check: verifyIncoming,
  hidden: hiddenLines,
  open: writeOpeningOf,
  merge: mergeHere,
};

/** Does them in workers, one for each; `folder` holds their bundle (dist/main/workers). */
export function transferInWorkers(folder: string): TransferSteps {
  return {
    bundle: (notebook, request, progress) =>
      runWorker(
        path.join(folder, 'transfer.cjs'),
        ['bundle', notebook, JSON.stringify(request)],
        progress,
      ),
    redact: (notebook, request, progress) =>
      runWorker(
        path.join(folder, 'transfer.cjs'),
        ['redact', notebook, JSON.stringify(request)],
        progress,
      ),
    check: (request, progress) =>
      runWorker(
        path.join(folder, 'transfer.cjs'),
        ['check', request.source, JSON.stringify(request)],
        progress,
      ),
    hidden: (notebook, copy, progress) =>
      runWorker(
        path.join(folder, 'transfer.cjs'),
        ['hidden', notebook, JSON.stringify(copy)],
        progress,
      ),
    open: (notebook, request) =>
      runWorker(path.join(folder, 'transfer.cjs'), ['open', notebook, JSON.stringify(request)], {}),
    merge: mergeInWorkers(folder),
  };
}

/** Bundles and copies on the disk, with the keys of this user. */
export function transferWork(
  keys: {
    readonly userData: string;
    readonly protection: KeyProtection;
    readonly by: () => string;
    readonly app: { readonly version: string };
  },
  steps: TransferSteps,
): TransferWork {
  return {
    bundle: async (folder, { onProgress, signal, ...request }) => {
      const maker = await bundleMaker(folder, { ...keys, by: keys.by() });
      const { version } = keys.app;
      return steps.bundle(
        folder,
        { ...request, maker, app: { version }, nowMs: Date.now() },
        { onProgress, signal },
      );
    },
    redact: async (folder, { onProgress, signal, ...request }) => {
      const maker = await bundleMaker(folder, { ...keys, by: keys.by() });
      const { version } = keys.app;
      return steps.redact(
        folder,
        { ...request, maker, app: { version }, nowMs: Date.now() },
        { onProgress, signal },
      );
    },
    check: async (source, { key, opening, ...progress }) => {
      const temporary = await mkdtemp(path.join(os.tmpdir(), 'kiroku-check-'));
      try {
        return await steps.check({ source, key, opening, temporary }, progress);
      } finally {
        await rm(temporary, { recursive: true, force: true });
      }
    },
    hidden: async (folder, source, { key, ...progress }) => {
      const temporary = await mkdtemp(path.join(os.tmpdir(), 'kiroku-hidden-'));
      try {
        return await steps.hidden(folder, { source, key, temporary }, progress);
      } finally {
        await rm(temporary, { recursive: true, force: true });
      }
    },
    open: steps.open,
    take: async (folder, source, options) => {
      const temporary = await mkdtemp(path.join(os.tmpdir(), 'kiroku-merge-'));
      try {
        const { userData, protection } = keys;
        return await mergeNotebook(folder, source, {
          userData,
          protection,
          ...options,
          temporary,
          work: steps.merge,
        });
      } finally {
        await rm(temporary, { recursive: true, force: true });
      }
    },
  };
}
