import { isAscii } from 'node:buffer';
import { type LogEncoding, markLength, ViewMaker } from './log-encoding.ts';
import type { ReadableFile } from './readable-file.ts';

/** A part of a file as its encoding's view. */
export type FileBlock = {
  readonly view: string;
  /** True when nothing in it needs decoding. */
  readonly isAscii: boolean;
  /** Bytes of the file up to the end of this block. */
  readonly doneBytes: number;
  readonly isEnd: boolean;
};

const usualBlockBytes = 1_048_576;

/** Reads a file in blocks after its byte order mark; the next one is read while the last one is worked on. */
export async function* readBlocks(
  file: ReadableFile,
  encoding: LogEncoding,
  {
    from,
    signal,
    blockBytes = usualBlockBytes,
  }: {
    readonly from: number;
    readonly signal?: AbortSignal | undefined;
    readonly blockBytes?: number | undefined;
  },
): AsyncGenerator<FileBlock> {
  const maker = new ViewMaker(encoding);
  const buffers = [Buffer.allocUnsafe(blockBytes), Buffer.allocUnsafe(blockBytes)] as const;
  let current: 0 | 1 = 0;
  let position = from;
  let reading = file.read(buffers[current], position);
  for (;;) {
    const filled = await reading;
    signal?.throwIfAborted();
    const bytes = buffers[current].subarray(0, filled);
    const isEnd = filled < blockBytes;
    position += filled;
    current = current === 0 ? 1 : 0;
    if (!isEnd) {
      reading = file.read(buffers[current], position);
      // A failure of the read-ahead is met at the next `await reading`, not as an unhandled one here.
      reading.catch(() => {});
    }
    yield {
      view: maker.view(bytes, isEnd),
      isAscii: encoding.unitBytes === 1 && isAscii(bytes),
      doneBytes: position,
      isEnd,
    };
    if (isEnd) return;
  }
}

/** Where the text of a file begins: behind its byte order mark. */
export async function textStart(file: ReadableFile, encoding: LogEncoding): Promise<number> {
  const beginning = Buffer.alloc(3);
  const filled = await file.read(beginning, 0);
  return markLength(encoding, beginning.subarray(0, filled));
}
