import { z } from 'zod';
import { feedIdSchema, idSchema, sha256Schema } from '../lib/ids.ts';
import { findingSchema } from './sharing-contract.ts';

/** An opened notebook as the window knows it: no path, only names. */
export const openedNotebookSchema = z.object({
  notebook: idSchema,
  /** The folder's name without `.kiroku`. */
  name: z.string(),
  /** Where it lies, for people to read; never accepted back. */
  place: z.string(),
  heads: z.record(feedIdSchema, z.tuple([z.int().min(0), sha256Schema])),
  /** Lines of all feeds: what a rebuild has to fold. */
  lines: z.int().min(0),
  /** The feed that this device writes; null while nothing can be written. */
  feed: feedIdSchema.nullable(),
  readOnly: z
    .discriminatedUnion('because', [
      z.object({ because: z.literal('locked'), holder: z.string() }),
      z.object({ because: z.literal('not-writable') }),
    ])
    .nullable(),
  findings: z.array(findingSchema),
});
export type OpenedNotebook = z.infer<typeof openedNotebookSchema>;

export const openErrorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('not-a-notebook'), place: z.string() }),
  z.object({ kind: z.literal('newer-notebook'), place: z.string(), version: z.int() }),
  z.object({ kind: z.literal('redacted-copy'), place: z.string() }),
  z.object({ kind: z.literal('already-exists'), place: z.string() }),
  z.object({ kind: z.literal('not-found'), place: z.string() }),
  z.object({ kind: z.literal('no-access'), place: z.string(), detail: z.string() }),
  z.object({ kind: z.literal('disk-full'), place: z.string() }),
]);
export type OpenError = z.infer<typeof openErrorSchema>;
