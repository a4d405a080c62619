import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { type ColumnName, columns } from './row-files.ts';

const stagingBytes = 1_048_576;

/**
 * A file that only grows. Written at once whenever its buffer is full: waiting for nothing keeps the memory flat,
 * and all of this runs in a worker or a command.
 */
export class GrowingFile {
  readonly #descriptor: number;
  readonly #staging = Buffer.allocUnsafe(stagingBytes);
  #filled = 0;
  #flushed = 0;

  constructor(file: string) {
    this.#descriptor = openSync(file, 'wx');
  }

  get bytes(): number {
    return this.#flushed + this.#filled;
  }

  /** Appends a text as UTF-8; tells how many bytes it takes. */
  text(text: string): number {
    // No UTF-16 unit takes more than three bytes.
    const most = text.length * 3;
    if (most > stagingBytes) return this.#large(Buffer.from(text));
    if (most > stagingBytes - this.#filled) this.#flush();
    const written = this.#staging.write(text, this.#filled);
    this.#filled += written;
    return written;
  }

  byte(value: number): void {
    if (this.#filled === stagingBytes) this.#flush();
    this.#staging[this.#filled] = value;
    this.#filled += 1;
  }

  number(value: number, bytes: 4 | 8): void {
    if (bytes > stagingBytes - this.#filled) this.#flush();
    if (bytes === 8) this.#staging.writeDoubleLE(value, this.#filled);
    else this.#staging.writeUInt32LE(value, this.#filled);
    this.#filled += bytes;
  }

  /** Writes what is left and closes. */
  close(): void {
    try {
      this.#flush();
    } finally {
      closeSync(this.#descriptor);
    }
  }

  /** Closes without caring for what is left. */
  abandon(): void {
    closeSync(this.#descriptor);
  }

  #large(bytes: Buffer): number {
    this.#flush();
    this.#write(bytes);
    this.#flushed += bytes.length;
    return bytes.length;
  }

  #flush(): void {
    this.#write(this.#staging.subarray(0, this.#filled));
    this.#flushed += this.#filled;
    this.#filled = 0;
  }

  #write(bytes: Buffer): void {
    for (let done = 0; done < bytes.length;)
      done += writeSync(this.#descriptor, bytes, done, bytes.length - done);
  }
}

/** A growing column of numbers. */
export class GrowingColumn {
  readonly #file: GrowingFile;
  readonly #bytes: 4 | 8;

  constructor(folder: string, name: ColumnName) {
    const column = columns[name];
    this.#file = new GrowingFile(path.join(folder, column.file));
    this.#bytes = column.bytes;
  }

  push(value: number): void {
    this.#file.number(value, this.#bytes);
  }

  close(): void {
    this.#file.close();
  }

  abandon(): void {
    this.#file.abandon();
  }
}
