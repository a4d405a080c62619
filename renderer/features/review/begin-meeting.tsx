import { useState } from 'react';
import type { StandingReview } from '#shared/application/review-meeting.ts';
import { reviewMessages as m } from '#shared/i18n/review-messages.ts';
import { reviewNotesMessages as n } from '#shared/i18n/review-notes-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useIncident } from '../../data/use-records.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Field } from '../../ui/field.tsx';
import styles from './review-room.module.css';
import type { Reviews } from './use-review.ts';
import type { ToldIncidents } from './use-told-incidents.ts';

type BeginMeetingProps = {
  readonly reviews: Reviews;
  readonly told: ToldIncidents;
  readonly onBegun: (review: string) => void;
};

const fewest = 5;
const most = 600;

/** Names the meeting and how long it may take; one that did not end can go on. */
export function BeginMeeting({ reviews, told, onBegun }: BeginMeetingProps) {
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
  const [others, setOthers] = useState<readonly string[]>([]);
  const [isReading, setReading] = useState(false);
  const count = Number(minutes.normalize('NFKC'));
  const isCount = Number.isInteger(count) && count >= fewest && count <= most;
  const open = reviews.reviews.filter(({ endedAt }) => endedAt == null);
  const begin = async () => {
    if (!isCount || title.trim() === '') return undefined;
    const given = { title: title.trim(), place: place.trim(), chair: chair.trim() };
    if (isReading) return undefined;
    setReading(true);
    const { told: stories, unread } = await told.read(others);
    setReading(false);
    // Whoever chose an incident that cannot be read decides anew.
    if (unread > 0) return setProblem(say(n.unread, { n: unread }));
    const begun = await reviews.begin(given, count, stories);
    return begun.review === undefined ? setProblem(begun.problem) : onBegun(begun.review);
  };
  const goOn = async (review: StandingReview) => {
    setReading(true);
    await told.readOf(review);
    setReading(false);
    onBegun(review.id);
  };
  return (
    <div className={styles['begin']}>
      <h2>{say(m.beginTitle)}</h2>
      <p className={styles['rule']}>{say(m.beginLead)}</p>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      {!canWrite && <p>{say(m.readOnly)}</p>}
      {open.map((review) => (
        <Button key={review.id} onClick={() => void goOn(review)}>
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
          {told.listed.length > 0 && (
            <fieldset className={styles['others']}>
              <legend>{say(n.others)}</legend>
              <p className={styles['quiet']}>{say(n.othersLead)}</p>
              {told.listed.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  label={visibleText(name)}
                  checked={others.includes(id)}
                  onChange={(checked) =>
                    setOthers((before) =>
                      checked ? [...before, id] : before.filter((each) => each !== id),
                    )
                  }
                />
              ))}
            </fieldset>
          )}
          <p role="status">{isReading ? say(n.reading) : ''}</p>
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
