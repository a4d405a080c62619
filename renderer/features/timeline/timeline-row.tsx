import { FileClock, GitFork, Paperclip, Star } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { formatEntryTime } from '#shared/domain/time/format-time.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { KindMark, kindLanes } from '../../records/kind-mark.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { timeWidth } from './time-width.ts';
import styles from './timeline-row.module.css';

const mostStages = 3;
const lanePx = 13;
/** Letters of a time that the column holds in the size of the text. */
const mostLetters = 18;

type TimelineEntryRowProps = {
  readonly row: TimelineRow;
  readonly zone: string;
  readonly domId: string;
  readonly index: number;
  readonly top: number;
  readonly selected: boolean;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
};

/** One entry on one line. */
export const TimelineEntryRow = memo(function TimelineEntryRow(props: TimelineEntryRowProps) {
  const { row, zone, domId, index, top, selected, onSelect, onOpen } = props;
  const { content } = row;
  return (
    <div
      id={domId}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selected}
      className={styles['row']}
      data-kind={content.kind}
      data-withdrawn={row.withdrawn || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={() => onSelect(row.id)}
      onClick={() => onOpen(row.id)}
    >
      <span role="gridcell" className={styles['lanes']}>
        <span style={{ marginLeft: kindLanes[content.kind] * lanePx }}>
          <KindMark kind={content.kind} />
        </span>
      </span>
      <TimeCell row={row} zone={zone} />
      <span role="gridcell" className={styles['stages']}>
        {content.stages.slice(0, mostStages).map((stage) => (
          <StageChip key={stage} stage={stage} look="number" />
        ))}
        {content.stages.length > mostStages && (
          <span className={styles['more']}>+{content.stages.length - mostStages}</span>
        )}
      </span>
      <span role="gridcell" className={styles['text']}>
        {content.text}
      </span>
      <Tokens row={row} />
      <Marks row={row} />
      <span role="gridcell" className={styles['number']}>
        {row.number}
      </span>
    </div>
  );
});

function TimeCell({ row, zone }: { readonly row: TimelineRow; readonly zone: string }) {
  const locale = useLanguage();
  const { at } = row.content;
  const width = timeWidth(at);
  const text = formatEntryTime(at, { zone, locale, style: 'row' });
  return (
    <span
      role="gridcell"
      className={styles['time']}
      title={formatEntryTime(at, { zone, locale, style: 'full' })}
    >
      <time
        dateTime={at.utc ?? undefined}
        className={styles['timeText']}
        data-long={text.length > mostLetters || undefined}
      >
        {text}
      </time>
      {width.kind !== 'sharp' && (
        <span
          className={styles['width']}
          data-kind={width.kind}
          style={width.kind === 'wide' ? { width: `${width.fraction * 100}%` } : undefined}
        />
      )}
    </span>
  );
}

function Tokens({ row }: { readonly row: TimelineRow }) {
  const { hosts, tags, techniques } = row.content;
  return (
    <span role="gridcell" className={styles['tokens']}>
      {techniques.slice(0, 1).map(({ id }) => (
        <span key={id} className={styles['token']}>
          {id}
        </span>
      ))}
      {hosts.slice(0, 2).map((host) => (
        <span key={host} className={styles['host']}>
          {host}
        </span>
      ))}
      {tags.slice(0, 2).map((tag) => (
        <span key={tag} className={styles['token']}>
          #{tag}
        </span>
      ))}
    </span>
  );
}

function Marks({ row }: { readonly row: TimelineRow }) {
  const say = useSay();
  const { evidence, starred } = row.content;
  return (
    <span role="gridcell" className={styles['marks']}>
      {row.contested && (
        <Mark name={say(m.contested)} look="problem">
          <GitFork size={14} aria-hidden />
        </Mark>
      )}
      {row.corrected && (
        <Mark name={say(m.corrected)}>
          <FileClock size={14} aria-hidden />
        </Mark>
      )}
      {evidence.length > 0 && (
        <Mark name={say(m.evidenceCount, { n: evidence.length })}>
          <Paperclip size={14} aria-hidden />
          {evidence.length > 1 && <span aria-hidden>{evidence.length}</span>}
        </Mark>
      )}
      {starred && (
        <Mark name={say(m.starred)} look="star">
          <Star size={14} aria-hidden fill="currentColor" />
        </Mark>
      )}
      {row.withdrawn && <span className="visually-hidden">{say(m.withdrawn)}</span>}
    </span>
  );
}

type MarkProps = {
  readonly name: string;
  readonly look?: 'problem' | 'star';
  readonly children: ReactNode;
};

function Mark({ name, look, children }: MarkProps) {
  return (
    <span className={styles['mark']} data-look={look} title={name}>
      {children}
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
