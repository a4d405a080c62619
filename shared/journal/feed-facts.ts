import { z } from 'zod';
import { evidenceItemSchema, oldHashesSchema } from '../domain/evidence.ts';
import { type Seen, seenSchema, type SignedLine } from './envelope.ts';
import type { RedactedPayload } from './redacted-line.ts';
import { feedIdSchema } from '../lib/ids.ts';
import { isKnownType, operationSchemas } from './operation.ts';

/** A line that says what its writer had read of other feeds. */
export type Witness = {
  readonly line: number;
  readonly seq: number;
  /** Undefined when there is nothing to recompute: the first line, or a number already found wrong. */
  readonly lam: number | undefined;
  /** Undefined when the line before could not be read. */
  readonly previousLam: number | undefined;
  readonly seen: Seen;
};

/** A seal as a line carries it; a redacted line may hide the root of the evidence. */
export type SealFact = z.infer<typeof sealFactSchema> & {
  readonly line: number;
  readonly seq: number;
};

/** An evidence file that a line names. */
export type EvidenceFact = z.infer<typeof evidenceSchema> & {
  readonly line: number;
  readonly seq: number;
};

/** What a line says of a device: that it is lost, or (empty) that it is not. */
export type LossFact = {
  readonly line: number;
  readonly seq: number;
  /** The feed of the device. */
  readonly device: string;
  readonly isLost: boolean;
};

/** A line that ends its feed and names the next one with its key (`check-rotations.ts` judges it). */
export type RotationFact = z.infer<typeof rotationSchema> & {
  readonly line: number;
  readonly seq: number;
};

/** What a feed claims that only the other feeds and the evidence folder can confirm. */
export type FeedFacts = {
  readonly witnesses: Witness[];
  readonly seals: SealFact[];
  readonly evidence: EvidenceFact[];
  /** Numbers of items of which no copy lies in the notebook: nothing to check, but taken. */
  readonly keptNumbers: string[];
  readonly losses: LossFact[];
  readonly rotations: RotationFact[];
  /** Operation types that this version does not know, with how often they stand here. */
  readonly newerTypes: Map<string, number>;
  predecessor?: { readonly line: number; readonly feed: string };
  /** The first number at which a redacted line hides which evidence file it names. */
  hiddenEvidence?: number;
};

/** The facts of a feed before its first line. */
export function noFacts(): FeedFacts {
  return {
    witnesses: [],
    seals: [],
    evidence: [],
    keptNumbers: [],
    losses: [],
    rotations: [],
    newerTypes: new Map(),
  };
}

// Only the fields that verification needs: whether an operation can be folded is another question.
const sealSchema = operationSchemas.seal.pick({ heads: true, evidence: true, value: true });
const sealFactSchema = sealSchema.partial({ evidence: true });
const evidenceSchema = evidenceItemSchema.pick({ no: true, size: true, sha256: true }).extend({
  // A hash that is none is not compared; the item is there for all that.
  hashes: z
    .object({
      md5: oldHashesSchema.shape.md5.catch(undefined),
      sha1: oldHashesSchema.shape.sha1.catch(undefined),
    })
    .optional()
    .catch(undefined),
});
const lossSchema = z.object({ device: feedIdSchema, fields: z.object({ lost: z.string() }) });
const rotationSchema = operationSchemas['key.rotate'].pick({ feed: true, key: true });
const keptSchema = operationSchemas['evidence.item'].pick({ no: true });
const openingSchema = operationSchemas['feed.open'].pick({ key: true });
const predecessorSchema = operationSchemas['feed.open'].pick({ predecessor: true }).required();

const count = z.int().min(0);
const place = { line: count, seq: count };
/** The facts of a feed in which every operation is of a known type, as JSON. */
export const storedFactsSchema = z.object({
  witnesses: z.array(
    z.object({ ...place, lam: count.optional(), previousLam: count.optional(), seen: seenSchema }),
  ),
  seals: z.array(sealFactSchema.extend(place)),
  evidence: z.array(evidenceSchema.extend(place)),
  keptNumbers: z.array(keptSchema.shape.no),
  losses: z.array(z.object({ ...place, device: feedIdSchema, isLost: z.boolean() })),
  rotations: z.array(rotationSchema.extend(place)),
  predecessor: z.object({ line: count, feed: feedIdSchema }).optional(),
});

/** Facts that were stored, for a reader that goes on and adds to them. */
export function restoreFacts(stored: z.infer<typeof storedFactsSchema>): FeedFacts {
  const { predecessor } = stored;
  return {
    witnesses: stored.witnesses.map(({ lam, previousLam, ...rest }) => ({
      ...rest,
      lam,
      previousLam,
    })),
    seals: [...stored.seals],
    evidence: [...stored.evidence],
    keptNumbers: [...stored.keptNumbers],
    losses: [...stored.losses],
    rotations: [...stored.rotations],
    newerTypes: new Map(),
    ...(predecessor && { predecessor }),
  };
}

/** Notes what a line claims; `witnesses` are the chain's business and not added here. */
export function collectFacts(
  facts: FeedFacts,
  { p }: { readonly p: Pick<RedactedPayload, 'op' | 'seq'> },
  line: number,
  isRedacted = false,
): void {
  const { op, seq } = p;
  if (!isKnownType(op.t)) {
    const type = op.t.slice(0, longestShownType);
    facts.newerTypes.set(type, (facts.newerTypes.get(type) ?? 0) + 1);
  } else if (op.t === 'seal') {
    const seal = (isRedacted ? sealFactSchema : sealSchema).safeParse(op);
    if (seal.success) facts.seals.push({ ...seal.data, line, seq });
  } else if (op.t === 'evidence.add') {
    const item = evidenceSchema.safeParse(op);
    if (item.success) facts.evidence.push({ ...item.data, line, seq });
  } else if (op.t === 'evidence.item') {
    const item = keptSchema.safeParse(op);
    if (item.success) facts.keptNumbers.push(item.data.no);
  } else if (op.t === 'device.set') {
    const said = lossSchema.safeParse(op);
    if (said.success) {
      const { device, fields } = said.data;
      facts.losses.push({ line, seq, device, isLost: fields.lost !== '' });
    }
  } else if (op.t === 'key.rotate') {
    const rotation = rotationSchema.safeParse(op);
    if (rotation.success) facts.rotations.push({ ...rotation.data, line, seq });
  } else if (op.t === 'feed.open' && seq === 0) {
    const opening = predecessorSchema.safeParse(op);
    if (opening.success) facts.predecessor = { line, feed: opening.data.predecessor };
  }
}

const longestShownType = 64;

/** The public key that a `feed.open` carries and the feed that this key names. */
export function readFeedKey(
  op: SignedLine['p']['op'],
  crypto: {
    readonly sha256Hex: (data: Uint8Array) => string;
    readonly decodeBase64: (text: string) => Uint8Array;
  },
): { readonly publicKey: string; readonly feed: string } | undefined {
  if (op.t !== 'feed.open') return undefined;
  const opening = openingSchema.safeParse(op);
  if (!opening.success) return undefined;
  const { key } = opening.data;
  return { publicKey: key, feed: feedOfKey(crypto.decodeBase64(key), crypto.sha256Hex) };
}

/** The name of the feed that a raw 32-byte Ed25519 public key writes. */
export function feedOfKey(
  publicKey: Uint8Array,
  sha256Hex: (data: Uint8Array) => string,
): `k1-${string}` {
  return `k1-${sha256Hex(publicKey).slice(0, 32)}`;
}
