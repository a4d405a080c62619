import { useEffect, useMemo, useRef, useState } from 'react';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import type { FilterField } from '#shared/domain/entry-match.ts';
import { searchWords } from '#shared/domain/text-search.ts';
import { dayKey } from '#shared/domain/time/format-time.ts';
import { changedRows } from '../../data/changed-rows.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { type RowSearch, type RowsProblem, useRowSearch } from '../../data/row-search.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useClocksAhead, useLogSources } from '../../records/row-query.ts';
import { useOpenedSources } from '../../records/use-opened-sources.ts';
import type { Span } from './density-bins.ts';
import { hidingRows, logQuery } from './log-query.ts';
import type { LogPlaces } from './timeline-items.ts';

const usPerMs = 1_000;
const noFields: readonly FilterField[] = [];

/** Entries with the log rows that stand among them. */
type Interleaved = {
  readonly search: number;
  readonly zone: string;
  readonly entries: readonly TimelineRow[];
  readonly logs: LogPlaces;
  /** First and last instant of the rows. */
  readonly span: Span | undefined;
};

/** The log rows of the timeline: none, on their way, or where they stand. */
export type TimelineLogs = {
  /** True when there are logs that could be shown. */
  readonly areThere: boolean;
  /** Conditions that hide all of them. */
  readonly hidingFields: readonly FilterField[];
  /** Asked for, and not all here yet. */
  readonly isSearching: boolean;
  /** Names of logs whose rows cannot be opened. */
  readonly missing: readonly string[];
  readonly problem: RowsProblem | undefined;
  readonly retry: () => void;
  readonly search: RowSearch | undefined;
  readonly version: number;
  readonly words: readonly string[];
  /** What the list shows: the entries of now or, for a moment, those of before a change, with the rows among them. */
  readonly shown: Interleaved | undefined;
};

type LogsOf = {
  readonly desktop: Desktop;
  readonly on: boolean;
  readonly filter: EntryFilter;
  /** Entries that pass the filter; rows are set among them when all are found. */
  readonly entries: readonly TimelineRow[];
  readonly done: boolean;
  readonly zone: string;
};

/**
 * Looks for the log rows that a filter lets through and finds out where they stand among the entries.
 *
 * Entries are shown at once, rows join them when the search over them has ended; of the rows themselves only those
 * in view ever come into the window.
 */
export function useTimelineLogs(of: LogsOf): TimelineLogs {
  const { desktop, on, filter, entries, done, zone } = of;
  const records = useLogSources();
  const hidingFields = useMemo(() => (on ? hidingRows(filter) : noFields), [on, filter]);
  const isWanted = on && records.length > 0 && hidingFields.length === 0;
  const ids = useMemo(() => (isWanted ? records.map(({ id }) => id) : []), [records, isWanted]);
  const { opened } = useOpenedSources(desktop, ids);
  const aheadMs = useClocksAhead(records);
  const [search, version] = useRowSearch(desktop, isWanted);
  const [attempt, setAttempt] = useState(0);
  const query = useMemo(() => logQuery(filter, aheadMs), [filter, aheadMs]);
  const ready = [...opened.values()].filter(({ account }) => account !== undefined).length;
  const isOpen = ids.every((id) => opened.has(id));
  useEffect(() => {
    if (isOpen) void search?.ask(query);
    // Asked again when another source is ready, and when somebody wants it tried again.
  }, [search, query, ready, isOpen, attempt]);

  const found = search?.found;
  const isFound = isOpen && found?.done === true && search?.query === query;
  const number = isFound && found.search > 0 ? found.search : undefined;
  const days = useDays(desktop, number, zone);
  const shown = useRanks(desktop, {
    search: number,
    days,
    entries,
    done,
    zone,
    count: found?.count,
  });
  const isCurrent = shown !== undefined && shown.search === number && shown.zone === zone;
  const problem = isWanted ? search?.problem : undefined;
  const words = useMemo(() => searchWords(query.words), [query]);
  const failed = records.filter(({ id }) => opened.get(id)?.error !== undefined);
  return {
    areThere: records.length > 0,
    hidingFields,
    isSearching: isWanted && !isCurrent && problem === undefined,
    missing: isWanted ? failed.map(({ source }) => source?.name ?? '') : [],
    problem,
    retry: () => setAttempt((before) => before + 1),
    search,
    version,
    words,
    shown: isWanted && isCurrent ? shown : undefined,
  };
}

type Days = {
  readonly search: number;
  readonly zone: string;
  readonly days: LogPlaces['days'];
  readonly timed: number;
  readonly span: Span | undefined;
};

/** The days that the rows of a search lie in, once it has ended. */
function useDays(desktop: Desktop, search: number | undefined, zone: string): Days | undefined {
  const [known, setKnown] = useState<Days>();
  useEffect(() => {
    if (search === undefined) return undefined;
    let isCurrent = true;
    const ask = async () => {
      const reply = await desktop['rows:days']({ search, zone });
      if (!isCurrent || !reply.ok) return;
      const { days, last, timed } = reply.value;
      const listed = days.map(({ time, place }) => {
        const instant = Math.floor(time / usPerMs);
        return { key: dayKey(instant, zone), instant, place };
      });
      const from = listed[0]?.instant;
      const span =
        from === undefined || last === null
          ? undefined
          : { from, until: Math.floor(last / usPerMs) };
      setKnown({ search, zone, days: listed, timed, span });
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [desktop, search, zone]);
  return known?.search === search && known?.zone === zone ? known : undefined;
}

type RanksOf = {
  readonly search: number | undefined;
  readonly days: Days | undefined;
  readonly entries: readonly TimelineRow[];
  readonly done: boolean;
  readonly zone: string;
  readonly count: number | undefined;
};

/** Sets entries among the rows; of entries that stood there before only the changed ones are asked about. */
function useRanks(desktop: Desktop, of: RanksOf): Interleaved | undefined {
  const { search, days, entries, done, zone, count } = of;
  const [known, setKnown] = useState<Interleaved>();
  const latest = useRef<Interleaved>(undefined);
  useEffect(() => {
    if (search === undefined || days === undefined || count === undefined || !done)
      return undefined;
    let isCurrent = true;
    const ask = async () => {
      const before = latest.current?.search === search ? latest.current : undefined;
      const { from, beforeEnd, afterEnd } = changedRows(before?.entries ?? [], entries);
      const times = Float64Array.from(
        entries.slice(from, afterEnd),
        ({ instant }) => instant * usPerMs,
      );
      const reply = times.length === 0 ? undefined : await desktop['rows:ranks']({ search, times });
      if (!isCurrent || reply?.ok === false) return;
      const ranks = new Uint32Array(entries.length);
      if (before !== undefined) {
        ranks.set(before.logs.ranks.subarray(0, from));
        ranks.set(before.logs.ranks.subarray(beforeEnd), afterEnd);
      }
      if (reply?.ok === true) ranks.set(reply.value.ranks, from);
      const logs = { ranks, days: days.days, timed: days.timed, count };
      latest.current = { search, zone, entries, logs, span: days.span };
      setKnown(latest.current);
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [desktop, search, days, entries, done, zone, count]);
  return known;
}
