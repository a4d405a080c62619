import { z } from 'zod';
import { feedIdSchema } from '../lib/ids.ts';

/** How far somebody has read: the last line of every feed that was on the screen. */
export const readMarkSchema = z.object({
  heads: z.record(feedIdSchema, z.int().min(0)),
});

export type ReadMark = z.infer<typeof readMarkSchema>;

/** True for a line that was not there yet when the mark was set; everything is new without a mark. */
export function isAfterMark(
  mark: ReadMark | undefined,
  { feed, seq }: { readonly feed: string; readonly seq: number },
): boolean {
  return seq > (mark?.heads[feed] ?? -1);
}
