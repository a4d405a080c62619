import { z } from 'zod';
import { feedIdSchema, sha256Schema } from '../lib/ids.ts';
import { canonicalize, type JsonValue, parseCanonical } from './canonical-json.ts';
import type { JournalCrypto } from './journal-crypto.ts';
import { type Payload, payloadSchema } from './envelope.ts';

/** What is signed before a canonical redacted line, so that its signature fits nothing else. */
const signedPrefix = 'kiroku-redacted-v1\n';
/** What the salt of a place is made of, beside the place and the signature of the line. */
const saltPrefix = 'kiroku-salt-v1\n';

/** A payload from which values may have been taken; everything that checks a chain is always there. */
export type RedactedPayload = Omit<Payload, 'by'> & { readonly by?: string | undefined };

/** Commitments by the place of the value that they stand for, a JSON pointer into the payload: `/op/text`. */
export type Commitments = Readonly<Record<string, string>>;

/** A line of a redacted copy in which something is hidden. */
export type RedactedLine = {
  /** Feed of the device that hid the values and signs for what is left. */
  readonly feed: string;
  /** SHA-256 of the line that its device wrote. */
  readonly hash: string;
  readonly p: RedactedPayload;
  readonly hidden: Commitments;
  /** The redactor's signature in base64. */
  readonly s: string;
};

const redactedSchema = z.strictObject({
  r: z.strictObject({
    v: z.literal(1),
    feed: feedIdSchema,
    hash: sha256Schema,
    p: payloadSchema.partial({ by: true }),
    hidden: z.record(z.string(), sha256Schema),
  }),
  s: z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/),
});

/** Who wrote, or a member of the operation or of its `fields`; keys are escaped as in RFC 6901. */
const placePattern = /^\/(?:by|op\/(?:[ -.0-}]|~[01])*(?:\/(?:[ -.0-}]|~[01])*)?)$/;

/** Length of `,"s":"…"}` at the end of every line. */
const signatureTail = ',"s":""}'.length + 88;

/** Reads a redacted line without checking its signature; undefined for anything else. */
export function parseRedactedLine(text: string): RedactedLine | undefined {
  const json = parseCanonical(text);
  const read = json.ok ? redactedSchema.safeParse(json.value).data : undefined;
  if (!json.ok || read === undefined) return undefined;
  const { feed, hash } = read.r;
  // zod passes over a key `__proto__`, and it has seen to the shape: what is looked at is what is there.
  const { p, hidden } = (json.value as { readonly r: Pick<RedactedLine, 'p' | 'hidden'> }).r;
  const places = Object.keys(hidden);
  const isSound =
    places.length > 0 &&
    !Object.hasOwn(p.seen ?? {}, '__proto__') &&
    places.every((place) => placePattern.test(place) && isTakenOut(p, place)) &&
    Object.hasOwn(hidden, '/by') === (p.by === undefined);
  return isSound ? { feed, hash, p, hidden, s: read.s } : undefined;
}

/** What the redactor of a line that `parseRedactedLine` accepted has signed. */
export function signedTextOfRedacted(text: string): string {
  return signedPrefix + text.slice('{"r":'.length, -signatureTail);
}

/** What makes a redacted line, from the side of whoever has the original. */
export type RedactionPorts = Pick<JournalCrypto, 'sha256Hex' | 'hmacHex'>;

/**
 * Writes a line with some values hidden, without its newline.
 *
 * The original's signature is not in it: with it likely values of a short field could be tried until it fits.
 */
export function writeRedactedLine(
  original: { readonly p: JsonValue; readonly s: string; readonly hash: string },
  places: readonly string[],
  redactor: { readonly feed: string; readonly sign: (text: string) => string },
  ports: RedactionPorts,
): string {
  const hidden: Record<string, string> = {};
  let p = original.p;
  for (const at of places) {
    const value = valueAt(original.p, at);
    if (value === undefined) throw new Error(`nothing to hide at ${at}`);
    const salt = saltOf(original.s, at, ports);
    hidden[at] = commitmentOf({ at, hash: original.hash, salt, value }, ports);
    p = without(p, keysOf(at));
  }
  const { feed, sign } = redactor;
  const signed = canonicalize({ v: 1, feed, hash: original.hash, p, hidden });
  return `{"r":${signed},"s":"${sign(signedPrefix + signed)}"}`;
}

/** The salt of a place in a line: whoever has the line's signature can make it again, and nobody else. */
export function saltOf(signature: string, at: string, ports: RedactionPorts): string {
  return ports.hmacHex(signature, saltPrefix + at);
}

/** What stands in the place of a hidden value. */
export function commitmentOf(
  opened: {
    readonly at: string;
    readonly hash: string;
    readonly salt: string;
    readonly value: JsonValue;
  },
  { sha256Hex }: Pick<RedactionPorts, 'sha256Hex'>,
): string {
  return sha256Hex(canonicalize(opened));
}

/** The place of a member in a payload. */
export function placeOf(...keys: readonly string[]): string {
  return keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function keysOf(place: string): readonly string[] {
  return place
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a place of a payload; undefined where there is none. */
export function valueAt(payload: JsonValue, place: string): JsonValue | undefined {
  let value: JsonValue | undefined = payload;
  for (const key of keysOf(place)) value = membersOf(value)?.get(key);
  return value;
}

/** A payload without what stands at some places. */
export function withoutPlaces(payload: JsonValue, places: readonly string[]): JsonValue {
  return places.reduce<JsonValue>((left, place) => without(left, keysOf(place)), payload);
}

function without(value: JsonValue, [key, ...deeper]: readonly string[]): JsonValue {
  const members = membersOf(value);
  if (members === undefined || key === undefined) return value;
  const inner = members.get(key);
  if (deeper.length === 0 || inner === undefined) members.delete(key);
  else members.set(key, without(inner, deeper));
  return Object.fromEntries(members);
}

function membersOf(value: JsonValue | undefined): Map<string, JsonValue> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value as { readonly [key: string]: JsonValue }))
    : undefined;
}

/** True when a value could have stood at the place, and none does. */
function isTakenOut(payload: object, place: string): boolean {
  const keys = keysOf(place);
  const parent = placeOf(...keys.slice(0, -1));
  const members = membersOf(valueAt(payload as JsonValue, parent));
  return members !== undefined && !members.has(keys.at(-1) ?? '');
}
