import { z } from 'zod';
import { removalSchema } from './removal.ts';

/**
 * Fields of an intrusion path: one way that an adversary took, where a case has several.
 *
 * Entries name the paths they belong to; an entry may stand on several (a server that two intrusions
 * share) or on none.
 */
export const pathFieldsSchema = z.object({
  name: z.string().min(1).max(200).optional(),
  note: z.string().max(20_000).optional(),
  removal: removalSchema.optional(),
});

export type PathFields = z.infer<typeof pathFieldsSchema>;
