import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { err, ok, type Result } from '../lib/result.ts';
import { canonicalize } from './canonical-json.ts';

/** Last line of every feed: `{feed: [seq, sha256 of that line]}`. */
export type Heads = Readonly<Record<string, readonly [number, string]>>;

/** SHA-256 in lower-case hex; text is hashed as UTF-8. */
export type Sha256Hex = (data: string | Uint8Array) => string;

/** A seal: one value that changes with any line of any feed. */
export type Seal = {
  /** SHA-256 of the canonical JSON of the heads, hex. */
  readonly value: string;
  readonly heads: Heads;
  /** Root of the evidence hashes (`evidenceRoot`). */
  readonly evidence: string;
};

/** Computes the seal of a notebook from its heads and the hashes of its evidence. */
export function makeSeal(heads: Heads, evidence: Iterable<string>, sha256Hex: Sha256Hex): Seal {
  return {
    value: sealValue(heads, sha256Hex),
    heads,
    evidence: evidenceRoot(evidence, sha256Hex),
  };
}

/** SHA-256 of the canonical JSON of the heads, hex. */
export function sealValue(heads: Heads, sha256Hex: Sha256Hex): string {
  return sha256Hex(canonicalize(heads));
}

/**
 * One hash for all evidence: SHA-256 over the distinct hashes in ascending order, each as 64
 * lower-case hex digits followed by a line feed. No evidence gives the SHA-256 of nothing.
 */
export function evidenceRoot(hashes: Iterable<string>, sha256Hex: Sha256Hex): string {
  return sha256Hex(
    [...new Set(hashes)]
      .toSorted()
      .map((hash) => `${hash}\n`)
      .join(''),
  );
}

/** Hex digits of a seal that its words carry: the first 128 bits. */
const hexDigitsInWords = 32;

/** A seal's first 128 bits as twelve English words with a checksum (BIP-39), to be read aloud. */
export function sealWords(value: string): string {
  return entropyToMnemonic(bytesOfHex(value.slice(0, hexDigitsInWords)), wordlist);
}

/**
 * A device's key as twelve words: a feed is named after the first 128 bits of its key's SHA-256, and those are
 * what the words carry.
 */
export function feedWords(feed: string): string {
  return sealWords(feed.slice('k1-'.length));
}

/** Reads twelve words back: the first 32 hex digits of the seal they were printed for. */
export function sealFromWords(text: string): Result<string, { readonly kind: 'not-seal-words' }> {
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length !== 12) return err({ kind: 'not-seal-words' });
  try {
    return ok(hexOfBytes(mnemonicToEntropy(words.join(' '), wordlist)));
  } catch {
    // The library throws for a word that is not in the list and for a checksum that does not fit.
    return err({ kind: 'not-seal-words' });
  }
}

/** The short form at the foot of a page: `1a2b 3c4d`. Enough to tell two print-outs apart, not proof. */
export function shortSeal(value: string): string {
  return `${value.slice(0, 4)} ${value.slice(4, 8)}`;
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOfBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
