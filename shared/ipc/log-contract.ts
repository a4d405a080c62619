import { z } from 'zod';
import { logReadingSchema } from '../domain/source.ts';
import { isZone } from '../domain/time/zone.ts';
import { readingNotes } from '../import/log-reader.ts';
import { skipReasons } from '../import/log-row.ts';
import { refusedFormats } from '../import/refused-format.ts';
import { idSchema, sha256Schema } from '../lib/ids.ts';

const count = z.int().min(0);
/** Of a file that was picked and is not imported yet. */
export const previewIdSchema = z.uuid();
/** Of dropped files; empty where the system could not write one. */
export const droppedPathsSchema = z.array(z.string().max(8192)).min(1).max(1000);
/** The system gave so many of the dropped files no path that can be opened. */
export const noPathSchema = z.object({ kind: z.literal('no-path'), n: count });
const noNotebook = z.object({ kind: z.literal('no-notebook') });

/** Why a file cannot be looked at or read as a log. */
export const logFileErrorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-found') }),
  z.object({ kind: z.literal('not-a-regular-file') }),
  z.object({ kind: z.literal('no-access'), detail: z.string() }),
  z.object({ kind: z.literal('read-failed'), detail: z.string() }),
  z.object({ kind: z.literal('disk-full') }),
  z.object({ kind: z.literal('unknown-encoding'), encoding: z.string() }),
  z.object({ kind: z.literal('no-such-sheet'), sheet: z.string() }),
  z.object({ kind: z.literal('not-of-this-format'), reader: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
]);
export type LogFileError = z.infer<typeof logFileErrorSchema>;

/** What a person says about a file; what is left out is detected, or asked. */
export const logAnswersSchema = z.object({
  reader: z.string().max(64).optional(),
  encoding: z.string().max(40).optional(),
  zone: z.string().max(64).refine(isZone, 'no time zone').optional(),
  year: logReadingSchema.shape.year.unwrap().optional(),
  order: logReadingSchema.shape.order.unwrap().optional(),
  columns: logReadingSchema.shape.columns.unwrap().optional(),
  sheet: logReadingSchema.shape.sheet,
});
export type LogAnswers = z.infer<typeof logAnswersSchema>;

const rowSchema = z.object({
  /** Microseconds since 1970; null when the file gives no time that can be used. */
  time: z.number().nullable(),
  timeText: z.string(),
  host: z.string(),
  kind: z.string(),
  /** Cut where a list would not show it anyway. */
  text: z.string(),
});

/** What would become of a file; nothing has been written. */
const logPreviewSchema = z.object({
  size: count,
  encoding: z.string(),
  /** How it would be read; null when no reader understands it. */
  reading: logReadingSchema.nullable(),
  refused: z.enum(refusedFormats).nullable(),
  questions: z.array(z.enum(['zone', 'year', 'columns', 'day-or-month-first'])),
  notes: z.array(z.enum(readingNotes)),
  /** Sheets of a workbook with something on them, and the one that is read; none of any other file. */
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  /** What a mapping of columns may name. */
  columns: z.array(z.string()),
  /** True when the columns are read as those of the last file that had the same. */
  remembered: z.boolean(),
  rows: z.array(rowSchema),
});
export type LogPreviewReply = z.infer<typeof logPreviewSchema>;

/** What became of every record of a source. */
const rowAccountSchema = z.object({
  rows: count,
  unusable: count,
  skipped: count,
  skippedFor: z.partialRecord(z.enum(skipReasons), count),
  hosts: count,
  replaced: count,
  doubtful: count,
  notes: z.array(z.enum(readingNotes)),
  /** Sheets of a workbook that were not read. */
  sheetsLeft: z.array(z.string()),
});
export type RowAccount = z.infer<typeof rowAccountSchema>;

const shownRowSchema = rowSchema.extend({
  source: idSchema,
  /** Number of the row in its source, in the order of the file. */
  row: count,
  line: z.int().min(1),
  /** What the source's clock showed, in microseconds since 1970, where it was off; `time` is the true one. */
  showed: z.number().optional(),
});
export type ShownRow = z.infer<typeof shownRowSchema>;

const originalSchema = z.object({
  source: idSchema,
  row: count,
  line: z.int().min(1),
  /** Bytes in the file before the record, and of the record. */
  offset: count,
  bytes: count,
  sha256: sha256Schema,
  /** The record as it stands in the file. */
  text: z.string(),
  /** True when the text is longer than what is sent. */
  isCut: z.boolean(),
  /** Of a table or a JSON record. */
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
  shown: rowSchema,
});
export type OriginalRecord = z.infer<typeof originalSchema>;

const noSuchRow = z.object({ kind: z.literal('no-such-row') });
const rowsError = z.discriminatedUnion('kind', [
  noNotebook,
  noSuchRow,
  ...logFileErrorSchema.options,
]);
export type RowsError = z.infer<typeof rowsError>;
const searchNumber = z.int().min(1);

