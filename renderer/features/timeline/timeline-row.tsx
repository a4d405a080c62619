import { CalendarClock, FileClock, GitFork, NotebookPen, Paperclip, Star } from 'lucide-react';
import { memo, type MouseEvent, type ReactNode } from 'react';
import { stageNames } from '#shared/catalogue/kill-chain.ts';
import { formatEntryTime } from '#shared/domain/time/format-time.ts';
import { foldText } from '#shared/domain/text-search.ts';
import { paperMessages } from '#shared/i18n/paper-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { KindMark } from '../../records/kind-mark.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { MarkedText } from './marked-text.tsx';
import { timeWidth } from './time-width.ts';
import styles from './timeline-row.module.css';

const mostStages = 3;
/** Letters of a time that the column holds in the size of the text. */
const mostLetters = 18;

type TimelineEntryRowProps = {
  readonly row: TimelineRow;
  readonly zone: string;
  readonly domId: string;
  readonly index: number;
  readonly top: number;
  /** Folded words that were searched for. */
  readonly words: readonly string[];
  /** The row that the keyboard is on. */
  readonly active: boolean;
  /** One of those that something is done to. */
  readonly selected: boolean;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  /** A click that chooses instead of opening; false when it does not. */
  readonly onChoose: (id: string, event: MouseEvent) => boolean;
};

/** One entry on one line. */
export const TimelineEntryRow = memo(function TimelineEntryRow(props: TimelineEntryRowProps) {
  const { row, zone, domId, index, top, words, active, selected } = props;
  const { onSelect, onOpen, onChoose } = props;
  const { content } = row;
  return (
    <div
      // The list names the row that the keyboard is on, and no other.
      id={active ? domId : undefined}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selected}
      className={styles['row']}
      data-active={active || undefined}
      data-withdrawn={row.withdrawn || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => {
        // Shift would select the text between.
        if (onChoose(row.id, event)) event.preventDefault();
        onSelect(row.id);
      }}
      onClick={(event) => {
        if (!event.shiftKey && !event.ctrlKey && !event.metaKey) onOpen(row.id);
      }}
    >
      <span role="gridcell" className={styles['lanes']}>
        <KindMark kind={content.kind} />
      </span>
      <TimeCell row={row} zone={zone} />
      <span role="gridcell" className={styles['stages']}>
        {content.stages.slice(0, mostStages).map((stage, at) => (
          // By place: what stood for the stage of one row is used for that of the next.
          <FoundStage key={at} stage={stage} words={words} />
        ))}
        {content.stages.length > mostStages && (
          <span className={styles['more']}>+{content.stages.length - mostStages}</span>
        )}
      </span>
      <span role="gridcell" className={styles['text']}>
        <MarkedText text={content.text} words={words} nearMark />
      </span>
      <Tokens row={row} words={words} />
      <Marks row={row} />
      <span role="gridcell" className={styles['number']}>
        <MarkedText text={String(row.number ?? '')} words={words.map(withoutSign)} />
      </span>
    </div>
  );
});

function TimeCell({ row, zone }: { readonly row: TimelineRow; readonly zone: string }) {
  const locale = useLanguage();
  const { at } = row;
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

type WithWords = { readonly words: readonly string[] };

/** Names of the seven stages, as they are searched. */
const foldedStages = new Map<string, string>();

function foldedNames(stage: string): string {
  const known = foldedStages.get(stage);
  if (known !== undefined) return known;
  const names = foldText(stageNames(stage).join('\n'));
  foldedStages.set(stage, names);
  return names;
}

/** A stage that was found by one of its names is marked, since none of them stands in the row. */
function FoundStage({ stage, words }: WithWords & { readonly stage: string }) {
  const chip = <StageChip stage={stage} look="number" />;
  if (words.length === 0) return chip;
  const names = foldedNames(stage);
  return words.some((word) => names.includes(word)) ? (
    <mark className={styles['stageFound']}>{chip}</mark>
  ) : (
    chip
  );
}

/** A word as it stands in what is shown without its sign: `pacs01` of `@pacs01`, `214` of `#214`. */
function withoutSign(word: string): string {
  return word.length > 1 ? word.replace(/^[@#]/, '') : word;
}

function Tokens({ row, words }: WithWords & { readonly row: TimelineRow }) {
  const { hosts, tags, techniques } = row.content;
  return (
    <span role="gridcell" className={styles['tokens']}>
      {techniques.slice(0, 1).map(({ id }, at) => (
        <span key={at} className={styles['token']}>
          <MarkedText text={id} words={words} />
        </span>
      ))}
      {hosts.slice(0, 2).map((host, at) => (
        <span key={at} className={styles['host']}>
          <MarkedText text={host} words={words.map(withoutSign)} />
        </span>
      ))}
      {tags.slice(0, 2).map((tag, at) => (
        <span key={at} className={styles['token']}>
          <MarkedText text={`#${tag}`} words={words} />
        </span>
      ))}
    </span>
  );
}

/** Made once: an icon that is the same element is not looked at again. */
const icons = {
  contested: <GitFork size={14} aria-hidden />,
  late: <CalendarClock size={14} aria-hidden />,
  transcribed: <NotebookPen size={14} aria-hidden />,
  corrected: <FileClock size={14} aria-hidden />,
  evidence: <Paperclip size={14} aria-hidden />,
  star: <Star size={14} aria-hidden fill="currentColor" />,
} as const;

function Marks({ row }: { readonly row: TimelineRow }) {
  const say = useSay();
  const { evidence, starred } = row.content;
  return (
    <span role="gridcell" className={styles['marks']}>
      {row.contested && (
        <Mark name={say(m.contested)} look="problem">
          {icons.contested}
        </Mark>
      )}
      {row.late && <Mark name={say(m.late)}>{icons.late}</Mark>}
      {row.content.sheet !== undefined && (
        <Mark name={say(paperMessages.transcribed, { sheet: visibleText(row.content.sheet) })}>
          {icons.transcribed}
        </Mark>
      )}
      {row.corrected && <Mark name={say(m.corrected)}>{icons.corrected}</Mark>}
      {evidence.length > 0 && (
        <Mark name={say(m.evidenceCount, { n: evidence.length })}>
          {icons.evidence}
          {evidence.length > 1 && evidence.length}
        </Mark>
      )}
      {starred && (
        <Mark name={say(m.starred)} look="star">
          {icons.star}
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
    <span role="img" aria-label={name} title={name} className={styles['mark']} data-look={look}>
      {children}
    </span>
  );
}
