import { useEffect, useMemo, useRef, useState } from 'react';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { answeredEntries, askedFields, entryTests } from '#shared/domain/entry-match.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { findRows, type FoundRows, type RowTests } from './find-rows.ts';
import { searchTextOf } from './search-text.ts';

/** A search that is not done in this time shows what it has, which may be nothing: that would be drawn in vain. */
const firstMs = 8;
/** The rest is looked for with other work in between. */
const sliceMs = 5;
/** And in this time when the rows that it has fill the window. */
const pageMs = 2;
/** A search that goes on shows what has come in so often. */
const showEveryMs = 120;

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
  const first = useMemo(
    () =>
      findRows({
        source,
        tests,
        before: shown.current,
        budgetMs: firstMs,
        budgetWithPageMs: pageMs,
      }),
    [source, tests, shown],
  );
  const [further, setFurther] = useState<FoundRows>();
  const found = further?.source === source && further.tests === tests ? further : first;
  useEffect(() => {
    shown.current = found;
    if (isDone(found)) return undefined;
    const showAt = performance.now() + showEveryMs;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const goOn = (before: FoundRows) => {
      const more = findRows({ source, tests, before, budgetMs: sliceMs });
      if (isDone(more) || performance.now() > showAt) setFurther(more);
      else timer = setTimeout(goOn, 0, more);
    };
    timer = setTimeout(goOn, 0, found);
    return () => clearTimeout(timer);
  }, [found, source, tests]);
  return found;
}

/** True when everything has been looked at. */
export function isDone({ scanned, source }: FoundRows): boolean {
  return scanned === source.length;
}
