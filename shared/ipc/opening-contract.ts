import { z } from 'zod';
import { feedIdSchema } from '../lib/ids.ts';
import {
  copyErrorSchema,
  copyIdSchema,
  copyKeySchema,
  pickedCopySchema,
} from './sharing-contract.ts';

const count = z.int().min(0);
const text = z.string();
const noNotebook = z.object({ kind: z.literal('no-notebook') });
const cancelled = z.object({ kind: z.literal('cancelled') });
const notPicked = z.object({ kind: z.literal('not-picked') });

/** A line of which a redacted copy hides something, as the notebook has it. */
const hiddenLineSchema = z.object({
  feed: feedIdSchema,
  seq: count,
  type: text,
  wall: z.number(),
  by: text,
  gist: text,
  values: z.array(z.object({ at: text, value: z.unknown() })),
});
export type HiddenLineReply = z.infer<typeof hiddenLineSchema>;

/** Lines that one answer holds: more are found by their words. */
export const mostHiddenLines = 50;

/** Channels with which values that a redacted copy hides are shown later. */
export const openingContract = {
  /** The redacted copy of which something is to be shown. */
  'opening:pick': {
    request: z.strictObject({}),
    reply: pickedCopySchema,
    error: z.discriminatedUnion('kind', [noNotebook, cancelled]),
  },
  /** Holds it against the open notebook. */
  'opening:look': {
    request: z.object({ id: copyIdSchema, key: copyKeySchema.optional() }),
    reply: z.object({
      lines: count,
      /** Redacted lines that this notebook cannot show. */
      unfit: count,
    }),
    error: z.discriminatedUnion('kind', [
      ...copyErrorSchema.options,
      z.object({ kind: z.literal('not-redacted') }),
    ]),
  },
  /** The lines of it that have some words, as they are shown: in a language, and by a zone's clock. */
  'opening:find': {
    request: z.object({
      id: copyIdSchema,
      text: z.string().max(200),
      language: z.enum(['en', 'ja']),
      zone: z.string().max(64),
    }),
    reply: z.object({ total: count, lines: z.array(hiddenLineSchema).max(mostHiddenLines) }),
    error: notPicked,
  },
  /** Asks where, and writes the file that shows what was chosen. */
  'opening:write': {
    request: z.object({
      id: copyIdSchema,
      shown: z
        .array(
          z.object({
            feed: feedIdSchema,
            seq: count,
            /** Places of the values; none shows the whole line. */
            at: z.array(z.string().max(1_000)).max(1_000),
          }),
        )
        .min(1)
        .max(10_000),
    }),
    reply: z.object({ place: text, values: count, lines: count }),
    error: z.discriminatedUnion('kind', [
      noNotebook,
      notPicked,
      cancelled,
      z.object({ kind: z.literal('out-exists'), place: text }),
      z.object({ kind: z.literal('too-large') }),
      z.object({ kind: z.literal('disk-full') }),
      z.object({ kind: z.literal('out-failed'), place: text, detail: text }),
      /** The notebook does not have it any more as it was looked at. */
      z.object({ kind: z.literal('not-there') }),
    ]),
  },
} as const;
