import { z } from 'zod';
import { idSchema, sha256Schema } from '../lib/ids.ts';
import { entryKindSchema } from './entry-kind.ts';
import { entryTimeSchema } from './time/entry-time.ts';

/** How sure the writer is that an entry is true. */
export const confidences = ['confirmed', 'probable', 'possible', 'rejected'] as const;

/** How an entry bears on another one. */
export const entryLinkTypes = ['caused', 'same-event', 'answers'] as const;

const name = z.string().min(1).max(200);

/** A row of a log that an entry cites: which file, which line, and what stands there. */
const citedRowSchema = z.object({
  source: idSchema,
  /** The evidence item of the file. */
  evidence: idSchema,
  /** Number of the record's first line in the file, from 1. */
  line: z.int().min(1),
  /** SHA-256 of the record's bytes in the file. */
  sha256: sha256Schema,
  /** The record as it stands in the file, cut after 4,000 characters. */
  text: z.string().max(4_000),
});

const entryLinkSchema = z.object({ type: z.enum(entryLinkTypes), entry: idSchema });

/** What an entry says; `entry.add` and every `entry.correct` carry the whole of it. */
export const entryContentSchema = z.object({
  text: z.string().min(1).max(200_000),
  kind: entryKindSchema,
  at: entryTimeSchema,
  /** Kill-chain stages by id; ids that this version does not know are kept and shown as they are. */
  stages: z.array(name).max(50),
  /** ATT&CK technique ids with the catalogue version that gave them their meaning. */
  techniques: z
    .array(z.object({ id: z.string().min(1).max(32), catalogue: z.string().max(32) }))
    .max(100),
  hosts: z.array(name).max(500),
  tags: z.array(name).max(500),
  /** Ids of evidence items. */
  evidence: z.array(idSchema).max(500),
  starred: z.boolean(),
  confidence: z.enum(confidences).optional(),
  accounts: z.array(name).max(500).optional(),
  /** Whether the writer saw or read it, or concludes it. */
  basis: z.enum(['fact', 'opinion']).optional(),
  /** Kind of log that it was read in, by the catalogue's id. */
  logSource: name.optional(),
  /** The source whose clock gave the time. */
  source: idSchema.optional(),
  /** When somebody noticed it, where that is known apart from when it happened. */
  noticed: entryTimeSchema.optional(),
  links: z.array(entryLinkSchema).max(200).optional(),
  rows: z.array(citedRowSchema).max(100).optional(),
  /** Intrusion paths that it stands on. */
  paths: z.array(idSchema).max(50).optional(),
  /** Number of the paper sheet that it was transcribed from. */
  sheet: z.string().min(1).max(64).optional(),
});

export type EntryContent = z.infer<typeof entryContentSchema>;
export type EntryLink = z.infer<typeof entryLinkSchema>;
export type CitedRow = z.infer<typeof citedRowSchema>;
