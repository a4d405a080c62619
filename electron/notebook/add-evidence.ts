import { addEvidence } from '#shared/application/evidence.ts';
import type { AppendError, Saved } from '#shared/application/ports.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type Background, inThisProcess } from './background.ts';
import { pictureKind } from '#shared/domain/picture.ts';
import {
  type IntakeError,
  type IntakeOptions,
  takeBytes,
  type TakenFile,
} from './evidence-vault.ts';
import { randomHex } from './node-crypto.ts';
import type { OpenNotebook } from './open-notebook.ts';

export type AddFileError =
  IntakeError | { readonly kind: 'append-failed'; readonly append: AppendError };

/** Copies a file into the notebook, then writes the operation that names it. */
export async function addFile(
  notebook: OpenNotebook,
  file: string,
  options: IntakeOptions & {
    readonly note: string;
    readonly background?: Background;
  },
): Promise<Result<Saved & { readonly item: EvidenceItem }, AddFileError>> {
  const { note, background = inThisProcess, ...intake } = options;
  const taken = await background.takeFile(notebook.folder, file, intake);
  return taken.ok ? nameTakenFile(notebook, taken.value, note) : taken;
}

/** Writes a pasted picture into the notebook; it never was a file, so its name says when it was pasted. */
export async function addPicture(
  notebook: OpenNotebook,
  bytes: Uint8Array,
  { note, nowMs }: { readonly note: string; readonly nowMs: number },
): Promise<
  Result<Saved & { readonly item: EvidenceItem }, AddFileError | { readonly kind: 'not-a-picture' }>
> {
  const kind = pictureKind(bytes);
  if (kind === undefined) return err({ kind: 'not-a-picture' });
  const time = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '');
  const taken = await takeBytes(notebook.folder, `pasted-${time}Z.${kind}`, bytes);
  return taken.ok ? nameTakenFile(notebook, taken.value, note) : taken;
}

/** Writes a document that this program made into the notebook. */
export async function addDocument(
  notebook: OpenNotebook,
  {
    name,
    bytes,
    note,
  }: { readonly name: string; readonly bytes: Uint8Array; readonly note: string },
): Promise<Result<{ readonly id: string; readonly no: string }, AddFileError>> {
  const taken = await takeBytes(notebook.folder, name, bytes);
  if (!taken.ok) return taken;
  const named = await nameTakenFile(notebook, taken.value, note);
  return named.ok ? ok({ id: named.value.id, no: named.value.item.no }) : named;
}

/** Writes the operation that names a copy which lies in the notebook already. */
export async function nameTakenFile(
  notebook: OpenNotebook,
  taken: TakenFile,
  note: string,
): Promise<
  Result<
    Saved & { readonly item: EvidenceItem },
    { readonly kind: 'append-failed'; readonly append: AppendError }
  >
> {
  // Given out only now: a file that was refused leaves no gap in the numbers.
  const item: EvidenceItem = { ...taken, no: notebook.takeEvidenceNumber(), note };
  const saved = await addEvidence({ journal: notebook, newId: () => randomHex(16) }, item);
  return saved.ok
    ? ok({ ...saved.value, item })
    : err({ kind: 'append-failed', append: saved.error });
}
