import { openWithoutFollowing } from '../notebook/copy-and-hash.ts';

/** A file that is open for reading at any place. */
export type ReadableFile = {
  readonly size: number;
  /** False for folders, pipes and devices. */
  readonly isOrdinary: boolean;
  /** Fills the buffer from a position as far as the file goes; tells how many bytes it got. */
  read(into: Buffer, position: number): Promise<number>;
  close(): Promise<void>;
};

/** Opens an ordinary file, without following a link. */
export async function openReadableFile(file: string): Promise<ReadableFile> {
  const handle = await openWithoutFollowing(file);
  const stat = await handle.stat();
  return {
    size: stat.size,
    isOrdinary: stat.isFile(),
    async read(into, position) {
      let filled = 0;
      while (filled < into.length) {
        const { bytesRead } = await handle.read(
          into,
          filled,
          into.length - filled,
          position + filled,
        );
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return filled;
    },
    close: () => handle.close(),
  };
}
