import { useEffect, useMemo, useRef, useState } from 'react';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { withoutFields } from '#shared/domain/entry-match.ts';
import { searchWords } from '#shared/domain/text-search.ts';
import { searchMessages } from '#shared/i18n/search-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import type { OriginalRecord } from '#shared/ipc/log-contract.ts';
import { useTimeline } from '../../data/use-records.ts';
import { useSay } from '../../records/language.tsx';
import { OriginalPanel } from '../../records/original-panel.tsx';
import { useClocksAhead, useLogSources } from '../../records/row-query.ts';
import { usePinnedRows } from '../../records/use-pinned-rows.ts';
import { type RowRecords, useRowRecords } from '../../records/use-row-records.tsx';
import { useTaggedRows } from '../../records/use-tagged-rows.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { DensityStrip } from './density-strip.tsx';
import { useWording } from './filter-chips.tsx';
import { filterPhrases, phraseText } from './filter-sentence.ts';
import type { FoundRows } from './find-rows.ts';
import { LogsNote } from './logs-note.tsx';
import { RowsBar } from './rows-bar.tsx';
import { useReadySearch } from './search-text.ts';
import { noFilter, useShownFilter } from '../../records/shown-filter.ts';
import { countRows } from './timeline-counts.ts';
import { TimelineFilters } from './timeline-filters.tsx';
import { type LogPlaces, type TimelineItems, toItems } from './timeline-items.ts';
import { focusTimelineList, TimelineList } from './timeline-list.tsx';
import styles from './timeline-view.module.css';
import { useChosenRows } from './use-chosen-rows.ts';
import { isDone, useFoundRows, useRowTests } from './use-found-rows.ts';
import { useLateCounts } from './use-late-counts.ts';
import { useLogActions } from './use-log-actions.ts';
import { useMarking } from './use-marking.ts';
import { useTimelineLogs } from './use-timeline-logs.ts';

type TimelineViewProps = { readonly desktop: Desktop; readonly onWrite: () => void };

/** What happened, in the order it happened; on demand with the rows of the logs among it. */
export function TimelineView({ desktop, onWrite }: TimelineViewProps) {
  const rows = useTimeline();
  const { zone, selectEntry, canWrite, logRowsShown, detailOpen } = useWorkspace();
  const [filter, setFilter] = useShownFilter();
  const tests = useRowTests(filter, rows);
  const found = useFoundRows(rows, tests);
  const done = isDone(found);
  const logRows = useTimelineLogs({
    desktop,
    on: logRowsShown,
    filter,
    entries: found.rows,
    done,
    zone,
  });
  const items = useItems(logRows.shown?.entries ?? found.rows, zone, logRows.shown?.logs);
  const words = useMemo(() => searchWords(filter.text ?? ''), [filter.text]);
  const chosen = useChosenRows(found.rows);
  const marking = useMarking();
  const [tagging, setTagging] = useState(false);
  const tagged = useTaggedRows();
  const records = useRowRecords(desktop, tagged);
  const logs = useLogActions({ search: logRows.search, tagged, records });
  const { close } = records;
  useEffect(() => {
    // One record beside the list at a time.
    if (detailOpen) close();
  }, [detailOpen, close]);
  // What is written must be seen at once; counts and strip follow when there is time.
  const late = useLateCounts(found);
  useReadySearch(rows);
  if (rows.length === 0 && !(logRowsShown && logRows.areThere))
    return <NothingYet onWrite={onWrite} hasLogs={logRows.areThere} />;
  const star = () => {
    const starred = !chosen.rows.every(({ content }) => content.starred);
    void marking.mark(chosen.rows, { kind: 'star', starred });
  };
  return (
    <div className={styles['view']}>
      <DensityStrip
        desktop={desktop}
        rows={late.found.rows}
        all={late.found.source}
        from={filter.from}
        until={filter.until}
        isCurrent={late.isCurrent}
        logSearch={logRows.shown?.search}
        logSpan={logRows.shown?.span}
        onJump={selectEntry}
        onChange={setFilter}
      />
      <TimelineFilters
        filter={filter}
        onChange={setFilter}
        counts={late.counts}
        areCounted={late.isCurrent}
        shown={found.rows.length}
        found={late.found}
        done={done}
        hasLogs={logRows.areThere}
        logCount={logRows.shown?.logs.count}
        isSearchingLogs={logRows.isSearching}
      />
      <LogsNote logs={logRows} />
      <div className={styles['middle']} data-open={records.original !== undefined || undefined}>
        {items.length === 0 && done && !logRows.isSearching ? (
          <AllHidden found={found} filter={filter} onChange={setFilter} />
        ) : (
          <TimelineList
            items={items}
            zone={zone}
            filter={filter}
            done={done}
            words={words}
            chosen={chosen}
            logRows={logRows}
            logs={logs}
            tagged={tagged}
            onTag={() => canWrite && setTagging(true)}
            onStar={() => canWrite && star()}
          />
        )}
        {records.original !== undefined && (
          <RecordSide records={records} words={logRows.words} original={records.original} />
        )}
      </div>
      <RowsBar tagged={tagged} onPin={() => logs.pin('')} />
      <ChosenBar chosen={chosen} marking={marking} tagging={tagging} onTagging={setTagging} />
      {records.dialog}
    </div>
  );
}

/** Items of the rows; days before a new row are not looked for again. */
function useItems(
  rows: readonly TimelineRow[],
  zone: string,
  logs: LogPlaces | undefined,
): TimelineItems {
  const shown = useRef<TimelineItems>(undefined);
  const items = useMemo(() => toItems(rows, zone, shown.current, logs), [rows, zone, logs]);
  useEffect(() => {
    shown.current = items;
  }, [items]);
  return items;
}

type RecordSideProps = {
  readonly records: RowRecords;
  readonly original: OriginalRecord;
  readonly words: readonly string[];
};

/** The record that a log row comes from, beside the list. */
function RecordSide({ records, original, words }: RecordSideProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const sources = useLogSources();
  const aheadMs = useClocksAhead(sources);
  const pinned = usePinnedRows();
  const { source, line } = original;
  const name = sources.find(({ id }) => id === source)?.source?.name ?? '';
  return (
    <div className={styles['side']}>
      <OriginalPanel
        original={original}
        file={name}
        aheadMs={aheadMs[source]}
        words={words}
        pinnedBy={pinned.ids.get(`${source} ${line}`) ?? []}
        onPin={() => void records.pin([original], '')}
        onClose={() => {
          records.close();
          focusTimelineList();
        }}
        heading={heading}
      />
    </div>
  );
}

type NothingYetProps = { readonly onWrite: () => void; readonly hasLogs: boolean };

function NothingYet({ onWrite, hasLogs }: NothingYetProps) {
  const say = useSay();
  const { showLogRows } = useWorkspace();
  return (
    <EmptyState
      title={say(m.emptyTitle)}
      actions={
        <>
          <Button look="primary" onClick={onWrite}>
            {say(m.emptyAction)}
          </Button>
          {hasLogs && (
            <Button onClick={() => showLogRows(true)}>{say(searchMessages.showRows)}</Button>
          )}
        </>
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
