import type { EntryContent } from './entry.ts';
import { type EntryTime, entryZone, latestMs } from './time/entry-time.ts';
import { dayKey } from './time/format-time.ts';
import { msPer } from './time/zone.ts';

type Written = Pick<EntryContent, 'at' | 'noticed' | 'source' | 'logSource' | 'rows'>;

/**
 * True when an entry was written late: on a later day than what it tells, and more than an hour after it.
 *
 * Counted from when it was noticed, where that is said: only then could somebody write it down. What was read
 * out of a log is never late, since the log was written at the time. `recordedAtMs` is the clock of the
 * device that wrote it.
 */
export function isLateEntry(content: Written, recordedAtMs: number): boolean {
  const { source, logSource, rows = [] } = content;
  if (source !== undefined || logSource !== undefined || rows.length > 0) return false;
  return isLongPast(content.noticed ?? content.at, recordedAtMs);
}

function isLongPast(time: EntryTime, recordedAtMs: number): boolean {
  if (time.utc === null || time.relation === 'after') return false;
  const roughMs = recordedAtMs - Date.parse(time.untilUtc ?? time.utc) - time.plusMinusMs;
  if (roughMs <= msPer.hour) return false;
  const isShort = time.precision !== 'day' && time.precision !== 'month';
  // Calendars are slow to ask, and lists are long: most entries are clear without one.
  if (isShort && roughMs > msPer.day + 2 * msPer.hour) return true;
  const last = latestMs(time);
  const zone = entryZone(time);
  return recordedAtMs - last > msPer.hour && dayKey(recordedAtMs, zone) > dayKey(last, zone);
}
