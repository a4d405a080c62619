import { z } from 'zod';
import { feedIdSchema, sha256Schema } from '../lib/ids.ts';

/** What a device took over from another copy of the notebook. */
export const mergeSchema = z.object({
  /** What it came from as the person sees it: the name of a bundle or of a folder, never a path. */
  from: z.string().min(1).max(1024),
  /** The other copy's last line of every feed. */
  heads: z.record(feedIdSchema, z.tuple([z.int().min(0), sha256Schema])),
  /** Lines that were not here before. */
  lines: z.int().min(0),
  /** Evidence files that were not here before. */
  evidence: z.int().min(0),
});

export type Merge = z.infer<typeof mergeSchema>;
