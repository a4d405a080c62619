import { z } from 'zod';
import { feedIdSchema, sha256Schema } from '../lib/ids.ts';
import { appendErrorSchema } from './job-contract.ts';
import { openedNotebookSchema, openErrorSchema } from './opened-notebook.ts';
import {
  copyErrorSchema,
  copyIdSchema,
  copyKeySchema,
  mergeSummarySchema,
  sealErrorSchema,
} from './sharing-contract.ts';

/** Channels that take a copy over and give a notebook opened anew. */
export const copyContract = {
  /** Makes a notebook of what was looked at, and opens it. */
  'received:open': {
    request: z.object({
      id: copyIdSchema,
      key: copyKeySchema.optional(),
      compared: z.array(feedIdSchema).max(1000),
      by: z.string().max(200),
      /** True to ask where; otherwise it goes where notebooks go. */
      choosePlace: z.boolean(),
    }),
    reply: z.object({
      summary: mergeSummarySchema,
      recorded: z.boolean(),
      opened: openedNotebookSchema,
    }),
    error: z.union([
      copyErrorSchema,
      z.object({ kind: z.literal('cancelled') }),
      /** Something of that name is there; nothing was written. */
      z.object({ kind: z.literal('place-taken'), place: z.string() }),
      z.object({ kind: z.literal('not-opened'), because: openErrorSchema }),
    ]),
  },
  /** Takes over what was looked at. The notebook is let go and opened again for it: all or nothing. */
  'copy:take': {
    request: z.object({
      id: copyIdSchema,
      key: copyKeySchema.optional(),
      /** Somebody has seen that a feed goes on in two ways and wants both kept. */
      acceptForks: z.boolean(),
      /** Feeds of the devices whose words somebody has compared with their owners. */
      compared: z.array(feedIdSchema).max(1000),
    }),
    reply: z.object({
      summary: mergeSummarySchema,
      /** False when the lines came and the one that tells of it could not be written. */
      recorded: z.boolean(),
      opened: openedNotebookSchema,
    }),
    error: z.union([
      copyErrorSchema,
      /** Joined or not, the notebook could not be opened again. */
      z.object({ kind: z.literal('not-opened'), because: openErrorSchema }),
    ]),
  },
  /** Seals, ends this device's feed with a line that names a new key, and opens the notebook to go on with that. */
  'seal:change-key': {
    request: z.strictObject({}),
    /** The notebook is open anew in any case; `problem` says why it may be under the old key. */
    reply: z.object({
      value: sha256Schema,
      problem: appendErrorSchema.optional(),
      opened: openedNotebookSchema,
    }),
    error: z.union([
      sealErrorSchema,
      z.object({ kind: z.literal('busy') }),
      /** Changed or not, the notebook could not be opened again. */
      z.object({ kind: z.literal('not-opened'), because: openErrorSchema }),
    ]),
  },
} as const;
