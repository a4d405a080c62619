import path from 'node:path';
import type { FileHead, ReadingNote } from '#shared/import/log-reader.ts';
import { detectEncoding } from './detect-encoding.ts';
import { evtxEncoding, isEvtxFile, readEvtxHead } from './evtx-log.ts';
import { readFileHead } from './file-head.ts';
import { findEncoding, type LogEncoding } from './log-encoding.ts';
import type { ReadableFile } from './readable-file.ts';

/** What has to be known of a file before a reader sees it. */
export type LookedAt = {
  /** A Windows event log gives its records as XML; everything else is cut out of text. */
  readonly container: 'text' | 'evtx';
  readonly encoding: LogEncoding;
  /** True when all bytes looked at are ASCII, and nobody has named an encoding. */
  readonly undecided: boolean;
  readonly head: FileHead;
  /** What has to be said of the file, whoever reads it. */
  readonly notes: readonly ReadingNote[];
  readonly workbook?: ReadableFile['workbook'];
};

/** Looks at a file; undefined when the encoding that was asked for is not known. */
export async function lookAtLog(
  name: string,
  file: ReadableFile,
  options: {
    /** A name that `findEncoding` knows; detected unless it is given. */
    readonly encoding?: string | undefined;
    /** How far to look for a byte that says something about the encoding. */
    readonly limitBytes: number;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<LookedAt | undefined> {
  const isEvtx = await isEvtxFile(file);
  const wanted = isEvtx ? evtxEncoding : options.encoding;
  const named = wanted === undefined ? undefined : findEncoding(wanted);
  if (wanted !== undefined && named === undefined) return undefined;
  const { encoding, undecided } =
    named === undefined
      ? await detectEncoding(file, options)
      : { encoding: named, undecided: false };
  const unpackedName = path.basename(name).replace(/\.gz$/i, '');
  const head = isEvtx
    ? await readEvtxHead(unpackedName, file)
    : await readFileHead(unpackedName, file, encoding);
  const notes = file.notes ?? [];
  const { workbook } = file;
  return { container: isEvtx ? 'evtx' : 'text', encoding, undecided, head, notes, workbook };
}
