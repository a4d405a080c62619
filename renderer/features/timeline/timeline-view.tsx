import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import type { NotebookSession } from '../../data/notebook-session.ts';
import { useSession } from '../../data/session-context.tsx';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useTimeline } from '../../data/use-records.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DensityStrip } from './density-strip.tsx';
import { partText } from './filter-sentence.ts';
import {
  activeParts,
  filterRows,
  noFilter,
  type TimelineFilter,
  withoutPart,
} from './timeline-filter.ts';
import { countRows, type TimelineCounts } from './timeline-counts.ts';
import { TimelineFilters } from './timeline-filters.tsx';
import { type DayItems, type TimelineItem, toItems } from './timeline-items.ts';
import { TimelineList } from './timeline-list.tsx';
import styles from './timeline-view.module.css';

/** Filters outlive the view: going to another and back must not change what is shown. */
const filters = new WeakMap<NotebookSession, TimelineFilter>();

/** What happened, in the order it happened. */
export function TimelineView({ onWrite }: { readonly onWrite: () => void }) {
  const rows = useTimeline();
  const { zone, selectEntry } = useWorkspace();
  const [filter, setFilter] = useSessionFilter();
  const shown = useMemo(() => filterRows(rows, filter), [rows, filter]);
  const items = useItems(shown, zone);
  // What is written must be seen at once; counts and strip follow when there is time.
  const lateRows = useDeferredValue(rows);
  const lateShown = useDeferredValue(shown);
  const counts = useCounts(lateRows);
  if (rows.length === 0) return <NothingYet onWrite={onWrite} />;
  return (
    <div className={styles['view']}>
      <DensityStrip rows={lateShown} all={lateRows} onJump={selectEntry} />
      <TimelineFilters
        filter={filter}
        onChange={setFilter}
        counts={counts}
        shown={lateShown.length}
        total={lateRows.length}
      />
      {shown.length === 0 ? (
        <AllHidden rows={rows} filter={filter} onChange={setFilter} />
      ) : (
        <TimelineList items={items} zone={zone} filter={filter} />
      )}
    </div>
  );
}

/** Items of the rows; those of the days before a new row are not made again. */
function useItems(rows: readonly TimelineRow[], zone: string): readonly TimelineItem[] {
  const shown = useRef<DayItems>(undefined);
  const made = useMemo(() => toItems(rows, zone, shown.current), [rows, zone]);
  useEffect(() => {
    shown.current = made;
  }, [made]);
  return made.items;
}

/** Counts of the rows; what was counted before is not counted again. */
function useCounts(rows: readonly TimelineRow[]): TimelineCounts {
  const shown = useRef<ReturnType<typeof countRows>>(undefined);
  const counted = useMemo(() => countRows(rows, shown.current), [rows]);
  useEffect(() => {
    shown.current = counted;
  }, [counted]);
  return counted.counts;
}

function useSessionFilter() {
  const session = useSession();
  const [filter, set] = useState(() => filters.get(session) ?? noFilter);
  const setFilter = useCallback(
    (next: TimelineFilter) => {
      filters.set(session, next);
      set(next);
    },
    [session],
  );
  return [filter, setFilter] as const;
}

function NothingYet({ onWrite }: { readonly onWrite: () => void }) {
  const say = useSay();
  return (
    <EmptyState
      title={say(m.emptyTitle)}
      actions={
        <Button look="primary" onClick={onWrite}>
          {say(m.emptyAction)}
        </Button>
      }
    >
      {say(m.emptyText)}
    </EmptyState>
  );
}

type AllHiddenProps = {
  readonly rows: readonly TimelineRow[];
  readonly filter: TimelineFilter;
  readonly onChange: (filter: TimelineFilter) => void;
};

/** Says which condition hides what, and takes it away on request. */
function AllHidden({ rows, filter, onChange }: AllHiddenProps) {
  const say = useSay();
  const parts = activeParts(filter);
  return (
    <EmptyState
      title={say(m.hiddenTitle)}
      actions={
        <>
          {parts.length > 1 &&
            parts.map((part) => {
              const without = withoutPart(filter, part);
              const n = filterRows(rows, without).length;
              return (
                <Button key={part} onClick={() => onChange(without)}>
                  {say(m.dropPart, { part: partText(filter, part, say), n })}
                </Button>
              );
            })}
          <Button look="primary" onClick={() => onChange(noFilter)}>
            {say(m.clearFilters)}
          </Button>
        </>
      }
    >
      {say(m.hiddenText, {
        n: rows.length,
        parts: parts.map((part) => partText(filter, part, say)).join(say(m.sentenceAnd)),
      })}
    </EmptyState>
  );
}
