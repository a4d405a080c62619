import { randomBytes } from 'node:crypto';
import { derTags, writeDer, writeOid, writeUnsigned } from './der.ts';

export const sha256Oid = '2.16.840.1.101.3.4.2.1';

/** 64 bits: nobody can have a stamp ready for a request that was not made yet. */
const nonceBytes = 8;

/**
 * A request for a time stamp (RFC 3161, 2.4.1, TimeStampReq in DER) over a seal. What is stamped is the seal's value,
 * which is SHA-256 of the canonical JSON of its heads; the answer is asked to carry the certificate.
 */
export function writeTimestampRequest(
  sealValue: string,
  nonce: Uint8Array = randomBytes(nonceBytes),
): Uint8Array {
  const algorithm = writeDer(derTags.sequence, writeOid(sha256Oid), Uint8Array.of(0x05, 0x00));
  const imprint = writeDer(
    derTags.sequence,
    algorithm,
    writeDer(derTags.octets, Buffer.from(sealValue, 'hex')),
  );
  return writeDer(
    derTags.sequence,
    writeUnsigned(Uint8Array.of(1)),
    imprint,
    writeUnsigned(nonce),
    writeDer(derTags.boolean, Uint8Array.of(0xff)),
  );
}
