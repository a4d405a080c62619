import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { defenceLayers } from './chain/course.ts';
import { improvementCategories } from './improvement.ts';
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
  /** Why it is needed: the condition that it changes. */
  cause: z.string().max(20_000).optional(),
  category: z.enum(improvementCategories).nullable().optional(),
  /** The stage at which it would have cut the chain. */
  stage: z.string().min(1).max(200).nullable().optional(),
  layer: z.enum(defenceLayers).nullable().optional(),
  /** Evidence items that show that it is done. */
  evidence: z.array(idSchema).max(500).optional(),
  /** The review meeting that asked for it. */
  review: idSchema.optional(),
  removal: removalSchema.optional(),
});

export type ActionState = (typeof actionStates)[number];
export type ActionFields = z.infer<typeof actionFieldsSchema>;
