import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { removalSchema } from './removal.ts';

export const actionStates = ['open', 'doing', 'done', 'blocked', 'dropped'] as const;

/** Fields of an action that somebody has to do; every one is a register of its own. */
export const actionFieldsSchema = z.object({
  text: z.string().min(1).max(20_000).optional(),
  state: z.enum(actionStates).optional(),
  /** What kind of work it is. */
  type: z.string().max(200).optional(),
  owner: z.string().max(200).optional(),
  /** RFC 3339 in UTC; null when it is not due at any time. */
  due: z.iso.datetime().nullable().optional(),
  priority: z.enum(['low', 'medium', 'high']).optional(),
  entries: z.array(idSchema).max(500).optional(),
  note: z.string().max(20_000).optional(),
  removal: removalSchema.optional(),
});

export type ActionFields = z.infer<typeof actionFieldsSchema>;
