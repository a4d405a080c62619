import { createGunzip } from 'node:zlib';
import type { ArchiveTrouble, ReadableFile } from './readable-file.ts';

const magic = Buffer.from([0x1f, 0x8b, 0x08]);
/** So much is unpacked at once; deflate makes at most a thousand times of it. */
const storedBytesAtOnce = 16_384;

/**
 * How far a file may grow when it is unpacked: repetitive logs shrink to a hundredth, and deflate cannot do better than
 * 1,032 to 1. A small one does no harm at any ratio.
 */
const limits = { ratio: 300, harmlessBytes: 64 * 1_048_576 } as const;

/** True for a gzip file (RFC 1952, 2.3.1: two magic bytes, and deflate). */
export async function isGzip(file: ReadableFile): Promise<boolean> {
  const beginning = Buffer.alloc(magic.length);
  return (await file.read(beginning, 0)) === magic.length && beginning.equals(magic);
}

/**
 * A gzip file as what is packed in it: every position is one of the unpacked bytes.
 *
 * Nothing is unpacked to the disk. Reading forward unpacks as it goes, reading backward begins anew, so memory stays
 * flat and the file itself remains the evidence. Several members one after another are one file (RFC 1952, 2.2).
 * What ends in the middle, or unpacks too far, ends there and says so.
 */
export function openGunzipped(stored: ReadableFile): ReadableFile {
  let unpacking = new Unpacking(stored);
  /** The piece that was unpacked last, and where it begins. */
  let piece: Buffer = Buffer.alloc(0);
  let at = 0;
  let last: Promise<unknown> = Promise.resolve();

  const read = async (into: Buffer, position: number): Promise<number> => {
    if (position < at) {
      unpacking.close();
      unpacking = new Unpacking(stored);
      piece = Buffer.alloc(0);
      at = 0;
    }
    let filled = 0;
    while (filled < into.length) {
      const from = position + filled - at;
      if (from < piece.length) {
        filled += piece.copy(into, filled, from);
        continue;
      }
      const next = await unpacking.next();
      if (next === undefined) break;
      at += piece.length;
      piece = next;
    }
    return filled;
  };

  return {
    // Known at its end alone; what the file says of it is not to be trusted.
    size: Infinity,
    storedSize: stored.storedSize,
    isOrdinary: stored.isOrdinary,
    storedBefore: () => unpacking.storedDone,
    archiveTrouble: () => unpacking.trouble,
    read(into, position) {
      const result = last.then(() => read(into, position));
      last = result.catch(() => {});
      return result;
    },
    async close() {
      await last;
      unpacking.close();
      await stored.close();
    },
  };
}

/** One way through a gzip file, from its beginning. */
class Unpacking {
  readonly #stored: ReadableFile;
  readonly #gunzip = createGunzip();
  readonly #closed: Promise<void>;
  readonly #ready: Buffer[] = [];
  #unpacked = 0;
  #isOver = false;
  storedDone = 0;
  trouble: ArchiveTrouble | undefined;

  constructor(stored: ReadableFile) {
    this.#stored = stored;
    this.#closed = new Promise((resolve) => this.#gunzip.once('close', resolve));
    this.#gunzip.on('data', (piece: Buffer) => void this.#ready.push(piece));
    // The library tells of an end too early, and of bytes that are no deflate, in the same way.
    this.#gunzip.once('error', () => (this.trouble = 'archive-broken'));
  }

  /** The bytes that follow; undefined at the end. */
  async next(): Promise<Buffer | undefined> {
    for (;;) {
      const piece = this.#ready.shift();
      if (piece !== undefined) return this.#counted(piece);
      if (this.#isOver) return undefined;
      await this.#feed();
    }
  }

  close(): void {
    this.#gunzip.destroy();
  }

  #counted(piece: Buffer): Buffer | undefined {
    this.#unpacked += piece.length;
    const { ratio, harmlessBytes } = limits;
    if (this.#unpacked <= harmlessBytes || this.#unpacked <= this.storedDone * ratio) return piece;
    this.trouble = 'archive-too-large';
    this.#isOver = true;
    this.#ready.length = 0;
    this.close();
    return undefined;
  }

  async #feed(): Promise<void> {
    const input = Buffer.allocUnsafe(storedBytesAtOnce);
    const filled = await this.#stored.read(input, this.storedDone);
    this.storedDone += filled;
    if (filled === 0) {
      this.#gunzip.end();
      await this.#closed;
    } else {
      const written = new Promise<void>((resolve) =>
        this.#gunzip.write(input.subarray(0, filled), () => resolve()),
      );
      // After an error nobody calls back.
      await Promise.race([written, this.#closed]);
    }
    this.#isOver = this.#gunzip.destroyed;
  }
}
