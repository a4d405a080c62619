import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const pageBytes = 65_536;
const mostPages = 32;

/** A file that is read here and there; the pages read last stay in memory. */
export class PagedFile {
  readonly size: number;
  readonly #descriptor: number;
  /** In the order of their last use. */
  readonly #pages = new Map<number, Buffer>();

  constructor(file: string) {
    this.#descriptor = openSync(file, 'r');
    this.size = fstatSync(this.#descriptor).size;
  }

  /** Bytes from a position; fewer at the end of the file. Only to be read, and only until the next call. */
  bytes(position: number, length: number): Buffer {
    const number = Math.floor(position / pageBytes);
    const from = position - number * pageBytes;
    if (from + length <= pageBytes) return this.#page(number).subarray(from, from + length);
    return this.read(position, length);
  }

  /** Bytes from a position, past the pages: for long stretches. */
  read(position: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.size - position)));
    for (let filled = 0; filled < bytes.length;) {
      const left = bytes.length - filled;
      const got = readSync(this.#descriptor, bytes, filled, left, position + filled);
      if (got === 0) return bytes.subarray(0, filled);
      filled += got;
    }
    return bytes;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #page(number: number): Buffer {
    const known = this.#pages.get(number);
    if (known !== undefined) {
      this.#pages.delete(number);
      this.#pages.set(number, known);
      return known;
    }
    const page = this.read(number * pageBytes, pageBytes);
    this.#pages.set(number, page);
    if (this.#pages.size > mostPages) {
      const [oldest] = this.#pages.keys();
      if (oldest !== undefined) this.#pages.delete(oldest);
    }
    return page;
  }
}
