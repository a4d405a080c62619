import { z } from 'zod';

/** This machine's clock held against a better one. */
export const clockCheckSchema = z.object({
  /** What it was held against: `GPS receiver`, `speaking clock`. */
  reference: z.string().min(1).max(200),
  /** This machine's clock minus the reference, in ms: positive when it is ahead. */
  aheadMs: z.int(),
  /** Half width of the comparison in ms. */
  plusMinusMs: z.int().min(0),
  note: z.string().max(2_000),
});

export type ClockCheck = z.infer<typeof clockCheckSchema>;
