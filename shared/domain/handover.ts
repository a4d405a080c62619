import { z } from 'zod';
import { feedIdSchema, sha256Schema } from '../lib/ids.ts';

/** What somebody took over at the change of a shift; who did is whoever signed the line. */
export const handoverSchema = z.object({
  /** From when on the digest told what is new; RFC 3339 in UTC. */
  since: z.iso.datetime(),
  /** Who handed over. */
  from: z.string().max(200),
  note: z.string().max(20_000),
  /** Last line of every feed that the digest was made of. */
  heads: z.record(feedIdSchema, z.tuple([z.int().min(0), sha256Schema])),
});

export type Handover = z.infer<typeof handoverSchema>;
