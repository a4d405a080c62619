/** Types of values in binary XML of Windows' event logs. */
export const valueType = {
  null: 0x00,
  string: 0x01,
  ansiString: 0x02,
  int8: 0x03,
  uint8: 0x04,
  int16: 0x05,
  uint16: 0x06,
  int32: 0x07,
  uint32: 0x08,
  int64: 0x09,
  uint64: 0x0a,
  real32: 0x0b,
  real64: 0x0c,
  boolean: 0x0d,
  binary: 0x0e,
  guid: 0x0f,
  size: 0x10,
  fileTime: 0x11,
  systemTime: 0x12,
  sid: 0x13,
  hexInt32: 0x14,
  hexInt64: 0x15,
  binaryXml: 0x21,
} as const;

const arrayBit = 0x80;

/** Bytes of an element of an array; types that are not here have no fixed size. */
const sizes = new Map<number, number>([
  [valueType.int8, 1],
  [valueType.uint8, 1],
  [valueType.int16, 2],
  [valueType.uint16, 2],
  [valueType.int32, 4],
  [valueType.uint32, 4],
  [valueType.int64, 8],
  [valueType.uint64, 8],
  [valueType.real32, 4],
  [valueType.real64, 8],
  [valueType.boolean, 4],
  [valueType.guid, 16],
  [valueType.fileTime, 8],
  [valueType.systemTime, 16],
  [valueType.hexInt32, 4],
  [valueType.hexInt64, 8],
]);

/** UTF-16 without the zeros at its end. */
function utf16(bytes: Buffer): string {
  const text = bytes.toString('utf16le', 0, bytes.length - (bytes.length % 2));
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex').toUpperCase();
}

function guid(bytes: Buffer): string {
  const swapped = [
    bytes.readUInt32LE(0).toString(16).padStart(8, '0'),
    bytes.readUInt16LE(4).toString(16).padStart(4, '0'),
    bytes.readUInt16LE(6).toString(16).padStart(4, '0'),
    bytes.toString('hex', 8, 10),
    bytes.toString('hex', 10, 16),
  ];
  return `{${swapped.join('-').toUpperCase()}}`;
}

/** S-1-5-21-…; a broken one as its bytes. */
function sid(bytes: Buffer): string {
  const count = bytes[1] ?? 0;
  if (bytes.length < 8 + count * 4) return hex(bytes);
  const parts = [`S-${bytes[0]}`, String(bytes.readUIntBE(2, 6))];
  for (let at = 0; at < count; at += 1) parts.push(String(bytes.readUInt32LE(8 + at * 4)));
  return parts.join('-');
}

const fileTimeEpochMs = 11_644_473_600_000n;

/** 100 ns since 1601 as RFC 3339 with all seven digits; what is no date stays a number. */
function fileTime(bytes: Buffer): string {
  const ticks = bytes.readBigUInt64LE(0);
  const ms = ticks / 10_000n - fileTimeEpochMs;
  const date = new Date(Number(ms));
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9_999) return String(ticks);
  const fraction = String(ticks % 10_000_000n).padStart(7, '0');
  return `${date.toISOString().slice(0, 19)}.${fraction}Z`;
}

function systemTime(bytes: Buffer): string {
  const part = (at: number, width: number): string =>
    String(bytes.readUInt16LE(at)).padStart(width, '0');
  const date = `${part(0, 4)}-${part(2, 2)}-${part(6, 2)}`;
  return `${date}T${part(8, 2)}:${part(10, 2)}:${part(12, 2)}.${part(14, 3)}Z`;
}

function integer(bytes: Buffer, type: number): string {
  switch (type) {
    case valueType.int8:
      return String(bytes.readInt8(0));
    case valueType.uint8:
      return String(bytes.readUInt8(0));
    case valueType.int16:
      return String(bytes.readInt16LE(0));
    case valueType.uint16:
      return String(bytes.readUInt16LE(0));
    case valueType.int32:
      return String(bytes.readInt32LE(0));
    case valueType.uint32:
      return String(bytes.readUInt32LE(0));
    case valueType.int64:
      return String(bytes.readBigInt64LE(0));
    case valueType.uint64:
      return String(bytes.readBigUInt64LE(0));
    default:
      return hex(bytes);
  }
}

function scalar(bytes: Buffer, type: number): string {
  switch (type) {
    case valueType.string:
      return utf16(bytes);
    case valueType.ansiString: {
      const text = bytes.toString('latin1');
      const end = text.indexOf('\0');
      return end === -1 ? text : text.slice(0, end);
    }
    case valueType.real32:
      return String(bytes.readFloatLE(0));
    case valueType.real64:
      return String(bytes.readDoubleLE(0));
    case valueType.boolean:
      return bytes.readUIntLE(0, Math.min(4, bytes.length)) === 0 ? 'false' : 'true';
    case valueType.guid:
      return guid(bytes);
    case valueType.size:
    case valueType.hexInt32:
    case valueType.hexInt64:
      return `0x${(bytes.length >= 8 ? bytes.readBigUInt64LE(0) : bytes.readUInt32LE(0)).toString(16)}`;
    case valueType.fileTime:
      return fileTime(bytes);
    case valueType.systemTime:
      return systemTime(bytes);
    case valueType.sid:
      return sid(bytes);
    default:
      return integer(bytes, type);
  }
}

function pieces(bytes: Buffer, size: number): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at + size <= bytes.length; at += size) found.push(bytes.subarray(at, at + size));
  return found;
}

/**
 * A value as Windows shows it; the elements of an array one by one.
 *
 * Throws a RangeError when there are fewer bytes than the type needs.
 */
export function readValue(bytes: Buffer, type: number): string | readonly string[] {
  if (type === valueType.null || bytes.length === 0) return '';
  if ((type & arrayBit) === 0) return scalar(bytes, type);
  const element = type & ~arrayBit;
  if (element === valueType.string) {
    const texts = bytes.toString('utf16le').split('\0');
    if (texts.at(-1) === '') texts.pop();
    return texts;
  }
  const size = sizes.get(element);
  return size === undefined
    ? hex(bytes)
    : pieces(bytes, size).map((piece) => scalar(piece, element));
}
