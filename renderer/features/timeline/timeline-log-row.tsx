import { Rows3 } from 'lucide-react';
import { memo } from 'react';
import type { ShownRow } from '#shared/ipc/log-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { LogRowMarks } from '../../records/log-row-marks.tsx';
import { LogTimeText } from '../../records/log-time-text.tsx';
import { rowLine } from '../../records/row-line.ts';
import styles from './timeline-row.module.css';
import { MarkedText } from './marked-text.tsx';

type TimelineLogRowProps = {
  /** Missing until it has come from the index. */
  readonly row: ShownRow | undefined;
  /** Its place among all log rows. */
  readonly place: number;
  readonly zone: string;
  readonly domId: string;
  readonly index: number;
  readonly top: number;
  readonly words: readonly string[];
  readonly active: boolean;
  readonly tagged: boolean;
  readonly pinnedBy: string | undefined;
  readonly onSelect: (place: number) => void;
  readonly onOpen: (place: number) => void;
};

const rowsIcon = <Rows3 size={12} aria-hidden />;

/** One row of a log among the entries: dimmed, since nobody has vouched for it yet. */
export const TimelineLogRow = memo(function TimelineLogRow(props: TimelineLogRowProps) {
  const { row, place, domId, index, top, words, active, tagged, pinnedBy } = props;
  return (
    <div
      id={active ? domId : undefined}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={active}
      aria-busy={row === undefined}
      className={styles['row']}
      data-log
      data-active={active || undefined}
      data-tagged={tagged || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={() => props.onSelect(place)}
      onClick={() => props.onOpen(place)}
    >
      <span role="gridcell" className={styles['logMark']}>
        {rowsIcon}
      </span>
      <span role="gridcell" className={styles['time']}>
        <span className={styles['timeText']}>
          {row && (
            <LogTimeText
              time={row.time}
              timeText={row.timeText}
              showed={row.showed ?? null}
              zone={props.zone}
              look="row"
            />
          )}
        </span>
      </span>
      <LogRowMarks tagged={tagged} pinnedBy={pinnedBy} />
      <span role="gridcell" className={styles['text']}>
        {row &&
          rowLine(row.text, words).map(({ text, isMatch }, at) =>
            isMatch ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
      </span>
      <span role="gridcell" className={styles['tokens']}>
        {row && row.kind !== '' && <span className={styles['token']}>{visibleText(row.kind)}</span>}
        {row && row.host !== '' && (
          <span className={styles['host']}>
            <MarkedText text={visibleText(row.host)} words={words} />
          </span>
        )}
      </span>
      <span role="gridcell" />
      <span role="gridcell" className={styles['number']}>
        {row?.line}
      </span>
    </div>
  );
});
