import type { LogReading } from '#shared/domain/source.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { buildRowIndex } from './build-row-index.ts';
import { type LogFileError, logFileErrorOf, withLogFile } from './log-file.ts';
import { lookAtLog } from './look-at-log.ts';
import { answersOf, chooseReader, planReading, readingOf } from './plan-reading.ts';
import type { ReadLogOptions } from './read-log.ts';
import type { ReadingResult } from './reading-result.ts';

/** An evidence file, how it is to be read, and where its rows go. */
export type IndexRequest = {
  /** The copy in the notebook. */
  readonly file: string;
  /** The original's name: some readers take a hint from it. */
  readonly name: string;
  readonly sha256: string;
  readonly reading: LogReading;
  /** True when the encoding is only a guess from a beginning of ASCII. */
  readonly undecided: boolean;
  /** The folder of the index. */
  readonly rows: string;
};

/** How it was read in the end, and what came of it. */
export type IndexedLog = { readonly reading: LogReading; readonly result: ReadingResult };

/** Says from what, and how, an index was made; an index that says something else is outdated. */
export function madeFrom(sha256: string, reading: LogReading): string {
  const { reader, encoding, zone, year, order, columns, sheet } = reading;
  // What names no sheet says what it always said: its index stays good.
  const named = sheet === undefined ? [] : [sheet];
  return JSON.stringify([sha256, reader, encoding, zone, year, order, columns, ...named]);
}

/** Reads an evidence file into its row index. */
export async function indexLog(
  request: IndexRequest,
  options: ReadLogOptions = {},
): Promise<Result<IndexedLog, LogFileError>> {
  const { file, name, sha256, rows } = request;
  try {
    return await withLogFile(file, request.reading.sheet, async (opened) => {
      const { undecided } = request;
      const encoding = undecided ? undefined : request.reading.encoding;
      const { signal } = options;
      const looked = await lookAtLog(name, opened, { encoding, limitBytes: opened.size, signal });
      if (looked === undefined)
        return err({ kind: 'unknown-encoding', encoding: request.reading.encoding });
      const answers = answersOf(request.reading);
      const chosen = chooseReader(looked.head, request.reading.reader);
      if (chosen === undefined)
        return err({ kind: 'not-of-this-format', reader: request.reading.reader });
      const reading = readingOf(chosen, answers, looked);
      const plan = planReading(chosen, reading, looked);
      const result = await buildRowIndex(rows, madeFrom(sha256, reading), opened, plan, options);
      return ok({ reading, result });
    });
  } catch (error) {
    return err(logFileErrorOf(error, options.signal));
  }
}
