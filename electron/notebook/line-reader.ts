import { isUtf8 } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { RawLine } from '#shared/journal/check-feed.ts';
import { longestLineBytes } from '#shared/lib/ids.ts';

/** A raw line and where it begins in the file. */
export type PlacedLine = RawLine & { readonly offset: number };

const blockBytes = 1_048_576;
const newline = 0x0a;

/**
 * Streams a part of a feed's file as lines, a block at a time; memory stays flat whatever lies in it:
 * a line that is too long is hashed and measured, and its bytes are let go.
 */
export async function* readRawLines(
  file: string,
  range: {
    readonly from: number;
    readonly to: number;
    /** Gets the bytes that the lines are made of, in order. */
    readonly onBytes?: (bytes: Uint8Array) => void;
  },
): AsyncGenerator<readonly PlacedLine[]> {
  const handle = await open(file, 'r');
  try {
    const block = Buffer.allocUnsafe(blockBytes);
    const splitter = new LineSplitter(range.from);
    let position = range.from;
    while (position < range.to) {
      const wanted = Math.min(blockBytes, range.to - position);
      const { bytesRead } = await handle.read(block, 0, wanted, position);
      if (bytesRead === 0) break;
      position += bytesRead;
      const read = block.subarray(0, bytesRead);
      range.onBytes?.(read);
      yield splitter.push(read);
    }
    yield splitter.finish();
  } finally {
    await handle.close();
  }
}

/** Cuts blocks at newlines; keeps the begun line between them. */
class LineSplitter {
  #offset: number;
  #begun: Buffer[] = [];
  #begunBytes = 0;
  #tooLong: Hash | undefined;

  constructor(offset: number) {
    this.#offset = offset;
  }

  push(block: Buffer): PlacedLine[] {
    const lines: PlacedLine[] = [];
    let start = 0;
    for (;;) {
      const end = block.indexOf(newline, start);
      if (end < 0) break;
      lines.push(this.#complete(block.subarray(start, end), true));
      start = end + 1;
    }
    this.#keep(block.subarray(start));
    return lines;
  }

  finish(): PlacedLine[] {
    return this.#begunBytes === 0 ? [] : [this.#complete(Buffer.alloc(0), false)];
  }

  #keep(part: Buffer): void {
    if (part.length === 0) return;
    this.#begunBytes += part.length;
    if (this.#begunBytes > longestLineBytes) {
      this.#tooLong ??= createHash('sha256');
      for (const earlier of this.#begun) this.#tooLong.update(earlier);
      this.#tooLong.update(part);
      this.#begun = [];
      return;
    }
    // The block is read into again: what outlives it has to be copied.
    this.#begun.push(Buffer.from(part));
  }

  #complete(last: Buffer, terminated: boolean): PlacedLine {
    let line: PlacedLine;
    if (this.#tooLong === undefined && this.#begunBytes + last.length <= longestLineBytes) {
      const whole = this.#begun.length === 0 ? last : Buffer.concat([...this.#begun, last]);
      line = {
        text: isUtf8(whole) ? whole.toString('utf8') : undefined,
        hash: createHash('sha256').update(whole).digest('hex'),
        bytes: whole.length,
        terminated,
        offset: this.#offset,
      };
    } else {
      this.#keep(last);
      const hash = this.#tooLong ?? createHash('sha256');
      line = {
        text: undefined,
        hash: hash.digest('hex'),
        bytes: this.#begunBytes,
        terminated,
        offset: this.#offset,
      };
    }
    this.#offset += line.bytes + (terminated ? 1 : 0);
    this.#begun = [];
    this.#begunBytes = 0;
    this.#tooLong = undefined;
    return line;
  }
}
