import { z } from 'zod';
import { custodyEventSchema } from '../domain/evidence.ts';
import { bilingualSchema } from './bilingual.ts';
import data from './evidence.json' with { type: 'json' };
import type { Immutable } from './immutable.ts';

const fieldSchema = z.strictObject({
  id: z.string(),
  label: bilingualSchema,
  required: z.boolean(),
  /** Standards and forms that ask for the field. */
  basis: z.array(z.string().min(1)).min(1),
  hint: bilingualSchema.optional(),
});

/**
 * Shape of evidence.json: what to write about an item and about each hand-over, kinds of evidence,
 * the order of volatility (RFC 3227 §2.1), and the rules for notes that can be relied on.
 */
export const evidenceGuidanceSchema = z.strictObject({
  version: z.string(),
  date: z.iso.date(),
  itemFields: z.array(fieldSchema),
  transferFields: z.array(fieldSchema),
  custodyActions: z.array(
    z.strictObject({ id: custodyEventSchema.shape.action, name: bilingualSchema }),
  ),
  types: z.array(z.strictObject({ id: z.string(), name: bilingualSchema })),
  orderOfVolatility: z.array(z.strictObject({ order: z.int().min(1), what: bilingualSchema })),
  orderSource: z.string(),
  noteRules: z.array(
    z.strictObject({ id: z.string(), text: bilingualSchema, inNotebook: bilingualSchema }),
  ),
  noteRuleSources: z.array(z.string()),
});

export type EvidenceGuidance = Immutable<z.infer<typeof evidenceGuidanceSchema>>;

/** Guidance on evidence, custody and note taking. */
// A cast, not a parse: it is our own file, and test/unit/catalogue proves it against the schema.
export const evidenceGuidance = data as EvidenceGuidance;
