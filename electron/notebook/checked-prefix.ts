import { createHash, type Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { KnownLine } from '#shared/journal/feed-state.ts';
import { longestLineBytes, noPreviousLine } from '#shared/lib/ids.ts';
import type { FeedCheckpoint } from './checkpoints.ts';

/** The lines of a feed up to its checkpoint, as they lie in the file. */
export type CheckedPrefix = {
  /** Of every line, by its sequence number. */
  readonly known: Map<number, KnownLine>;
  /** Where each of them begins in the file. */
  readonly offsets: readonly number[];
  /** SHA-256 of all of it, ready to take in what follows. */
  readonly hash: Hash;
};

const blockBytes = 1_048_576;
const newline = 0x0a;
const comma = 0x2c;
// Between two members of the payload (docs/format.md): inside a text its quotes would be escaped.
const lamport = Buffer.from(',"lam":');
const previous = Buffer.from(',"prev":"');

/**
 * Reads what a checkpoint vouches for; undefined when a single byte of it is another one.
 *
 * The bytes were checked line by line when the checkpoint was made, so no line is parsed here: its
 * number is its place, and its hash stands in the line after it, where the check compared the two.
 */
export async function readCheckedPrefix(
  file: string,
  { bytes, sha256, head }: FeedCheckpoint,
): Promise<CheckedPrefix | undefined> {
  const hash = createHash('sha256');
  const offsets: number[] = [];
  const lams: number[] = [];
  const hashes: string[] = [];
  const handle = await open(file, 'r');
  try {
    const block = Buffer.allocUnsafe(blockBytes);
    let begun: Buffer = Buffer.alloc(0);
    for (let position = 0; position < bytes;) {
      const wanted = Math.min(blockBytes, bytes - position);
      const { bytesRead } = await handle.read(block, 0, wanted, position);
      if (bytesRead === 0) return undefined;
      const read = block.subarray(0, bytesRead);
      hash.update(read);
      const text = begun.length === 0 ? read : Buffer.concat([begun, read]);
      const first = position - begun.length;
      let start = 0;
      for (let end = text.indexOf(newline); end >= 0; end = text.indexOf(newline, start)) {
        offsets.push(first + start);
        const lam = text.indexOf(lamport, start) + lamport.length;
        lams.push(Number(text.toString('latin1', lam, text.indexOf(comma, lam))));
        const prev = text.lastIndexOf(previous, end) + previous.length;
        hashes.push(text.toString('latin1', prev, prev + noPreviousLine.length));
        start = end + 1;
      }
      begun = Buffer.from(text.subarray(start));
      // Not what was checked: whoever put it there does not get to fill the memory.
      if (begun.length > longestLineBytes) return undefined;
      position += bytesRead;
    }
  } finally {
    await handle.close();
  }
  if (hash.copy().digest('hex') !== sha256 || offsets.length !== head.seq + 1) return undefined;
  const known = new Map<number, KnownLine>();
  for (const [seq, lam] of lams.entries())
    known.set(seq, { line: seq + 1, hash: hashes[seq + 1] ?? head.hash, lam });
  return { known, offsets, hash };
}
