import { knownThen } from '#shared/application/known-then.ts';
import type { ReviewSlide } from '#shared/application/review-slides.ts';
import { reviewMessages as m } from '#shared/i18n/review-messages.ts';
import { excerpt, visibleText } from '#shared/report/visible-text.ts';
import { formatInstant, formatEntryTime } from '#shared/domain/time/format-time.ts';
import { useRecords, useTimeline, useTimelineRow } from '../../data/use-records.ts';
import { entryKindMessages } from '#shared/i18n/entry-words.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { TimeText } from '../../records/time-text.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './review-room.module.css';

type StorySlide = Extract<ReviewSlide, { kind: 'story' }>;

/** One entry of the story with its evidence, and what was known when it happened. */
export function StoryPage({ slide }: { readonly slide: StorySlide }) {
  const say = useSay();
  const row = useTimelineRow(slide.entry);
  if (row === undefined) return null;
  const { content } = row;
  return (
    <>
      <p className={styles['place']}>
        {slide.stage === undefined ? (
          <span>{say(m.defenders)}</span>
        ) : (
          <StageChip stage={slide.stage} />
        )}
        <span className={styles['when']}>
          <TimeText time={row.at} look="full" />
        </span>
        <Chip>{say(entryKindMessages[content.kind])}</Chip>
        <span className={styles['quiet']}>#{row.number ?? '–'}</span>
      </p>
      <p className={styles['said']}>{visibleText(excerpt(content.text, 600))}</p>
      {content.hosts.length > 0 && (
        <p className={styles['hosts']}>{content.hosts.map(visibleText).join(' · ')}</p>
      )}
      <div className={styles['beside']}>
        <EvidenceOf ids={content.evidence} />
        <KnownThen entry={slide.entry} />
      </div>
      {!slide.starred && <p className={styles['quiet']}>{say(m.storyChosen)}</p>}
    </>
  );
}

function EvidenceOf({ ids }: { readonly ids: readonly string[] }) {
  const say = useSay();
  const items = useRecords('evidence').filter(({ id }) => ids.includes(id));
  return (
    <section>
      <h3>{say(m.evidence)}</h3>
      {items.length === 0 ? (
        <p className={styles['quiet']}>{say(m.noEvidence)}</p>
      ) : (
        <ul>
          {items.map(({ id, item }) => (
            <li key={id}>
              <b>{item?.no}</b> {visibleText(item?.name ?? '')}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function KnownThen({ entry }: { readonly entry: string }) {
  const say = useSay();
  const locale = useLanguage();
  const { zone } = useWorkspace();
  const rows = useTimeline();
  const row = useTimelineRow(entry);
  if (row === undefined) return null;
  const known = knownThen(
    row,
    rows.filter(({ withdrawn }) => !withdrawn),
  );
  const { noticed } = row.content;
  return (
    <section>
      <h3>{say(m.knownThen)}</h3>
      {noticed !== undefined && (
        <p>
          {say(m.knownNoticed, { time: formatEntryTime(noticed, { zone, locale, style: 'full' }) })}
        </p>
      )}
      {known.kind === 'unknown' && <p className={styles['quiet']}>{say(m.knownUnknown)}</p>}
      {known.kind === 'nothing' && (
        <p>
          {say(m.knownNothing, {
            time: formatInstant(row.recordedAt, { zone, locale, style: 'full' }, 'minute'),
          })}
        </p>
      )}
      {known.kind === 'some' && (
        <>
          <p>{say(m.knownCount, { n: known.count })}</p>
          <ul>
            {known.last.map((each) => (
              <li key={each.id}>
                <b>#{each.number ?? '–'}</b> {visibleText(excerpt(each.content.text, 120))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
