import type { EntryContent } from '#shared/domain/entry.ts';
import { isLateEntry } from '#shared/domain/late-entry.ts';
import { correctedTime, type SourceClock } from '#shared/domain/source.ts';
import { compareEntryTimes, type EntryTime } from '#shared/domain/time/entry-time.ts';
import {
  currentVersion,
  type EntryRecord,
  isContested,
  isCorrected,
  isWithdrawn,
} from '#shared/journal/records.ts';

/** One line of the timeline as lists need it; the whole history stays in the record. */
export type TimelineRow = {
  readonly id: string;
  /** Entry number that people see; undefined when the line that added it is missing. */
  readonly number: number | undefined;
  readonly content: EntryContent;
  /** When it happened by true time; `content.at` itself unless its source's clock was off. */
  readonly at: EntryTime;
  /** ms since the epoch; infinite when unknown, so that it sorts last. */
  readonly instant: number;
  readonly by: string;
  /** Clock of the device that wrote it, ms since the epoch. */
  readonly recordedAt: number;
  /** Written long after what it tells. */
  readonly late: boolean;
  readonly corrected: boolean;
  readonly withdrawn: boolean;
  /** Two people wrote it, or withdrew and kept it, without knowing of each other. */
  readonly contested: boolean;
  readonly order: { readonly lam: number; readonly feed: string; readonly seq: number };
  /** The line that was written last about it: what is new to somebody who had read before. */
  readonly last: { readonly feed: string; readonly seq: number };
  /**
   * What search looks at, made when it is first asked for.
   *
   * It lies on the row: a search reads a hundred thousand of them between two keys, and a weak map would
   * take several times as long.
   */
  readonly searched: { text: string | undefined };
};

/** What is known of a source's clock. */
export type ClockOf = (source: string) => SourceClock | undefined;

/** The row of an entry, or undefined while nothing of it can be shown. */
export function toTimelineRow(entry: EntryRecord, clockOf: ClockOf): TimelineRow | undefined {
  const shown = currentVersion(entry);
  const first = entry.origin ?? entry.versions[0];
  if (shown === undefined || first === undefined) return undefined;
  const { content } = shown;
  return {
    id: entry.id,
    number: entry.origin?.seq,
    content,
    ...placeInTime(content, clockOf),
    late: isLateEntry(content, first.wall),
    by: first.by,
    recordedAt: first.wall,
    corrected: isCorrected(entry),
    withdrawn: isWithdrawn(entry),
    contested: isContested(entry.heads) || isContested(entry.withdrawal),
    order: { lam: first.lam, feed: first.feed, seq: first.seq },
    last: entry.withdrawal.at(-1) ?? shown,
    searched: { text: undefined },
  };
}

function placeInTime(
  { at: raw, source }: EntryContent,
  clockOf: ClockOf,
): Pick<TimelineRow, 'at' | 'instant'> {
  const at = source === undefined ? raw : correctedTime(raw, clockOf(source));
  return { at, instant: at.utc === null ? Number.POSITIVE_INFINITY : Date.parse(at.utc) };
}

/** The row after its source's clock was measured anew. */
export function withClock(row: TimelineRow, clockOf: ClockOf): TimelineRow {
  return { ...row, ...placeInTime(row.content, clockOf) };
}

/** Order of the timeline: when it happened, then the order of the fold. Total. */
export function compareRows(a: TimelineRow, b: TimelineRow): number {
  if (a.instant !== b.instant) return a.instant < b.instant ? -1 : 1;
  return (
    compareEntryTimes(a.at, b.at) ||
    a.order.lam - b.order.lam ||
    (a.order.feed < b.order.feed ? -1 : a.order.feed > b.order.feed ? 1 : 0) ||
    a.order.seq - b.order.seq
  );
}
