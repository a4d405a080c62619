import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { type ColumnName, columns } from './row-files.ts';

const stagingBytes = 1_048_576;
const columnRows = 16_384;

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

  /** Appends a text as UTF-8, half a character as U+FFFD; tells how many bytes it takes. */
  text(text: string): number {
    // No UTF-16 unit takes more than three bytes.
    const most = text.length * 3;
    if (most > stagingBytes) return this.#large(Buffer.from(text));
    if (most > stagingBytes - this.#filled) this.#flush();
    const written = this.#staging.write(text, this.#filled);
    this.#filled += written;
    return written;
  }

  /** Appends a few bytes. */
  append(bytes: Buffer): void {
    if (bytes.length > stagingBytes) this.#large(bytes);
    else {
      if (bytes.length > stagingBytes - this.#filled) this.#flush();
      this.#staging.set(bytes, this.#filled);
      this.#filled += bytes.length;
    }
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
    writeFully(this.#descriptor, bytes);
    this.#flushed += bytes.length;
    return bytes.length;
  }

  #flush(): void {
    writeFully(this.#descriptor, this.#staging.subarray(0, this.#filled));
    this.#flushed += this.#filled;
    this.#filled = 0;
  }
}

/** A growing column of numbers. */
export class GrowingColumn {
  readonly #descriptor: number;
  readonly #staging: Float64Array | Uint32Array;
  #filled = 0;

  constructor(file: string, bytes: 4 | 8) {
    this.#descriptor = openSync(file, 'wx');
    this.#staging = bytes === 8 ? new Float64Array(columnRows) : new Uint32Array(columnRows);
  }

  push(value: number): void {
    this.#staging[this.#filled] = value;
    this.#filled += 1;
    if (this.#filled === columnRows) this.#flush();
  }

  close(): void {
    try {
      this.#flush();
    } finally {
      closeSync(this.#descriptor);
    }
  }

  abandon(): void {
    closeSync(this.#descriptor);
  }

  #flush(): void {
    const { buffer, BYTES_PER_ELEMENT } = this.#staging;
    writeFully(this.#descriptor, Buffer.from(buffer, 0, this.#filled * BYTES_PER_ELEMENT));
    this.#filled = 0;
  }
}

/** The growing column of a row index. */
export function growColumn(folder: string, name: ColumnName): GrowingColumn {
  const { file, bytes } = columns[name];
  return new GrowingColumn(path.join(folder, file), bytes);
}

function writeFully(descriptor: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;)
    done += writeSync(descriptor, bytes, done, bytes.length - done);
}
