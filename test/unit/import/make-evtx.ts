/** Writes a small event log byte by byte: one template, a record for each text. */

const chunkBytes = 65_536;
const headerBytes = 4_096;

class Bytes {
  readonly #parts: Buffer[] = [];
  #length: number;
  readonly #names = new Map<string, number>();

  /** Offsets count from the beginning of a chunk. */
  constructor(at: number) {
    this.#length = at;
  }

  get at(): number {
    return this.#length;
  }

  add(bytes: Buffer | readonly number[]): void {
    const part = Buffer.from(bytes);
    this.#parts.push(part);
    this.#length += part.length;
  }

  u16(value: number): void {
    this.add([value & 0xff, value >> 8]);
  }

  u32(value: number): void {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    this.add(bytes);
  }

  u64(value: bigint): void {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(value);
    this.add(bytes);
  }

  text(text: string): void {
    this.u16(text.length);
    this.add(Buffer.from(text, 'utf16le'));
  }

  name(name: string): void {
    const known = this.#names.get(name);
    this.u32(known ?? this.at + 4);
    if (known !== undefined) return;
    this.#names.set(name, this.at);
    this.u32(0);
    this.u16(0);
    this.text(name);
    this.u16(0);
  }

  whole(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

const string = 0x01;
const uint16 = 0x06;
const fileTime = 0x11;
const stringArray = 0x81;

/** An element with one attribute or none, and what stands in it. */
function element(
  bytes: Bytes,
  name: string,
  content: () => void,
  attribute?: { readonly name: string; readonly write: () => void },
): void {
  bytes.add([attribute === undefined ? 0x01 : 0x41]);
  bytes.u16(0xffff);
  bytes.u32(0);
  bytes.name(name);
  if (attribute !== undefined) {
    bytes.u32(0);
    bytes.add([0x06]);
    bytes.name(attribute.name);
    attribute.write();
  }
  bytes.add([0x02]);
  content();
  bytes.add([0x04]);
}

function substitution(bytes: Bytes, index: number, type: number, optional = false): void {
  bytes.add([optional ? 0x0e : 0x0d]);
  bytes.u16(index);
  bytes.add([type]);
}

function literal(bytes: Bytes, text: string): void {
  bytes.add([0x05, string]);
  bytes.text(text);
}

function writeTemplate(bytes: Bytes): void {
  bytes.add([0x0f, 1, 1, 0]);
  element(bytes, 'Event', () => {
    element(bytes, 'System', () => {
      element(bytes, 'EventID', () => substitution(bytes, 0, uint16));
      element(bytes, 'TimeCreated', () => undefined, {
        name: 'SystemTime',
        write: () => substitution(bytes, 1, fileTime),
      });
      element(bytes, 'EventRecordID', () => substitution(bytes, 4, uint16));
      element(bytes, 'Computer', () => literal(bytes, 'PC-20'));
    });
    element(bytes, 'EventData', () => {
      element(bytes, 'Data', () => substitution(bytes, 2, string), {
        name: 'Name',
        write: () => literal(bytes, 'Message & more'),
      });
      element(bytes, 'Data', () => substitution(bytes, 3, stringArray), {
        name: 'Left',
        write: () => substitution(bytes, 5, string, true),
      });
    });
  });
  bytes.add([0x00]);
}

/** 2024-01-02T03:04:05.1234567Z in steps of 100 ns since 1601. */
export const sampleFileTime = 133_486_382_451_234_567n;

/** An event log with one record, event 4624, for each text. */
export function makeEvtx(texts: readonly string[]): Buffer {
  const bytes = new Bytes(512);
  let templateAt = 0;
  for (const [index, text] of texts.entries()) {
    const start = bytes.at;
    const record = new Bytes(start);
    const number = index + 1;
    record.add(Buffer.from('**\0\0', 'latin1'));
    record.u32(0);
    record.u64(BigInt(number));
    record.u64(sampleFileTime);
    record.add([0x0f, 1, 1, 0, 0x0c, 1]);
    record.u32(7);
    if (templateAt === 0) {
      templateAt = record.at + 4;
      record.u32(templateAt);
      const template = new Bytes(templateAt + 24);
      writeTemplate(template);
      record.u32(0);
      record.add(Buffer.alloc(16));
      record.u32(template.whole().length);
      record.add(template.whole());
    } else {
      record.u32(templateAt);
    }
    const words = Buffer.from('one\0two\0', 'utf16le');
    const values: readonly (readonly [number, Buffer])[] = [
      [uint16, Buffer.from([0x10, 0x12])],
      [fileTime, number64(sampleFileTime)],
      [string, Buffer.from(text, 'utf16le')],
      [stringArray, words],
      [uint16, Buffer.from([number & 0xff, number >> 8])],
      [0x00, Buffer.alloc(0)],
    ];
    record.u32(values.length);
    for (const [type, value] of values) {
      record.u16(value.length);
      record.add([type, 0]);
    }
    for (const [, value] of values) record.add(value);
    record.add([0x00]);
    record.add(Buffer.alloc((8 - ((record.at + 4) % 8)) % 8));
    const size = record.at + 4 - start;
    record.u32(size);
    const whole = record.whole();
    whole.writeUInt32LE(size, 4);
    bytes.add(whole);
  }
  const chunk = Buffer.alloc(chunkBytes);
  chunk.write('ElfChnk\0', 'latin1');
  bytes.whole().copy(chunk, 512);
  chunk.writeUInt32LE(bytes.at, 48);
  const header = Buffer.alloc(headerBytes);
  header.write('ElfFile\0', 'latin1');
  header.writeUInt16LE(headerBytes, 40);
  return Buffer.concat([header, chunk]);
}

function number64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}
