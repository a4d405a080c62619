import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { reviewNotesMessages as m } from '#shared/i18n/review-notes-messages.ts';
import {
  type MeetingNotes,
  meetingNotesSchema,
  presenterKeys,
} from '#shared/ipc/meeting-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSay } from '../../records/language.tsx';
import styles from './notes-screen.module.css';

/** What who leads the meeting sees on the other screen: the time, what comes next, hints, what was noted. */
export function MeetingNotesScreen({ desktop }: { readonly desktop: Desktop }) {
  const say = useSay();
  const main = useRef<HTMLElement>(null);
  const notes = useMeetingNotes(desktop);
  useEffect(() => {
    document.title = say(m.windowTitle);
  }, [say]);
  const isThere = notes !== undefined;
  useEffect(() => main.current?.focus(), [isThere]);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = presenterKeys.find((each) => each === event.key);
    if (key === undefined) return;
    event.preventDefault();
    void desktop['meeting:notes-key']({ key });
  };
  return (
    <main
      ref={main}
      className={styles['notes']}
      tabIndex={-1}
      aria-label={say(m.windowTitle)}
      onKeyDown={press}
    >
      {notes === undefined ? <p>{say(m.waiting)}</p> : <Notes notes={notes} />}
    </main>
  );
}

function Notes({ notes }: { readonly notes: MeetingNotes }) {
  const say = useSay();
  const { meeting, item, place, time, isOver, now, next, hints, noted } = notes;
  return (
    <>
      <header className={styles['head']}>
        <h1>{visibleText(meeting)}</h1>
        <p className={styles['time']} role="timer" data-over={isOver || undefined}>
          {time}
        </p>
        <p className={styles['quiet']}>
          {item} · {place}
        </p>
      </header>
      <section>
        <h2>{say(m.now)}</h2>
        <p>{visibleText(now)}</p>
      </section>
      <section>
        <h2>{say(m.next)}</h2>
        <p className={styles['upcoming']}>{visibleText(next)}</p>
      </section>
      {hints.length > 0 && (
        <section>
          <h2>{say(m.hints)}</h2>
          <ul>
            {hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{say(m.noted, { n: noted.length })}</h2>
        {noted.length === 0 ? (
          <p className={styles['quiet']}>{say(m.notedNone)}</p>
        ) : (
          <ul>
            {noted.toReversed().map((each, at) => (
              // The same words may be noted twice.
              <li key={`${noted.length - at} ${each.text}`}>
                <b>{each.kind}</b> {visibleText(each.text)}{' '}
                <span className={styles['quiet']}>{visibleText(each.owner)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <p className={styles['quiet']}>{say(m.keys)}</p>
    </>
  );
}

function useMeetingNotes(desktop: Desktop): MeetingNotes | undefined {
  const [notes, setNotes] = useState<MeetingNotes>();
  useEffect(() => {
    let current = true;
    const stop = desktop.subscribe('meeting:notes', (payload) =>
      setNotes(meetingNotesSchema.parse(payload)),
    );
    void desktop['meeting:notes-read']({}).then((read) => {
      // What was sent meanwhile is newer.
      if (current && read.ok && read.value !== null)
        setNotes((before) => before ?? read.value ?? undefined);
    });
    return () => {
      current = false;
      stop();
    };
  }, [desktop]);
  return notes;
}
