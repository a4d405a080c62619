import { useState } from 'react';
import type { StandingReview } from '#shared/application/review-meeting.ts';
import { reviewMessages as m } from '#shared/i18n/review-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useIncident } from '../../data/use-records.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import styles from './review-room.module.css';
import type { Reviews } from './use-review.ts';

type BeginMeetingProps = {
  readonly reviews: Reviews;
  readonly onBegun: (review: string) => void;
};

const fewest = 5;
const most = 600;

/** Names the meeting and how long it may take; one that did not end can go on. */
export function BeginMeeting({ reviews, onBegun }: BeginMeetingProps) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const incident = useIncident();
  const [title, setTitle] = useState(() =>
    say(m.usualTitle, { incident: incident.title ?? '' }).slice(0, 300),
  );
  const [place, setPlace] = useState('');
  const [chair, setChair] = useState('');
  const [minutes, setMinutes] = useState('60');
  const [problem, setProblem] = useState<string>();
  const count = Number(minutes.normalize('NFKC'));
  const isCount = Number.isInteger(count) && count >= fewest && count <= most;
  const open = reviews.reviews.filter(({ endedAt }) => endedAt == null);
  const begin = async () => {
    if (!isCount || title.trim() === '') return;
    const given = { title: title.trim(), place: place.trim(), chair: chair.trim() };
    const begun = await reviews.begin(given, count);
    if (begun.review === undefined) setProblem(begun.problem);
    else onBegun(begun.review);
  };
  return (
    <div className={styles['begin']}>
      <h2>{say(m.beginTitle)}</h2>
      <p className={styles['rule']}>{say(m.beginLead)}</p>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      {!canWrite && <p>{say(m.readOnly)}</p>}
      {open.map((review) => (
        <Button key={review.id} onClick={() => onBegun(review.id)}>
          {say(m.goOn, { title: titleOf(review) })}
        </Button>
      ))}
      {canWrite && (
        <div className={styles['fields']}>
          <Field
            label={say(m.meetingTitle)}
            value={title}
            onChange={setTitle}
            onEnter={() => void begin()}
            maxLength={300}
            autoFocus
          />
          <Field
            label={say(m.chair)}
            value={chair}
            onChange={setChair}
            onEnter={() => void begin()}
            maxLength={200}
          />
          <Field
            label={say(m.place)}
            value={place}
            onChange={setPlace}
            onEnter={() => void begin()}
            maxLength={300}
          />
          <Field
            label={say(m.minutes)}
            value={minutes}
            onChange={setMinutes}
            onEnter={() => void begin()}
            problem={isCount ? undefined : say(m.minutesWrong)}
            maxLength={4}
          />
          <Button look="primary" onClick={() => void begin()}>
            {say(m.begin)}
          </Button>
        </div>
      )}
    </div>
  );
}

function titleOf({ title = '' }: StandingReview): string {
  return visibleText(title);
}
