import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { formatDay } from '#shared/domain/time/format-time.ts';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { useTimelineRow } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import {
  type Day,
  dayOf,
  firstRowFrom,
  itemAt,
  placeOfRow,
  rowAt,
  type TimelineItems,
} from './timeline-items.ts';
import styles from './timeline-list.module.css';
import { TimelineEntryRow } from './timeline-row.tsx';
import type { ChosenRows } from './use-chosen-rows.ts';
import { useFixedRows } from './use-fixed-rows.ts';
import { useListKeys } from './use-list-keys.ts';

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
  /** Keys that do something with all chosen entries. */
  readonly onTag: () => void;
  readonly onStar: () => void;
};

/** The list: only what is seen is drawn, one row has the selection, and the keyboard moves it. */
export function TimelineList(props: TimelineListProps) {
  const { items, zone, filter, done, words, chosen } = props;
  const say = useSay();
  const id = useId();
  const { selectedEntry, selectEntry, openEntry } = useWorkspace();
  const selectedRow = useTimelineRow(selectedEntry);
  const selected = useMemo(() => {
    const row = selectedRow === undefined ? -1 : items.rows.lastIndexOf(selectedRow);
    return row < 0 ? undefined : placeOfRow(items, row);
  }, [items, selectedRow]);
  const rows = useFixedRows({ count: items.length, rowPx, coveredPx: rowPx });
  const { reveal, showFirst, isSeen } = rows;

  const revealed = useRef<{ entry: string | undefined; filter: EntryFilter }>(undefined);
  useLayoutEffect(() => {
    // Only a new selection or another filter scrolls: new rows must not move what is being read.
    const before = revealed.current;
    if (selected === undefined) return;
    if (before?.entry === selectedEntry && before?.filter === filter) return;
    revealed.current = { entry: selectedEntry, filter };
    reveal(selected);
  }, [selected, selectedEntry, filter, reveal]);
  const read = useRef<{ readonly filter: EntryFilter; readonly instant: number | undefined }>(
    undefined,
  );
  useLayoutEffect(() => {
    // Another filter leaves what is read where it was in time, unless the selection says where to look.
    const before = read.current;
    if (!done) return;
    if (before?.instant !== undefined && before.filter !== filter && selected === undefined)
      showFirst(
        placeOfRow(
          items,
          Math.min(firstRowFrom(items.rows, before.instant), items.rows.length - 1),
        ),
      );
    const first = items.rows[rowAt(items, rows.firstSeen)];
    read.current = {
      filter,
      instant: before?.filter === filter ? first?.instant : before?.instant,
    };
  }, [items, filter, done, selected, rows.firstSeen, showFirst]);
  const drawnBefore = useRef({ items, filter, done });
  useLayoutEffect(() => {
    // But who reads the end goes on reading the end: what was written is seen with its first drawing.
    const before = drawnBefore.current;
    drawnBefore.current = { items, filter, done };
    const grew = items.length > before.items.length && before.filter === filter && before.done;
    const isNewEnd = items.rows.at(-1)?.id !== before.items.rows.at(-1)?.id;
    if (grew && isNewEnd && isSeen(before.items.length - 1)) reveal(items.length - 1);
  }, [items, filter, done, reveal, isSeen]);
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || items.length === 0) return;
    opened.current = true;
    // The latest stands beside the entry line.
    if (selected === undefined) reveal(items.length - 1);
  }, [items.length, selected, reveal]);

  const keys = useListKeys({ ...props, selected, page: Math.max(1, rows.rowsOnPage - 1) });

  // The selected row stays drawn, so that a screen reader keeps its place.
  const drawn = Array.from({ length: rows.end - rows.start }, (_, at) => rows.start + at);
  if (selected !== undefined && (selected < rows.start || selected >= rows.end))
    drawn.push(selected);
  const isChoosing = chosen.ids.size > 0;
  return (
    <div className={styles['frame']}>
      <StickyDay items={items} index={rows.firstSeen} topPx={rows.topPx} zone={zone} />
      <div
        ref={rows.scroller}
        id="timeline-list"
        role="grid"
        tabIndex={0}
        aria-label={say(m.listName)}
        aria-multiselectable
        aria-rowcount={items.length}
        aria-activedescendant={selected === undefined ? undefined : `${id}-${selectedEntry}`}
        className={styles['scroller']}
        onKeyDown={keys.press}
      >
        <div role="presentation" className={styles['sheet']} style={{ height: rows.totalPx }}>
          {drawn.map((index) => {
            const item = itemAt(items, index);
            if (item === undefined) return null;
            return item.kind === 'day' ? (
              <DayRow key={item.key} day={item.day} index={index} top={index * rowPx} zone={zone} />
            ) : (
              <TimelineEntryRow
                key={item.key}
                row={item.row}
                zone={zone}
                domId={`${id}-${item.key}`}
                index={index}
                top={index * rowPx}
                words={words}
                active={item.key === selectedEntry}
                selected={isChoosing ? chosen.ids.has(item.key) : item.key === selectedEntry}
                onSelect={selectEntry}
                onOpen={openEntry}
                onChoose={keys.choose}
              />
            );
          })}
        </div>
      </div>
    </div>
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
      <span className={styles['count']}>{say(m.dayCount, { n: day.count })}</span>
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
  readonly topPx: number;
  readonly zone: string;
};

/** The day of the first row that is seen, over the list; the heading of the next day pushes it out. */
function StickyDay({ items, index, topPx, zone }: StickyDayProps) {
  const day = dayOf(items, Math.min(index, items.length - 1));
  if (day === undefined) return null;
  const pushedPx = itemAt(items, index + 1)?.kind === 'day' ? topPx - index * rowPx : 0;
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
