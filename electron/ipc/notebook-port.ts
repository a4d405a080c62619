import type { IpcReply, Job, OpenError } from '#shared/ipc/contract.ts';
import type { CaseDifference } from '#shared/application/rescue-case.ts';
import type { RescuedCase } from '#shared/import/rescue/rescued-case.ts';
import type { KnownNoise } from '#shared/indicators/noise.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import type { Result } from '#shared/lib/result.ts';
import type { ImportedFile, ImportError } from '../import/import-file.ts';
import type { LogFileError } from '../import/log-file.ts';
import type { LogWork } from '../import/log-work.ts';
import type { LogPreview } from '../import/preview-log.ts';
import type { RowIndex } from '../import/row-index.ts';
import type { RowSource } from '../import/source-rows.ts';
import type { CaseToTake, TakeCaseError, TakenCase } from '../import/take-case.ts';
import type { EvidenceFields } from '#shared/domain/evidence-fields.ts';
import type { KeptItem, OldHashName } from '#shared/domain/evidence.ts';
import type { AddFileError } from '../notebook/add-evidence.ts';
import type { CopyCheck, NamedCopy } from '../notebook/check-copy.ts';
import type { ListingError } from '../notebook/list-folder.ts';
import type { KeptFileCheck } from '../notebook/kept-file.ts';
import type { PauseGate } from '../notebook/pause-gate.ts';
import type { OpenNotebook } from '../notebook/open-notebook.ts';

export type Verification = Extract<IpcReply<'notebook:verify'>, { ok: true }>['value'];

/** Why a job came to nothing; `cancelled` is a person's wish, not a failure. */
export type JobFailure = NonNullable<Job['error']> | { readonly kind: 'cancelled' };

/** How work with whole files tells how it goes, and is stopped. */
export type WorkOptions = {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
};

type EvidenceRequest = WorkOptions & { readonly file: string; readonly note: string };

/** A file or folder on its way into the evidence. */
export type IntakeRequest = EvidenceRequest & {
  readonly gate?: PauseGate | undefined;
  readonly hashes?: readonly OldHashName[] | undefined;
  readonly fields?: EvidenceFields | undefined;
};

/** A file that stays elsewhere, read again. */
export type RecheckError = AddFileError | { readonly kind: 'no-such-item' };

/** A notebook that a window has open: everything that its handlers need of the disk. */
export type NotebookPort = Pick<
  OpenNotebook,
  'folder' | 'describe' | 'readLines' | 'readTexts' | 'append' | 'changeKey' | 'close'
> & {
  /** Undefined when the folder cannot be read any more. */
  readonly verify: () => Promise<Verification | undefined>;
  /** Copies, hashes and records one file; gives the evidence item's id. */
  readonly addEvidence: (request: IntakeRequest) => Promise<Result<string, JobFailure>>;
  /** The same with every file of a folder. */
  readonly addFolder: (
    request: IntakeRequest,
  ) => Promise<Result<Pick<Job, 'result' | 'folder'>, ListingError | AddFileError>>;
  /** Hashes a file where it lies and records where that is. */
  readonly addReference: (
    request: IntakeRequest & { readonly medium: string },
  ) => Promise<Result<string, JobFailure>>;
  /** Records a thing, or a file that nobody can read here. */
  readonly addKept: (
    item: Omit<KeptItem, 'no'>,
    fields: EvidenceFields,
  ) => Promise<
    Result<
      { readonly id: string; readonly no: string },
      Extract<AddFileError, { kind: 'append-failed' }>
    >
  >;
  /** Reads a file that stays elsewhere again, and records what came of it. */
  readonly recheck: (
    item: string,
    file: string,
  ) => Promise<Result<KeptFileCheck & { readonly segmentBytes: number | null }, RecheckError>>;
  /** Reads a copy whole and holds it against its hashes. */
  readonly checkCopy: (copy: NamedCopy) => Promise<CopyCheck>;
  /** Writes a pasted picture; gives the evidence item's id and number. */
  readonly addPicture: (request: {
    readonly bytes: Uint8Array;
    readonly note: string;
  }) => Promise<
    Result<
      { readonly id: string; readonly no: string },
      AddFileError | { readonly kind: 'not-a-picture' }
    >
  >;
  /** Writes a document that this program made; gives the evidence item's id and number. */
  readonly addDocument: (document: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly note: string;
  }) => Promise<Result<{ readonly id: string; readonly no: string }, AddFileError>>;
  readonly previewLog: LogWork['previewLog'];
  /** Takes a log in as evidence, reads its rows and records both; the preview has no open questions. */
  readonly importLog: (
    request: EvidenceRequest & { readonly preview: LogPreview },
  ) => Promise<Result<ImportedFile, ImportError>>;
  /** Takes another tool's case in: its file as evidence first, when it is wanted, then what it holds. */
  readonly takeCase: (
    request: CaseToTake & WorkOptions & { readonly note: string },
  ) => Promise<Result<TakenCase, TakeCaseError>>;
  /** What the notebook holds of a case already. */
  readonly compareCase: (
    rescued: RescuedCase,
    sha256: string,
  ) => Promise<{
    /** Item number under which it was taken in before. */
    readonly before: string | undefined;
    readonly against: CaseDifference;
  }>;
  /** What is no indicator wherever a text names it. */
  readonly knownNoise: () => Promise<KnownNoise>;
  /** The imported logs, read from the journal. */
  readonly rowSources: () => Promise<readonly RowSource[]>;
  /** Opens the rows of one; a missing index is built first. */
  readonly openRows: (
    source: RowSource,
    options: WorkOptions,
  ) => Promise<Result<RowIndex, LogFileError>>;
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
