import { createHash, verify, X509Certificate } from 'node:crypto';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { childrenOf, type Der, DerProblem, derTags, expectTag, oidOf, readOnly } from './der.ts';
import { sha256Oid } from './timestamp-request.ts';

/** A time stamp whose signature holds. Whether its signer is to be trusted is another question. */
export type Timestamp = {
  /** Hex of what was stamped: the seal's value. */
  readonly stamped: string;
  /** When, by the clock of whoever signed: RFC 3339 in UTC. */
  readonly at: string;
  /** Hex, without leading zeros. */
  readonly serial: string;
  /** The certificate of whoever signed, in DER. */
  readonly certificate: Uint8Array;
  /** All certificates that came along. */
  readonly certificates: readonly Uint8Array[];
};

/** Why a file is no time stamp that says anything. */
export type TimestampProblem =
  | { readonly kind: 'not-a-response' }
  /** The service refused; its words, if it gave any. */
  | { readonly kind: 'refused'; readonly text: string }
  /** Signed in a way that this program does not know. */
  | { readonly kind: 'unknown-algorithm'; readonly name: string }
  /** The signature, or what it covers, does not hold. */
  | { readonly kind: 'not-signed' }
  /** No certificate for time stamps, or one that was not valid then. */
  | { readonly kind: 'wrong-certificate' };

const oid = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  extendedKeyUsage: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const;

