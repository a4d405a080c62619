import { z } from 'zod';
import { keptItemSchema, oldHashesSchema, oldHashNames } from '../domain/evidence.ts';
import { evidenceFieldsSchema } from '../domain/evidence-fields.ts';
import { longestPicture } from '../domain/picture.ts';
import { idSchema, sha256Schema } from '../lib/ids.ts';
import { appendErrorSchema, jobErrorSchema, jobSchema } from './job-contract.ts';
import { droppedPathsSchema, noPathSchema } from './log-contract.ts';

const nothing = z.strictObject({});
const noError = z.never();
const noNotebook = z.object({ kind: z.literal('no-notebook') });
const readOnly = z.object({ kind: z.literal('read-only') });
const cancelled = z.object({ kind: z.literal('cancelled') });
const copyUnreadable = z.object({ kind: z.literal('unreadable'), detail: z.string() });
const ofJob = z.object({ job: z.string().max(64) });
const mediumSchema = z.string().min(1).max(500);

/** Most bytes of a copy that one request may ask for. */
export const longestRange = 65_536;

/** How files are to be taken in, beside the note. */
export const intakeWishSchema = z.object({
  /** As copies where nothing is said. */
  as: z.enum(['copy', 'folder', 'reference']).optional(),
  hashes: z.array(z.enum(oldHashNames)).max(2).optional(),
  fields: evidenceFieldsSchema.optional(),
  /** What is written on the medium on which a file stays. */
  medium: mediumSchema.optional(),
});
export type IntakeWish = z.infer<typeof intakeWishSchema>;

/** A copy in the notebook as its lines name it. */
export const copySchema = z.object({
  sha256: sha256Schema,
  size: z.int().min(0),
  hashes: oldHashesSchema.optional(),
});

/** What was found of a copy. */
export const copyStates = ['whole', 'missing', 'changed', 'unreadable'] as const;
const copyStateSchema = z.enum(copyStates);
export type CopyState = (typeof copyStates)[number];

/** Channels of the evidence. */
export const evidenceContract = {
  'evidence:pick': {
    request: z.object({ note: z.string().max(20_000), ...intakeWishSchema.shape }),
    reply: z.object({ jobs: z.array(jobSchema) }),
    error: z.discriminatedUnion('kind', [noNotebook, readOnly, cancelled]),
  },
  'evidence:drop': {
    /** Paths come from the preload script, which reads them from the dropped files themselves. */
    request: z.object({
      paths: droppedPathsSchema,
      note: z.string().max(20_000),
      ...intakeWishSchema.shape,
    }),
    reply: z.object({ jobs: z.array(jobSchema) }),
    error: z.discriminatedUnion('kind', [noNotebook, readOnly, noPathSchema]),
  },
  'evidence:paste': {
    /** A PNG or JPEG picture as it lay on the clipboard. */
    request: z.object({
      bytes: z
        .instanceof(Uint8Array)
        .refine(({ byteLength }) => byteLength > 0 && byteLength <= longestPicture),
      note: z.string().max(20_000),
    }),
    reply: z.object({ id: idSchema, no: z.string().max(32) }),
    error: z.discriminatedUnion('kind', [
      noNotebook,
      readOnly,
      z.object({ kind: z.literal('not-a-picture') }),
      z.object({ kind: z.literal('disk-full') }),
      z.object({ kind: z.literal('write-failed'), detail: z.string() }),
      z.object({ kind: z.literal('append-failed'), append: appendErrorSchema }),
    ]),
  },
  'evidence:cancel': { request: ofJob, reply: nothing, error: noError },
  /** Has a job stand still between two blocks, and lets it go on. */
  'evidence:pause': { request: ofJob, reply: nothing, error: noError },
  'evidence:resume': { request: ofJob, reply: nothing, error: noError },
  /** Adds a thing, or a file that stays where it is and that nobody can read here. */
  'evidence:item': {
    request: z.object({
      name: keptItemSchema.shape.name,
      note: keptItemSchema.shape.note,
      medium: mediumSchema.optional(),
      fields: evidenceFieldsSchema,
    }),
    reply: z.object({ id: idSchema, no: z.string().max(32) }),
    error: z.discriminatedUnion('kind', [
      noNotebook,
      readOnly,
      z.object({ kind: z.literal('append-failed'), append: appendErrorSchema }),
    ]),
  },
  /** Asks where a file that stays elsewhere lies now, reads it again, and writes down what came of it. */
  'evidence:recheck': {
    request: z.object({ item: idSchema }),
    reply: z.object({
      same: z.boolean(),
      size: z.int().min(0),
      sha256: sha256Schema,
      /** Pieces that are other ones now, from 0. */
      changedSegments: z.array(z.int().min(0)),
      segmentBytes: z.int().nullable(),
    }),
    error: z.discriminatedUnion('kind', [
      noNotebook,
      readOnly,
      cancelled,
      z.object({ kind: z.literal('no-such-item') }),
      z.object({ kind: z.literal('not-read'), because: jobErrorSchema }),
      z.object({ kind: z.literal('append-failed'), append: appendErrorSchema }),
    ]),
  },
  /** Whether the copies are there with the size that they had: looked at, not read. */
  'evidence:present': {
    request: z.object({ copies: z.array(copySchema).max(50_000) }),
    reply: z.object({
      /** Those that are not as they should be. */
      amiss: z.array(z.object({ sha256: sha256Schema, state: copyStateSchema })),
    }),
    error: noNotebook,
  },
  /** Reads one copy whole and holds it against its hashes. */
  'evidence:check': {
    request: copySchema,
    reply: z.object({
      state: copyStateSchema,
      /** What was found; absent where nothing could be read. */
      sha256: sha256Schema.optional(),
      size: z.int().min(0).optional(),
      hashes: oldHashesSchema.optional(),
    }),
    error: noNotebook,
  },
  /** Bytes of a copy, for people to look at; never more than a page of them. */
  'evidence:read': {
    request: z.object({
      sha256: sha256Schema,
      offset: z.int().min(0),
      length: z.int().min(1).max(longestRange),
    }),
    reply: z.object({ bytes: z.instanceof(Uint8Array), size: z.int().min(0) }),
    error: z.discriminatedUnion('kind', [noNotebook, copyUnreadable]),
  },
  /** A PNG or JPEG picture, whole; anything else is refused whatever it is called. */
  'evidence:picture': {
    request: z.object({ sha256: sha256Schema }),
    reply: z.object({
      bytes: z.instanceof(Uint8Array),
      kind: z.enum(['png', 'jpg']),
      width: z.int().min(1),
      height: z.int().min(1),
    }),
    error: z.discriminatedUnion('kind', [
      noNotebook,
      copyUnreadable,
      z.object({ kind: z.literal('not-a-picture') }),
      z.object({ kind: z.literal('too-large') }),
    ]),
  },
} as const;
