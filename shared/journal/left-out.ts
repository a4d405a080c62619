import { z } from 'zod';
import { err, ok, type Result } from '../lib/result.ts';
import { feedIdSchema, idSchema, sha256Schema } from '../lib/ids.ts';
import type { FeedCheck } from './check-feed.ts';
import type { JournalCrypto } from './journal-crypto.ts';
import { signedAt, signedStatement } from './signed-statement.ts';

/** No statement is longer; a larger file is none. */
export const longestStatementBytes = 16_384;

/** Why an evidence file was left out of a bundle on purpose. */
export const leftOutReasons = ['too-large', 'receiver-has-it'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

const statementSchema = z.strictObject({
  v: z.literal(1),
  nb: idSchema,
  /** The device that made the bundle and signs. */
  feed: feedIdSchema,
  no: z.string().regex(/^E-[0-9]{3,13}$/),
  sha256: sha256Schema,
  size: z.int().min(0),
  because: z.enum(leftOutReasons),
  ...signedAt,
  by: z.string().min(1).max(200),
});
const statements = signedStatement('kiroku-left-out-v1\n', statementSchema);

/**
 * A signed statement that an evidence file is missing from a bundle because somebody wanted it so.
 *
 * It lies in the copy and not in a feed: in the notebook that the bundle was made from the file is there, and if it
 * vanished there, nobody left it out.
 */
export type LeftOutStatement = z.infer<typeof statementSchema>;

/** Writes the content of `left-out/<sha256>.json`. */
export const writeLeftOut = statements.write;

/**
 * Reads a statement and holds its signature against the feed that it names; `unsigned` when it is of another
 * notebook, of no device of this one, or not what that device signed.
 */
export function readLeftOut(
  text: string | undefined,
  context: {
    readonly notebook: string;
    readonly feeds: ReadonlyMap<string, Pick<FeedCheck, 'publicKey'>>;
    readonly crypto: Pick<JournalCrypto, 'verify'>;
  },
): Result<LeftOutStatement, 'unreadable' | 'unsigned'> {
  const read = statements.read(text);
  if (read === undefined) return err('unreadable');
  const { said } = read;
  const key = context.feeds.get(said.feed)?.publicKey;
  const isSigned =
    said.nb === context.notebook && key !== undefined && read.isSignedBy(key, context.crypto);
  return isSigned ? ok(said) : err('unsigned');
}

/** When a statement was signed, as its signer's clock showed it: `2026-01-05 12:07 +09:00`. */
export function leftOutAt({ wall, tz }: Pick<LeftOutStatement, 'wall' | 'tz'>): string {
  const minutes = Number(tz.slice(1, 3)) * 60 + Number(tz.slice(4, 6));
  const local = new Date(wall + (tz.startsWith('-') ? -1 : 1) * minutes * 60_000);
  return `${local.toISOString().slice(0, 16).replace('T', ' ')} ${tz}`;
}
