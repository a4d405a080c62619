import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Result } from '#shared/lib/result.ts';
import {
  type IntakeError,
  type IntakeOptions,
  type TakenFile,
  takeFile,
} from './evidence-vault.ts';
import type { FolderError } from './notebook-folder.ts';
import { type Verification, type VerifyOptions, verifyNotebook } from './verify-notebook.ts';

/** Work that reads whole files: in this process for the command line, in workers beside a window. */
export type Background = {
  readonly takeFile: (
    folder: string,
    original: string,
    options?: IntakeOptions,
  ) => Promise<Result<TakenFile, IntakeError>>;
  readonly verify: (
    folder: string,
    options?: VerifyOptions,
  ) => Promise<Result<Verification, FolderError>>;
};

/** Does the work here. */
export const inThisProcess: Background = { takeFile, verify: verifyNotebook };

/** Does the work in workers, one for each job; `folder` holds their bundles (dist/main/workers). */
export function inWorkers(folder: string): Background {
  return {
    takeFile: (notebook, original, options = {}) =>
      runWorker(path.join(folder, 'evidence.cjs'), [notebook, original], options),
    verify: (notebook, options = {}) =>
      runWorker(path.join(folder, 'verify.cjs'), [notebook], options),
  };
}

/** What a worker tells while it works, and at the end. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: unknown };

/** Runs one job in a worker of its own, and ends with what it gives. */
export function runWorker<T>(
  file: string,
  request: readonly string[],
  { onProgress, signal }: VerifyOptions,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const worker = new Worker(file, { workerData: request });
    // Asked, not killed: the worker removes what it has half written before it ends.
    const cancel = () => worker.postMessage('cancel');
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted === true) cancel();
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') onProgress?.(message.done, message.total);
      // Our own bundle on the other side, built from the same types.
      else resolve(message.result as T);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', cancel);
      reject(new Error(`the worker ended early (${code})`));
    });
  });
}
