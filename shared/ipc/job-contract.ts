import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { logFileErrorSchema } from './log-contract.ts';

export const appendErrorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no-notebook') }),
  z.object({ kind: z.literal('read-only') }),
  z.object({ kind: z.literal('disk-full') }),
  z.object({ kind: z.literal('too-long'), bytes: z.int(), limit: z.int() }),
  /** Neither written nor lost: the file was read back and the line is not in it. */
  z.object({ kind: z.literal('write-failed'), detail: z.string() }),
  z.object({ kind: z.literal('invalid'), field: z.string() }),
]);
export type AppendError = z.infer<typeof appendErrorSchema>;

export const jobErrorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-a-regular-file') }),
  z.object({ kind: z.literal('not-found') }),
  z.object({ kind: z.literal('not-a-folder') }),
  z.object({ kind: z.literal('too-many-files'), limit: z.int() }),
  z.object({ kind: z.literal('no-access'), detail: z.string() }),
  z.object({ kind: z.literal('disk-full') }),
  z.object({ kind: z.literal('copy-differs') }),
  z.object({ kind: z.literal('read-failed'), detail: z.string() }),
  z.object({ kind: z.literal('append-failed'), append: appendErrorSchema }),
  /** The file is kept as evidence with this number; its rows could not be read. */
  z.object({
    kind: z.literal('rows-failed'),
    evidence: z.string(),
    because: logFileErrorSchema,
  }),
]);

/** What came of a folder: how many files were taken, and what was not, by reason. */
export const takenFolderSchema = z.object({
  taken: z.int().min(0),
  bytes: z.int().min(0),
  refused: z.record(z.string().max(64), z.int().min(0)),
  folders: z.int().min(0),
  empty: z.int().min(0),
  /** Number of the item with the list of all of it. */
  list: z.string().max(32),
});

export const jobSchema = z.object({
  id: z.string().max(64),
  kind: z.enum(['evidence', 'import', 'rows', 'rescue', 'bundle', 'merge', 'verify', 'report']),
  /** File name or what else the job is about. */
  name: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** True while somebody has it stand still. */
  paused: z.boolean().optional(),
  done: z.int().min(0),
  total: z.int().min(0),
  /** The operation's id (the evidence item's, the source's) once it is done; none when a log has no rows. */
  result: idSchema.optional(),
  error: jobErrorSchema.optional(),
  /** What came of a folder. */
  folder: takenFolderSchema.optional(),
});
export type Job = z.infer<typeof jobSchema>;
