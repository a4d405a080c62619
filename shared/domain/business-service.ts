import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { removalSchema } from './removal.ts';

export const serviceStates = ['running', 'degraded', 'stopped', 'restoring', 'restored'] as const;

/** Fields of a business service: what the organisation does for others; every one is a register of its own. */
export const serviceFieldsSchema = z.object({
  name: z.string().min(1).max(200).optional(),
  owner: z.string().max(500).optional(),
  /** Place in the order of recovery, from 1; null while nobody has decided. */
  order: z.int().min(1).max(9_999).nullable().optional(),
  /** How long it may stand still, in words: `4 h`, `until the morning round`. */
  longestOutage: z.string().max(500).optional(),
  /** Systems that it needs. */
  systems: z.array(idSchema).max(500).optional(),
  state: z
    .object({
      value: z.enum(serviceStates),
      because: z.string().max(2_000),
      entries: z.array(idSchema).max(200),
      /** Since when it is so, RFC 3339 in UTC; without it since it was written. */
      at: z.iso.datetime().optional(),
    })
    .optional(),
  note: z.string().max(20_000).optional(),
  removal: removalSchema.optional(),
});

export type ServiceFields = z.infer<typeof serviceFieldsSchema>;
export type ServiceState = (typeof serviceStates)[number];
