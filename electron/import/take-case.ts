import {
  type RescueCounts,
  type RescueError,
  writeRescuedCase,
} from '#shared/application/rescue-case.ts';
import type { RescuedCase } from '#shared/import/rescue/rescued-case.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type AddFileError, addFile } from '../notebook/add-evidence.ts';
import type { Background } from '../notebook/background.ts';
import { randomHex } from '../notebook/node-crypto.ts';
import type { OpenNotebook } from '../notebook/open-notebook.ts';

/** A case that is to be taken in, as it was read. */
export type CaseToTake = {
  readonly file: string;
  readonly sha256: string;
  readonly rescued: RescuedCase;
  /** Whether the file becomes evidence. */
  readonly withOriginal: boolean;
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
};

export type TakeCaseError =
  | AddFileError
  | RescueError
  /** The copy in evidence is not what was read. */
  | { readonly kind: 'file-changed'; readonly no: string };

/** Takes a case in: its file as evidence first, then what it holds, citing the file. */
export async function takeCase(
  notebook: OpenNotebook,
  { file, sha256, rescued, withOriginal }: CaseToTake,
  { note, background, signal, onProgress }: TakeCaseOptions,
): Promise<Result<TakenCase, TakeCaseError>> {
  const intake = { note, signal, ...(background && { background }) };
  const added = withOriginal ? await addFile(notebook, file, intake) : undefined;
  if (added?.ok === false) return added;
  const item = added?.value.item;
  if (item !== undefined && item.sha256 !== sha256)
    return err({ kind: 'file-changed', no: item.no });
  const writing = { journal: notebook, newId: () => randomHex(16) };
  const evidence = added?.value.id;
  const isCancelled = () => signal?.aborted === true;
  const written = await writeRescuedCase(writing, rescued, { evidence, isCancelled, onProgress });
  if (!written.ok) return written;
  return ok({ counts: written.value, evidence: item?.no ?? null });
}
