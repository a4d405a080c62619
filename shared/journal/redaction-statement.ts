import { z } from 'zod';
import { tlpSchema } from '../domain/incident.ts';
import { feedIdSchema, idSchema, longestLineBytes, sha256Schema } from '../lib/ids.ts';
import type { JournalCrypto } from './journal-crypto.ts';
import { feedOfKey } from './feed-facts.ts';
import { signedAt, signedStatement } from './signed-statement.ts';

/** No statement is longer; a larger file is none. */
export const longestRedactionBytes = longestLineBytes;

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
  ...signedAt,
});
const statements = signedStatement('kiroku-redaction-v1\n', statementSchema);

/**
 * What whoever redacted a copy signs for: the files of the feeds as they lie in it.
 *
 * Without it lines could be taken off the end of a feed, or put in from another copy by the same device.
 */
export type RedactionStatement = z.infer<typeof statementSchema>;

/** Writes the content of `redaction.json`. */
export const writeRedactionStatement = statements.write;

/** Reads a statement; undefined when it is unreadable, of another notebook, or not what its device signed. */
export function readRedactionStatement(
  text: string | undefined,
  context: { readonly notebook: string; readonly crypto: JournalCrypto },
): RedactionStatement | undefined {
  const read = statements.read(text);
  const { notebook, crypto } = context;
  if (read === undefined || read.said.nb !== notebook) return undefined;
  const { said } = read;
  const isOwnKey = said.feed === feedOfKey(crypto.decodeBase64(said.key), crypto.sha256Hex);
  return isOwnKey && read.isSignedBy(said.key, crypto) ? said : undefined;
}
