import { readValue, valueType } from './evtx-values.ts';

/** A part of an element or attribute, before the values of a record are put in. */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'markup'; readonly markup: string }
  | { readonly kind: 'value'; readonly index: number; readonly optional: boolean }
  | { readonly kind: 'element'; readonly element: Element }
  | { readonly kind: 'template'; readonly template: Filled };

type Attribute = { readonly name: string; readonly parts: readonly Part[] };
type Element = {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly parts: readonly Part[];
};

type Value = { readonly type: number; readonly bytes: Buffer; readonly at: number };
type Filled = { readonly parts: readonly Part[]; readonly values: readonly Value[] };

/** Binary XML that breaks its own rules. */
export class BrokenBinaryXml extends Error {}

const token = {
  end: 0x00,
  openElement: 0x01,
  closeStart: 0x02,
  closeEmpty: 0x03,
  endElement: 0x04,
  value: 0x05,
  attribute: 0x06,
  cdata: 0x07,
  character: 0x08,
  entity: 0x09,
  instructionTarget: 0x0a,
  instructionData: 0x0b,
  template: 0x0c,
  substitution: 0x0d,
  optional: 0x0e,
  header: 0x0f,
} as const;

/** Elements, templates and values within each other: no event has a tenth of that. */
const deepest = 100;
/** A record has 64 KiB at most; templates that make more of it are an attack. */
const longestXml = 8_000_000;

const forMarkup = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

