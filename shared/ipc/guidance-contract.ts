import { z } from 'zod';
import { type AttackDomain, attackDomainSchema } from '../catalogue/attack-catalogue.ts';
import type { AttackDifference } from '../catalogue/attack-difference.ts';
import { guidanceBodySchema, guidanceSchema } from '../catalogue/guidance.ts';
import { sha256Schema } from '../lib/ids.ts';

const nothing = z.strictObject({});
const count = z.int().min(0);
const named = z.object({ id: z.string(), name: z.string() });
const cancelled = z.object({ kind: z.literal('cancelled') });

/** What keeping something in the user's own folder, or writing a file, may come to. */
const writeErrorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('disk-full') }),
  z.object({ kind: z.literal('write-failed'), detail: z.string() }),
]);
export type GuidanceWriteError = z.infer<typeof writeErrorSchema>;

/** Imported releases; those that come with the program the window has itself. */
const releaseSchema: z.ZodType<AttackDomain> = attackDomainSchema;
const releasesSchema = z.array(releaseSchema);

/** A file that was read and not taken over yet. */
const pickedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('guidance'),
    name: z.string(),
    changes: z.array(
      z.object({
        key: z.string(),
        title: z.object({ en: z.string(), ja: z.string() }),
        kind: z.enum(['template', 'guide']),
        change: z.enum(['new', 'newer', 'differs', 'same', 'older']),
        revision: z.int(),
        here: z.int().nullable(),
        by: z.string(),
        changed: z.string(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('attack'),
    name: z.string(),
    /** The matrix, and its release in use and in the file. */
    matrix: z.string(),
    before: z.string(),
    version: z.string(),
    released: z.string(),
    isLater: z.boolean(),
    techniques: count,
    /** Objects that could not be understood. */
    skipped: count,
    difference: z.object({
      added: z.array(named),
      renamed: z.array(named.extend({ before: z.string() })),
      moved: z.array(named.extend({ before: z.array(z.string()), now: z.array(z.string()) })),
      retired: z.array(named.extend({ replacedBy: z.string().optional() })),
      tacticsAdded: z.array(named),
      tacticsGone: z.array(named),
    }) as unknown as z.ZodType<AttackDifference, AttackDifference>,
  }),
]);
export type PickedFile = z.infer<typeof pickedSchema>;

const pickErrorSchema = z.discriminatedUnion('kind', [
  cancelled,
  z.object({ kind: z.literal('too-large'), bytes: count, limit: count }),
  z.object({ kind: z.literal('not-json') }),
  z.object({ kind: z.literal('read-failed'), detail: z.string() }),
  z.object({ kind: z.literal('not-guidance') }),
  z.object({ kind: z.literal('newer-format') }),
  z.object({ kind: z.literal('twice'), where: z.string() }),
  z.object({ kind: z.literal('invalid'), where: z.string() }),
  z.object({ kind: z.literal('not-a-bundle') }),
  z.object({ kind: z.literal('no-release') }),
  z.object({ kind: z.literal('other-domain'), domain: z.string() }),
  z.object({ kind: z.literal('too-few'), techniques: count }),
]);
export type PickError = z.infer<typeof pickErrorSchema>;

/** The organisation's own templates and guides, and releases of ATT&CK, beside every notebook. */
export const guidanceContract = {
  'guidance:read': {
    request: nothing,
    reply: z.object({ guidance: guidanceSchema, attack: releasesSchema }),
    error: z.never(),
  },
  /** Writes down a revision; with `removed` the one that takes the thing off the list. */
  'guidance:save': {
    request: z.object({ written: guidanceBodySchema, removed: z.boolean() }),
    reply: z.object({ guidance: guidanceSchema }),
    error: writeErrorSchema,
  },
  'guidance:export': {
    /** Keys of pieces; null for all. */
    request: z.object({ keys: z.array(z.string().max(200)).max(500).nullable() }),
    reply: z.object({ place: z.string(), bytes: count, sha256: sha256Schema }),
    error: z.union([cancelled, z.object({ kind: z.literal('nothing') }), writeErrorSchema]),
  },
  'guidance:pick': { request: nothing, reply: pickedSchema, error: pickErrorSchema },
  /** Takes over what was picked last. */
  'guidance:take': {
    request: nothing,
    reply: z.object({ guidance: guidanceSchema, attack: releasesSchema }),
    error: z.union([z.object({ kind: z.literal('not-picked') }), writeErrorSchema]),
  },
  /** Goes back to the releases of ATT&CK that came with the program. */
  'guidance:bundled': {
    request: z.object({ domain: z.enum(['enterprise-attack', 'ics-attack']) }),
    reply: z.object({ attack: releasesSchema }),
    error: writeErrorSchema,
  },
} as const;
