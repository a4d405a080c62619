import nodeCryptography, {
  createHash,
  createHmac,
  createPublicKey,
  type KeyObject,
  randomFillSync,
  verify,
} from 'node:crypto';
import type { JournalCrypto } from '#shared/journal/journal-crypto.ts';

/** DER before the raw key in an Ed25519 SubjectPublicKeyInfo (RFC 8410 §4). */
const ed25519SpkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const rawKeyBytes = 32;
const signatureBytes = 64;

/** Drawn ahead: asking the system for a few bytes costs as much as asking for many. */
const randomPool = Buffer.alloc(4096);
let randomUsed = randomPool.length;

/** Lower-case hex digits of so many random bytes, 4,096 at most. */
export function randomHex(bytes: number): string {
  if (randomUsed + bytes > randomPool.length) {
    randomFillSync(randomPool);
    randomUsed = 0;
  }
  randomUsed += bytes;
  return randomPool.toString('hex', randomUsed - bytes, randomUsed);
}

/** One call where the runtime has it (Node 20.12); the object with a state takes longer than a line's hash. */
const hashAtOnce: typeof nodeCryptography.hash | undefined = nodeCryptography.hash;

/** SHA-256 in lower-case hex; text is hashed as UTF-8. */
export function sha256Hex(data: string | Uint8Array): string {
  return hashAtOnce === undefined
    ? createHash('sha256').update(data).digest('hex')
    : hashAtOnce('sha256', data, 'hex');
}

/** The journal's cryptography over Node's own (OpenSSL, or BoringSSL inside Electron). */
export function nodeCrypto(): JournalCrypto {
  const keys = new Map<string, KeyObject | undefined>();
  return {
    sha256Hex,
    decodeBase64: (text) => Buffer.from(text, 'base64'),
    hmacHex: (keyBase64, text) =>
      createHmac('sha256', Buffer.from(keyBase64, 'base64')).update(text, 'utf8').digest('hex'),
    verify: (publicKeyBase64, text, signatureBase64) => {
      if (!keys.has(publicKeyBase64)) keys.set(publicKeyBase64, readPublicKey(publicKeyBase64));
      const key = keys.get(publicKeyBase64);
      const signature = Buffer.from(signatureBase64, 'base64');
      if (key === undefined || signature.length !== signatureBytes) return false;
      return verify(null, Buffer.from(text, 'utf8'), key, signature);
    },
  };
}

/** An Ed25519 signature checked beside the thread that asks; the same verdict as `JournalCrypto.verify`. */
export function verifyBeside(
  publicKeyBase64: string,
  text: string,
  signatureBase64: string,
): Promise<boolean> {
  const key = keyBeside(publicKeyBase64);
  const signature = Buffer.from(signatureBase64, 'base64');
  if (key === undefined || signature.length !== signatureBytes) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    verify(null, Buffer.from(text, 'utf8'), key, signature, (error, holds) =>
      error === null ? resolve(holds) : reject(error),
    );
  });
}

let lastKey: { readonly text: string; readonly key: KeyObject | undefined } | undefined;

/** The lines of a feed have one key: it is read once for all of them. */
function keyBeside(base64: string): KeyObject | undefined {
  if (lastKey?.text !== base64) lastKey = { text: base64, key: readPublicKey(base64) };
  return lastKey.key;
}

function readPublicKey(base64: string): KeyObject | undefined {
  const raw = Buffer.from(base64, 'base64');
  if (raw.length !== rawKeyBytes) return undefined;
  try {
    return createPublicKey({
      key: Buffer.concat([ed25519SpkiPrefix, raw]),
      format: 'der',
      type: 'spki',
    });
  } catch {
    // Not a point on the curve.
    return undefined;
  }
}