function escapeXml(text: string): string {
  return /[&<>"]/u.test(text)
    ? text.replaceAll(/[&<>"]/gu, (sign) => forMarkup.get(sign) ?? '')
    : text;
}

/**
 * Renders the binary XML of one chunk of an event log as XML.
 *
 * Offsets in it count from the beginning of the chunk; names and templates are shared by its records, so both
 * are kept. After libyal's description of the format (libevtx, "Windows XML Event Log (EVTX) format").
 */
export class BinaryXml {
  readonly #chunk: Buffer;
  readonly #names = new Map<number, string>();
  readonly #templates = new Map<number, readonly Part[]>();
  #at = 0;
  #end = 0;
  #depth = 0;
  #length = 0;

  constructor(chunk: Buffer) {
    this.#chunk = chunk;
  }

  /** The XML between two offsets; throws BrokenBinaryXml, or a RangeError where bytes are missing. */
  render(from: number, to: number): string {
    this.#depth = 0;
    this.#length = 0;
    return this.#write(
      this.#within(from, to, () => this.#parts(false)),
      [],
    );
  }

  #within<T>(from: number, to: number, read: () => T): T {
    if (from > to || to > this.#chunk.length) throw new BrokenBinaryXml('outside of the chunk');
    const before = [this.#at, this.#end] as const;
    [this.#at, this.#end] = [from, to];
    try {
      return this.#deeper(read);
    } finally {
      [this.#at, this.#end] = before;
    }
  }

  #deeper<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > deepest) throw new BrokenBinaryXml('too deep');
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  #skip(count: number): number {
    const at = this.#at;
    if (count < 0 || at + count > this.#end) throw new BrokenBinaryXml('ends too early');
    this.#at += count;
    return at;
  }

  #u8(): number {
    return this.#chunk.readUInt8(this.#skip(1));
  }

  #u16(): number {
    return this.#chunk.readUInt16LE(this.#skip(2));
  }

  #u32(): number {
    return this.#chunk.readUInt32LE(this.#skip(4));
  }

  #text(): string {
    const length = this.#u16() * 2;
    const from = this.#skip(length);
    return this.#chunk.toString('utf16le', from, from + length);
  }

  /** A name stands where it is used first, and is pointed at after that. */
  #name(): string {
    const offset = this.#u32();
    const known = this.#names.get(offset);
    const length = this.#chunk.readUInt16LE(offset + 6);
    // Next name, hash, length, and a zero at the end.
    if (offset === this.#at) this.#skip(10 + length * 2);
    if (known !== undefined) return known;
    const name = this.#chunk.toString('utf16le', offset + 8, offset + 8 + length * 2);
    if (!/^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(name)) throw new BrokenBinaryXml('no name');
    this.#names.set(offset, name);
    return name;
  }

  /** Everything up to the end of the fragment, or of the element that is open. */
  #parts(dependent: boolean, inElement = false): readonly Part[] {
    const parts: Part[] = [];
    while (this.#at < this.#end) {
      const kind = this.#u8();
      switch (kind & 0x3f) {
        case token.end:
          if (inElement) throw new BrokenBinaryXml('an element without an end');
          return parts;
        case token.header:
          this.#skip(3);
          break;
        case token.endElement:
          if (inElement) return parts;
          throw new BrokenBinaryXml('an end without an element');
        case token.openElement:
          parts.push({
            kind: 'element',
            element: this.#deeper(() => this.#element(kind, dependent)),
          });
          break;
        case token.template:
          parts.push({ kind: 'template', template: this.#deeper(() => this.#template()) });
          break;
        case token.instructionTarget:
          this.#name();
          break;
        case token.instructionData:
          this.#text();
          break;
        default:
          parts.push(this.#content(kind & 0x3f));
      }
    }
    if (inElement) throw new BrokenBinaryXml('an element without an end');
    return parts;
  }

  #content(kind: number): Part {
    switch (kind) {
      case token.value: {
        const type = this.#u8();
        if (type !== valueType.string) throw new BrokenBinaryXml('a value of an unknown type');
        return { kind: 'text', text: this.#text() };
      }
      case token.cdata:
        return { kind: 'text', text: this.#text() };
      case token.character:
        return { kind: 'text', text: String.fromCharCode(this.#u16()) };
      case token.entity:
        return { kind: 'markup', markup: `&${this.#name()};` };
      case token.substitution:
      case token.optional: {
        const index = this.#u16();
        this.#u8();
        return { kind: 'value', index, optional: kind === token.optional };
      }
      default:
        throw new BrokenBinaryXml('an unknown token');
    }
  }

  #element(kind: number, dependent: boolean): Element {
    // Only elements of templates have a number of what they depend on.
    if (dependent) this.#skip(2);
    this.#skip(4);
    const name = this.#name();
    const attributes: Attribute[] = [];
    if ((kind & 0x40) !== 0) this.#skip(4);
    for (;;) {
      const next = this.#u8() & 0x3f;
      if (next === token.closeEmpty) return { name, attributes, parts: [] };
      if (next === token.closeStart)
        return { name, attributes, parts: this.#parts(dependent, true) };
      if (next !== token.attribute) throw new BrokenBinaryXml('a tag without an end');
      attributes.push({ name: this.#name(), parts: this.#attributeParts() });
    }
  }

  #attributeParts(): readonly Part[] {
    const parts: Part[] = [];
    for (;;) {
      const next = this.#chunk.readUInt8(this.#at) & 0x3f;
      const ends =
        next === token.attribute || next === token.closeStart || next === token.closeEmpty;
      if (ends) return parts;
      this.#skip(1);
      parts.push(this.#content(next));
    }
  }

  #template(): Filled {
    // A byte nobody knows, and the template's number.
    this.#skip(5);
    const offset = this.#u32();
    const isHere = offset === this.#at;
    // Next template, GUID, size of what follows.
    const size = this.#chunk.readUInt32LE(offset + 20);
    const parts = this.#definition(offset, size);
    if (isHere) this.#skip(24 + size);
    const count = this.#u32();
    if (count > 4_096) throw new BrokenBinaryXml('too many values');
    const kinds: { readonly size: number; readonly type: number }[] = [];
    for (let at = 0; at < count; at += 1) {
      kinds.push({ size: this.#u16(), type: this.#u8() });
      this.#skip(1);
    }
    const values = kinds.map(({ size: length, type }): Value => {
      const at = this.#skip(length);
      return { type, at, bytes: this.#chunk.subarray(at, at + length) };
    });
    return { parts, values };
  }

  #definition(offset: number, size: number): readonly Part[] {
    const known = this.#templates.get(offset);
    if (known !== undefined) return known;
    const from = offset + 24;
    const parts = this.#within(from, from + size, () => this.#parts(true));
    this.#templates.set(offset, parts);
    return parts;
  }

  #count(text: string): string {
    this.#length += text.length;
    if (this.#length > longestXml) throw new BrokenBinaryXml('too long');
    return text;
  }

  #write(parts: readonly Part[], values: readonly Value[]): string {
    let xml = '';
    for (const part of parts) xml += this.#writePart(part, values);
    return xml;
  }

  #writePart(part: Part, values: readonly Value[]): string {
    switch (part.kind) {
      case 'text':
        return this.#count(escapeXml(part.text));
      case 'markup':
        return this.#count(part.markup);
      case 'element':
        return this.#deeper(() => this.#writeElement(part.element, values));
      case 'template':
        return this.#deeper(() => this.#write(part.template.parts, part.template.values));
      case 'value': {
        const text = this.#value(values[part.index]);
        return typeof text === 'string' ? text : text.join('\n');
      }
    }
  }

  /** A value as markup: binary XML as it is, text escaped. */
  #value(value: Value | undefined): string | readonly string[] {
    if (value === undefined || value.bytes.length === 0) return '';
    if (value.type === valueType.binaryXml) {
      const end = value.at + value.bytes.length;
      return this.#write(
        this.#within(value.at, end, () => this.#parts(false)),
        [],
      );
    }
    const text = readValue(value.bytes, value.type);
    return typeof text === 'string'
      ? this.#count(escapeXml(text))
      : text.map((item) => this.#count(escapeXml(item)));
  }

  #writeElement({ name, attributes, parts }: Element, values: readonly Value[]): string {
    let tag = this.#count(`<${name}`);
    for (const attribute of attributes) {
      const text = this.#write(attribute.parts, values);
      const [only] = attribute.parts;
      // An optional value that is not there takes its attribute with it.
      const isLeftOut =
        text === '' && attribute.parts.length === 1 && only?.kind === 'value' && only.optional;
      if (!isLeftOut) tag += this.#count(` ${attribute.name}="${text}"`);
    }
    const [only] = parts;
    const texts =
      parts.length === 1 && only?.kind === 'value'
        ? this.#value(values[only.index])
        : this.#write(parts, values);
    // Windows repeats an element for each item of an array.
    const contents = typeof texts === 'string' ? [texts] : texts;
    return contents.map((text) => (text === '' ? `${tag}/>` : `${tag}>${text}</${name}>`)).join('');
  }
}
