import { type KeyboardEvent, memo, useEffect, useId, useState } from 'react';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { ShownRow } from '#shared/ipc/log-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import { LongList } from '../../ui/long-list.tsx';
import { useRowsInView } from '../../ui/use-rows-in-view.ts';
import { LogRowMarks } from '../../records/log-row-marks.tsx';
import { LogTimeText } from '../../records/log-time-text.tsx';
import { rowLine } from '../../records/row-line.ts';
import styles from './row-list.module.css';
import { rowListId } from './row-list-focus.ts';
import type { RowSearch } from '../../data/row-search.ts';
import { rowKey } from '../../records/row-key.ts';

const rowPx = 32;

type RowListProps = {
  readonly search: RowSearch;
  /** Changes with everything that the search finds. */
  readonly version: number;
  readonly words: readonly string[];
  readonly active: number;
  /** False when no row names a machine: the column would be empty. */
  readonly hasHosts: boolean;
  readonly tagged: ReadonlyMap<string, unknown>;
  /** Numbers of the entries that cite each record, by source and line. */
  readonly pinned: ReadonlyMap<string, readonly string[]>;
  readonly onActive: (place: number) => void;
  readonly onOpen: (place: number) => void;
  readonly onTag: (place: number) => void;
  /** A digit opens the pinning with that stage. */
  readonly onPin: (marks: string) => void;
  readonly onEscape: () => void;
};

/** The rows in order of time: only what is seen is asked for and drawn. */
export function RowList(props: RowListProps) {
  const { search, version, words, active, tagged, pinned, onActive, onOpen, onTag, onPin } = props;
  const say = useSay();
  const id = useId();
  const { count, search: number } = search.found;
  const rows = useRowsInView({ count, rowPx });
  const { start, end } = rows;
  useEffect(() => search.need(start, end), [search, start, end, version]);
  const [revealed, setRevealed] = useState({ active: -1, number: -1 });
  const isRevealed = revealed.active === active && revealed.number === number;
  // Only another row, or another search, scrolls: whoever has turned the wheel stays where they are.
  if (rows.isMeasured && active < count && !isRevealed) {
    setRevealed({ active, number });
    rows.reveal(active);
  }

  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const page = Math.max(1, rows.rowsOnPage - 1);
    const go = (place: number) => onActive(Math.max(0, Math.min(count - 1, place)));
    if (key === 'j' || key === 'ArrowDown') go(active + 1);
    else if (key === 'k' || key === 'ArrowUp') go(active - 1);
    else if (key === 'PageDown') go(active + page);
    else if (key === 'PageUp') go(active - page);
    else if (key === 'Home') go(0);
    else if (key === 'End') go(count - 1);
    else if (key === 'Enter') onOpen(active);
    else if (key === ' ' || key === '!') onTag(active);
    else if (key === 'p' || key === 'P') onPin('');
    else if (/^[1-7]$/.test(key)) onPin(`${key} `);
    else if (key === 'Escape') props.onEscape();
    // These would change an entry that is not in sight.
    else if (!/^(?:s|e|Delete)$/.test(key)) return;
    event.preventDefault();
  };
  const isBeside = active < count && (active < start || active >= end);
  const drawn = isBeside ? [...rows.drawn, active] : rows.drawn;
  return (
    <LongList
      id={rowListId}
      name={say(m.rowList)}
      rows={rows}
      count={count}
      active={count === 0 ? undefined : `${id}-${active}`}
      className={props.hasHosts ? undefined : styles['hostless']}
      onKeyDown={press}
    >
      {drawn.map((place) => {
        const row = search.row(place);
        return (
          <LogRowLine
            // By slot: a row that leaves lends its elements to the one that comes.
            key={place === active && isBeside ? 'active' : rows.slotOf(place)}
            domId={`${id}-${place}`}
            place={place}
            top={rows.topOf(place)}
            row={row}
            words={words}
            active={place === active}
            tagged={row !== undefined && tagged.has(rowKey(row))}
            pinnedBy={
              row === undefined ? undefined : pinned.get(`${row.source} ${row.line}`)?.join(', ')
            }
            onActive={onActive}
            onOpen={onOpen}
          />
        );
      })}
    </LongList>
  );
}

type LogRowLineProps = {
  readonly domId: string;
  readonly place: number;
  readonly top: number;
  readonly row: ShownRow | undefined;
  readonly words: readonly string[];
  readonly active: boolean;
  readonly tagged: boolean;
  readonly pinnedBy: string | undefined;
  readonly onActive: (place: number) => void;
  readonly onOpen: (place: number) => void;
};

/** One row of a log on one line. */
const LogRowLine = memo(function LogRowLine(props: LogRowLineProps) {
  const { domId, place, top, row, words, active, tagged, pinnedBy, onActive, onOpen } = props;
  return (
    <div
      id={active ? domId : undefined}
      role="row"
      aria-rowindex={place + 1}
      aria-selected={active}
      className={styles['row']}
      data-tagged={tagged || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={() => onActive(place)}
      onClick={() => onOpen(place)}
    >
      <LogRowMarks tagged={tagged} pinnedBy={pinnedBy} />
      <span role="gridcell" className={styles['time']}>
        {row !== undefined && (
          <LogTimeText time={row.time} timeText={row.timeText} showed={row.showed ?? null} />
        )}
      </span>
      <span role="gridcell" className={styles['host']}>
        {row !== undefined && visibleText(row.host)}
      </span>
      <span role="gridcell" className={styles['kind']}>
        {row !== undefined && visibleText(row.kind)}
      </span>
      <span role="gridcell" className={styles['text']}>
        {row !== undefined &&
          rowLine(row.text, words).map(({ text, isMatch }, at) =>
            isMatch ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
      </span>
    </div>
  );
});
