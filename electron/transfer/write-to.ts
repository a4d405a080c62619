import type { FileHandle } from 'node:fs/promises';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The end of a pipeline: takes everything that comes. */
export type Sink = (source: AsyncIterable<Uint8Array>) => Promise<void>;

/** The end of a pipeline: writes to an open file, which stays open (a write stream keeps it from closing). */
export function writeTo(target: FileHandle): Sink {
  return async (source) => {
    for await (const block of source) await target.writeFile(block);
  };
}

/**
 * A pipeline that fails with what its end failed with. Node's own leaves the loop over its source first, which tells
 * the source that it was aborted, and then fails with that: a full disk would look like somebody's wish.
 */
export async function pipeInto(
  [source, through]: readonly [source: Readable, through?: Transform],
  sink: Sink,
  options: { readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const failures: unknown[] = [];
  const end: Sink = async (blocks) => {
    try {
      await sink(blocks);
    } catch (error) {
      failures.push(error);
      throw error;
    }
  };
  try {
    await (through === undefined
      ? pipeline(source, end, options)
      : pipeline(source, through, end, options));
  } catch (error) {
    throw failures[0] ?? error;
  }
}
