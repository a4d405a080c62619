import { z } from 'zod';
import { err, ok, type Result } from '../lib/result.ts';
import { feedIdSchema, idSchema, sha256Schema } from '../lib/ids.ts';
import { canonicalize, parseCanonical } from './canonical-json.ts';
import type { FeedCheck } from './check-feed.ts';
import type { JournalCrypto } from './journal-crypto.ts';

/** What is signed before the canonical statement, so that its signature fits nothing else. */
const signedPrefix = 'kiroku-left-out-v1\n';

/** No statement is longer; a larger file is none. */
export const longestStatementBytes = 16_384;

/** The first instant of the year 9999, in ms since the epoch: later clocks fit no calendar that readers share. */
const latestWall = 253_370_764_800_000;

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
  wall: z.int().min(0).max(latestWall),
  tz: z.string().regex(/^[+-][0-9]{2}:[0-9]{2}$/),
  by: z.string().min(1).max(200),
});
const fileSchema = z.strictObject({
  p: statementSchema,
  s: z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/),
});

/**
 * A signed statement that an evidence file is missing from a bundle because somebody wanted it so.
 *
 * It lies in the copy and not in a feed: in the notebook that the bundle was made from the file is there, and if it
 * vanished there, nobody left it out.
 */
export type LeftOutStatement = z.infer<typeof statementSchema>;

/** Writes the content of `left-out/<sha256>.json`. */
export function writeLeftOut(statement: LeftOutStatement, sign: (text: string) => string): string {
  const signed = canonicalize(statement);
  return `{"p":${signed},"s":"${sign(signedPrefix + signed)}"}\n`;
}

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
  const json = parseCanonical((text ?? '').replace(/\n$/, ''));
  const file = json.ok ? fileSchema.safeParse(json.value).data : undefined;
  if (file === undefined) return err('unreadable');
  const { p, s } = file;
  // zod passes over a key `__proto__`: what is written anew has to be what was read.
  if (text !== `${canonicalize({ p, s })}\n`) return err('unreadable');
  const key = context.feeds.get(p.feed)?.publicKey;
  const isSigned =
    p.nb === context.notebook &&
    key !== undefined &&
    context.crypto.verify(key, signedPrefix + canonicalize(p), s);
  return isSigned ? ok(p) : err('unsigned');
}

/** When a statement was signed, as its signer's clock showed it: `2026-01-05 12:07 +09:00`. */
export function leftOutAt({ wall, tz }: Pick<LeftOutStatement, 'wall' | 'tz'>): string {
  const minutes = Number(tz.slice(1, 3)) * 60 + Number(tz.slice(4, 6));
  const local = new Date(wall + (tz.startsWith('-') ? -1 : 1) * minutes * 60_000);
  return `${local.toISOString().slice(0, 16).replace('T', ' ')} ${tz}`;
}
