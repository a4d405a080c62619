import type { open } from 'node:fs/promises';

/** The end of a pipeline: writes to an open file, which stays open (a write stream keeps it from closing). */
export function writeTo(
  target: Awaited<ReturnType<typeof open>>,
): (source: AsyncIterable<Uint8Array>) => Promise<void> {
  return async (source) => {
    for await (const block of source) await target.writeFile(block);
  };
}
