import path from 'node:path';
import type { JsonValue } from '#shared/journal/canonical-json.ts';
import { commitmentOf, type RedactedLine, saltOf, valueAt } from '#shared/journal/redacted-line.ts';
import { cutText, toldValue } from '#shared/journal/told-value.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { makeOpening, type OpeningError, type ShownLine } from '../notebook/make-opening.ts';
import { nodeCrypto } from '../notebook/node-crypto.ts';
import { readAnyFolder, readNotebookFolder } from '../notebook/notebook-folder.ts';
import { type OpeningWriteError, writeOpeningFile } from '../notebook/opening-file.ts';
import { type OriginalLine, originalsIn, redactedIn } from '../notebook/redacted-lines.ts';
import type { AgeKey } from './age-file.ts';
import { type IncomingError, unpackIncoming } from './incoming-notebook.ts';
import type { UnpackOptions } from './unpack-bundle.ts';

/** A redacted copy that somebody holds, as a file or a folder; plain data, so that it can go to a worker. */
export type HeldCopy = {
  readonly source: string;
  readonly key?: AgeKey | undefined;
  /** A folder of our own where a bundle is unpacked; the caller removes it. */
  readonly temporary: string;
};

export type HeldCopyError = IncomingError | { readonly kind: 'not-redacted' };

/** Makes a redacted copy readable as a folder; nothing is checked. */
export async function unpackRedacted(
  { source, key, temporary }: HeldCopy,
  progress: UnpackOptions = {},
): Promise<
  Result<
    { readonly folder: string; readonly notebook: string; readonly name: string },
    HeldCopyError
  >
> {
  const work = path.join(temporary, 'incoming');
  const unpacked = await unpackIncoming(source, work, { ...progress, key });
  if (!unpacked.ok) return unpacked;
  const { folder, name } = unpacked.value;
  const identity = await readAnyFolder(folder);
  if (!identity.ok) return identity;
  if (!identity.value.isRedacted) return err({ kind: 'not-redacted' });
  return ok({ folder, notebook: identity.value.notebook, name });
}

/** A line of which a copy hides something, as the notebook has it. */
export type HiddenLine = {
  readonly feed: string;
  readonly seq: number;
  readonly type: string;
  readonly wall: number;
  readonly by: string;
  /** What the line is about, in its own words; empty when it has none. */
  readonly gist: string;
  readonly values: readonly { readonly at: string; readonly value: JsonValue }[];
};

/** What a copy hides, and what of it this notebook cannot show. */
export type HiddenLines = {
  readonly lines: readonly HiddenLine[];
  /** Redacted lines that are not those of the notebook: it lacks them, or the copy was changed. */
  readonly unfit: number;
};

/** Holds a redacted copy against the notebook that it was made of: only what fits can be shown. */
export async function hiddenLines(
  folder: string,
  copy: HeldCopy,
  progress: UnpackOptions = {},
): Promise<
  Result<
    HiddenLines,
    | HeldCopyError
    | { readonly kind: 'other-notebook'; readonly ours: string; readonly theirs: string }
  >
> {
  const identity = await readNotebookFolder(folder);
  if (!identity.ok) return identity;
  const unpacked = await unpackRedacted(copy, progress);
  if (!unpacked.ok) return unpacked;
  const { notebook: ours } = identity.value;
  const { notebook: theirs } = unpacked.value;
  if (ours !== theirs) return err({ kind: 'other-notebook', ours, theirs });
  const redacted = new Map<string, RedactedLine>();
  for await (const line of redactedIn(unpacked.value.folder)) redacted.set(line.hash, line);
  const lines: HiddenLine[] = [];
  for await (const original of originalsIn(folder)) {
    const line = redacted.get(original.line.hash);
    const hidden = line && hiddenIn(original, line);
    if (hidden !== undefined) lines.push(hidden);
  }
  return ok({
    lines: lines.toSorted((a, b) => a.wall - b.wall),
    unfit: redacted.size - lines.length,
  });
}

function hiddenIn({ line }: OriginalLine, redacted: RedactedLine): HiddenLine | undefined {
  const { hash, p, s } = line;
  const payload = p as unknown as JsonValue;
  const values: { at: string; value: JsonValue }[] = [];
  for (const [at, commitment] of Object.entries(redacted.hidden)) {
    const value = valueAt(payload, at);
    const salt = saltOf(s, at, nodeCrypto());
    if (value === undefined || commitment !== commitmentOf({ at, hash, salt, value }, nodeCrypto()))
      return undefined;
    values.push({ at, value: toldValue(value) });
  }
  const gist = ['/op/text', '/op/fields/title', '/op/fields/name', '/op/fields/text', '/op/name']
    .filter((at) => !Object.hasOwn(redacted.hidden, at))
    .map((at) => valueAt(payload, at))
    .find((value): value is string => typeof value === 'string' && value !== '');
  const { feed, seq, wall, by, op } = p;
  return { feed, seq, type: op.t, wall, by, gist: cutText(gist ?? '', 200), values };
}

/** How much an opening that was written shows. */
export type WrittenOpening = { readonly values: number; readonly lines: number };

/** Takes out of a notebook what is to be shown, and writes it as a file. */
export async function writeOpeningOf(
  folder: string,
  { shown, out }: { readonly shown: readonly ShownLine[]; readonly out: string },
): Promise<Result<WrittenOpening, OpeningError | OpeningWriteError>> {
  const made = await makeOpening(folder, shown);
  if (!made.ok) return made;
  const written = await writeOpeningFile(out, made.value);
  if (!written.ok) return written;
  return ok({ values: made.value.values.length, lines: made.value.lines.length });
}
