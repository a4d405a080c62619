import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { examinationSchema } from './examination.ts';
import { removalSchema } from './removal.ts';

const text = z.string().max(500);
const note = z.string().max(20_000);

export const systemStates = [
  'unknown',
  'suspected',
  'compromised',
  'contained',
  'rebuilt',
  'back-in-service',
  'cleared',
] as const;

/**
 * Fields of a system (an asset); every one is a register of its own.
 *
 * "Not looked at" is `unknown`, never `cleared`.
 */
export const assetFieldsSchema = z.object({
  /** Name by which entries mention it. */
  name: z.string().min(1).max(200).optional(),
  /** Addresses and other names. */
  aliases: z.array(z.string().min(1).max(200)).max(200).optional(),
  /** What kind of thing it is: `server`, `phone`, `PLC`. */
  type: text.optional(),
  role: text.optional(),
  owner: text.optional(),
  network: text.optional(),
  place: text.optional(),
  os: text.optional(),
  criticality: z.enum(['low', 'medium', 'high', 'critical']).optional(),
  keyAsset: z.boolean().optional(),
  /** True for a machine of the attacker. */
  adversary: z.boolean().optional(),
  state: z
    .object({
      value: z.enum(systemStates),
      because: z.string().max(2_000),
      entries: z.array(idSchema).max(200),
      /** Since when it is so, RFC 3339 in UTC; without it since it was written. */
      at: z.iso.datetime().optional(),
      /** What was looked at, where it is called clear. */
      examination: examinationSchema.optional(),
    })
    .optional(),
  note: note.optional(),
  removal: removalSchema.optional(),
});

export type AssetFields = z.infer<typeof assetFieldsSchema>;
export type SystemState = (typeof systemStates)[number];
