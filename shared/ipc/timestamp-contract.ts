import { z } from 'zod';
import { sha256Schema } from '../lib/ids.ts';

const text = z.string();
const noNotebook = z.object({ kind: z.literal('no-notebook') });
const readOnly = z.object({ kind: z.literal('read-only') });
const cancelled = z.object({ kind: z.literal('cancelled') });

/** A time stamp whose signature holds. */
const timestampSchema = z.object({
  /** The value of the seal that it is for. */
  seal: sha256Schema,
  /** RFC 3339 in UTC, by the clock of whoever signed. */
  at: text,
  /** Hex. */
  serial: text,
  /** Whom the certificate names, a part a line. */
  signer: text,
  /** SHA-256 of the certificate, hex. */
  certificate: sha256Schema,
});
export type ShownTimestamp = z.infer<typeof timestampSchema>;

const listedSchema = z.discriminatedUnion('kind', [
  timestampSchema.extend({ kind: z.literal('holds') }),
  z.object({ kind: z.literal('wrong'), seal: sha256Schema }),
  /** Signed in a way that this program does not know. */
  z.object({ kind: z.literal('unknown'), seal: sha256Schema }),
]);
export type ListedTimestamp = z.infer<typeof listedSchema>;

/** Why an answer was not taken in; `file` is its name. */
const takeErrorSchema = z.discriminatedUnion('kind', [
  noNotebook,
  readOnly,
  cancelled,
  z.object({ kind: z.literal('not-a-response'), file: text }),
  z.object({ kind: z.literal('refused'), text }),
  z.object({ kind: z.literal('unknown-algorithm'), file: text, name: text }),
  z.object({ kind: z.literal('not-signed'), file: text }),
  z.object({ kind: z.literal('wrong-certificate'), file: text }),
  z.object({ kind: z.literal('other-seal'), file: text, value: text }),
  z.object({ kind: z.literal('already-there'), value: text }),
  z.object({ kind: z.literal('not-kept'), detail: text }),
]);
export type TakeTimestampError = z.infer<typeof takeErrorSchema>;

/** Channels about time stamps (RFC 3161) on seals. */
export const timestampContract = {
  /** Every time stamp of the folder, checked now and here. */
  'timestamp:list': {
    request: z.strictObject({}),
    reply: z.array(listedSchema),
    error: noNotebook,
  },
  /** Asks where, and writes what a service is asked to sign. */
  'timestamp:request': {
    request: z.object({ seal: sha256Schema }),
    reply: z.object({ place: text }),
    error: z.discriminatedUnion('kind', [
      noNotebook,
      cancelled,
      z.object({ kind: z.literal('write-failed'), file: text, detail: text }),
    ]),
  },
  /** Asks for the file with the answer of a service, checks it and keeps it beside its seal. */
  'timestamp:take': {
    request: z.strictObject({}),
    reply: timestampSchema,
    error: takeErrorSchema,
  },
} as const;
