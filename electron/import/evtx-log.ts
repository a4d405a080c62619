import type { FileHead } from '#shared/import/log-reader.ts';
import { evtxHeaderBytes, type EvtxSource, isEvtx, readEvtx } from './evtx-records.ts';
import { fileHeadOf } from './file-head.ts';
import type { ReadableFile } from './readable-file.ts';

const chunkBytes = 65_536;
const headRecords = 200;
/** What strings in it are written in. */
export const evtxEncoding = 'utf-16le';

/** True for a Windows event log (.evtx), told by its first bytes. */
export async function isEvtxFile(file: ReadableFile): Promise<boolean> {
  const beginning = Buffer.alloc(16);
  return isEvtx(beginning.subarray(0, await file.read(beginning, 0)));
}

/** The head of an event log: its first records as XML. */
export async function readEvtxHead(name: string, file: ReadableFile): Promise<FileHead> {
  const texts: string[] = [];
  for await (const part of readEvtx(file)) {
    if (part.kind === 'record') texts.push(part.record.text);
    if (texts.length === headRecords) break;
  }
  return fileHeadOf(name, texts.join('\n'), false);
}

/** The record at an offset as XML; its chunk alone is read. */
export async function readEvtxRecord(file: ReadableFile, offset: number): Promise<string> {
  const header = await evtxHeaderBytes(file);
  const base = header + Math.floor((offset - header) / chunkBytes) * chunkBytes;
  // The header, and behind it no chunk but this.
  const chunkAlone: EvtxSource = {
    size: header + chunkBytes,
    read: (into, position) =>
      file.read(into, position < header ? position : position - header + base),
  };
  for await (const part of readEvtx(chunkAlone))
    if (part.kind === 'record' && part.offset - header + base === offset) return part.record.text;
  throw new Error(`no record begins at ${offset}`);
}
