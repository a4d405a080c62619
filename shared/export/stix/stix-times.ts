import type { ExportEntry } from '../export-case.ts';
import { type EntryTime, latestMs } from '../../domain/time/entry-time.ts';
import { utcText } from '../case-records.ts';

/** An instant with milliseconds, so that times compare as text. */
export function utcMs(instant: string): string {
  return utcText(Date.parse(instant));
}

/** First and last instant of an entry by true time; undefined when nobody knows when it was. */
export function entrySpan({
  at,
  correctedUtc,
}: Pick<ExportEntry, 'at' | 'correctedUtc'>):
  { readonly first: string; readonly last: string } | undefined {
  const time: EntryTime = correctedUtc === null ? at : { ...at, utc: correctedUtc };
  if (time.utc === null) return undefined;
  const first = utcMs(time.utc);
  const end = time.precision === 'day' || time.precision === 'month' ? latestMs(time) : undefined;
  const until =
    end !== undefined && Number.isFinite(end) ? utcText(end) : utcMs(time.untilUtc ?? time.utc);
  return { first, last: until > first ? until : first };
}
