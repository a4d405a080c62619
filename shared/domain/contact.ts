import { z } from 'zod';
import { removalSchema } from './removal.ts';

export const contactKinds = [
  'own',
  'supplier',
  'partner',
  'customer',
  'authority',
  'other',
] as const;

/** Fields of a supplier or of somebody to call; every one is a register of its own. */
export const contactFieldsSchema = z.object({
  /** A person, or the desk that answers. */
  name: z.string().min(1).max(200).optional(),
  organisation: z.string().max(500).optional(),
  kind: z.enum(contactKinds).optional(),
  /** What they are called for: `VPN appliance`, `press`. */
  role: z.string().max(500).optional(),
  phone: z.string().max(200).optional(),
  email: z.string().max(320).optional(),
  /** When they can be reached. */
  hours: z.string().max(500).optional(),
  /** Contract or customer number that they ask for. */
  reference: z.string().max(500).optional(),
  note: z.string().max(20_000).optional(),
  removal: removalSchema.optional(),
});

export type ContactFields = z.infer<typeof contactFieldsSchema>;
export type ContactKind = (typeof contactKinds)[number];
