import { z } from 'zod';
import { tlpSchema } from '../domain/incident.ts';
import { feedIdSchema, idSchema, longestLineBytes, sha256Schema } from '../lib/ids.ts';
import { canonicalize, parseCanonical } from './canonical-json.ts';
import type { JournalCrypto } from './journal-crypto.ts';
import { feedOfKey } from './feed-facts.ts';

/** What is signed before the canonical statement, so that its signature fits nothing else. */
const signedPrefix = 'kiroku-redaction-v1\n';

/** No statement is longer; a larger file is none. */
export const longestRedactionBytes = longestLineBytes;

/** The first instant of the year 9999, in ms since the epoch: later clocks fit no calendar that readers share. */
const latestWall = 253_370_764_800_000;

const statementSchema = z.strictObject({
  v: z.literal(1),
  nb: idSchema,
  /** The device that redacted the copy and signs. */
  feed: feedIdSchema,
  /** Its raw 32-byte Ed25519 public key in base64; the feed is named after it. */
  key: z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/),
  /** SHA-256 of the file of every feed as it lies in the copy. */
  files: z.record(feedIdSchema, sha256Schema),
  /** The widest label that the copy was made for; absent when no label limited it. */
  tlp: tlpSchema.optional(),
  wall: z.int().min(0).max(latestWall),
  tz: z.string().regex(/^[+-][0-9]{2}:[0-9]{2}$/),
});
const fileSchema = z.strictObject({
  p: statementSchema,
  s: z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/),
});

/**
 * What whoever redacted a copy signs for: the files of the feeds as they lie in it.
 *
 * Without it lines could be taken off the end of a feed, or put in from another copy by the same device.
 */
export type RedactionStatement = z.infer<typeof statementSchema>;

/** Writes the content of `redaction.json`. */
export function writeRedactionStatement(
  statement: RedactionStatement,
  sign: (text: string) => string,
): string {
  const signed = canonicalize(statement);
  return `{"p":${signed},"s":"${sign(signedPrefix + signed)}"}\n`;
}

/** Reads a statement; undefined when it is unreadable, of another notebook, or not what its device signed. */
export function readRedactionStatement(
  text: string | undefined,
  context: { readonly notebook: string; readonly crypto: JournalCrypto },
): RedactionStatement | undefined {
  const json = parseCanonical((text ?? '').replace(/\n$/, ''));
  const file = json.ok ? fileSchema.safeParse(json.value).data : undefined;
  if (file === undefined) return undefined;
  const { p, s } = file;
  const { notebook, crypto } = context;
  const isSigned =
    // zod passes over a key `__proto__`: what is written anew has to be what was read.
    text === `${canonicalize({ p, s })}\n` &&
    p.nb === notebook &&
    p.feed === feedOfKey(crypto.decodeBase64(p.key), crypto.sha256Hex) &&
    crypto.verify(p.key, signedPrefix + canonicalize(p), s);
  return isSigned ? p : undefined;
}
