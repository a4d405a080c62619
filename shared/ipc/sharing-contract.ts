import { z } from 'zod';
import { mostSheets, paperKinds } from '../domain/paper-sheet.ts';
import { feedIdSchema, idSchema, sha256Schema } from '../lib/ids.ts';
import { pdfLacksSchema } from './review-contract.ts';

const count = z.int().min(0);
const text = z.string();
/** Of a bundle or a folder that was picked and is not taken over yet. */
export const copyIdSchema = z.uuid();
const noNotebook = z.object({ kind: z.literal('no-notebook') });
const cancelled = z.object({ kind: z.literal('cancelled') });

/** Something found wrong or worth knowing in a notebook; worded by `shared/i18n/word-finding.ts`. */
export const findingSchema = z.object({
  code: z.string().max(64),
  severity: z.enum(['damage', 'warning', 'note']),
  feed: z.string().max(64).optional(),
  /** Line number in the feed's file, from 1. */
  line: z.int().min(1).optional(),
  values: z.record(z.string(), z.union([z.string(), z.int()])).optional(),
});

/** Wraps a bundle with age. A person chose the passphrase; it is kept by nobody. */
export const lockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passphrase'), passphrase: z.string().min(1).max(1024) }),
  z.object({
    kind: z.literal('recipients'),
    recipients: z.array(z.string().min(1).max(4096)).min(1).max(100),
  }),
]);

/** What opens a wrapped bundle. */
export const copyKeySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passphrase'), passphrase: z.string().min(1).max(1024) }),
  z.object({
    kind: z.literal('identity'),
    identities: z.array(z.string().min(1).max(4096)).min(1).max(100),
  }),
]);
export type CopyKey = z.infer<typeof copyKeySchema>;

/** A bundle that lies on the disk. */
export const writtenBundleSchema = z.object({
  place: text,
  bytes: count,
  sha256: sha256Schema,
  /** The files that it was cut into; none when it is one. */
  parts: z.array(z.object({ name: text, bytes: count, sha256: sha256Schema })),
  /** Seal of what it holds, and its twelve words. */
  seal: sha256Schema,
  words: text,
  lines: count,
  evidence: count,
  leftOut: z.array(
    z.object({
      no: text,
      bytes: count,
      because: z.enum(['too-large', 'receiver-has-it', 'missing-here']),
    }),
  ),
  /** Evidence files whose content is not what was taken in: in the bundle as they are. */
  changed: z.array(text),
});
export type BundleReply = z.infer<typeof writtenBundleSchema>;

/** Why there is no bundle. */
export const bundleErrorSchema = z.discriminatedUnion('kind', [
  noNotebook,
  cancelled,
  z.object({ kind: z.literal('disk-full') }),
  z.object({ kind: z.literal('out-exists'), place: text }),
  z.object({ kind: z.literal('out-failed'), place: text, detail: text }),
  z.object({ kind: z.literal('read-failed'), detail: text }),
  z.object({ kind: z.literal('copy-differs'), place: text }),
  z.object({ kind: z.literal('nothing-to-bundle') }),
  z.object({ kind: z.literal('bad-recipient') }),
  z.object({ kind: z.literal('cannot-sign') }),
  z.object({ kind: z.literal('too-many-parts') }),
]);
export type BundleReplyError = z.infer<typeof bundleErrorSchema>;

/** A value that somebody wrote while somebody else wrote another one. */
const contestedValueSchema = z.object({
  value: z.unknown(),
  by: text,
  feed: text,
  seq: count,
  wall: z.number(),
});

/** What joining with a copy would bring or has brought. */
export const mergeSummarySchema = z.object({
  from: text,
  /** The incident's title as it would stand. */
  title: text,
  lines: count,
  entries: count,
  devices: z.array(
    z.object({
      feed: feedIdSchema,
      device: text,
      host: text,
      user: text,
      isNew: z.boolean(),
      /** The device's key as twelve words, to be read aloud. */
      words: text,
      lines: count,
      /** How far its clock was ahead of this one's at least; negative: behind. */
      clockAheadMs: z.number().optional(),
    }),
  ),
  evidence: z.object({ files: count, bytes: count, missing: count, leftOut: count }),
  conflicts: z.array(z.object({ what: text, id: text, values: z.array(contestedValueSchema) })),
  forks: z.array(z.object({ feed: feedIdSchema, number: count })),
});
export type CopySummary = z.infer<typeof mergeSummarySchema>;

