import { err, ok, type Result } from '../lib/result.ts';
import { deepestNesting, isSurelyCanonical } from './canonical-text.ts';

/** A value of the notebook's JSON profile: RFC 8785 with integers only and ASCII keys. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Why a text is not canonical JSON of the notebook's profile (docs/format.md, "Canonical JSON"). */
export type CanonicalError =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'outside-profile'; readonly reason: ProfileBreach }
  | { readonly kind: 'not-canonical' };

/** The rule of the profile that a value breaks. */
export type ProfileBreach =
  'number' | 'lone-surrogate' | 'key-not-ascii' | 'too-deep' | 'not-a-json-value';

const loneSurrogate = /\p{Surrogate}/u;
const asciiKey = /^[\x20-\x7e]*$/;

class OutsideProfile extends Error {
  readonly reason: ProfileBreach;
  constructor(reason: ProfileBreach) {
    super(`outside the canonical JSON profile: ${reason}`);
    this.reason = reason;
  }
}

/**
 * Writes a value as canonical JSON (RFC 8785 within the notebook's profile).
 *
 * Throws for a value outside the profile: whoever builds an operation has validated it before.
 */
export function canonicalize(value: unknown): string {
  return write(value, 0);
}

/** Reads canonical JSON; any other spelling of the same value is refused. */
export function parseCanonical(text: string): Result<JsonValue, CanonicalError> {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return err({ kind: 'not-json' });
  }
  if (isSurelyCanonical(text)) return ok(value);
  try {
    return write(value, 0) === text ? ok(value) : err({ kind: 'not-canonical' });
  } catch (error) {
    if (error instanceof OutsideProfile)
      return err({ kind: 'outside-profile', reason: error.reason });
    throw error;
  }
}

function write(value: unknown, depth: number): string {
  if (depth > deepestNesting) throw new OutsideProfile('too-deep');
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new OutsideProfile('number');
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`;
      return writeObject(value as Record<string, unknown>, depth);
    case 'bigint':
    case 'symbol':
    case 'function':
    case 'undefined':
    default:
      throw new OutsideProfile('not-a-json-value');
  }
}

function writeString(value: string): string {
  const text = JSON.stringify(value);
  // The engine escapes half a surrogate pair, and nothing else, as `\ud…`: few texts are searched twice.
  if (text.includes('\\ud') && loneSurrogate.test(value))
    throw new OutsideProfile('lone-surrogate');
  return text;
}

function writeObject(value: Record<string, unknown>, depth: number): string {
  let members = '';
  // ASCII keys: the default sort (UTF-16 code units) is the order that RFC 8785 §3.2.3 asks for.
  for (const key of Object.keys(value).toSorted()) {
    const member = value[key];
    if (member === undefined) continue;
    if (members !== '') members += ',';
    members += (writtenKeys.get(key) ?? writeKey(key)) + write(member, depth + 1);
  }
  return `{${members}}`;
}

/** The few keys that every line has, as they are written; feed names among them must not fill it. */
const writtenKeys = new Map<string, string>();
const mostWrittenKeys = 256;

function writeKey(key: string): string {
  if (!asciiKey.test(key)) throw new OutsideProfile('key-not-ascii');
  const text = `${JSON.stringify(key)}:`;
  if (writtenKeys.size < mostWrittenKeys) writtenKeys.set(key, text);
  return text;
}
