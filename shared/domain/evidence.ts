import { z } from 'zod';
import { idSchema, sha256Schema } from '../lib/ids.ts';
import { evidenceFieldsSchema } from './evidence-fields.ts';
import { entryTimeSchema } from './time/entry-time.ts';

/** Hashes for tools that know no other; both can be forged, so SHA-256 is always there beside them. */
export const oldHashNames = ['md5', 'sha1'] as const;
export type OldHashName = (typeof oldHashNames)[number];
export const oldHashesSchema = z.object({
  md5: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  sha1: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .optional(),
});
export type OldHashes = z.infer<typeof oldHashesSchema>;

/** Where a file lies, as text and (base64) as bytes: not every name is a text. */
const placeSchema = z.object({ path: z.string().max(8192), pathBytes: z.string().max(12_288) });
/** Times of a file in ms since the epoch, read before it was opened. */
const timesSchema = z.object({
  modified: z.int(),
  accessed: z.int(),
  created: z.int().optional(),
});
/** The volume on which a file lay, as far as the system tells. */
const volumeSchema = z.object({
  /** Number of the device by which the system tells volumes apart. */
  device: z.string().max(64),
  /** Where it was mounted. */
  mount: z.string().max(4096).optional(),
  /** Kind of file system. */
  type: z.string().max(64).optional(),
  /** What was mounted: `/dev/sdb1`. */
  source: z.string().max(1024).optional(),
});

const numberSchema = z.string().regex(/^E-\d{3,}$/);
const nameSchema = z.string().min(1).max(1024);
const noteSchema = z.string().max(20_000);

/** What was known of a file before it was opened, and what was seen while it was copied. */
export const evidenceItemSchema = z.object({
  /** Item number on labels and in reports, `E-001`; given once, never used again. */
  no: numberSchema,
  name: nameSchema,
  size: z.int().min(0),
  sha256: sha256Schema,
  note: noteSchema,
  /** Where the file lay on the machine that took it in. */
  origin: placeSchema.optional(),
  times: timesSchema.optional(),
  /** True when size or modification time of the original changed while it was copied. */
  changedWhileReading: z.boolean(),
  hashes: oldHashesSchema.optional(),
  volume: volumeSchema.optional(),
  /** The folder that was taken in as a whole, and the path of this file in it. */
  folder: z.object({ name: nameSchema, path: z.string().max(8192) }).optional(),
  /** The program that copied it, with its version. */
  program: z.string().max(200).optional(),
});

export type EvidenceItem = z.infer<typeof evidenceItemSchema>;

/** Most segments of a file that are hashed apart. */
export const mostSegments = 4096;

/** A file that stays where it is, too large to copy: what is needed to know it again. */
export const fileReferenceSchema = z.object({
  /** What is written on the medium that holds it. */
  medium: z.string().min(1).max(500),
  origin: placeSchema.optional(),
  volume: volumeSchema.optional(),
  times: timesSchema.optional(),
  size: z.int().min(0).optional(),
  /** Hash of the file as it was read where it lies; without it nobody has read it. */
  sha256: sha256Schema.optional(),
  hashes: oldHashesSchema.optional(),
  /** SHA-256 of each piece of `bytes`, the last one shorter: they tell which part of it changed. */
  segments: z
    .object({ bytes: z.int().min(1), sha256: z.array(sha256Schema).max(mostSegments) })
    .optional(),
  changedWhileReading: z.boolean().optional(),
  program: z.string().max(200).optional(),
});

export type FileReference = z.infer<typeof fileReferenceSchema>;

/** An item of which no copy lies in the notebook: a thing, or a file that stays where it is. */
export const keptItemSchema = z.object({
  no: numberSchema,
  /** What it is: `Laptop of the reception`. */
  name: nameSchema,
  note: noteSchema,
  reference: fileReferenceSchema.optional(),
});

export type KeptItem = z.infer<typeof keptItemSchema>;

/** An item of either kind: with a copy in the notebook it has a hash and a size. */
export type AnyItem = KeptItem & Partial<Omit<EvidenceItem, keyof KeptItem>>;

/** What people said of an item when it was added. */
export const firstFieldsSchema = z.object({ fields: evidenceFieldsSchema.optional() });

/** Formats the next item number after the highest one in use. */
export function nextEvidenceNumber(numbersInUse: Iterable<string>): string {
  let highest = 0;
  for (const no of numbersInUse) highest = Math.max(highest, Number(no.slice(2)) || 0);
  return `E-${String(highest + 1).padStart(3, '0')}`;
}

export const custodyActions = [
  'collected',
  'received',
  'transferred',
  'stored',
  'accessed',
  'copied',
  'analysed',
  'returned',
  'disposed',
] as const;
export type CustodyAction = (typeof custodyActions)[number];

export const sealStates = ['intact', 'broken', 'none'] as const;
export const hashResults = ['same', 'differs'] as const;

/** Something that happened to an item: the chain of custody is the list of these in order. */
export const custodyEventSchema = z.object({
  evidence: idSchema,
  action: z.enum(custodyActions),
  from: z.string().max(500),
  to: z.string().max(500),
  place: z.string().max(500),
  purpose: z.string().max(2000),
  note: z.string().max(20_000),
  /** When it happened; without it when it was written down. */
  at: entryTimeSchema.optional(),
  witness: z.string().max(500).optional(),
  /** How it went from one to the other: by hand, by courier, by post. */
  delivery: z.string().max(500).optional(),
  /** Number on the seal that its container bears afterwards. */
  seal: z.string().max(200).optional(),
  /** What was found of the seal that it bore before. */
  sealState: z.enum(sealStates).optional(),
  /** What came of comparing its hash. */
  hash: z.enum(hashResults).optional(),
  /** Number of the paper sheet that this was transcribed from. */
  sheet: z.string().max(64).optional(),
});

export type CustodyEvent = z.infer<typeof custodyEventSchema>;
