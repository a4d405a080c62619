import {
  type CaseDifference,
  compareCase,
  registersOf,
  type RescueCounts,
  type RescueError,
  type RescueRest,
  writeRescuedCase,
} from '#shared/application/rescue-case.ts';
import type { RescuedCase } from '#shared/import/rescue/rescued-case.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type AddFileError, addFile } from '../notebook/add-evidence.ts';
import type { Background } from '../notebook/background.ts';
import { randomHex } from '../notebook/node-crypto.ts';
import { readState } from '../notebook/read-state.ts';
import type { OpenNotebook } from '../notebook/open-notebook.ts';

/** A case that is to be taken in, as it was read. */
export type CaseToTake = {
  readonly file: string;
  readonly sha256: string;
  readonly rescued: RescuedCase;
  /** Whether the file becomes evidence. */
  readonly withOriginal: boolean;
  /** What an attempt before has left, which took the file as evidence if it was to be. */
  readonly left?: LeftOfCase | undefined;
};

/** What is left of a case when taking it in was stopped. */
export type LeftOfCase = {
  readonly rest: RescueRest;
  /** Item number of the file; null when it is not evidence. */
  readonly evidence: string | null;
};

export type TakeCaseOptions = {
  readonly note: string;
  readonly background?: Background;
  readonly signal?: AbortSignal | undefined;
  /** Lines written, of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
};

export type TakenCase = {
  readonly counts: RescueCounts;
  /** Item number of the file; null when it is not evidence. */
  readonly evidence: string | null;
  /** Against the registers as they were. */
  readonly against: CaseDifference;
};

export type TakeCaseError =
  | AddFileError
  | (Omit<RescueError, 'rest'> & { readonly left: LeftOfCase })
  /** The copy in evidence is not what was read. */
  | { readonly kind: 'file-changed'; readonly no: string };

/** Takes a case in, or what is left of it: its file as evidence first, then what it holds, citing the file. */
export async function takeCase(
  notebook: OpenNotebook,
  { file, sha256, rescued, withOriginal, left }: CaseToTake,
  { note, background, signal, onProgress }: TakeCaseOptions,
): Promise<Result<TakenCase, TakeCaseError>> {
  const intake = { note, signal, ...(background && { background }) };
  const takesFile = withOriginal && left === undefined;
  const added = takesFile ? await addFile(notebook, file, intake) : undefined;
  if (added?.ok === false) return added;
  const item = added?.value.item;
  if (item !== undefined && item.sha256 !== sha256)
    return err({ kind: 'file-changed', no: item.no });
  const writing = { journal: notebook, newId: () => randomHex(16) };
  const evidence = added?.value.id;
  const isCancelled = () => signal?.aborted === true;
  const registers = registersOf(await readState(notebook));
  const against = compareCase(rescued, registers);
  const options = { evidence, registers, rest: left?.rest, isCancelled, onProgress };
  const written = await writeRescuedCase(writing, rescued, options);
  const no = item?.no ?? left?.evidence ?? null;
  if (written.ok) return ok({ counts: written.value, evidence: no, against });
  const { rest, ...stopped } = written.error;
  return err({ ...stopped, left: { rest, evidence: no } });
}
