import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { entryKindSchema } from './entry-kind.ts';
import { entryTimeSchema } from './time/entry-time.ts';

/** How sure the writer is that an entry is true. */
export const confidences = ['confirmed', 'probable', 'possible', 'rejected'] as const;

const name = z.string().min(1).max(200);

/** What an entry says; `entry.add` and every `entry.correct` carry the whole of it. */
export const entryContentSchema = z.object({
  text: z.string().min(1).max(200_000),
  kind: entryKindSchema,
  at: entryTimeSchema,
  /** Kill-chain stages by id; ids that this version does not know are kept and shown as they are. */
  stages: z.array(name).max(50),
  /** ATT&CK technique ids with the catalogue version that gave them their meaning. */
  techniques: z
    .array(z.object({ id: z.string().min(1).max(32), catalogue: z.string().max(32) }))
    .max(100),
  hosts: z.array(name).max(500),
  tags: z.array(name).max(500),
  /** Ids of evidence items. */
  evidence: z.array(idSchema).max(500),
  starred: z.boolean(),
  confidence: z.enum(confidences).optional(),
});

export type EntryContent = z.infer<typeof entryContentSchema>;
