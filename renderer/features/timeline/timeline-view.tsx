import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { withoutFields } from '#shared/domain/entry-match.ts';
import { searchWords } from '#shared/domain/text-search.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useTimeline } from '../../data/use-records.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { DensityStrip } from './density-strip.tsx';
import { useWording } from './filter-chips.tsx';
import { filterPhrases, phraseText } from './filter-sentence.ts';
import { type FoundRows, nothingFound } from './find-rows.ts';
import { useReadySearch } from './search-text.ts';
import { noFilter, useShownFilter } from '../../records/shown-filter.ts';
import { countRows, type TimelineCounts } from './timeline-counts.ts';
import { TimelineFilters } from './timeline-filters.tsx';
import { type TimelineItems, toItems } from './timeline-items.ts';
import { TimelineList } from './timeline-list.tsx';
import styles from './timeline-view.module.css';
import { useChosenRows } from './use-chosen-rows.ts';
import { isDone, useFoundRows, useRowTests } from './use-found-rows.ts';
import { useMarking } from './use-marking.ts';

/** What happened, in the order it happened. */
export function TimelineView({ onWrite }: { readonly onWrite: () => void }) {
  const rows = useTimeline();
  const { zone, selectEntry, canWrite } = useWorkspace();
  const [filter, setFilter] = useShownFilter();
  const tests = useRowTests(filter, rows);
  const found = useFoundRows(rows, tests);
  const { rows: shown } = found;
  const done = isDone(found);
  const items = useItems(shown, zone);
  const words = useMemo(() => searchWords(filter.text ?? ''), [filter.text]);
  const chosen = useChosenRows(shown);
  const marking = useMarking();
  const [tagging, setTagging] = useState(false);
  // What is written must be seen at once; counts and strip follow when there is time.
  const late = useDeferredValue(found);
  const counts = useCounts(late);
  useReadySearch(late.source);
  if (rows.length === 0) return <NothingYet onWrite={onWrite} />;
  const star = () => {
    const starred = !chosen.rows.every(({ content }) => content.starred);
    void marking.mark(chosen.rows, { kind: 'star', starred });
  };
  return (
    <div className={styles['view']}>
      <DensityStrip
        rows={late.rows}
        all={late.source}
        from={filter.from}
        until={filter.until}
        onJump={selectEntry}
        onChange={setFilter}
      />
      <TimelineFilters
        filter={filter}
        onChange={setFilter}
        counts={counts}
        found={late}
        done={done}
      />
      {shown.length === 0 && done ? (
        <AllHidden found={found} filter={filter} onChange={setFilter} />
      ) : (
        <TimelineList
          items={items}
          zone={zone}
          filter={filter}
          done={done}
          words={words}
          chosen={chosen}
          onTag={() => canWrite && setTagging(true)}
          onStar={() => canWrite && star()}
        />
      )}
      <ChosenBar chosen={chosen} marking={marking} tagging={tagging} onTagging={setTagging} />
    </div>
  );
}

/** Items of the rows; days before a new row are not looked for again. */
function useItems(rows: readonly TimelineRow[], zone: string): TimelineItems {
  const shown = useRef<TimelineItems>(undefined);
  const items = useMemo(() => toItems(rows, zone, shown.current), [rows, zone]);
  useEffect(() => {
    shown.current = items;
  }, [items]);
  return items;
}

/** Counts of what was found; what was counted before is not counted again. */
function useCounts(found: FoundRows): TimelineCounts {
  const shown = useRef<ReturnType<typeof countRows>>(undefined);
  const counted = useMemo(() => {
    // Half a search would count half of what there is.
    if (isDone(found)) return countRows(found, shown.current);
    return shown.current ?? countRows(nothingFound);
  }, [found]);
  useEffect(() => {
    shown.current = counted;
  }, [counted]);
  return counted.counts;
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
  readonly found: FoundRows;
  readonly filter: EntryFilter;
  readonly onChange: (filter: EntryFilter) => void;
};

/** Says which condition hides what, and takes it away on request. */
function AllHidden({ found, filter, onChange }: AllHiddenProps) {
  const say = useSay();
  const phrases = filterPhrases(filter, useWording());
  const { hidden } = useMemo(() => countRows(found).counts, [found]);
  return (
    <EmptyState
      title={say(m.hiddenTitle)}
      actions={
        <>
          {phrases.length > 1 &&
            phrases.map((phrase) => (
              <Button
                key={phrase.field}
                onClick={() => onChange(withoutFields(filter, ...phrase.fields))}
              >
                {say(m.dropPart, {
                  part: phraseText(phrase, say),
                  n: hidden[phrase.field] ?? 0,
                })}
              </Button>
            ))}
          <Button look="primary" onClick={() => onChange(noFilter)}>
            {say(m.clearFilters)}
          </Button>
        </>
      }
    >
      {say(m.hiddenText, {
        n: found.source.length,
        parts: phrases.map((phrase) => phraseText(phrase, say)).join(say(m.sentenceAnd)),
      })}
    </EmptyState>
  );
}
