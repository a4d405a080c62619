import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { tlpSchema } from './incident.ts';
import { entryTimeSchema } from './time/entry-time.ts';

const short = z.string().max(200);
const text = z.string().max(500);
const long = z.string().max(2_000);

export const writeBlockerStates = ['used', 'not-used', 'not-needed'] as const;
export type WriteBlocker = (typeof writeBlockerStates)[number];

/**
 * What people say of an item, field by field; every one is a register of its own, and an empty text or null
 * says that nothing is known of it.
 *
 * The fields are those of shared/catalogue/evidence.json, which says who asks for each. Values of a later
 * version are kept and shown as they are.
 */
export const evidenceFieldsSchema = z.object({
  /** Kind of evidence by the catalogue's id: `image-disk`, `device`. */
  type: z.string().max(64).optional(),
  /** What somebody else's label on it says, beside our own item number. */
  label: short.optional(),
  description: z.string().max(20_000).optional(),
  quantity: short.optional(),
  makeModel: text.optional(),
  serial: short.optional(),
  /** The system that it comes from. */
  hostname: text.optional(),
  mac: short.optional(),
  ip: short.optional(),
  condition: long.optional(),
  /** State when found: on, off, locked, connected. */
  powerState: text.optional(),
  /** Place found. */
  location: text.optional(),
  acquiredAt: entryTimeSchema.nullable().optional(),
  /** The clock of the system that it comes from, against true time. */
  clock: z
    .object({ aheadMs: z.int(), plusMinusMs: z.int().min(0), how: long })
    .nullable()
    .optional(),
  acquiredBy: text.optional(),
  witness: text.optional(),
  /** Why it was taken. */
  purpose: long.optional(),
  authority: long.optional(),
  method: long.optional(),
  /** Tool and version with which it was made. */
  tool: text.optional(),
  writeBlocker: z.enum(writeBlockerStates).nullable().optional(),
  /** A hash that came with it, as somebody else computed it. */
  sourceHash: short.optional(),
  unavoidableChange: long.optional(),
  /** Container, and number of the seal on it. */
  seal: short.optional(),
  /** Where it is kept, and who may go there. */
  storage: text.optional(),
  tlp: tlpSchema.nullable().optional(),
  /** Evidence items that are pictures of it. */
  photographs: z.array(idSchema).max(200).optional(),
  retainUntil: short.optional(),
  disposition: long.optional(),
});

export type EvidenceFields = z.infer<typeof evidenceFieldsSchema>;
export type EvidenceField = keyof EvidenceFields;

/** Fields that are a text, in the order in which forms ask for them. */
export const evidenceTextFields = [
  'label',
  'description',
  'quantity',
  'makeModel',
  'serial',
  'hostname',
  'mac',
  'ip',
  'condition',
  'powerState',
  'location',
  'acquiredBy',
  'witness',
  'purpose',
  'authority',
  'method',
  'tool',
  'sourceHash',
  'unavoidableChange',
  'seal',
  'storage',
  'retainUntil',
  'disposition',
] as const satisfies readonly EvidenceField[];
export type EvidenceTextField = (typeof evidenceTextFields)[number];

/** The longest that a text field takes. */
export function longestOf(field: EvidenceTextField): number {
  const { shape } = evidenceFieldsSchema;
  return shape[field].unwrap().maxLength ?? 500;
}

const hashNames = { 32: 'md5', 40: 'sha1', 64: 'sha256' } as const;

/** A hash in a text that somebody brought, `SHA-1: da39 a3ee …`, with its algorithm by its length. */
export function claimedHash(
  said: string,
): { readonly algorithm: 'md5' | 'sha1' | 'sha256'; readonly value: string } | undefined {
  const folded = said.normalize('NFKC').toLowerCase();
  // Hex digits in groups, as forms print them; a name before them ends with a colon or an equals sign.
  const value = folded.replace(/^[^:=]*[:=]/, '').replaceAll(/[\s-]/g, '');
  if (!/^[0-9a-f]+$/.test(value)) return undefined;
  const algorithm = hashNames[value.length as keyof typeof hashNames];
  return algorithm === undefined ? undefined : { algorithm, value };
}

/** What a claimed hash says beside the computed ones; undefined when there is nothing to hold it against. */
export function compareClaim(
  said: string | undefined,
  computed: Readonly<Partial<Record<'md5' | 'sha1' | 'sha256', string | undefined>>>,
): 'same' | 'differs' | undefined {
  const claim = claimedHash(said ?? '');
  const own = claim && computed[claim.algorithm];
  return own === undefined ? undefined : own === claim?.value ? 'same' : 'differs';
}
