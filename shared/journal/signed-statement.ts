import { z } from 'zod';
import { canonicalize, parseCanonical } from './canonical-json.ts';
import type { JournalCrypto } from './journal-crypto.ts';

/** The first instant of the year 9999, in ms since the epoch: later clocks fit no calendar that readers share. */
const latestWall = 253_370_764_800_000;

/** When a statement was signed, as its signer's clock showed it. */
export const signedAt = {
  wall: z.int().min(0).max(latestWall),
  tz: z.string().regex(/^[+-][0-9]{2}:[0-9]{2}$/),
} as const;

const signatureSchema = z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/);

/** A statement as it was read: what it says, and whether that is what a key signed. */
export type ReadStatement<Statement> = {
  readonly said: Statement;
  /** @param publicKey raw Ed25519, in base64 */
  readonly isSignedBy: (publicKey: string, crypto: Pick<JournalCrypto, 'verify'>) => boolean;
};

/**
 * A statement that a device signs beside the feeds: one line `{"p":…,"s":…}` of canonical JSON.
 *
 * `prefix` is signed before what is said, so that a signature fits no other kind of statement.
 */
export function signedStatement<Schema extends z.ZodType>(prefix: string, schema: Schema) {
  type Statement = z.infer<Schema>;
  const fileSchema = z.strictObject({ p: schema, s: signatureSchema });
  return {
    write: (statement: Statement, sign: (text: string) => string): string => {
      const signed = canonicalize(statement);
      return `{"p":${signed},"s":"${sign(prefix + signed)}"}\n`;
    },
    /** Undefined for what is no such line. */
    read: (text: string | undefined): ReadStatement<Statement> | undefined => {
      const json = parseCanonical((text ?? '').replace(/\n$/, ''));
      const file = json.ok ? fileSchema.safeParse(json.value).data : undefined;
      if (file === undefined) return undefined;
      const { p: said, s } = file as { readonly p: Statement; readonly s: string };
      const signed = canonicalize(said);
      // zod passes over a key `__proto__`: what is written anew has to be what was read.
      if (text !== `{"p":${signed},"s":"${s}"}\n`) return undefined;
      return { said, isSignedBy: (key, crypto) => crypto.verify(key, prefix + signed, s) };
    },
  };
}
