import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Result } from '#shared/lib/result.ts';
import type { KeyProtection } from '../notebook/keys.ts';
import type { AgeKey } from './age-file.ts';
import { type Merged, type MergeError, mergeNotebook } from './merge-notebook.ts';
import {
  type BundleError,
  type BundleOptions,
  writeBundle,
  type WrittenBundle,
} from './write-bundle.ts';

export type TakeOptions = {
  readonly key?: AgeKey | undefined;
  /** True to look only: nothing in the notebook's folder changes. */
  readonly dryRun: boolean;
  readonly acceptForks: boolean;
  /** The feed of this device, against whose clock the others are held. */
  readonly ownFeed?: string | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** What a window does with bundles and copies of its notebook. */
export type TransferWork = {
  readonly bundle: (
    folder: string,
    options: Omit<BundleOptions, 'app' | 'nowMs'>,
  ) => Promise<Result<WrittenBundle, BundleError>>;
  /** Nobody may have the notebook open for writing unless it is a dry run. */
  readonly take: (
    folder: string,
    source: string,
    options: TakeOptions,
  ) => Promise<Result<Merged, MergeError>>;
};

/** Bundles and copies on the disk, with the keys of this user. */
export function transferWork(keys: {
  readonly userData: string;
  readonly protection: KeyProtection;
  readonly app: { readonly version: string };
}): TransferWork {
  return {
    bundle: (folder, options) =>
      writeBundle(folder, { ...options, app: keys.app, nowMs: Date.now() }),
    take: async (folder, source, options) => {
      const temporary = await mkdtemp(path.join(os.tmpdir(), 'kiroku-merge-'));
      try {
        return await mergeNotebook(folder, source, { ...keys, ...options, temporary });
      } finally {
        await rm(temporary, { recursive: true, force: true });
      }
    },
  };
}
