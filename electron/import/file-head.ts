import path from 'node:path';
import type { FileHead } from '#shared/import/log-reader.ts';
import { newlineOf } from './cut-records.ts';
import { cutCells } from './cut-cells.ts';
import { cutLines } from './cut-lines.ts';
import type { Cutter, CutSink, RawRecord } from './cutter.ts';
import { textStart } from './file-blocks.ts';
import { findJson } from './json-layout.ts';
import { type LogEncoding, ViewDecoder, ViewMaker } from './log-encoding.ts';
import type { ReadableFile } from './readable-file.ts';

const headBytes = 262_144;
const mostRecords = 200;

/** Reads the beginning of a file, and cuts it in every way that a reader may ask for. */
export async function readFileHead(
  name: string,
  file: ReadableFile,
  encoding: LogEncoding,
): Promise<FileHead> {
  const from = await textStart(file, encoding);
  const bytes = Buffer.alloc(headBytes);
  const filled = await file.read(bytes, from);
  const isWholeFile = filled < headBytes || from + filled >= file.size;
  const view = new ViewMaker(encoding).view(bytes.subarray(0, filled), isWholeFile);
  const text = new ViewDecoder(encoding).decode(isWholeFile ? view : wholeLines(view));
  return fileHeadOf(path.basename(name), text, isWholeFile);
}

/** The head of a file whose beginning is this text. */
export function fileHeadOf(name: string, text: string, isWholeFile: boolean): FileHead {
  const newline = newlineOf(text);
  return {
    name,
    text,
    lines: firstRecords(
      (sink) => cutLines({ sink, newline }),
      text,
      isWholeFile,
      (raw) => String(raw),
    ),
    cells: (delimiter) =>
      firstRecords(
        (sink) => cutCells({ sink, newline }, delimiter),
        text,
        isWholeFile,
        (raw) => (typeof raw === 'string' ? [raw] : raw),
      ),
    json: findJson(text, isWholeFile),
  };
}

/** A character may be cut at the very end, a line break never: unless there is none, it ends there. */
function wholeLines(view: string): string {
  const end = Math.max(view.lastIndexOf('\n'), view.lastIndexOf('\r'));
  return end === -1 ? view : view.slice(0, end + 1);
}

function firstRecords<T>(
  cutter: (sink: CutSink) => Cutter,
  text: string,
  isWholeFile: boolean,
  take: (raw: RawRecord) => T,
): readonly T[] {
  const records: T[] = [];
  const sink: CutSink = {
    record(raw) {
      if (records.length < mostRecords) records.push(take(raw));
    },
    broken() {
      // The beginning of a file only has to be recognised.
    },
  };
  cutter(sink).cut(text, isWholeFile);
  return records;
}
