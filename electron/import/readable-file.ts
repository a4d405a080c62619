import type { ReadingNote } from '#shared/import/log-reader.ts';
import { openWithoutFollowing } from '../notebook/hash-file.ts';

/** Why what is packed in a file could not be read to its end. */
export type ArchiveTrouble = 'archive-broken' | 'archive-too-large';

/** A file that is open for reading at any place: its bytes, or what is packed in it. */
export type ReadableFile = {
  /** Infinite where only the end will tell. */
  readonly size: number;
  /** Bytes on the disk. */
  readonly storedSize: number;
  /** False for folders, pipes and devices. */
  readonly isOrdinary: boolean;
  /** Fills the buffer from a position as far as the file goes; tells how many bytes it got. */
  read(into: Buffer, position: number): Promise<number>;
  /** How many bytes of the disk were read to come to a position; for telling progress. */
  storedBefore(position: number): number;
  archiveTrouble(): ArchiveTrouble | undefined;
  /** What has to be said of what was packed in it. */
  readonly notes?: readonly ReadingNote[];
  /** Of a workbook: its sheets with something on them, and the one that is read. */
  readonly workbook?: { readonly sheets: readonly string[]; readonly sheet: string };
  close(): Promise<void>;
};

/** Opens an ordinary file, without following a link. */
export async function openReadableFile(file: string): Promise<ReadableFile> {
  const handle = await openWithoutFollowing(file);
  const stat = await handle.stat();
  return {
    size: stat.size,
    storedSize: stat.size,
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
    storedBefore: (position) => position,
    archiveTrouble: () => undefined,
    close: () => handle.close(),
  };
}
