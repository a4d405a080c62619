import { assertNever } from '#shared/lib/assert-never.ts';
import type {
  Detection,
  FileLayout,
  LogReader,
  LogRecord,
  ReadingChoices,
} from '#shared/import/log-reader.ts';
import type { LogRow, SkipReason } from '#shared/import/log-row.ts';
import { recordOfHit } from '#shared/import/search-hit.ts';
import { cutRecords, newlineOf } from './cut-records.ts';
import type { CutSink, RawRecord } from './cutter.ts';
import { readEvtx } from './evtx-records.ts';
import { readBlocks, textStart } from './file-blocks.ts';
import { parseJson } from './json-layout.ts';
import { ViewDecoder } from './log-encoding.ts';
import type { LookedAt } from './look-at-log.ts';
import { ReadingAccount, type ReadingResult } from './reading-result.ts';
import type { ReadableFile } from './readable-file.ts';

/** How one file is to be read: what was detected, asked and answered. */
export type ReadingPlan = {
  readonly reader: LogReader;
  readonly detection: Detection;
  readonly choices: ReadingChoices;
} & Pick<LookedAt, 'container' | 'encoding' | 'head' | 'notes' | 'workbook'>;

/** Where the record of a row lies: bytes in the file, and the line on which it begins (EventRecordID in an event log). */
export type RowPlace = { readonly offset: number; readonly length: number; readonly line: number };

/** Takes the rows, and what became none, in the order of the file. */
export type RowSink = {
  add(row: LogRow, place: RowPlace): void;
  skip(reason: SkipReason, line: number): void;
};

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
  options: ReadLogOptions = {},
): Promise<ReadingResult> {
  const { reader, detection, choices, head } = plan;
  const account = new ReadingAccount();
  const readRecord = reader.start(head, detection.layout, choices);
  const skip: Skipper = (reason, line) => {
    account.skip(reason, line);
    sink.skip(reason, line);
  };
  let lastLine = noLine;
  const take: RecordTaker = (record, place) => {
    lastLine = place.line;
    const outcome = readRecord(record);
    switch (outcome.kind) {
      case 'rows':
        for (const row of outcome.rows) {
          account.row(row);
          sink.add(row, place);
        }
        return;
      case 'frame':
        account.frame();
        return;
      case 'skipped':
        skip(outcome.reason, place.line);
        return;
      default:
        assertNever(outcome);
    }
  };
  const replaced =
    plan.container === 'evtx'
      ? await readEvents(file, skip, take, options)
      : await readText(file, plan, skip, take, options);
  const trouble = file.archiveTrouble();
  if (trouble !== undefined) skip(trouble, lastLine + 1);
  const doubtful = choices.zone?.doubtful ?? 0;
  const { sheets = [], sheet } = plan.workbook ?? {};
  const sheetsLeft = sheets.filter((name) => name !== sheet);
  const notes = [...plan.notes, ...detection.notes];
  return account.result({ replaced, doubtful, notes, sheetsLeft });
}

type RecordTaker = (record: LogRecord, place: RowPlace) => void;
type Skipper = RowSink['skip'];

/** Cuts a text file into records; tells how many characters could not be decoded. */
async function readText(
  file: ReadableFile,
  { detection: { layout }, encoding, head }: ReadingPlan,
  skip: Skipper,
  take: RecordTaker,
  { signal, onProgress, blockBytes, longestRecord }: ReadLogOptions,
): Promise<number> {
  const decoder = new ViewDecoder(encoding);
  const from = await textStart(file, encoding);
  /** The text that is being cut, and where it begins in the file. */
  let text = '';
  let base = from;
  let isAscii = true;
  /** The first unit behind what was cut that needs decoding. */
  let nextHigh = -1;
  const needsDecoding = (start: number, end: number) => {
    if (isAscii) return false;
    if (nextHigh < start) nextHigh = nextBeyondAscii(text, start);
    return nextHigh < end;
  };
  const sink: CutSink = {
    record(raw, start, end, line) {
      const record = toRecord(layout, needsDecoding(start, end) ? decoded(raw, decoder) : raw);
      const offset = base + start * encoding.unitBytes;
      const length = (end - start) * encoding.unitBytes;
      if (record === undefined) skip('broken-json', line);
      else take(record, { offset, length, line });
    },
    broken: skip,
  };
  const cutter = cutRecords(layout, { sink, newline: newlineOf(head.text), limit: longestRecord });

  let rest = '';
  for await (const block of readBlocks(file, encoding, { from, signal, blockBytes })) {
    isAscii = block.isAscii && (rest === '' || isAscii);
    text = rest === '' ? block.view : rest + block.view;
    nextHigh = -1;
    const consumed = cutter.cut(text, block.isEnd);
    rest = consumed === text.length ? '' : text.slice(consumed);
    base += consumed * encoding.unitBytes;
    onProgress?.(file.storedBefore(block.doneBytes), file.storedSize);
  }
  return decoder.replaced;
}

/** A place without a line: what is broken in an event log has no number that could be trusted. */
const noLine = 0;

/** Reads the records of a Windows event log. */
async function readEvents(
  file: ReadableFile,
  skip: Skipper,
  take: RecordTaker,
  { signal, onProgress }: ReadLogOptions,
): Promise<number> {
  for await (const part of readEvtx(file, signal)) {
    const { offset, length } = part;
    if (part.kind === 'record') take(part.record, { offset, length, line: part.number });
    else skip('broken-xml', noLine);
    onProgress?.(file.storedBefore(offset + length), file.storedSize);
  }
  return 0;
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
      return parsed.isJson ? { shape, value: recordOfHit(parsed.value) } : undefined;
    }
    case 'cells':
    case 'journal':
      return { shape: 'cells', cells: [raw] };
    default:
      return assertNever(shape);
  }
}
