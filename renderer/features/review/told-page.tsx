import type { ReviewSlide } from '#shared/application/review-slides.ts';
import { reviewMessages as m } from '#shared/i18n/review-messages.ts';
import { reviewNotesMessages as n } from '#shared/i18n/review-notes-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { entryKindMessages } from '#shared/i18n/entry-words.ts';
import { useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { TimeText } from '../../records/time-text.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './review-room.module.css';

type ToldSlide = Extract<ReviewSlide, { kind: 'told' }>;

/** One entry of the story of another incident, as its notebook tells it. */
export function ToldPage({ slide: { incident, told } }: { readonly slide: ToldSlide }) {
  const say = useSay();
  return (
    <>
      <p className={styles['quiet']}>
        {say(n.otherIncident, { title: visibleText(incident.title || say(n.untitled)) })}
        {incident.exercise && <b> {say(n.exercise)}</b>}
      </p>
      <p className={styles['place']}>
        {told.stage === null ? <span>{say(m.defenders)}</span> : <StageChip stage={told.stage} />}
        <span className={styles['when']}>
          <TimeText time={told.time} look="full" />
        </span>
        <Chip>{say(entryKindMessages[told.kind])}</Chip>
        <span className={styles['quiet']}>#{told.label}</span>
      </p>
      <p className={styles['said']}>{visibleText(told.text)}</p>
      {told.hosts.length > 0 && (
        <p className={styles['hosts']}>{told.hosts.map(visibleText).join(' · ')}</p>
      )}
      <section>
        <h3>{say(m.evidence)}</h3>
        {told.evidence.length === 0 ? (
          <p className={styles['quiet']}>{say(m.noEvidence)}</p>
        ) : (
          <ul>
            {told.evidence.map((item) => (
              <li key={item}>{visibleText(item)}</li>
            ))}
          </ul>
        )}
      </section>
      {!told.starred && <p className={styles['quiet']}>{say(m.storyChosen)}</p>}
    </>
  );
}
