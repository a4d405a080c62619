import { z } from 'zod';

/**
 * What people know of a device that writes in the notebook, field by field; the device is named by its feed.
 *
 * Nothing here changes what its lines count for: it tells readers whose key somebody has compared, which device
 * is out of its owner's hands, and how far its clock was off.
 */
export const deviceFieldsSchema = z.object({
  /** True when somebody compared the words of its key with its owner. */
  compared: z.boolean().optional(),
  /** Since when and how it is lost; empty: it is not. Lines after that may be anybody's. */
  lost: z.string().max(2_000).optional(),
  /** Its clock minus true time, as its owner or a comparison says. */
  clock: z
    .object({ aheadMs: z.int(), plusMinusMs: z.int().min(0), how: z.string().max(2_000) })
    .optional(),
});

export type DeviceFields = z.infer<typeof deviceFieldsSchema>;

/**
 * How many devices wrote so many feeds: one that changed its key goes on in another feed, which may have no line yet.
 */
export function countDevices(
  feeds: readonly { readonly id: string; readonly successor?: string | undefined }[],
): number {
  const written = new Set(feeds.map(({ id }) => id));
  return feeds.filter(({ successor }) => successor === undefined || !written.has(successor)).length;
}
