import { webcrypto } from 'node:crypto';
import { Readable } from 'node:stream';

/** What opens a bundle that is wrapped with age. */
export type AgeLock =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] };

/** What a person has to open one. */
export type AgeKey =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'identity'; readonly identities: readonly string[] };

/** The first bytes of every file of age version 1 (age-encryption.org/v1, "Header"). */
export const ageMagic = 'age-encryption.org/v1\n';

/** Raised when a recipient or an identity is not one that age knows. */
export class AgeProblem extends Error {
  readonly kind: 'bad-recipient' | 'bad-identity' | 'wrong-key' | 'damaged';
  constructor(kind: AgeProblem['kind'], cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
  }
}

/** Encrypts a stream as it passes. */
export async function encryptStream(plain: Readable, lock: AgeLock): Promise<Readable> {
  const { Encrypter } = await loadAge();
  const encrypter = new Encrypter();
  if (lock.kind === 'passphrase') encrypter.setPassphrase(lock.passphrase);
  else
    for (const recipient of lock.recipients)
      try {
        encrypter.addRecipient(recipient);
      } catch (error) {
        throw new AgeProblem('bad-recipient', error);
      }
  return asNode(await encrypter.encrypt(asWeb(plain)));
}

/** Decrypts a stream as it passes; what was changed ends it with an error before it is given out. */
export async function decryptStream(sealed: Readable, key: AgeKey): Promise<Readable> {
  const { Decrypter } = await loadAge();
  const decrypter = new Decrypter();
  if (key.kind === 'passphrase') decrypter.addPassphrase(key.passphrase);
  else
    for (const identity of key.identities)
      try {
        decrypter.addIdentity(identity);
      } catch (error) {
        throw new AgeProblem('bad-identity', error);
      }
  try {
    return asNode(await decrypter.decrypt(asWeb(sealed)));
  } catch (error) {
    throw new AgeProblem('wrong-key', error);
  }
}

/** The library looks for `crypto` where Node 18 (Electron's, in development) does not put it by itself. */
async function loadAge() {
  if ((globalThis as { crypto?: unknown }).crypto === undefined)
    Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
  return import('age-encryption');
}

function asWeb(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}

function asNode(stream: ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(stream);
}
