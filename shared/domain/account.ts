import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { removalSchema } from './removal.ts';

const text = z.string().max(500);

export const accountStates = [
  'unknown',
  'suspected',
  'compromised',
  'disabled',
  'reset',
  'back-in-service',
  'cleared',
] as const;

/** Fields of an account; every one is a register of its own. */
export const accountFieldsSchema = z.object({
  name: z.string().min(1).max(200).optional(),
  domain: text.optional(),
  /** Security identifier, user id. */
  sid: text.optional(),
  /** What kind of account it is: `service`, `local administrator`. */
  type: text.optional(),
  privileges: text.optional(),
  owner: text.optional(),
  state: z
    .object({
      value: z.enum(accountStates),
      because: z.string().max(2_000),
      entries: z.array(idSchema).max(200),
    })
    .optional(),
  note: z.string().max(20_000).optional(),
  removal: removalSchema.optional(),
});

export type AccountFields = z.infer<typeof accountFieldsSchema>;
