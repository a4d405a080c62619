import { Check, Pin } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useId, useLayoutEffect } from 'react';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { ShownRow } from '#shared/ipc/log-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import { LogTimeText } from './log-time-text.tsx';
import { rowLine } from './row-line.ts';
import styles from './row-list.module.css';
import { rowListId } from './row-list-focus.ts';
import type { RowSearch } from './row-search.ts';
import { rowKey } from './row-key.ts';
import { useLongRows } from './use-long-rows.ts';

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
  const { count } = search.found;
  const rows = useLongRows({ count, rowPx });
  const { start, end, reveal } = rows;
  useEffect(() => search.need(start, end), [search, start, end, version]);
  useLayoutEffect(() => reveal(active), [active, reveal]);

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
  const drawn = Array.from({ length: Math.max(0, end - start) }, (_none, at) => start + at);
  if (active < count && (active < start || active >= end)) drawn.push(active);
  return (
    <div className={styles['frame']}>
      <div
        ref={rows.scroller}
        id={rowListId}
        role="grid"
        tabIndex={0}
        aria-label={say(m.rowList)}
        aria-rowcount={count}
        aria-multiselectable
        data-hostless={!props.hasHosts || undefined}
        aria-activedescendant={count === 0 ? undefined : `${id}-${active}`}
        className={styles['scroller']}
        onKeyDown={press}
      >
        <div role="presentation" className={styles['sheet']} style={{ height: rows.sheetPx }}>
          {drawn.map((place) => {
            const row = search.row(place);
            return (
              <LogRowLine
                key={place}
                domId={`${id}-${place}`}
                place={place}
                top={rows.topOf(place)}
                row={row}
                words={words}
                active={place === active}
                tagged={row !== undefined && tagged.has(rowKey(row))}
                pinnedBy={
                  row === undefined
                    ? undefined
                    : pinned.get(`${row.source} ${row.line}`)?.join(', ')
                }
                onActive={onActive}
                onOpen={onOpen}
              />
            );
          })}
        </div>
      </div>
    </div>
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
  const say = useSay();
  const pinnedName = pinnedBy === undefined ? '' : say(m.rowPinned, { numbers: pinnedBy });
  return (
    <div
      id={domId}
      role="row"
      aria-rowindex={place + 1}
      aria-selected={active}
      className={styles['row']}
      data-tagged={tagged || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={() => onActive(place)}
      onClick={() => onOpen(place)}
    >
      <span role="gridcell" className={styles['marks']}>
        {tagged && (
          <span title={say(m.rowTagged)}>
            <Check size={14} aria-hidden />
            <span className="visually-hidden">{say(m.rowTagged)}</span>
          </span>
        )}
        {pinnedBy !== undefined && (
          <span className={styles['pinned']} title={pinnedName}>
            <Pin size={12} aria-hidden />
            <span aria-hidden>{pinnedBy}</span>
            <span className="visually-hidden">{pinnedName}</span>
          </span>
        )}
      </span>
      <span role="gridcell" className={styles['time']}>
        {row !== undefined && (
          <LogTimeText time={row.trueTime ?? row.time} timeText={row.timeText} showed={row.time} />
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
