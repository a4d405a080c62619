import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Result } from '#shared/lib/result.ts';
import {
  type IntakeError,
  type IntakeOptions,
  type TakenFile,
  takeFile,
} from './evidence-vault.ts';
import type { FilePath } from './hash-file.ts';
import type { FileReference } from '#shared/domain/evidence.ts';
import { checkKeptFile, type KeptFileCheck, type ReadFile, readInPlace } from './kept-file.ts';
import { checkCopy, type CopyCheck, type NamedCopy } from './check-copy.ts';
import type { FolderError } from './notebook-folder.ts';
import type { PauseGate } from './pause-gate.ts';
import { type Verification, type VerifyOptions, verifyNotebook } from './verify-notebook.ts';

/** Work that reads whole files: in this process for the command line, in workers beside a window. */
export type Background = {
  readonly takeFile: (
    folder: string,
    original: FilePath,
    options?: IntakeOptions,
  ) => Promise<Result<TakenFile, IntakeError>>;
  /** Hashes a file where it lies. */
  readonly readInPlace: (
    original: FilePath,
    options?: IntakeOptions,
  ) => Promise<Result<ReadFile, IntakeError>>;
  /** Hashes it again and compares. */
  readonly checkKept: (
    original: FilePath,
    recorded: FileReference,
    options?: IntakeOptions,
  ) => Promise<Result<KeptFileCheck, IntakeError>>;
  /** Holds a copy against its hashes. */
  readonly checkCopy: (folder: string, copy: NamedCopy) => Promise<CopyCheck>;
  readonly verify: (
    folder: string,
    options?: VerifyOptions,
  ) => Promise<Result<Verification, FolderError>>;
};

/** Does the work here. */
export const inThisProcess: Background = {
  takeFile,
  readInPlace,
  checkKept: checkKeptFile,
  checkCopy,
  verify: verifyNotebook,
};

/** Does the work in workers, one for each job; `folder` holds their bundles (dist/main/workers). */
export function inWorkers(folder: string): Background {
  const evidenceWork = <T>(work: EvidenceWork, options: WorkerOptions) =>
    runWorker<T>(path.join(folder, 'evidence.cjs'), [JSON.stringify(work)], options);
  return {
    takeFile: (notebook, original, { hashes, ...options } = {}) =>
      evidenceWork(
        { kind: 'take', folder: notebook, original: written(original), hashes },
        options,
      ),
    readInPlace: (original, { hashes, ...options } = {}) =>
      evidenceWork({ kind: 'read', original: written(original), hashes }, options),
    checkKept: (original, recorded, options = {}) =>
      evidenceWork({ kind: 'check', original: written(original), recorded }, options),
    checkCopy: (notebook, copy) => evidenceWork({ kind: 'copy', folder: notebook, copy }, {}),
    verify: (notebook, options = {}) =>
      runWorker(path.join(folder, 'verify.cjs'), [notebook], options),
  };
}

/** A path on its way to a worker: bytes where it is no text. */
export type WrittenPath = { readonly text: string } | { readonly base64: string };

function written(file: FilePath): WrittenPath {
  return typeof file === 'string' ? { text: file } : { base64: file.toString('base64') };
}

/** What the worker for evidence is asked to do. */
export type EvidenceWork =
  | {
      readonly kind: 'take';
      readonly folder: string;
      readonly original: WrittenPath;
      readonly hashes: IntakeOptions['hashes'];
    }
  | {
      readonly kind: 'read';
      readonly original: WrittenPath;
      readonly hashes: IntakeOptions['hashes'];
    }
  | {
      readonly kind: 'check';
      readonly original: WrittenPath;
      readonly recorded: FileReference;
    }
  | { readonly kind: 'copy'; readonly folder: string; readonly copy: NamedCopy };

type WorkerOptions = VerifyOptions & { readonly gate?: PauseGate | undefined };

/** What a worker tells while it works, and at the end. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: unknown };

/** Runs one job in a worker of its own, and ends with what it gives. */
export function runWorker<T>(
  file: string,
  request: readonly string[],
  { onProgress, signal, gate }: WorkerOptions,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const worker = new Worker(file, { workerData: request });
    // Asked, not killed: the worker removes what it has half written before it ends.
    const cancel = () => worker.postMessage('cancel');
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted === true) cancel();
    const tellPause = (isPaused: boolean) => worker.postMessage(isPaused ? 'pause' : 'resume');
    const stopTelling = gate?.onChange(tellPause);
    if (gate?.isPaused === true) tellPause(true);
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') onProgress?.(message.done, message.total);
      // Our own bundle on the other side, built from the same types.
      else resolve(message.result as T);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', cancel);
      stopTelling?.();
      reject(new Error(`the worker ended early (${code})`));
    });
  });
}
