/** Port to the cryptography of the platform. */
export type JournalCrypto = {
  /** Lower-case hex; text is hashed as UTF-8. */
  readonly sha256Hex: (data: string | Uint8Array) => string;
  /** True when Ed25519 (RFC 8032) accepts; raw 32-byte key and 64-byte signature in base64. Never throws. */
  readonly verify: (publicKeyBase64: string, text: string, signatureBase64: string) => boolean;
  readonly decodeBase64: (text: string) => Uint8Array;
  /** HMAC-SHA-256 in lower-case hex; the key is base64, the text hashed as UTF-8. */
  readonly hmacHex: (keyBase64: string, text: string) => string;
};
