/** One value of DER (ITU-T X.690): tag, content, and both with the length between them. */
export type Der = {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly whole: Uint8Array;
};

export const derTags = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  oid: 0x06,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
  context1: 0xa1,
  context3: 0xa3,
} as const;

/** Raised by bytes that are not the DER that was expected; caught where they come from outside. */
export class DerProblem extends Error {}

/** Reads one value at the beginning; what follows it is `rest`. */
export function readDer(bytes: Uint8Array): { readonly value: Der; readonly rest: Uint8Array } {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f)
    throw new DerProblem('no tag');
  let length = first;
  let header = 2;
  if (first >= 0x80) {
    const digits = first - 0x80;
    // No indefinite length, and nothing that is longer than a file can be.
    if (digits === 0 || digits > 4) throw new DerProblem('length');
    length = 0;
    for (let at = 0; at < digits; at += 1) length = length * 256 + (bytes[2 + at] ?? NaN);
    header += digits;
  }
  const end = header + length;
  if (!(end <= bytes.length)) throw new DerProblem('cut off');
  const value = { tag, content: bytes.subarray(header, end), whole: bytes.subarray(0, end) };
  return { value, rest: bytes.subarray(end) };
}

/** Reads exactly one value of a tag. */
export function readOnly(bytes: Uint8Array, tag: number): Der {
  const { value, rest } = readDer(bytes);
  if (rest.length > 0) throw new DerProblem('more than one value');
  return expectTag(value, tag);
}

/** The values inside a constructed one. */
export function childrenOf({ content }: Der): readonly Der[] {
  const children: Der[] = [];
  for (let rest = content; rest.length > 0;) {
    const next = readDer(rest);
    children.push(next.value);
    rest = next.rest;
  }
  return children;
}

/** The value itself when it has the tag. */
export function expectTag(value: Der | undefined, tag: number): Der {
  if (value?.tag !== tag) throw new DerProblem(`tag ${value?.tag} where ${tag} was expected`);
  return value;
}

/** An object identifier as people write it: `1.2.840.113549`. */
export function oidOf(value: Der | undefined): string {
  const { content } = expectTag(value, derTags.oid);
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) throw new DerProblem('identifier');
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first = 0, ...rest] = arcs;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join('.');
}

/** Writes a value. */
export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts);
  const digits: number[] = [];
  if (content.length >= 0x80) {
    for (let left = content.length; left > 0; left = Math.floor(left / 256))
      digits.unshift(left % 256);
    digits.unshift(0x80 + digits.length);
  } else digits.push(content.length);
  return Buffer.concat([Uint8Array.of(tag, ...digits), content]);
}

/** Writes a non-negative integer from its bytes. */
export function writeUnsigned(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const digits = bytes.subarray(start);
  return writeDer(
    derTags.integer,
    (digits[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(),
    digits,
  );
}

/** Writes an object identifier. */
export function writeOid(text: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const digits = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      digits.unshift(0x80 + (left % 128));
    return digits;
  });
  return writeDer(derTags.oid, Uint8Array.from(bytes));
}
