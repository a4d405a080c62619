import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { type LogEncoding, findEncoding } from './log-encoding.ts';
import type { ReadableFile } from './readable-file.ts';

/** What a file's bytes say about their encoding. */
export type DetectedEncoding = {
  readonly encoding: LogEncoding;
  /** True when all bytes seen are ASCII: what comes later may still decide. */
  readonly undecided: boolean;
};

const blockBytes = 1_048_576;

/**
 * Finds the encoding of a file: byte order mark, UTF-16 without one, then the first bytes that are not ASCII:
 * valid UTF-8, else the likelier of the Japanese and Western encodings.
 *
 * Looks no further than `limitBytes` for a byte that is not ASCII.
 */
export async function detectEncoding(
  file: ReadableFile,
  {
    limitBytes,
    signal,
  }: { readonly limitBytes: number; readonly signal?: AbortSignal | undefined },
): Promise<DetectedEncoding> {
  const block = Buffer.allocUnsafe(blockBytes);
  for (let position = 0; position < limitBytes;) {
    signal?.throwIfAborted();
    const bytes = block.subarray(0, await file.read(block, position));
    if (bytes.length === 0) break;
    if (position === 0) {
      const marked = encodingOfMark(bytes) ?? encodingOfZeros(bytes);
      if (marked !== undefined) return { encoding: known(marked), undecided: false };
    }
    if (!isAscii(bytes)) {
      const first = bytes.findIndex((byte) => byte > 0x7f);
      const sample = Buffer.allocUnsafe(blockBytes);
      const filled = await file.read(sample, position + first);
      const name = encodingOfBytes(sample.subarray(0, filled));
      return { encoding: known(name), undecided: false };
    }
    position += bytes.length;
  }
  return { encoding: known('utf-8'), undecided: true };
}

function known(name: string): LogEncoding {
  const encoding = findEncoding(name);
  if (encoding === undefined) throw new Error(`the runtime does not decode ${name}`);
  return encoding;
}

function encodingOfMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: log text is full of ASCII, whose every other byte is zero. */
function encodingOfZeros(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4_096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1)
    if (sample[at] === 0) {
      if (at % 2 === 0) even += 1;
      else odd += 1;
    }
  const many = sample.length * 0.2;
  // Zeros on both sides are padding or binary data.
  if (odd > many && even < odd * 0.1) return 'utf-16le';
  if (even > many && odd < even * 0.1) return 'utf-16be';
  return undefined;
}

function encodingOfBytes(sample: Buffer): string {
  if (isUtf8(withoutCutCharacter(sample))) return 'utf-8';
  const lines = wholeLines(sample);
  const japanese = ['shift_jis', 'euc-jp'].map((name) => ({
    name,
    likeness: japaneseLikeness(lines, name),
  }));
  const best = japanese.toSorted((a, b) => b.likeness - a.likeness)[0];
  if (best !== undefined && best.likeness > 0.5)
    return best.name === 'euc-jp' && isRatherChinese(lines) ? 'gbk' : best.name;
  // Broken here and there, yet most of it could be nothing else.
  return mostlyUtf8(lines) ? 'utf-8' : 'windows-1252';
}

/** The sample may end within a character. */
function withoutCutCharacter(sample: Buffer): Buffer {
  let end = sample.length;
  while (end > 0 && sample.length - end < 3 && ((sample[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return (sample[end - 1] ?? 0) >= 0xc0 ? sample.subarray(0, end - 1) : sample;
}

/** In these encodings no line feed lies within a character. */
function wholeLines(sample: Buffer): Buffer {
  const end = sample.lastIndexOf(0x0a);
  return end === -1 ? sample : sample.subarray(0, end);
}

const japaneseLetters = /[\u3040-\u30ff\u3400-\u9fff\uff01-\uff9f\u3000-\u303f]/g;
const japaneseWords = /[\u3040-\u30ff\u3400-\u9fff\uff01-\uff9f\u3000-\u303f]{2,}/g;
const kana = /[\u3041-\u3096\u30a1-\u30fc]/g;
const beyondAscii = /[^\0-\x7f]/g;

/**
 * From 0 to 1 and a little: which part of what is not ASCII stands in words of several Japanese letters. A
 * Western accent makes one lonely ideograph out of itself and the letter behind it.
 */
function japaneseLikeness(sample: Buffer, name: string): number {
  const text = new TextDecoder(name).decode(sample);
  const all = text.match(beyondAscii)?.length ?? 0;
  const letters = text.match(japaneseLetters)?.length ?? 0;
  if (all === 0 || letters < all * 0.9) return 0;
  const inWords = (text.match(japaneseWords) ?? []).reduce((sum, word) => sum + word.length, 0);
  // Both may decode: full-width kana are what Japanese text is made of.
  return inWords / all + (text.match(kana)?.length ?? 0) / all;
}

/**
 * Chinese in GBK decodes as Japanese in EUC as well, into other ideographs. Those that Japanese uses lie in the first
 * level of JIS X 0208 (lead bytes B0 to CF) and between kana; those of Chinese go on to F7.
 */
function isRatherChinese(sample: Buffer): boolean {
  if (new TextDecoder('euc-jp').decode(sample).match(kana) !== null) return false;
  if (new TextDecoder('gbk').decode(sample).includes('\ufffd')) return false;
  let ideographs = 0;
  let rare = 0;
  for (let at = 0; at < sample.length - 1; at += 1) {
    const lead = sample[at] ?? 0;
    if (lead < 0x80) continue;
    at += 1;
    if (lead < 0xb0) continue;
    ideographs += 1;
    if (lead >= 0xd0) rare += 1;
  }
  return rare > ideographs * 0.1;
}

function mostlyUtf8(sample: Buffer): boolean {
  const text = sample.toString('utf8');
  const all = text.match(beyondAscii)?.length ?? 0;
  const broken = text.split('\ufffd').length - 1;
  return broken < all * 0.1;
}
