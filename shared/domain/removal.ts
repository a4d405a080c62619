import { z } from 'zod';

/** Why something was taken off its list; an empty reason puts it back. It stays readable either way. */
export const removalSchema = z.object({ removed: z.boolean(), reason: z.string().max(2_000) });
