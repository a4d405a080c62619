import { TextDecoder } from 'node:util';

/**
 * How the bytes of a log become text.
 *
 * A file is cut into records before it is decoded, so that every position in a cut text stands for a place in
 * the file. Its view has one code unit a byte, or one a pair of bytes for UTF-16. Only what is shown is decoded.
 */
export type LogEncoding = {
  /** The WHATWG name: `utf-8`, `utf-16le`, `shift_jis`. Notebooks keep it. */
  readonly name: string;
  readonly unitBytes: 1 | 2;
  /** True when the second byte of a character may look like a letter, bar, brace or backslash. */
  readonly masked: boolean;
};

/** Names that people use and the standard does not know. */
const aliases: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  eucjp: 'euc-jp',
  utf8: 'utf-8',
  utf16: 'utf-16le',
  cp1252: 'windows-1252',
  cp1251: 'windows-1251',
};

/** Their characters depend on what came before in the file: a record alone cannot be decoded. */
const stateful: ReadonlySet<string> = new Set(['iso-2022-jp', 'replacement', 'x-user-defined']);
const maskedNames: ReadonlySet<string> = new Set(['shift_jis', 'gbk', 'gb18030', 'big5', 'euc-kr']);

/** An encoding by any of its names; undefined for one that is not known or cannot be cut before it is decoded. */
export function findEncoding(name: string): LogEncoding | undefined {
  const wanted = name.trim().toLowerCase();
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(aliases[wanted] ?? wanted);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  const known = decoder.encoding;
  if (stateful.has(known)) return undefined;
  return {
    name: known,
    unitBytes: known.startsWith('utf-16') ? 2 : 1,
    masked: maskedNames.has(known),
  };
}

/** Length of the byte order mark at the beginning of a file in this encoding. */
export function markLength(encoding: LogEncoding, beginning: Uint8Array): number {
  const mark =
    encoding.name === 'utf-8'
      ? [0xef, 0xbb, 0xbf]
      : encoding.name === 'utf-16le'
        ? [0xff, 0xfe]
        : encoding.name === 'utf-16be'
          ? [0xfe, 0xff]
          : [];
  return mark.every((byte, index) => beginning[index] === byte) ? mark.length : 0;
}

/** 0x80 to 0x9f in windows-1252 (WHATWG index); Node up to 22 decodes them as if they were ISO 8859-1. */
const westernMarks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const westernMark = /[\u0080-\u009f]/g;

const highByte = /[^\0-\x7f]/;
const replacement = '\ufffd';
const loneSurrogate = /\p{Surrogate}/gu;

/** Turns pieces of views into text, and counts what could not be decoded. */
export class ViewDecoder {
  readonly #encoding: LogEncoding;
  readonly #decoder: TextDecoder;
  #replaced = 0;

  constructor(encoding: LogEncoding) {
    this.#encoding = encoding;
    // The mark at the beginning is cut off with the bytes; elsewhere it is text.
    this.#decoder = new TextDecoder(encoding.name, { ignoreBOM: true });
  }

  /** How many times something that is no text in this encoding became U+FFFD. */
  get replaced(): number {
    return this.#replaced;
  }

  decode(view: string): string {
    if (!highByte.test(view)) return view;
    if (this.#encoding.unitBytes === 2)
      return view.replaceAll(loneSurrogate, () => {
        this.#replaced += 1;
        return replacement;
      });
    if (this.#encoding.name === 'windows-1252')
      return view.replaceAll(
        westernMark,
        (mark) => westernMarks[mark.charCodeAt(0) - 0x80] ?? mark,
      );
    // Masked units lose their upper byte here, which is the mask.
    const bytes = Buffer.from(view, 'latin1');
    const text =
      this.#encoding.name === 'utf-8' ? bytes.toString('utf8') : this.#decoder.decode(bytes);
    if (text.includes(replacement)) this.#replaced += count(text, replacement) - honest(bytes);
    return text;
  }
}

/** U+FFFD that the file itself holds, as some tools write it. */
function honest(bytes: Buffer): number {
  return count(bytes.toString('latin1'), '\u00ef\u00bf\u00bd');
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Makes views of the blocks of one file, in their order. */
export class ViewMaker {
  readonly #encoding: LogEncoding;
  #isTrail = false;
  /** A block may end between the two bytes of a unit. */
  #halfUnit: number | undefined;

  constructor(encoding: LogEncoding) {
    this.#encoding = encoding;
  }

  view(block: Buffer, isEnd: boolean): string {
    if (this.#encoding.unitBytes === 2) return this.#wideView(block, isEnd);
    return this.#encoding.masked ? this.#maskedView(block) : block.toString('latin1');
  }

  #wideView(block: Buffer, isEnd: boolean): string {
    const half = this.#halfUnit;
    const whole = half === undefined ? block : Buffer.concat([Buffer.of(half), block]);
    const even = whole.length - (whole.length % 2);
    this.#halfUnit = even === whole.length ? undefined : whole[even];
    const units = Buffer.from(whole.subarray(0, even));
    if (this.#encoding.name === 'utf-16be') units.swap16();
    // Half a character at the very end is no text.
    const tail = isEnd && this.#halfUnit !== undefined ? '\udfff' : '';
    return units.toString('utf16le') + tail;
  }

  /** Marks second bytes, so that no delimiter, quote or brace is seen in the middle of a character. */
  #maskedView(block: Buffer): string {
    const units = new Uint16Array(block.length);
    const isShiftJis = this.#encoding.name === 'shift_jis';
    let isTrail = this.#isTrail;
    for (let at = 0; at < block.length; at += 1) {
      const byte = block[at] ?? 0;
      if (isTrail) {
        // A line break ends a broken character.
        isTrail = false;
        units[at] = byte >= 0x40 && byte < 0x80 ? byte | 0x100 : byte;
      } else {
        isTrail = isShiftJis
          ? (byte > 0x80 && byte < 0xa0) || (byte > 0xdf && byte < 0xfd)
          : byte > 0x80 && byte < 0xff;
        units[at] = byte;
      }
    }
    this.#isTrail = isTrail;
    return Buffer.from(units.buffer).toString('utf16le');
  }
}
