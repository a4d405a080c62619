import { X } from 'lucide-react';
import { useState } from 'react';
import { agendaOf, type StandingReview } from '#shared/application/review-meeting.ts';
import { type Attendee, type Presence, presences } from '#shared/domain/review-meeting.ts';
import { agendaMessages, presenceMessages } from '#shared/i18n/minutes-messages.ts';
import { reviewMessages as m } from '#shared/i18n/review-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import styles from './review-room.module.css';
import type { Reviews } from './use-review.ts';

type OpeningPageProps = { readonly review: StandingReview; readonly reviews: Reviews };

/** Who is here, what the meeting goes through, and how people talk in it. */
export function OpeningPage({ review, reviews }: OpeningPageProps) {
  const say = useSay();
  return (
    <>
      <p className={styles['said']}>{visibleText(review.title ?? '')}</p>
      <p className={styles['rule']}>{say(m.rule)}</p>
      <div className={styles['beside']}>
        <Attendance review={review} reviews={reviews} />
        <section>
          <h3>{say(m.agenda)}</h3>
          <ol className={styles['list']}>
            {agendaOf(review).map(({ item, minutes }) => (
              <li key={item}>
                {say(m.agendaLine, { item: say(agendaMessages[item]), n: minutes })}
              </li>
            ))}
          </ol>
        </section>
      </div>
    </>
  );
}

function Attendance({ review, reviews }: OpeningPageProps) {
  const say = useSay();
  const { canWrite, announce } = useWorkspace();
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const attendees = review.attendees ?? [];
  const write = async (news: readonly Attendee[]) => {
    const failed = await reviews.change(review.id, { attendees: [...news] });
    if (failed !== undefined) announce(failed, 'danger');
    return failed === undefined;
  };
  const add = async () => {
    if (name.trim() === '') return;
    const added = { name: name.trim(), role: role.trim(), presence: 'present' as const };
    if (await write([...attendees, added])) {
      setName('');
      setRole('');
    }
  };
  const setPresence = (at: number, presence: Presence) =>
    void write(attendees.map((each, index) => (index === at ? { ...each, presence } : each)));
  return (
    <section onKeyDown={(event) => isTyping(event.target) && event.stopPropagation()}>
      <h3>{say(m.attendance)}</h3>
      <ul className={styles['attendees']}>
        {attendees.map((each, index) => (
          // Two people may have one name.
          <li key={`${index} ${each.name}`}>
            <span>
              {visibleText(each.name)}{' '}
              <span className={styles['quiet']}>{visibleText(each.role)}</span>
            </span>
            <Select
              label={say(m.attendeePresence, { name: visibleText(each.name) })}
              labelHidden
              value={each.presence}
              disabled={!canWrite}
              options={presences.map((id) => ({ value: id, label: say(presenceMessages[id]) }))}
              onChange={(presence) => setPresence(index, presence)}
            />
            {canWrite && (
              <IconButton
                name={say(m.attendeeRemove, { name: visibleText(each.name) })}
                icon={<X size={16} aria-hidden />}
                onClick={() => void write(attendees.filter((_one, other) => other !== index))}
              />
            )}
          </li>
        ))}
      </ul>
      {canWrite && (
        <div className={styles['captureRow']}>
          <Field
            label={say(m.attendeeName)}
            value={name}
            onChange={setName}
            onEnter={() => void add()}
            maxLength={200}
          />
          <Field
            label={say(m.attendeeRole)}
            value={role}
            onChange={setRole}
            onEnter={() => void add()}
            maxLength={200}
          />
          <Button onClick={() => void add()}>{say(m.attendeeAdd)}</Button>
        </div>
      )}
    </section>
  );
}

/** True where keys belong to what is being typed or chosen. */
export function isTyping(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
