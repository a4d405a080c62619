import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { examinationSchema } from './examination.ts';
import { removalSchema } from './removal.ts';

const text = z.string().max(500);

/** `compromised` is an account that the adversary used. */
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
      /** Since when it is so, RFC 3339 in UTC; without it since it was written. */
      at: z.iso.datetime().optional(),
      /** True when sessions and tokens were revoked too: a new password alone ends none of them. */
      tokensRevoked: z.boolean().optional(),
      /** What was looked at, where it is called clear. */
      examination: examinationSchema.optional(),
    })
    .optional(),
  note: z.string().max(20_000).optional(),
  removal: removalSchema.optional(),
});

export type AccountFields = z.infer<typeof accountFieldsSchema>;
export type AccountState = (typeof accountStates)[number];
