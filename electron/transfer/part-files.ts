import { createHash, type Hash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { hashFile } from '../notebook/hash-file.ts';
import { mostParts } from './part-names.ts';

/** A part of a bundle on the disk, written and synced. */
export type WrittenPart = {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** Raised when the parts are so small that three digits do not number them. */
export class TooManyParts extends Error {}

type FileHandle = Awaited<ReturnType<typeof open>>;

/** Writes a stream as files that follow each other, none larger than `limitBytes`; one file when there is no limit. */
export class PartFiles {
  readonly #name: (part: number) => string;
  readonly #limitBytes: number;
  readonly #written: WrittenPart[] = [];
  #current:
    { readonly file: string; readonly handle: FileHandle; hash: Hash; bytes: number } | undefined;

  /** `name` gives the file of a part, from 1. */
  constructor(name: (part: number) => string, limitBytes: number) {
    this.#name = name;
    this.#limitBytes = limitBytes;
  }

  /** The end of a pipeline. */
  readonly sink = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const block of source)
      for (let at = 0; at < block.length;) at += await this.#write(block.subarray(at));
  };

  /** Closes the last part; every part is synced then. */
  async finish(): Promise<readonly WrittenPart[]> {
    if (this.#current === undefined && this.#written.length === 0) await this.#begin();
    await this.#end();
    return this.#written;
  }

  /** Removes what was written; for a bundle that came to nothing. */
  async remove(): Promise<void> {
    await this.#current?.handle.close();
    this.#current = undefined;
    for (let part = 1; part <= this.#written.length + 1; part += 1)
      await rm(this.#name(part), { force: true });
  }

  async #write(block: Uint8Array): Promise<number> {
    const current = this.#current ?? (await this.#begin());
    const fits = block.subarray(0, this.#limitBytes - current.bytes);
    await current.handle.writeFile(fits);
    current.hash.update(fits);
    current.bytes += fits.length;
    if (current.bytes >= this.#limitBytes) await this.#end();
    return fits.length;
  }

  async #begin() {
    if (this.#written.length >= mostParts) throw new TooManyParts();
    const file = this.#name(this.#written.length + 1);
    const handle = await open(file, 'wx', 0o600);
    this.#current = { file, handle, hash: createHash('sha256'), bytes: 0 };
    return this.#current;
  }

  async #end(): Promise<void> {
    const current = this.#current;
    if (current === undefined) return;
    await current.handle.sync();
    await current.handle.close();
    this.#current = undefined;
    const { file, bytes, hash } = current;
    this.#written.push({ file, bytes, sha256: hash.digest('hex') });
  }
}

/** Reads every part again; false when one is not what was written. */
export async function readBack(
  parts: readonly WrittenPart[],
  onBytes: (bytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  for (const { file, bytes, sha256 } of parts) {
    const again = await hashFile(file, { onBytes, signal });
    if (again.sha256 !== sha256 || again.bytes !== bytes) return false;
  }
  return true;
}
