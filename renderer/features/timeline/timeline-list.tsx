import { useEffect, useId, useMemo } from 'react';
import { formatDay } from '#shared/domain/time/format-time.ts';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { searchMessages } from '#shared/i18n/search-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { useTimelineRow } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import {
  type Day,
  dayOf,
  itemAt,
  logAt,
  placeOfLog,
  placeOfRow,
  type TimelineItems,
} from './timeline-items.ts';
import { rowKey } from '../../records/row-key.ts';
import { usePinnedRows } from '../../records/use-pinned-rows.ts';
import type { TaggedRows } from '../../records/use-tagged-rows.ts';
import { LongList } from '../../ui/long-list.tsx';
import { useRowsInView } from '../../ui/use-rows-in-view.ts';
import styles from './timeline-list.module.css';
import { TimelineLogRow } from './timeline-log-row.tsx';
import { TimelineEntryRow } from './timeline-row.tsx';
import type { ChosenRows } from './use-chosen-rows.ts';
import { useListKeys } from './use-list-keys.ts';
import { useListPlace } from './use-list-place.ts';
import type { LogActions } from './use-log-actions.ts';
import type { TimelineLogs } from './use-timeline-logs.ts';

const rowPx = 32;

type TimelineListProps = {
  readonly items: TimelineItems;
  readonly zone: string;
  /** What decides which entries there are: when it changes, the selection is looked for again. */
  readonly filter: EntryFilter;
  /** False while a long search goes on: then rows come that nobody wrote. */
  readonly done: boolean;
  /** Folded words that were searched for. */
  readonly words: readonly string[];
  readonly chosen: ChosenRows;
  readonly logRows: TimelineLogs;
  readonly logs: LogActions;
  readonly tagged: TaggedRows;
  /** Keys that do something with all chosen entries. */
  readonly onTag: () => void;
  readonly onStar: () => void;
};

/** The list: only what is seen is drawn, one row has the selection, and the keyboard moves it. */
export function TimelineList(props: TimelineListProps) {
  const { items, zone, filter, done, words, chosen, logRows, logs, tagged } = props;
  const say = useSay();
  const id = useId();
  const { selectedEntry, selectEntry, openEntry } = useWorkspace();
  const selectedRow = useTimelineRow(selectedEntry);
  const selected = useMemo(() => {
    if (logs.active !== undefined && items.logs !== undefined)
      return logs.active < items.logs.count ? placeOfLog(items, logs.active) : undefined;
    const row = selectedRow === undefined ? -1 : items.rows.lastIndexOf(selectedRow);
    return row < 0 ? undefined : placeOfRow(items, row);
  }, [items, selectedRow, logs.active]);
  const selection = logs.active === undefined ? selectedEntry : `log ${logs.active}`;
  const hasLogs = items.logs !== undefined;
  /** Another object for everything that changes what the list is about. */
  const of = useMemo(() => ({ filter, hasLogs }), [filter, hasLogs]);
  const rows = useRowsInView({ count: items.length, rowPx, coveredPx: rowPx });
  useListPlace({ rows, items, of, done, selection, selected });

  const { search, version } = logRows;
  useEffect(() => {
    if (items.logs !== undefined) search?.need(logAt(items, rows.start), logAt(items, rows.end));
  }, [search, version, items, rows.start, rows.end]);

  const keys = useListKeys({ ...props, selected, page: Math.max(1, rows.rowsOnPage - 1) });

  // The selected row stays drawn, so that a screen reader keeps its place.
  const isBeside = selected !== undefined && (selected < rows.start || selected >= rows.end);
  const drawn = isBeside && rows.isMeasured ? [...rows.drawn, selected] : rows.drawn;
  const isChoosing = chosen.ids.size > 0;
  const pinned = usePinnedRows(hasLogs);
  return (
    <LongList
      id="timeline-list"
      name={say(m.listName)}
      rows={rows}
      count={items.length}
      active={selected === undefined ? undefined : `${id}-${selection}`}
      over={<StickyDay items={items} index={rows.firstSeen} hiddenPx={rows.hiddenPx} zone={zone} />}
      onKeyDown={keys.press}
    >
      {drawn.map((index) => {
        const item = itemAt(items, index);
        if (item === undefined) return null;
        const top = rows.topOf(index);
        // By slot, not by entry: a row that leaves lends its elements to the one that comes.
        const key = index === selected && isBeside ? 'selected' : rows.slotOf(index);
        switch (item.kind) {
          case 'day':
            return <DayRow key={key} day={item.day} index={index} top={top} zone={zone} />;
          case 'log': {
            const row = search?.row(item.place);
            return (
              <TimelineLogRow
                key={key}
                row={row}
                place={item.place}
                zone={zone}
                domId={`${id}-${item.key}`}
                index={index}
                top={top}
                words={logRows.words}
                active={item.place === logs.active}
                tagged={row !== undefined && tagged.rows.has(rowKey(row))}
                pinnedBy={row && pinned.numbers.get(`${row.source} ${row.line}`)?.join(', ')}
                onSelect={logs.goTo}
                onOpen={logs.open}
              />
            );
          }
          case 'entry':
            return (
              <TimelineEntryRow
                key={key}
                row={item.row}
                zone={zone}
                domId={`${id}-${item.key}`}
                index={index}
                top={top}
                words={words}
                active={item.key === selectedEntry}
                selected={isChoosing ? chosen.ids.has(item.key) : item.key === selectedEntry}
                onSelect={selectEntry}
                onOpen={openEntry}
                onChoose={keys.choose}
              />
            );
        }
      })}
    </LongList>
  );
}

function DayHeading({ day, zone }: { readonly day: Day; readonly zone: string }) {
  const say = useSay();
  const locale = useLanguage();
  return (
    <>
      <span className={styles['date']}>
        {day.instant === undefined ? say(m.unknownDay) : formatDay(day.instant, zone, locale)}
      </span>
      {(day.count > 0 || day.logs === 0) && (
        <span className={styles['count']}>{say(m.dayCount, { n: day.count })}</span>
      )}
      {day.logs > 0 && (
        <span className={styles['count']}>{say(searchMessages.rowCount, { n: day.logs })}</span>
      )}
    </>
  );
}

type DayRowProps = {
  readonly day: Day;
  readonly index: number;
  readonly top: number;
  readonly zone: string;
};

function DayRow({ day, index, top, zone }: DayRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      className={styles['day']}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" className={styles['heading']}>
        <DayHeading day={day} zone={zone} />
      </span>
    </div>
  );
}

type StickyDayProps = {
  readonly items: TimelineItems;
  readonly index: number;
  /** How much of that row is scrolled out. */
  readonly hiddenPx: number;
  readonly zone: string;
};

/** The day of the first row that is seen, over the list; the heading of the next day pushes it out. */
function StickyDay({ items, index, hiddenPx, zone }: StickyDayProps) {
  const day = dayOf(items, Math.min(index, items.length - 1));
  if (day === undefined) return null;
  const pushedPx = itemAt(items, index + 1)?.kind === 'day' ? hiddenPx : 0;
  return (
    <div
      className={styles['sticky']}
      aria-hidden
      style={pushedPx > 0 ? { transform: `translateY(${-pushedPx}px)` } : undefined}
    >
      <DayHeading day={day} zone={zone} />
    </div>
  );
}

/** Puts the keyboard into the list; false when it is not on the screen. */
export function focusTimelineList(): boolean {
  const list = document.getElementById('timeline-list');
  list?.focus();
  return list !== null;
}
