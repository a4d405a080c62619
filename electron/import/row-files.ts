import path from 'node:path';
import { z } from 'zod';
import { skipReasons } from '#shared/import/log-row.ts';
import { readingNotes } from '#shared/import/log-reader.ts';

/**
 * The files of a row index, `rows/<notebook id>/<source id>/` in the user-data folder.
 *
 * Derived from the evidence file and never part of a notebook: dropped and rebuilt whenever the version, or what
 * the notebook says about the source, has changed. Numbers are little-endian; one number a row unless said otherwise.
 */
export const columns = {
  /** Microseconds since 1970; NaN when there is no time. */
  time: { file: 'time.f64', bytes: 8 },
  /** Where the record begins in the evidence file, its length, and the line it begins on. */
  offset: { file: 'offset.f64', bytes: 8 },
  length: { file: 'length.u32', bytes: 4 },
  line: { file: 'line.u32', bytes: 4 },
  /** Places in the lists of `index.json`; `notListed` when the list was full: the name is in the texts then. */
  host: { file: 'host.u32', bytes: 4 },
  kind: { file: 'kind.u32', bytes: 4 },
  /** Where the row's texts begin; how many bytes the time and the text take. */
  textAt: { file: 'text-at.f64', bytes: 8 },
  timeBytes: { file: 'time-bytes.u32', bytes: 4 },
  textBytes: { file: 'text-bytes.u32', bytes: 4 },
  /** Where the row's folded text begins. */
  foldedAt: { file: 'folded-at.f64', bytes: 8 },
  /** Row numbers in order of time, those without one last; and their times. */
  order: { file: 'order.u32', bytes: 4 },
  orderTime: { file: 'order-time.f64', bytes: 8 },
} as const;

export type ColumnName = keyof typeof columns;

/** For each row the time as the file writes it, the text, and as JSON the names that a list had no room for. */
export const textsFile = 'texts.utf8';
/** For each row what search looks through, folded: text, host and kind, each with a line break behind it. */
export const foldedFile = 'folded.utf8';
/** For each skipped record the line it begins on and the place of its reason in `skipReasons`, in the order of the file. */
export const skippedFile = 'skipped.u32';
export const skippedBytes = 8;
export const metaFile = 'index.json';

/** Stands where a list was full. */
export const notListed = 0xffff_ffff;
/** Names that a list holds at most. */
export const mostListed = 65_535;

export const rowIndexVersion = 3;
const count = z.number().int().nonnegative();

/** `index.json`: what the index was made from, and what became of every record. */
export const metaSchema = z.object({
  version: z.literal(rowIndexVersion),
  /** Says from what, and how, the index was made. */
  made: z.string(),
  encoding: z.string(),
  /** The sheet of a workbook that was named; the one with the most rows without it. */
  sheet: z.string().optional(),
  hosts: z.array(z.string()),
  kinds: z.array(z.string()),
  textsBytes: count,
  foldedBytes: count,
  result: z.object({
    rows: count,
    usable: count,
    unusable: count,
    first: z.number().nullable(),
    last: z.number().nullable(),
    hosts: z.array(z.object({ host: z.string(), rows: count })),
    frames: count,
    skipped: count,
    skippedFor: z.partialRecord(z.enum(skipReasons), count),
    skippedRecords: z.array(z.object({ line: count, reason: z.enum(skipReasons) })),
    replaced: count,
    doubtful: count,
    notes: z.array(z.enum(readingNotes)),
    /** Not there in what older versions made: they read one sheet and named no other. */
    sheetsLeft: z.array(z.string()).default([]),
  }),
});

export type RowIndexMeta = z.infer<typeof metaSchema>;

/** The folder of a source's index. */
export function rowsFolder(userData: string, notebook: string, source: string): string {
  return path.join(userData, 'rows', notebook, source);
}
