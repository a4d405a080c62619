import type { LogReading } from '#shared/domain/source.ts';
import type {
  ColumnMapping,
  Detection,
  FileHead,
  LogReader,
  Question,
  ReadingChoices,
} from '#shared/import/log-reader.ts';
import { detectFormat, logReaders } from '#shared/import/log-readers.ts';
import { makeZoneClock } from '#shared/import/log-time.ts';
import type { LookedAt } from './look-at-log.ts';
import type { ReadingPlan } from './read-log.ts';

/** What a person says about a file before it is read; what they leave out is detected, or asked. */
export type ReadingAnswers = {
  /** A reader's id. */
  readonly reader?: string | undefined;
  /** A name that `findEncoding` knows. */
  readonly encoding?: string | undefined;
  readonly zone?: string | undefined;
  readonly year?: number | undefined;
  readonly order?: 'day-first' | 'month-first' | undefined;
  readonly columns?: ColumnMapping | undefined;
  /** Sheet of a workbook. */
  readonly sheet?: string | undefined;
};

/** A reader that understands the file, and how it would read it. */
export type ChosenReader = { readonly reader: LogReader; readonly detection: Detection };

/** The reader that is surest of a file, or the one that was asked for; undefined when none understands it. */
export function chooseReader(head: FileHead, wanted?: string): ChosenReader | undefined {
  if (wanted === undefined) return detectFormat(head);
  const reader = logReaders.find(({ id }) => id === wanted);
  const detection = reader?.detect(head);
  return reader === undefined || detection === undefined ? undefined : { reader, detection };
}

/** Questions of a file that nobody has answered. */
export function openQuestions(
  { questions }: Detection,
  answers: ReadingAnswers,
): readonly Question[] {
  const answered: Readonly<Record<Question, boolean>> = {
    zone: answers.zone !== undefined,
    year: answers.year !== undefined,
    columns: answers.columns !== undefined,
    'day-or-month-first': answers.order !== undefined,
  };
  return questions.filter((question) => !answered[question]);
}

/** What the notebook keeps of a reading; an answer that the file does not ask for changes nothing. */
export function readingOf(
  { reader, detection }: ChosenReader,
  answers: ReadingAnswers,
  { encoding, workbook }: Pick<LookedAt, 'encoding' | 'workbook'>,
): LogReading {
  const asks = (question: Question) => detection.questions.includes(question);
  const takesColumns = asks('columns') || detection.columns !== undefined;
  const columns = takesColumns ? (answers.columns ?? detection.columns) : undefined;
  return {
    reader: reader.id,
    encoding: encoding.name,
    zone: (asks('zone') ? answers.zone : detection.provenZone) ?? null,
    year: (asks('year') ? answers.year : undefined) ?? null,
    order: (asks('day-or-month-first') ? answers.order : undefined) ?? null,
    columns: columns === undefined ? null : { ...columns, text: [...columns.text] },
    ...(workbook && answers.sheet !== undefined && { sheet: answers.sheet }),
  };
}

/** The plan that reads a file the way the notebook says. */
export function planReading(
  { reader, detection }: ChosenReader,
  reading: LogReading,
  looked: LookedAt,
): ReadingPlan {
  const { zone, year, order, columns } = reading;
  const choices: ReadingChoices = {
    ...(zone !== null && { zone: makeZoneClock(zone) }),
    ...(year !== null && { year }),
    ...(order !== null && { order }),
    ...(columns !== null && { columns: mappingOf(columns) }),
  };
  return { reader, detection, choices, ...looked };
}

/** The answers that a reading in the notebook was made with. */
export function answersOf(reading: LogReading): ReadingAnswers {
  const { reader, encoding, zone, year, order, columns, sheet } = reading;
  return {
    reader,
    sheet,
    encoding,
    zone: zone ?? undefined,
    year: year ?? undefined,
    order: order ?? undefined,
    columns: columns === null ? undefined : mappingOf(columns),
  };
}

/** A mapping out of a file or the notebook: what it leaves out is not there. */
export function mappingOf(columns: NonNullable<LogReading['columns']>): ColumnMapping {
  const { time, text, timeOfDay, epoch, host, kind } = columns;
  return {
    time,
    text,
    ...(timeOfDay !== undefined && { timeOfDay }),
    ...(epoch !== undefined && { epoch }),
    ...(host !== undefined && { host }),
    ...(kind !== undefined && { kind }),
  };
}
