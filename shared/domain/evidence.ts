import { z } from 'zod';
import { idSchema, sha256Schema } from '../lib/ids.ts';
import { entryTimeSchema } from './time/entry-time.ts';

/** What was known of a file before it was opened, and what was seen while it was copied. */
export const evidenceItemSchema = z.object({
  /** Item number on labels and in reports, `E-001`; given once, never used again. */
  no: z.string().regex(/^E-\d{3,}$/),
  name: z.string().min(1).max(1024),
  size: z.int().min(0),
  sha256: sha256Schema,
  note: z.string().max(20_000),
  /** Where the file lay on the machine that took it in, as text and (base64) as bytes. */
  origin: z.object({ path: z.string().max(8192), pathBytes: z.string().max(12_288) }).optional(),
  /** Times of the original file in ms since the epoch, read before it was opened. */
  times: z.object({ modified: z.int(), accessed: z.int(), created: z.int().optional() }).optional(),
  /** True when size or modification time of the original changed while it was copied. */
  changedWhileReading: z.boolean(),
});

export type EvidenceItem = z.infer<typeof evidenceItemSchema>;

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
