import { addEvidence, addKeptItem } from '#shared/application/evidence.ts';
import type { AppendError, Saved } from '#shared/application/ports.ts';
import type { EvidenceItem, FileReference, KeptItem } from '#shared/domain/evidence.ts';
import type { EvidenceFields } from '#shared/domain/evidence-fields.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type Background, inThisProcess } from './background.ts';
import { pictureKind } from '#shared/domain/picture.ts';
import type { FilePath } from './hash-file.ts';
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

export type AddFileOptions = IntakeOptions & {
  readonly note: string;
  /** What a person says of it. */
  readonly fields?: EvidenceFields | undefined;
  /** The folder with which it is taken in. */
  readonly folder?: EvidenceItem['folder'];
  readonly background?: Background;
};

/** Copies a file into the notebook, then writes the operation that names it. */
export async function addFile(
  notebook: OpenNotebook,
  file: FilePath,
  options: AddFileOptions,
): Promise<Result<Saved & { readonly item: EvidenceItem }, AddFileError>> {
  const { note, fields, folder, background = inThisProcess, ...intake } = options;
  const taken = await background.takeFile(notebook.folder, file, intake);
  if (!taken.ok) return taken;
  const named = { ...taken.value, ...(folder && { folder }) };
  return nameTakenFile(notebook, named, note, fields);
}

type KeptItemError = Extract<AddFileError, { kind: 'append-failed' }>;

/** Writes down a thing, or a file that stays where it is. */
export async function addKept(
  notebook: OpenNotebook,
  item: Omit<KeptItem, 'no'>,
  fields?: EvidenceFields,
): Promise<Result<Saved & { readonly item: KeptItem }, KeptItemError>> {
  const numbered: KeptItem = { ...item, no: notebook.takeEvidenceNumber() };
  const saved = await addKeptItem(
    { journal: notebook, newId: () => randomHex(16) },
    numbered,
    fields,
  );
  return saved.ok
    ? ok({ ...saved.value, item: numbered })
    : err({ kind: 'append-failed', append: saved.error });
}

/** Reads a file where it lies, hashes it, and writes down where it is and what it was; nothing is copied. */
export async function addReference(
  notebook: OpenNotebook,
  file: FilePath,
  options: Omit<AddFileOptions, 'folder'> & { readonly medium: string },
): Promise<Result<Saved & { readonly item: KeptItem }, AddFileError>> {
  const { note, fields, medium, background = inThisProcess, ...reading } = options;
  const read = await background.readInPlace(file, reading);
  if (!read.ok) return read;
  const { name, ...facts } = read.value;
  const reference: FileReference = { ...facts, medium, program: notebook.program };
  return addKept(notebook, { name, note, reference }, fields);
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
  fields?: EvidenceFields,
): Promise<
  Result<
    Saved & { readonly item: EvidenceItem },
    { readonly kind: 'append-failed'; readonly append: AppendError }
  >
> {
  // Given out only now: a file that was refused leaves no gap in the numbers.
  const no = notebook.takeEvidenceNumber();
  const item: EvidenceItem = { program: notebook.program, ...taken, no, note };
  const writing = { journal: notebook, newId: () => randomHex(16) };
  const saved = await addEvidence(writing, item, fields);
  return saved.ok
    ? ok({ ...saved.value, item })
    : err({ kind: 'append-failed', append: saved.error });
}
