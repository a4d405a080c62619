import { z } from 'zod';
import { coverageFieldsSchema } from '../domain/chain/coverage.ts';
import { sha256Schema } from '../lib/ids.ts';

/** What notebooks know of logs: written as a file, and read of others to compare. */
export const coverageContract = {
  'coverage:export': {
    request: z.object({ format: z.enum(['csv', 'xlsx']), language: z.enum(['en', 'ja']) }),
    reply: z.object({ place: z.string(), bytes: z.int(), sha256: sha256Schema }),
    error: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('no-notebook') }),
      z.object({ kind: z.literal('cancelled') }),
      z.object({ kind: z.literal('disk-full') }),
      z.object({ kind: z.literal('write-failed'), detail: z.string() }),
    ]),
  },
  /** Of every notebook that this user opened lately and that can be reached. */
  'coverage:list': {
    request: z.strictObject({}),
    reply: z.array(
      z.object({
        /** Name of the notebook, without a path. */
        name: z.string(),
        title: z.string(),
        coverage: z.array(coverageFieldsSchema.extend({ id: z.string() })),
        /** True for one that could not be read. */
        unread: z.boolean(),
      }),
    ),
    error: z.never(),
  },
} as const;

export type ListedCoverage = z.infer<(typeof coverageContract)['coverage:list']['reply']>[number];
