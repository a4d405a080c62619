import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';

/** A feed's key pair: the feed is named after the public half. */
export type SigningKey = {
  readonly feed: string;
  /** Raw 32-byte public key in base64. */
  readonly publicKey: string;
  /** PKCS #8 DER in base64; leaves the process only through `KeyProtection`. */
  readonly secret: () => string;
  /** Ed25519 over the text's UTF-8 bytes, in base64. */
  readonly sign: (text: string) => string;
};

const rawKeyBytes = 32;

/** Makes a new key pair. */
export function newSigningKey(): SigningKey {
  return signingKeyOf(generateKeyPairSync('ed25519').privateKey);
}

/** Reads a secret that `secret()` gave; undefined when it is none. */
export function readSigningKey(secret: string): SigningKey | undefined {
  try {
    const key = createPrivateKey({
      key: Buffer.from(secret, 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
    return key.asymmetricKeyType === 'ed25519' ? signingKeyOf(key) : undefined;
  } catch {
    // OpenSSL and BoringSSL word it differently; to us it is one thing: no key.
    return undefined;
  }
}

function signingKeyOf(privateKey: KeyObject): SigningKey {
  // The SubjectPublicKeyInfo of an Ed25519 key ends with the raw key (RFC 8410 §4).
  const raw = createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .subarray(-rawKeyBytes);
  return {
    feed: `k1-${createHash('sha256').update(raw).digest('hex').slice(0, 32)}`,
    publicKey: raw.toString('base64'),
    secret: () => privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64'),
  };
}
