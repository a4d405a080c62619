import { z } from 'zod';
import { tlpSchema } from '../domain/incident.ts';
import { feedIdSchema } from '../lib/ids.ts';
import { hideableFields, hiddenReasons } from '../export/plan-redaction.ts';
import {
  bundleErrorSchema,
  copyErrorSchema,
  copyIdSchema,
  copyKeySchema,
  findingSchema,
  lockSchema,
  pickedCopySchema,
  writtenBundleSchema,
} from './sharing-contract.ts';

const count = z.int().min(0);
const hideableFieldSchema = z.string().refine((field) => hideableFields.has(field));

/** What a redacted copy hides, or would hide. */
const redactionSummarySchema = z.object({
  lines: count,
  redacted: count,
  values: count,
  hidden: z.array(
    z.object({ type: z.string(), at: z.string(), reason: z.enum(hiddenReasons), count }),
  ),
  /** The fields that stand in the notebook and can be hidden, with the number of lines that have them. */
  fields: z.array(z.object({ field: z.string(), count })),
});
export type RedactionSummaryReply = z.infer<typeof redactionSummarySchema>;

/** What a check of a redacted copy found. */
const checkedCopySchema = z.object({
  findings: z.array(findingSchema),
  /** The label that it was made for. */
  tlp: tlpSchema.optional(),
  lines: count,
  redacted: count,
  /** What an opening truly shows, line by line. */
  opened: z.array(
    z.object({
      feed: feedIdSchema,
      seq: count,
      line: count,
      type: z.string(),
      wall: z.number(),
      by: z.string().optional(),
      isWhole: z.boolean(),
      values: z.array(z.object({ at: z.string(), value: z.unknown() })),
    }),
  ),
});
export type CheckedCopy = z.infer<typeof checkedCopySchema>;

/** Channels about copies in which values are hidden. */
export const redactionContract = {
  /** Says what a redacted copy would hide, or asks where and writes it. */
  'bundle:redact': {
    request: z.object({
      /** The widest label that its readers may see; absent when only fields are hidden. */
      tlp: tlpSchema.optional(),
      /** Fields that are hidden wherever they stand. */
      fields: z.array(hideableFieldSchema).max(hideableFields.size),
      isPreview: z.boolean(),
      splitBytes: z.int().min(65_536).optional(),
      lock: lockSchema.optional(),
    }),
    reply: z.object({ summary: redactionSummarySchema, written: writtenBundleSchema.optional() }),
    error: z.discriminatedUnion('kind', [
      ...bundleErrorSchema.options,
      z.object({ kind: z.literal('damaged-notebook'), findings: count }),
      z.object({ kind: z.literal('newer-lines') }),
      /** Neither a label nor a field: it would be a whole copy under another name. */
      z.object({ kind: z.literal('nothing-to-hide') }),
    ]),
  },
  /** The file with which somebody shows values of a redacted copy, to be held against one. */
  'received:pick-opening': {
    request: z.strictObject({}),
    reply: pickedCopySchema,
    error: z.object({ kind: z.literal('cancelled') }),
  },
  /** Checks a redacted copy that was picked on the first screen; nothing is kept. */
  'received:check': {
    request: z.object({
      id: copyIdSchema,
      key: copyKeySchema.optional(),
      /** An opening that was picked, to be checked with it. */
      opening: copyIdSchema.optional(),
    }),
    reply: checkedCopySchema,
    error: z.discriminatedUnion('kind', [
      ...copyErrorSchema.options,
      z.object({ kind: z.literal('not-an-opening') }),
      z.object({ kind: z.literal('opening-unreadable'), detail: z.string() }),
    ]),
  },
} as const;
