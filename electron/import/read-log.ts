import { assertNever } from '#shared/lib/assert-never.ts';
import type {
  Detection,
  FileHead,
  FileLayout,
  LogReader,
  LogRecord,
  ReadingChoices,
} from '#shared/import/log-reader.ts';
import type { LogRow, ReadOutcome } from '#shared/import/log-row.ts';
import { cutRecords, newlineOf } from './cut-records.ts';
import type { CutSink, RawRecord } from './cutter.ts';
import { readBlocks, textStart } from './file-blocks.ts';
import { parseJson } from './json-layout.ts';
import { type LogEncoding, ViewDecoder } from './log-encoding.ts';
import { ReadingAccount, type ReadingResult } from './reading-result.ts';
import type { ReadableFile } from './readable-file.ts';

/** How one file is to be read: what was detected, asked and answered. */
export type ReadingPlan = {
  readonly reader: LogReader;
  readonly detection: Detection;
  readonly choices: ReadingChoices;
  readonly encoding: LogEncoding;
  readonly head: FileHead;
};

/** Where the record of a row lies: bytes in the file, and the line on which it begins. */
export type RowPlace = { readonly offset: number; readonly length: number; readonly line: number };

/** Takes the rows in the order of the file. */
export type RowSink = { add(row: LogRow, place: RowPlace): void };

export type ReadLogOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Bytes of the file read so far, out of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** For tests: how much is read at once, and how long a record may be. */
  readonly blockBytes?: number | undefined;
  readonly longestRecord?: number | undefined;
};

/**
 * Streams a file through a reader and accounts for every record. Memory does not grow with the file.
 *
 * Throws the reason of the signal when it is aborted.
 */
export async function readLog(
  file: ReadableFile,
  plan: ReadingPlan,
  sink: RowSink,
  { signal, onProgress, blockBytes, longestRecord }: ReadLogOptions = {},
): Promise<ReadingResult> {
  const { reader, detection, choices, encoding, head } = plan;
  const account = new ReadingAccount();
  const decoder = new ViewDecoder(encoding);
  const readRecord = reader.start(head, detection.layout, choices);
  const from = await textStart(file, encoding);
  /** Where the text that is being cut begins in the file. */
  let base = from;
  let isAscii = true;
  let text = '';
  /** The first unit behind what was cut that needs decoding. */
  let nextHigh = -1;
  const needsDecoding = (start: number, end: number) => {
    if (isAscii) return false;
    if (nextHigh < start) nextHigh = nextBeyondAscii(text, start);
    return nextHigh < end;
  };

  const take = (outcome: ReadOutcome, start: number, end: number, line: number) => {
    switch (outcome.kind) {
      case 'rows': {
        const offset = base + start * encoding.unitBytes;
        const place = { offset, length: (end - start) * encoding.unitBytes, line };
        for (const row of outcome.rows) {
          account.row(row);
          sink.add(row, place);
        }
        return;
      }
      case 'frame':
        account.frame();
        return;
      case 'skipped':
        account.skip(outcome.reason, line);
        return;
      default:
        assertNever(outcome);
    }
  };
  const cutSink: CutSink = {
    record(raw, start, end, line) {
      const readable = needsDecoding(start, end) ? decoded(raw, decoder) : raw;
      const record = toRecord(detection.layout, readable);
      if (record === undefined) account.skip('broken-json', line);
      else take(readRecord(record), start, end, line);
    },
    broken: (reason, line) => account.skip(reason, line),
  };
  const newline = newlineOf(head.text);
  const cutter = cutRecords(detection.layout, { sink: cutSink, newline, limit: longestRecord });

  let rest = '';
  for await (const block of readBlocks(file, encoding, { from, signal, blockBytes })) {
    isAscii = block.isAscii && (rest === '' || isAscii);
    text = rest === '' ? block.view : rest + block.view;
    nextHigh = -1;
    const consumed = cutter.cut(text, block.isEnd);
    rest = consumed === text.length ? '' : text.slice(consumed);
    base += consumed * encoding.unitBytes;
    onProgress?.(block.doneBytes, file.size);
  }
  const { notes } = detection;
  return account.result({
    replaced: decoder.replaced,
    doubtful: choices.zone?.doubtful ?? 0,
    notes,
  });
}

const beyondAscii = /[^\0-\x7f]/g;

/** Place of the next unit that is not ASCII; the text's length when there is none. */
function nextBeyondAscii(text: string, from: number): number {
  beyondAscii.lastIndex = from;
  return beyondAscii.exec(text)?.index ?? text.length;
}

/** The first rows of a file, out of its head alone. */
export function readSample(plan: ReadingPlan, most: number): readonly LogRow[] {
  const { reader, detection, choices, head } = plan;
  const rows: LogRow[] = [];
  const readRecord = reader.start(head, detection.layout, choices);
  const sink: CutSink = {
    record(raw) {
      const record = rows.length < most ? toRecord(detection.layout, raw) : undefined;
      const outcome = record === undefined ? undefined : readRecord(record);
      if (outcome?.kind === 'rows') rows.push(...outcome.rows);
    },
    broken() {
      // The result says what is skipped; this is a look at what is read.
    },
  };
  cutRecords(detection.layout, { sink, newline: newlineOf(head.text) }).cut(head.text, true);
  return rows.slice(0, most);
}

function decoded(raw: RawRecord, decoder: ViewDecoder): RawRecord {
  if (typeof raw === 'string') return decoder.decode(raw);
  return raw.map((cell) => decoder.decode(cell));
}

/** Undefined when it is no JSON. */
function toRecord({ shape }: FileLayout, raw: RawRecord): LogRecord | undefined {
  if (typeof raw !== 'string') return { shape: 'cells', cells: raw };
  switch (shape) {
    case 'line':
    case 'xml':
      return { shape, text: raw };
    case 'json': {
      const parsed = parseJson(raw);
      return parsed.isJson ? { shape, value: parsed.value } : undefined;
    }
    case 'cells':
      return { shape, cells: [raw] };
    default:
      return assertNever(shape);
  }
}