const digests: Readonly<Record<string, string>> = {
  [sha256Oid]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** The digest that a signature's algorithm names itself; `rsaEncryption` leaves it to the signer's. */
const signatures: Readonly<Record<string, string | null>> = {
  '1.2.840.113549.1.1.1': null,
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

/** No response is larger; some carry a whole chain of certificates. */
export const largestResponseBytes = 262_144;

/**
 * Reads a response (RFC 3161, 2.4.2, TimeStampResp in DER) and checks everything in it that can be checked without
 * trusting anybody: the signature, what it covers, that the certificate is the one that was meant, is for time
 * stamps, and was valid then.
 */
export function readTimestamp(bytes: Uint8Array): Result<Timestamp, TimestampProblem> {
  try {
    return bytes.length > largestResponseBytes
      ? err({ kind: 'not-a-response' })
      : readResponse(bytes);
  } catch (error) {
    if (error instanceof DerProblem) return err({ kind: 'not-a-response' });
    throw error;
  }
}

function readResponse(bytes: Uint8Array): Result<Timestamp, TimestampProblem> {
  const [status, token] = childrenOf(readOnly(bytes, derTags.sequence));
  const [code, texts] = childrenOf(expectTag(status, derTags.sequence));
  // Granted, or granted with changes (PKIStatus 0 and 1).
  if (!(numberOf(code) <= 1))
    return err({
      kind: 'refused',
      text: texts?.tag === derTags.sequence ? childrenOf(texts).map(utf8Of).join(' ') : '',
    });
  const [type, wrapped] = childrenOf(expectTag(token, derTags.sequence));
  if (oidOf(type) !== oid.signedData) throw new DerProblem('no signed data');
  const [data] = childrenOf(expectTag(wrapped, derTags.context0));
  const [, , encapsulated, ...rest] = childrenOf(expectTag(data, derTags.sequence));
  const [contentType, explicit] = childrenOf(expectTag(encapsulated, derTags.sequence));
  if (oidOf(contentType) !== oid.tstInfo) throw new DerProblem('no time stamp');
  const [octets] = childrenOf(expectTag(explicit, derTags.context0));
  const info = expectTag(octets, derTags.octets).content;
  const certificates = rest
    .filter(({ tag }) => tag === derTags.context0)
    .flatMap(childrenOf)
    .filter(({ tag }) => tag === derTags.sequence);
  const [signer, ...others] = childrenOf(expectTag(rest.at(-1), derTags.set));
  if (others.length > 0) throw new DerProblem('several signers');
  const signed = checkSigner(expectTag(signer, derTags.sequence), info, certificates);
  if (!signed.ok) return signed;
  const told = readInfo(info);
  const certificate = new X509Certificate(Buffer.from(signed.value.whole));
  if (!isForTimestamps(signed.value) || !wasValid(certificate, told.at))
    return err({ kind: 'wrong-certificate' });
  return ok({
    ...told,
    certificate: signed.value.whole,
    certificates: certificates.map(({ whole }) => whole),
  });
}

/** What was stamped, and when (TSTInfo). */
function readInfo(info: Uint8Array): Pick<Timestamp, 'stamped' | 'at' | 'serial'> {
  const [version, , imprint, serial, time] = childrenOf(readOnly(info, derTags.sequence));
  if (numberOf(version) !== 1) throw new DerProblem('version');
  const [algorithm, hash] = childrenOf(expectTag(imprint, derTags.sequence));
  const [name] = childrenOf(expectTag(algorithm, derTags.sequence));
  if (oidOf(name) !== sha256Oid) throw new DerProblem('another hash');
  return {
    stamped: hexOf(expectTag(hash, derTags.octets).content),
    at: timeOf(expectTag(time, derTags.generalizedTime)),
    serial: hexOf(expectTag(serial, derTags.integer).content).replace(/^0+(?=.)/, ''),
  };
}

/** The certificate with which the signer's signature over its attributes holds. */
function checkSigner(
  signer: Der,
  info: Uint8Array,
  certificates: readonly Der[],
): Result<Der, TimestampProblem> {
  const [, , digestAlgorithm, attributes, signatureAlgorithm, signature] = childrenOf(signer);
  const [digestName] = childrenOf(expectTag(digestAlgorithm, derTags.sequence));
  const [signatureName] = childrenOf(expectTag(signatureAlgorithm, derTags.sequence));
  const digest = digests[oidOf(digestName)];
  const named = signatures[oidOf(signatureName)];
  if (digest === undefined || named === undefined)
    return err({
      kind: 'unknown-algorithm',
      name: oidOf(digest === undefined ? digestName : signatureName),
    });
  const signedAttributes = expectTag(attributes, derTags.context0);
  const values = attributesOf(signedAttributes);
  const [digested] = values.get(oid.messageDigest) ?? [];
  const [contentType] = values.get(oid.contentType) ?? [];
  const isOfInfo =
    contentType !== undefined &&
    oidOf(contentType) === oid.tstInfo &&
    hexOf(expectTag(digested, derTags.octets).content) ===
      createHash(digest).update(info).digest('hex');
  const certificate = meantCertificate(values, certificates);
  if (!isOfInfo || certificate === undefined) return err({ kind: 'not-signed' });
  // Signed is the SET OF itself, though it stands here under another tag (RFC 5652, 5.4).
  const message = Buffer.concat([Uint8Array.of(derTags.set), signedAttributes.whole.subarray(1)]);
  const { publicKey } = new X509Certificate(Buffer.from(certificate.whole));
  const octets = expectTag(signature, derTags.octets).content;
  return holds(named ?? digest, message, publicKey, octets)
    ? ok(certificate)
    : err({ kind: 'not-signed' });
}

function holds(
  digest: string,
  message: Uint8Array,
  key: X509Certificate['publicKey'],
  signature: Uint8Array,
): boolean {
  try {
    return verify(digest, message, key, signature);
  } catch {
    // A key that is not of the kind that the algorithm names.
    return false;
  }
}

function attributesOf(signedAttributes: Der): ReadonlyMap<string, readonly Der[]> {
  return new Map(
    childrenOf(signedAttributes).map((attribute) => {
      const [name, values] = childrenOf(expectTag(attribute, derTags.sequence));
      return [oidOf(name), childrenOf(expectTag(values, derTags.set))] as const;
    }),
  );
}

/** The certificate whose hash the signer signed along (RFC 2634 ESSCertID, RFC 5816 ESSCertIDv2). */
function meantCertificate(
  attributes: ReadonlyMap<string, readonly Der[]>,
  certificates: readonly Der[],
): Der | undefined {
  const [second] = attributes.get(oid.signingCertificateV2) ?? [];
  const [first] = attributes.get(oid.signingCertificate) ?? [];
  const attribute = second ?? first;
  if (attribute === undefined) return undefined;
  const [list] = childrenOf(expectTag(attribute, derTags.sequence));
  const [id] = childrenOf(expectTag(list, derTags.sequence));
  const [head, next] = childrenOf(expectTag(id, derTags.sequence));
  const isNamed = second !== undefined && head?.tag === derTags.sequence;
  const digest = isNamed
    ? digests[oidOf(childrenOf(head)[0])]
    : second === undefined
      ? 'sha1'
      : 'sha256';
  const hash = expectTag(isNamed ? next : head, derTags.octets);
  if (digest === undefined) return undefined;
  return certificates.find(
    ({ whole }) => createHash(digest).update(whole).digest('hex') === hexOf(hash.content),
  );
}

/** True when the certificate says that its key is for time stamps (RFC 3161, 2.3). */
function isForTimestamps(certificate: Der): boolean {
  const [tbs] = childrenOf(certificate);
  const wrapped = childrenOf(expectTag(tbs, derTags.sequence)).find(
    ({ tag }) => tag === derTags.context3,
  );
  const [extensions] = wrapped === undefined ? [] : childrenOf(wrapped);
  for (const extension of extensions === undefined ? [] : childrenOf(extensions)) {
    const parts = childrenOf(extension);
    if (oidOf(parts[0]) !== oid.extendedKeyUsage) continue;
    const usages = readOnly(expectTag(parts.at(-1), derTags.octets).content, derTags.sequence);
    return childrenOf(usages).some((usage) => oidOf(usage) === oid.timeStamping);
  }
  return false;
}

function wasValid({ validFrom, validTo }: X509Certificate, at: string): boolean {
  const when = Date.parse(at);
  return Date.parse(validFrom) <= when && when <= Date.parse(validTo);
}

/** `20260105040000Z`, perhaps with a fraction, as RFC 3339. */
function timeOf({ content }: Der): string {
  const text = Buffer.from(content).toString('latin1');
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(text);
  if (parts === null) throw new DerProblem('time');
  const [, year, month, day, hour, minute, second] = parts;
  const told = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  if (Number.isNaN(Date.parse(told))) throw new DerProblem('time');
  return told;
}

/** A small integer. */
function numberOf(value: Der | undefined): number {
  const { content } = expectTag(value, derTags.integer);
  return content.length === 1 ? (content[0] ?? NaN) : NaN;
}

function utf8Of({ content }: Der): string {
  return Buffer.from(content).toString('utf8').slice(0, 500);
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