/** Rows of sources that are wanted; no source means all. */
export const rowQuerySchema = z.object({
  words: z.string().max(1_000),
  sources: z.array(idSchema).max(1_000),
  /** Microseconds since 1970: from here on, and before there. */
  from: z.int().nullable(),
  to: z.int().nullable(),
  /** Names of machines, one of which a row has to name; none means any. Compared as entries compare them. */
  hosts: z.array(z.string().max(1_000)).max(1_000),
  /** By source: how far its clock was ahead, in ms. Its rows are placed and told by true time. */
  aheadMs: z.record(idSchema, z.int()),
});
export type RowQuery = z.infer<typeof rowQuerySchema>;

/** Why what a search has found cannot be shown. */
const pageError = z.discriminatedUnion('kind', [
  noNotebook,
  /** Another search has taken its place. */
  z.object({ kind: z.literal('ended') }),
  z.object({ kind: z.literal('read-failed'), detail: z.string() }),
]);
export type PageError = z.infer<typeof pageError>;

/** Rows found so far. */
export const rowsFoundSchema = z.object({
  search: searchNumber,
  count,
  done: z.boolean(),
  /** What the system said when the search ended before its end. */
  failed: z.string().optional(),
});
export type RowsFound = z.infer<typeof rowsFoundSchema>;

const pickedSchema = z.object({
  files: z.array(z.object({ id: previewIdSchema, name: z.string() })),
  /** Ids of the readers that may be named in an answer. */
  formats: z.array(z.string()),
});
const importRefusals = [noNotebook, z.object({ kind: z.literal('read-only') })] as const;

/** Channels about logs and their rows but `log:import`, whose reply is a job. */
export const logContract = {
  'log:pick': {
    request: z.strictObject({}),
    reply: pickedSchema,
    error: z.discriminatedUnion('kind', [
      ...importRefusals,
      z.object({ kind: z.literal('cancelled') }),
    ]),
  },
  'log:drop': {
    /** Paths come from the preload script, which reads them from the dropped files themselves. */
    request: z.object({ paths: droppedPathsSchema }),
    reply: pickedSchema,
    error: z.discriminatedUnion('kind', [...importRefusals, noPathSchema]),
  },
  /** Looks at a picked file, again with every answer. */
  'log:preview': {
    request: z.object({ id: previewIdSchema, answers: logAnswersSchema }),
    reply: logPreviewSchema,
    error: z.discriminatedUnion('kind', [noNotebook, ...logFileErrorSchema.options]),
  },
  /** Stops looking at a picked file: nobody waits for it any more. */
  'log:stop-preview': {
    request: z.object({ id: previewIdSchema }),
    reply: z.strictObject({}),
    error: z.never(),
  },
  /** Opens the rows of a source; a missing index is built first, and told of as a job. */
  'rows:open': {
    request: z.object({ source: idSchema }),
    reply: rowAccountSchema,
    error: rowsError,
  },
  'rows:skipped': {
    request: z.object({ source: idSchema, from: count }),
    /** At most a thousand; `listed` is how many can be asked for. */
    reply: z.object({
      records: z.array(z.object({ line: count, reason: z.enum(skipReasons) })),
      listed: count,
    }),
    error: rowsError,
  },
  /** Rows of all opened sources that are asked for; a new search ends the one before it. */
  'rows:search': {
    request: rowQuerySchema,
    /** What has been found so far; `rows:found` tells the rest. */
    reply: rowsFoundSchema,
    error: rowsError,
  },
  /** Rows of the search from a place in the order of time. */
  'rows:page': {
    request: z.object({ search: searchNumber, place: count, limit: z.int().min(1).max(500) }),
    reply: z.object({ rows: z.array(shownRowSchema) }),
    error: pageError,
  },
  /** How many rows of the search come before each of these times, so that a list can set them among its own. */
  'rows:ranks': {
    /** Microseconds since 1970, in order. */
    request: z.object({ search: searchNumber, times: z.instanceof(Float64Array) }),
    reply: z.object({ ranks: z.instanceof<typeof Uint32Array<ArrayBufferLike>>(Uint32Array) }),
    error: pageError,
  },
  /** The days of a zone that rows of the search lie in. */
  'rows:days': {
    request: z.object({ search: searchNumber, zone: z.string().max(64).refine(isZone) }),
    reply: z.object({
      /** Time of the first row of each, in microseconds since 1970, and its place in the order of time. */
      days: z.array(z.object({ time: z.number(), place: count })),
      /** Time of the last row that has one; null when none has. */
      last: z.number().nullable(),
      /** Rows that have a time; the others come behind them. */
      timed: count,
    }),
    error: pageError,
  },
  'rows:original': {
    request: z.object({
      source: idSchema,
      at: z.union([z.object({ row: count }), z.object({ line: z.int().min(1) })]),
    }),
    reply: originalSchema,
    error: rowsError,
  },
} as const;
