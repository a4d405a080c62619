import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { formatDay } from '#shared/domain/time/format-time.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import type { TimelineFilter } from './timeline-filter.ts';
import type { TimelineItem } from './timeline-items.ts';
import styles from './timeline-list.module.css';
import { TimelineEntryRow } from './timeline-row.tsx';
import { useFixedRows } from './use-fixed-rows.ts';

const rowPx = 32;

type TimelineListProps = {
  readonly items: readonly TimelineItem[];
  readonly zone: string;
  /** What decides which entries there are: when it changes, the selection is looked for again. */
  readonly filter: TimelineFilter;
};

/** The list: only what is seen is drawn, one row has the selection, and the keyboard moves it. */
export function TimelineList({ items, zone, filter }: TimelineListProps) {
  const say = useSay();
  const id = useId();
  const { selectedEntry, selectEntry, openEntry, detailOpen } = useWorkspace();
  const selected = useMemo(() => {
    const index = items.findLastIndex(({ key }) => key === selectedEntry);
    return index < 0 ? undefined : index;
  }, [items, selectedEntry]);
  const rows = useFixedRows({ count: items.length, rowPx, coveredPx: rowPx });
  const { reveal, isSeen } = rows;

  const revealed = useRef<{ entry: string | undefined; filter: TimelineFilter }>(undefined);
  useLayoutEffect(() => {
    // Only a new selection or another filter scrolls: new rows must not move what is being read.
    const before = revealed.current;
    if (selected === undefined) return;
    if (before?.entry === selectedEntry && before?.filter === filter) return;
    revealed.current = { entry: selectedEntry, filter };
    reveal(selected);
  }, [selected, selectedEntry, filter, reveal]);
  const drawnBefore = useRef({ items, filter });
  useLayoutEffect(() => {
    // But who reads the end goes on reading the end: what was written is seen with its first drawing.
    const before = drawnBefore.current;
    drawnBefore.current = { items, filter };
    const grew = items.length > before.items.length && before.filter === filter;
    const isNewEnd = items.at(-1)?.key !== before.items.at(-1)?.key;
    if (grew && isNewEnd && isSeen(before.items.length - 1)) reveal(items.length - 1);
  }, [items, filter, reveal, isSeen]);
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || items.length === 0) return;
    opened.current = true;
    // The latest stands beside the entry line.
    if (selected === undefined) reveal(items.length - 1);
  }, [items.length, selected, reveal]);

  const select = (index: number, step: 1 | -1) => {
    for (let at = index; at >= 0 && at < items.length; at += step) {
      const item = items[at];
      if (item?.kind !== 'entry') continue;
      if (detailOpen) openEntry(item.key);
      else selectEntry(item.key);
      return;
    }
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = selected ?? (event.key === 'ArrowUp' || event.key === 'k' ? items.length : -1);
    const page = Math.max(1, rows.rowsOnPage - 1);
    if (event.key === 'j' || event.key === 'ArrowDown') select(at + 1, 1);
    else if (event.key === 'k' || event.key === 'ArrowUp') select(at - 1, -1);
    else if (event.key === 'PageDown') select(Math.min(at + page, items.length - 1), 1);
    else if (event.key === 'PageUp') select(Math.max(at - page, 0), -1);
    else if (event.key === 'Home') select(0, 1);
    else if (event.key === 'End') select(items.length - 1, -1);
    else if (event.key === 'Enter' && selectedEntry !== undefined) openEntry(selectedEntry);
    else return;
    event.preventDefault();
  };

  // The selected row stays drawn, so that a screen reader keeps its place.
  const drawn = Array.from({ length: rows.end - rows.start }, (_, at) => rows.start + at);
  if (selected !== undefined && (selected < rows.start || selected >= rows.end))
    drawn.push(selected);
  return (
    <div className={styles['frame']}>
      <StickyDay items={items} index={rows.firstSeen} topPx={rows.topPx} zone={zone} />
      <div
        ref={rows.scroller}
        id="timeline-list"
        role="grid"
        tabIndex={0}
        aria-label={say(m.listName)}
        aria-rowcount={items.length}
        aria-activedescendant={selected === undefined ? undefined : `${id}-${selectedEntry}`}
        className={styles['scroller']}
        onKeyDown={press}
      >
        <div role="presentation" className={styles['sheet']} style={{ height: rows.totalPx }}>
          {drawn.map((index) => {
            const item = items[index];
            if (item === undefined) return null;
            return item.kind === 'day' ? (
              <DayRow key={item.key} item={item} index={index} top={index * rowPx} zone={zone} />
            ) : (
              <TimelineEntryRow
                key={item.key}
                row={item.row}
                zone={zone}
                domId={`${id}-${item.key}`}
                index={index}
                top={index * rowPx}
                selected={item.key === selectedEntry}
                onSelect={selectEntry}
                onOpen={openEntry}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

type Day = Extract<TimelineItem, { kind: 'day' }>;

function DayHeading({ item, zone }: { readonly item: Day; readonly zone: string }) {
  const say = useSay();
  const locale = useLanguage();
  return (
    <>
      <span className={styles['date']}>
        {item.instant === undefined ? say(m.unknownDay) : formatDay(item.instant, zone, locale)}
      </span>
      <span className={styles['count']}>{say(m.dayCount, { n: item.count })}</span>
    </>
  );
}

type DayRowProps = {
  readonly item: Day;
  readonly index: number;
  readonly top: number;
  readonly zone: string;
};

function DayRow({ item, index, top, zone }: DayRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      className={styles['day']}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" className={styles['heading']}>
        <DayHeading item={item} zone={zone} />
      </span>
    </div>
  );
}

type StickyDayProps = {
  readonly items: readonly TimelineItem[];
  readonly index: number;
  readonly topPx: number;
  readonly zone: string;
};

/** The day of the first row that is seen, over the list; the heading of the next day pushes it out. */
function StickyDay({ items, index, topPx, zone }: StickyDayProps) {
  let at = Math.min(index, items.length - 1);
  while (at > 0 && items[at]?.kind !== 'day') at -= 1;
  const item = items[at];
  if (item?.kind !== 'day') return null;
  const pushedPx = items[index + 1]?.kind === 'day' ? topPx - index * rowPx : 0;
  return (
    <div
      className={styles['sticky']}
      aria-hidden
      style={pushedPx > 0 ? { transform: `translateY(${-pushedPx}px)` } : undefined}
    >
      <DayHeading item={item} zone={zone} />
    </div>
  );
}

/** Puts the keyboard into the list; false when it is not on the screen. */
export function focusTimelineList(): boolean {
  const list = document.getElementById('timeline-list');
  list?.focus();
  return list !== null;
}
