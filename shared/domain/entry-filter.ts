import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { confidences } from './entry.ts';
import { entryKindSchema } from './entry-kind.ts';
import { removalSchema } from './removal.ts';

const names = z.array(z.string().min(1).max(200)).max(200);

/**
 * What entries a timeline shows. Every field narrows; several values of one field widen it; an absent one
 * asks nothing.
 */
export const entryFilterSchema = z.object({
  /** Words that all have to be found, whatever their case, width and kana. */
  text: z.string().max(2_000).optional(),
  /** The event lies in this span (first and last instant, RFC 3339 in UTC), as far as its time is certain. */
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  /** Stages by id; `none` asks for entries without one. */
  stages: names.optional(),
  /** Technique ids; a technique stands for its sub-techniques too. */
  techniques: names.optional(),
  kinds: z.array(entryKindSchema).max(20).optional(),
  hosts: names.optional(),
  accounts: names.optional(),
  tags: names.optional(),
  sources: z.array(idSchema).max(200).optional(),
  authors: names.optional(),
  confidences: z.array(z.enum(confidences)).max(10).optional(),
  starred: z.boolean().optional(),
  hasEvidence: z.boolean().optional(),
  corrected: z.boolean().optional(),
  withdrawn: z.boolean().optional(),
  /** Questions that no entry answers yet. */
  openQuestion: z.boolean().optional(),
});

export type EntryFilter = z.infer<typeof entryFilterSchema>;

/** Fields of a filter that somebody saved by name. */
export const filterFieldsSchema = z.object({
  name: z.string().min(1).max(200).optional(),
  filter: entryFilterSchema.optional(),
  removal: removalSchema.optional(),
});

export type FilterFields = z.infer<typeof filterFieldsSchema>;
