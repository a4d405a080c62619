import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { removalSchema } from './removal.ts';

const name = z.string().min(1).max(200);

/** Fields of a step of the adversary from one system to another; every one is a register of its own. */
export const movementFieldsSchema = z.object({
  /** Systems by the name that entries use. */
  from: name.optional(),
  to: name.optional(),
  /** The account that was used; null when nobody knows. */
  account: name.nullable().optional(),
  /** ATT&CK technique; null when nobody knows. */
  technique: z.string().min(1).max(32).nullable().optional(),
  /** When, where somebody said so, RFC 3339 in UTC; null says that only the entries know. */
  at: z.iso.datetime().nullable().optional(),
  /** Entries that show it: the earliest of them says when, unless somebody did. */
  entries: z.array(idSchema).max(200).optional(),
  note: z.string().max(20_000).optional(),
  removal: removalSchema.optional(),
});

export type MovementFields = z.infer<typeof movementFieldsSchema>;
