import type { LogReading } from '#shared/domain/source.ts';
import type { Question, ReadingNote } from '#shared/import/log-reader.ts';
import type { LogRow } from '#shared/import/log-row.ts';
import { type RefusedFormat, refusedFormat } from '#shared/import/refused-format.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type LogFileError, logFileErrorOf, withLogFile } from './log-file.ts';
import { lookAtLog } from './look-at-log.ts';
import {
  chooseReader,
  openQuestions,
  planReading,
  type ReadingAnswers,
  readingOf,
} from './plan-reading.ts';
import { readSample } from './read-log.ts';

/** What would become of a file; nothing has been written. */
export type LogPreview = {
  /** Bytes on the disk. */
  readonly size: number;
  readonly encoding: string;
  /** True when the encoding was guessed and all bytes looked at are ASCII: it is looked at again in the whole file. */
  readonly undecided: boolean;
  /** How it would be read; undefined when no reader understands it. */
  readonly reading: LogReading | undefined;
  /** A format that we know and do not read; the words for people say why, and what to write instead. */
  readonly refused: RefusedFormat | undefined;
  /** What a person has to answer first. */
  readonly questions: readonly Question[];
  readonly notes: readonly ReadingNote[];
  /** Sheets of a workbook with something on them, and the one that is read; none of any other file. */
  readonly sheets: readonly string[];
  readonly sheet: string | undefined;
  /** What a mapping of columns may name; empty where the format needs none. */
  readonly columns: readonly string[];
  /** The first rows, read with the answers there are. */
  readonly rows: readonly LogRow[];
};

/** How far a file is looked through for a byte that says something about its encoding. */
const encodingBytes = 64 * 1_048_576;
const previewRows = 20;

/** Looks at a file: its encoding, the reader that understands it, what has to be asked, the first rows. */
export async function previewLog(
  file: string,
  answers: ReadingAnswers,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Result<LogPreview, LogFileError>> {
  try {
    return await withLogFile(file, answers.sheet, async (opened) => {
      const { encoding } = answers;
      const looked = await lookAtLog(file, opened, { encoding, limitBytes: encodingBytes, signal });
      if (looked === undefined) return err({ kind: 'unknown-encoding', encoding: encoding ?? '' });
      const { head } = looked;
      const chosen = chooseReader(head, answers.reader);
      const seen = {
        size: opened.storedSize,
        encoding: looked.encoding.name,
        undecided: looked.undecided,
        sheets: looked.workbook?.sheets ?? [],
        sheet: looked.workbook?.sheet,
        refused: chosen === undefined ? refusedFormat(head) : undefined,
      };
      if (chosen === undefined)
        return ok({ ...seen, reading: undefined, questions: [], notes: [], columns: [], rows: [] });
      const reading = readingOf(chosen, answers, looked);
      const plan = planReading(chosen, reading, looked);
      return ok({
        ...seen,
        reading,
        questions: openQuestions(chosen.detection, answers),
        notes: [...looked.notes, ...chosen.detection.notes],
        columns: chosen.reader.columnNames?.(head) ?? [],
        rows: readSample(plan, previewRows),
      });
    });
  } catch (error) {
    return err(logFileErrorOf(error, signal));
  }
}
