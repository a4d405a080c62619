import * as z from 'zod/mini';

/**
 * A menu entry or accelerator: the id of a command in `renderer/app`.
 *
 * Apart from the contract and in zod's small form: the first screen listens to it, and needs no other schema.
 */
export const menuCommandSchema = z.object({ command: z.string().check(z.maxLength(64)) });
