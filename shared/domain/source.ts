import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { type EntryTime, toUtcText, unitAround } from './time/entry-time.ts';
import { msPer } from './time/zone.ts';

const count = z.int().min(0);
const column = z.string().min(1).max(500);

/** How the rows of a log file were read: everything that is needed to read them the same way again. */
export const logReadingSchema = z.object({
  /** Id of the reader, `plaso-l2tcsv`; ids that this version does not know are kept and shown. */
  reader: z.string().min(1).max(64),
  /** WHATWG name of the encoding, `utf-8`, `shift_jis`. */
  encoding: z.string().min(1).max(40),
  /** Zone of the times that carry none; null when every time carries its own. */
  zone: z.string().min(1).max(64).nullable(),
  /** Year of the first record where the format has none; null where it has. */
  year: z.int().min(1601).max(9999).nullable(),
  /** How `03/04/2024` is meant; null where the question does not arise. */
  order: z.enum(['day-first', 'month-first']).nullable(),
  /** What the columns of an unknown table mean; null for a known format. */
  columns: z
    .object({
      time: column,
      timeOfDay: column.optional(),
      epoch: z.enum(['s', 'ms', 'us', 'ns', 'filetime']).optional(),
      text: z.array(column).min(1).max(100),
      host: column.optional(),
      kind: column.optional(),
    })
    .nullable(),
  /** The sheet of a workbook that somebody has named; without it the one with the most rows. */
  sheet: z.string().max(500).optional(),
});

/** RFC 3339 in UTC with six digits: as a number, 1601 in microseconds is more than canonical JSON can hold. */
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/);

/** What reading a log file gave on the day it was taken in. */
export const logResultSchema = z.object({
  rows: count,
  /** Rows with a time, and without one that can be used. */
  usable: count,
  unusable: count,
  /** Records that became no row. */
  skipped: count,
  first: instant.nullable(),
  last: instant.nullable(),
});

/** Where times and rows come from: a log file among the evidence, or anything else that has a clock. */
export const sourceSchema = z.object({
  /** What people call it: the file's name, `badge reader, gate 2`. */
  name: z.string().min(1).max(1024),
  /** The file's evidence item. */
  evidence: idSchema.optional(),
  reading: logReadingSchema.optional(),
  result: logResultSchema.optional(),
});

/** How far a source's clock was off, as somebody measured it. */
export const sourceClockSchema = z.object({
  source: idSchema,
  /** The source's clock minus true time, in ms: positive when it is ahead. */
  aheadMs: z.int(),
  /** Half width of the measurement in ms. */
  plusMinusMs: count,
  /** When it was measured, RFC 3339 in UTC; null when nobody knows. */
  measuredAt: z.iso.datetime().nullable(),
  /** How and against what. */
  how: z.string().max(2_000),
});

export type LogReading = z.infer<typeof logReadingSchema>;
export type LogResult = z.infer<typeof logResultSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type SourceClock = Omit<z.infer<typeof sourceClockSchema>, 'source'>;

/** The first and last instant that four digits of a year can write. */
const earliestShown = Date.parse('0000-01-01T00:00:00Z');
const latestShown = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * A time as a source's clock showed it, by true time; the measurement's doubt widens it.
 *
 * The same object when the clock was right, nobody measured it, or it was off by more than the calendar has. A whole number of the time's own units
 * (12 minutes on `14:02`) moves it; anything else makes it the middle of where its unit lies now
 * (`13:50:18 ± 30 s`). Days and months move by whole days only.
 */
export function correctedTime(time: EntryTime, clock: SourceClock | undefined): EntryTime {
  if (clock === undefined || time.utc === null || time.precision === 'unknown') return time;
  const isLong = time.precision === 'day' || time.precision === 'month';
  const aheadMs = isLong ? Math.round(clock.aheadMs / msPer.day) * msPer.day : clock.aheadMs;
  const plusMinusMs = isLong ? 0 : clock.plusMinusMs;
  if (aheadMs === 0 && plusMinusMs === 0) return time;
  const { start, end } = unitAround(Date.parse(time.utc), time.precision, time.zone);
  const half = isLong || aheadMs % (end - start) === 0 ? 0 : (end - start) / 2;
  const precision = half === 0 ? time.precision : half < msPer.second ? 'millisecond' : 'second';
  const shifted = (utc: string): number => Date.parse(utc) - aheadMs + half;
  const ends = [time.utc, time.untilUtc ?? time.utc].map(shifted);
  // What somebody's file says of a clock must not stop the timeline.
  if (!ends.every((ms) => ms >= earliestShown && ms <= latestShown)) return time;
  const [startMs = 0, endMs = 0] = ends;
  return {
    ...time,
    utc: toUtcText(startMs, precision),
    untilUtc: time.untilUtc === null ? null : toUtcText(endMs, precision),
    precision,
    plusMinusMs: time.plusMinusMs + plusMinusMs + half,
  };
}
