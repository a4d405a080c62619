import type { IpcReply, Job, OpenError } from '#shared/ipc/contract.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import type { Result } from '#shared/lib/result.ts';
import type { OpenNotebook } from '../notebook/open-notebook.ts';

export type Verification = Extract<IpcReply<'notebook:verify'>, { ok: true }>['value'];

/** Why a file did not become evidence; `cancelled` is a person's wish, not a failure. */
export type EvidenceError = NonNullable<Job['error']> | { readonly kind: 'cancelled' };

export type EvidenceRequest = {
  readonly file: string;
  readonly note: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
};

/** A notebook that a window has open: everything that its handlers need of the disk. */
export type NotebookPort = Pick<
  OpenNotebook,
  'folder' | 'describe' | 'readLines' | 'readTexts' | 'append' | 'close'
> & {
  /** Undefined when the folder cannot be read any more. */
  readonly verify: () => Promise<Verification | undefined>;
  /** Copies, hashes and records one file; gives the evidence item's id. */
  readonly addEvidence: (request: EvidenceRequest) => Promise<Result<string, EvidenceError>>;
};

/** How notebooks come to be open; implemented over `electron/notebook`. */
export type NotebookOpener = {
  readonly open: (
    folder: string,
    onAppended: (lines: readonly SignedLine[]) => void,
  ) => Promise<Result<NotebookPort, OpenError>>;
  /** Makes an empty notebook. */
  readonly create: (folder: string) => Promise<Result<unknown, OpenError>>;
};
