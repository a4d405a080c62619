import { z } from 'zod';
import { err, ok, type Result } from '../lib/result.ts';
import { canonicalize, parseCanonical } from './canonical-json.ts';
import { feedIdSchema, idSchema, sha256Schema } from '../lib/ids.ts';

/** Version of the line format that this program writes; a higher one is kept and not interpreted. */
export const lineVersion = 1;

/** What is signed before the canonical payload, so that a signature fits nothing else. */
export const signaturePrefix = 'kiroku-op-v1\n';

const count = z.int().min(0);

/** `{feed: [seq, sha256]}`: heads of other feeds that the writing device had merged. */
export const seenSchema = z.record(feedIdSchema, z.tuple([count, sha256Schema]));

/** The signed part of a line (notebook format, "One operation, one line"). */
export const payloadSchema = z.strictObject({
  v: z.literal(lineVersion),
  nb: idSchema,
  feed: feedIdSchema,
  seq: count,
  prev: sha256Schema,
  lam: count,
  seen: seenSchema.optional(),
  wall: z.int(),
  tz: z.string().regex(/^[+-]\d{2}:\d{2}$/),
  mono: count,
  boot: z.string().max(128),
  by: z.string().min(1).max(200),
  op: z.looseObject({ t: z.string().regex(/^[a-z-]+(\.[a-z-]+)?$/), id: idSchema }),
});

const lineSchema = z.strictObject({
  p: payloadSchema,
  // 64 bytes in the one base64 spelling they have: the bits that the last digit does not need are 0.
  s: z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/),
});
const newerLineSchema = z.looseObject({
  p: z.looseObject({
    v: z.int().min(lineVersion + 1),
    seq: count.optional().catch(undefined),
    lam: count.optional().catch(undefined),
  }),
});

export type Payload = z.infer<typeof payloadSchema>;
export type Seen = z.infer<typeof seenSchema>;

/** A line as it was read: payload, signature (base64), and the hash that the next line names as `prev`. */
export type SignedLine = {
  readonly p: Payload;
  readonly s: string;
  /** SHA-256 of the line's bytes without its newline. */
  readonly hash: string;
};

/** Why a text is no line of a feed. */
export type LineError =
  | { readonly kind: 'not-canonical' }
  | { readonly kind: 'not-an-operation'; readonly field: string }
  | {
      readonly kind: 'newer-version';
      readonly version: number;
      /** Where the line says it stands, when it says so in the way of version 1. */
      readonly seq: number | undefined;
      readonly lam: number | undefined;
    };

/** Reads one line without checking chain or signature. */
export function parseLine(text: string): Result<Omit<SignedLine, 'hash'>, LineError> {
  const json = parseCanonical(text);
  if (!json.ok) return err({ kind: 'not-canonical' });
  const line = lineSchema.safeParse(json.value);
  if (line.success)
    // zod passes over a key `__proto__`; no feed is called that.
    return text.includes('"seen":{"__proto__":')
      ? err({ kind: 'not-an-operation', field: 'p.seen' })
      : ok(line.data);
  const newer = newerLineSchema.safeParse(json.value);
  if (newer.success) {
    const { v, seq, lam } = newer.data.p;
    return err({ kind: 'newer-version', version: v, seq, lam });
  }
  const field = (line.error.issues[0]?.path ?? []).join('.');
  return err({ kind: 'not-an-operation', field });
}

/** The bytes (as text) that Ed25519 signs for a payload. */
export function signedText(payload: Payload): string {
  return signaturePrefix + canonicalize(payload);
}

/**
 * The same bytes, cut out of a line that `parseLine` accepted.
 *
 * A parsed payload may have lost a field that this version does not know; the line has it.
 */
export function signedTextOfLine(text: string): string {
  return signaturePrefix + text.slice('{"p":'.length, -signatureTail);
}

/** The signature at the end of a line's text; undefined where none can stand. */
export function signatureOfLine(text: string): string | undefined {
  return /,"s":"([A-Za-z0-9+/]{85}[AQgw]==)"\}$/.exec(text.slice(-signatureTail))?.[1];
}

/** Length of `,"s":"…"}` at the end of every line. */
const signatureTail = ',"s":""}'.length + 88;

/** A line's text without its newline, around what was signed (`signedText`): it is canonical already. */
export function writeLine(signed: string, signature: string): string {
  return `{"p":${signed.slice(signaturePrefix.length)},"s":"${signature}"}`;
}
