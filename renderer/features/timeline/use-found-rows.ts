import { useEffect, useMemo, useRef, useState } from 'react';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { answeredEntries, askedFields, entryTests } from '#shared/domain/entry-match.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { findRows, type FoundRows, type RowTests } from './find-rows.ts';
import { searchTextOf } from './search-text.ts';

/** A search that is not done in this time shows what it has, and goes on after the next frame. */
const sliceMs = 24;

const noAnswers: ReadonlySet<string> = new Set();

/** The conditions of a filter as they stand for these rows; the same array until one of them changes. */
export function useRowTests(filter: EntryFilter, rows: readonly TimelineRow[]): RowTests {
  const asksQuestions = askedFields(filter).includes('openQuestion');
  const known = useRef(noAnswers);
  const answered = useMemo(() => {
    if (!asksQuestions) return noAnswers;
    const now = answeredEntries(rows);
    return isSame(known.current, now) ? known.current : now;
  }, [asksQuestions, rows, known]);
  useEffect(() => {
    known.current = answered;
  }, [answered]);
  return useMemo(
    () => ({ filter, list: entryTests(filter, { searchText: searchTextOf, answered }) }),
    [filter, answered],
  );
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

/** What passes; a long search has shown its first results before it has looked at everything. */
export function useFoundRows(source: readonly TimelineRow[], tests: RowTests): FoundRows {
  const shown = useRef<FoundRows>(undefined);
  const [slice, setSlice] = useState(0);
  const found = useMemo(
    () => findRows({ source, tests, before: shown.current, budgetMs: sliceMs }),
    // Each slice goes on where the one before it ended.
    // oxlint-disable-next-line react/exhaustive-deps -- a new slice is what asks for the next part
    [source, tests, slice],
  );
  useEffect(() => {
    shown.current = found;
    if (isDone(found)) return undefined;
    const timer = setTimeout(() => setSlice((before) => before + 1), 0);
    return () => clearTimeout(timer);
  }, [found]);
  return found;
}

/** True when everything has been looked at. */
export function isDone({ scanned, source }: FoundRows): boolean {
  return scanned === source.length;
}
