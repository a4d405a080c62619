import { createHash, type Hash } from 'node:crypto';
import { mostSegments, type OldHashes, type OldHashName } from '#shared/domain/evidence.ts';

/** What a file is, as one reading of it gave. */
export type HashedFile = {
  readonly sha256: string;
  readonly bytes: number;
  readonly hashes?: OldHashes;
  /** SHA-256 of each piece, when pieces were asked for. */
  readonly segments?: readonly string[];
};

/** Which hashes are wanted beside SHA-256 of the whole. */
export type HashWish = {
  readonly hashes?: readonly OldHashName[] | undefined;
  /** Length of a piece that gets a hash of its own. */
  readonly segmentBytes?: number | undefined;
};

/** Every hash of a file in one pass over its blocks. */
export class HashPass {
  readonly #whole = createHash('sha256');
  readonly #old: ReadonlyMap<OldHashName, Hash>;
  readonly #segmentBytes: number | undefined;
  readonly #segments: string[] = [];
  #segment = createHash('sha256');
  #inSegment = 0;
  #bytes = 0;

  constructor({ hashes = [], segmentBytes }: HashWish) {
    this.#old = new Map(hashes.map((name) => [name, createHash(name)]));
    this.#segmentBytes = segmentBytes;
  }

  update(block: Buffer): void {
    this.#bytes += block.length;
    this.#whole.update(block);
    for (const hash of this.#old.values()) hash.update(block);
    if (this.#segmentBytes !== undefined) this.#updateSegments(block, this.#segmentBytes);
  }

  digest(): HashedFile {
    if (this.#inSegment > 0) this.#endSegment();
    const old = [...this.#old].map(([name, hash]) => [name, hash.digest('hex')]);
    return {
      sha256: this.#whole.digest('hex'),
      bytes: this.#bytes,
      ...(old.length > 0 && { hashes: Object.fromEntries(old) as OldHashes }),
      ...(this.#segmentBytes !== undefined && { segments: this.#segments }),
    };
  }

  #updateSegments(block: Buffer, length: number): void {
    let rest = block;
    while (rest.length > 0) {
      const part = rest.subarray(0, length - this.#inSegment);
      this.#segment.update(part);
      this.#inSegment += part.length;
      rest = rest.subarray(part.length);
      if (this.#inSegment === length) this.#endSegment();
    }
  }

  #endSegment(): void {
    this.#segments.push(this.#segment.digest('hex'));
    this.#segment = createHash('sha256');
    this.#inSegment = 0;
  }
}

const leastSegmentBytes = 64 * 1_048_576;
const wantedSegments = mostSegments / 4;

/** Length of the pieces of a file of some size: 64 MiB, more where there would be too many of them. */
export function segmentBytesFor(size: number): number {
  let bytes = leastSegmentBytes;
  while (size / bytes > wantedSegments) bytes *= 2;
  return bytes;
}