/** Why a copy cannot be taken over; nothing of it was. */
export const copyErrorSchema = z.discriminatedUnion('kind', [
  noNotebook,
  z.object({ kind: z.literal('read-only') }),
  /** It was picked by another window, or before the last one. */
  z.object({ kind: z.literal('not-picked') }),
  /** Files are being copied or read; joining would stop them. */
  z.object({ kind: z.literal('busy') }),
  z.object({ kind: z.literal('not-a-bundle') }),
  z.object({
    kind: z.literal('hostile-bundle'),
    what: z.enum([
      'name',
      'repeated-name',
      'link',
      'encrypted',
      'compression',
      'several-folders',
      'too-many',
      'size',
      'fetch',
      'algorithm',
    ]),
    name: text,
  }),
  z.object({
    kind: z.literal('bundle-damaged'),
    what: z.enum(['manifest', 'missing', 'not-in-manifest', 'hash', 'archive']),
    name: text,
  }),
  z.object({ kind: z.literal('read-failed'), detail: text }),
  z.object({ kind: z.literal('stopped') }),
  z.object({ kind: z.literal('disk-full') }),
  z.object({ kind: z.literal('locked-bundle') }),
  z.object({
    kind: z.literal('age-problem'),
    what: z.enum(['bad-recipient', 'bad-identity', 'wrong-key', 'damaged']),
  }),
  z.object({ kind: z.literal('other-notebook'), ours: text, theirs: text }),
  z.object({ kind: z.literal('incoming-damaged'), findings: z.array(findingSchema) }),
  z.object({ kind: z.literal('would-damage'), findings: z.array(findingSchema) }),
  z.object({
    kind: z.literal('forks'),
    forks: z.array(z.object({ feed: feedIdSchema, number: count })),
  }),
  z.object({ kind: z.literal('locked'), holder: text }),
  z.object({ kind: z.literal('not-writable') }),
  z.object({ kind: z.literal('merge-failed'), detail: text }),
  z.object({ kind: z.literal('newer-notebook'), version: z.int() }),
  z.object({ kind: z.literal('redacted-copy') }),
  z.object({ kind: z.literal('no-access'), place: text, detail: text }),
  z.object({ kind: z.literal('not-found'), place: text }),
]);
export type CopyError = z.infer<typeof copyErrorSchema>;

/** Why no seal was written. */
export const sealErrorSchema = z.discriminatedUnion('kind', [
  noNotebook,
  z.object({ kind: z.literal('read-only') }),
  z.object({ kind: z.literal('disk-full') }),
  z.object({ kind: z.literal('write-failed'), detail: text }),
]);

/** What the system's dialog gave, by an id: the place itself stays in the main process. */
export const pickedCopySchema = z.object({ id: copyIdSchema, name: text });

/** Channels about bundles, copies and seals but those that give a notebook opened anew. */
export const sharingContract = {
  /** Asks where, then writes the notebook as one file; told of as a job meanwhile. */
  'bundle:write': {
    request: z.object({
      /** The feed of the device that it is for: evidence that it has stays here. */
      since: feedIdSchema.optional(),
      /** Evidence files above so many bytes stay here. */
      largestEvidence: count.optional(),
      /** Cuts it into files of so many bytes at most. */
      splitBytes: z.int().min(65_536).optional(),
      lock: lockSchema.optional(),
    }),
    reply: writtenBundleSchema,
    error: bundleErrorSchema,
  },
  'copy:pick': {
    request: z.object({ what: z.enum(['bundle', 'folder']) }),
    reply: pickedCopySchema,
    error: z.discriminatedUnion('kind', [
      noNotebook,
      z.object({ kind: z.literal('read-only') }),
      cancelled,
    ]),
  },
  /** Reads what was picked and says what joining would bring; nothing is changed. */
  'copy:look': {
    request: z.object({ id: copyIdSchema, key: copyKeySchema.optional() }),
    reply: mergeSummarySchema,
    error: copyErrorSchema,
  },
  /** A bundle that becomes a notebook of its own: picked on the first screen, where no notebook is open. */
  'received:pick': {
    request: z.strictObject({}),
    reply: pickedCopySchema,
    error: cancelled,
  },
  /** Reads it and says what the notebook would hold; nothing is kept. */
  'received:look': {
    request: z.object({ id: copyIdSchema, key: copyKeySchema.optional() }),
    reply: z.object({
      summary: mergeSummarySchema,
      /** Where a copy of the same notebook lies that was opened on this device before. */
      here: text.optional(),
    }),
    error: copyErrorSchema,
  },
  'seal:write': {
    request: z.strictObject({}),
    reply: z.object({ value: sha256Schema, lines: count }),
    error: sealErrorSchema,
  },
  /** Holds a seal from paper (twelve words, or 32 digits and more) against the folder. */
  'seal:check': {
    request: z.object({ text: z.string().max(2000) }),
    reply: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('now') }),
      z.object({ kind: z.literal('unknown') }),
      z.object({
        kind: z.literal('written'),
        by: text,
        wall: z.number(),
        /** False when the notebook is damaged: what was sealed may be among what is. */
        isWhole: z.boolean(),
      }),
    ]),
    error: z.discriminatedUnion('kind', [
      noNotebook,
      z.object({ kind: z.literal('not-seal-words') }),
    ]),
  },
  /** The chain-of-custody form of some items, or of all, as a PDF to sign. */
  'custody:form': {
    request: z.object({
      items: z.array(idSchema).max(10_000),
      /** Labels or blank sheets in the place of the forms. */
      paper: z
        .object({
          kind: z.enum(paperKinds),
          sheets: z.int().min(1).max(mostSheets),
        })
        .optional(),
      language: z.enum(['en', 'ja']),
      zone: z.string().min(1).max(64),
    }),
    reply: z.object({ place: text, bytes: count, lacks: pdfLacksSchema }),
    error: z.discriminatedUnion('kind', [
      noNotebook,
      cancelled,
      z.object({ kind: z.literal('disk-full') }),
      z.object({ kind: z.literal('write-failed'), detail: text }),
      z.object({ kind: z.literal('print-failed'), detail: text }),
    ]),
  },
} as const;
