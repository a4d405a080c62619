import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { agendaOf, type StandingReview } from '#shared/application/review-meeting.ts';
import type { ReviewSlide } from '#shared/application/review-slides.ts';
import { formatDuration } from '#shared/domain/time/format-time.ts';
import { agendaItems, type AgendaItem } from '#shared/domain/review-meeting.ts';
import { agendaMessages } from '#shared/i18n/minutes-messages.ts';
import { reviewMessages as m } from '#shared/i18n/review-messages.ts';
import { reviewNotesMessages as n } from '#shared/i18n/review-notes-messages.ts';
import { presenterKeySchema, type ToldIncident } from '#shared/ipc/meeting-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useIncident } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useImprovements } from '../../records/use-improvements.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import { BeginMeeting } from './begin-meeting.tsx';
import { CaptureForm, type CaptureKey, captures } from './capture-form.tsx';
import { ClosingPage } from './closing-page.tsx';
import { ActionsPage, LessonsPage } from './list-pages.tsx';
import { isTyping, OpeningPage } from './opening-page.tsx';
import { QuestionPage } from './question-page.tsx';
import styles from './review-room.module.css';
import { StoryPage } from './story-page.tsx';
import { ToldPage } from './told-page.tsx';
import { useItemTimer } from './use-item-timer.ts';
import { useMeetingNotes } from './use-meeting-notes.ts';
import { type Reviews, useReviews, useSlides } from './use-review.ts';
import { useToldIncidents } from './use-told-incidents.ts';

type ReviewRoomProps = { readonly desktop: Desktop; readonly onClose: () => void };

/** The review meeting over the whole window, in type that reads from the other end of the room. */
export function ReviewRoom({ desktop, onClose }: ReviewRoomProps) {
  const say = useSay();
  const room = useRef<HTMLDialogElement>(null);
  const reviews = useReviews();
  const [chosen, setChosen] = useState<string>();
  const told = useToldIncidents(desktop);
  const review = reviews.reviews.find(({ id }) => id === chosen);
  useEffect(() => {
    const element = room.current;
    const before = document.activeElement;
    if (element !== null && !element.open) element.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={room}
      className={styles['room']}
      aria-label={say(m.room)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {review === undefined ? (
        <>
          <header className={styles['bar']}>
            <IconButton
              className={styles['leave']}
              name={say(m.leave)}
              icon={<X size={20} aria-hidden />}
              onClick={onClose}
            />
          </header>
          <BeginMeeting reviews={reviews} told={told} onBegun={setChosen} />
        </>
      ) : (
        <Meeting
          desktop={desktop}
          review={review}
          reviews={reviews}
          told={told.told}
          onClose={onClose}
        />
      )}
    </dialog>
  );
}

type MeetingProps = ReviewRoomProps & {
  readonly review: StandingReview;
  readonly reviews: Reviews;
  readonly told: readonly ToldIncident[];
};

function Meeting(props: MeetingProps) {
  const { desktop, review, onClose } = props;
  const say = useSay();
  const { canWrite } = useWorkspace();
  const slides = useSlides(props.told);
  const isReady = slides !== undefined;
  const improvements = useImprovements();
  const incident = useIncident();
  const [key, setKey] = useState('opening');
  const [capture, setCapture] = useState<CaptureKey>();
  const [isAnswering, setAnswering] = useState(false);
  const [news, setNews] = useState<string>();
  const stage = useRef<HTMLDivElement>(null);
  const place = Math.max(0, slides?.findIndex((slide) => slide.key === key) ?? 0);
  const slide = slides?.[place];
  const time = useItemTime(review, slide?.item);
  const openNotes = useMeetingNotes({ desktop, review, improvements, slides, place, time });
  // Keys go to the page again as soon as nothing is written down any more.
  useEffect(() => {
    if (capture === undefined && !isAnswering) stage.current?.focus();
  }, [capture, isAnswering, isReady]);

  const show = (to: ReviewSlide | undefined) => {
    if (to === undefined) return;
    setKey(to.key);
    setNews(undefined);
    stage.current?.focus();
  };
  const move = (by: number) => show(slides?.[place + by]);
  const moveItem = (by: number) => {
    const items = agendaItems.filter((item) => slides?.some((each) => each.item === item));
    const next = items[items.indexOf(slide?.item ?? 'opening') + by];
    show(slides?.find((each) => each.item === next));
  };
  const go = (pressed: string): boolean => {
    if (pressed === 'ArrowRight' || pressed === 'PageDown') move(1);
    else if (pressed === 'ArrowLeft' || pressed === 'PageUp') move(-1);
    else if (pressed === 'ArrowDown') moveItem(1);
    else if (pressed === 'ArrowUp') moveItem(-1);
    else if (pressed === 'Home') show(slides?.[0]);
    else if (pressed === 'End') show(slides?.at(-1));
    else return false;
    return true;
  };
  usePresenterKeys(desktop, go);
  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) return;
    const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
    const isGone = go(pressed);
    if (isGone) event.preventDefault();
    if (isGone) return;
    if (pressed === 'Enter' && !isOnButton && slide?.kind === 'question' && canWrite)
      setAnswering(true);
    else if (pressed === 'n') openNotes();
    else if (Object.hasOwn(captures, pressed) && canWrite) setCapture(pressed as CaptureKey);
    else return;
    event.preventDefault();
  };
  if (slide === undefined || slides === undefined)
    return (
      <p role="status" className={styles['begin']}>
        {say(m.preparing)}
      </p>
    );
  return (
    <div className={styles['meeting']} onKeyDown={press}>
      <header className={styles['bar']}>
        <h2>{say(agendaMessages[slide.item])}</h2>
        {incident.exercise === true && <b className={styles['exercise']}>{say(n.exercise)}</b>}
        {time.text !== '' && (
          <span
            className={styles['timer']}
            role="timer"
            aria-label={say(m.timer)}
            data-over={time.isOver || undefined}
          >
            {time.text}
          </span>
        )}
        <span className={styles['quiet']} aria-live="polite">
          {say(m.slide, { n: place + 1, total: slides.length })}
        </span>
        <IconButton
          name={say(m.previous)}
          icon={<ChevronLeft size={20} aria-hidden />}
          onClick={() => move(-1)}
        />
        <IconButton
          name={say(m.next)}
          icon={<ChevronRight size={20} aria-hidden />}
          onClick={() => move(1)}
        />
        <IconButton name={say(m.leave)} icon={<X size={20} aria-hidden />} onClick={onClose} />
      </header>
      <div
        ref={stage}
        className={styles['stage']}
        tabIndex={0}
        role="region"
        aria-label={say(agendaMessages[slide.item])}
      >
        <Page
          {...props}
          key={slide.key}
          slide={slide}
          improvements={improvements}
          isAnswering={isAnswering}
          onAnswering={setAnswering}
        />
      </div>
      <p role="status" className={styles['news']}>
        {news}
      </p>
      {capture !== undefined && (
        <CaptureForm
          key={capture}
          capture={capture}
          slide={slide}
          review={review}
          reviews={props.reviews}
          improvements={improvements}
          onDone={(said) => {
            setCapture(undefined);
            setNews(said);
          }}
        />
      )}
      <footer className={styles['foot']}>
        {canWrite &&
          Object.entries(captures).map(([letter, { label }]) => (
            <Button key={letter} onClick={() => setCapture(letter as CaptureKey)}>
              {say(label)} <kbd>{letter.toUpperCase()}</kbd>
            </Button>
          ))}
        <Button look="quiet" onClick={openNotes}>
          {say(n.openNotes)} <kbd>N</kbd>
        </Button>
        <span className={styles['quiet']}>{say(m.keys)}</span>
      </footer>
    </div>
  );
}

type PageProps = MeetingProps & {
  readonly slide: ReviewSlide;
  readonly improvements: ReturnType<typeof useImprovements>;
  readonly isAnswering: boolean;
  readonly onAnswering: (isAnswering: boolean) => void;
};

function Page({ slide, ...props }: PageProps) {
  const say = useSay();
  switch (slide.kind) {
    case 'opening':
      return <OpeningPage {...props} />;
    case 'story':
      return <StoryPage slide={slide} />;
    case 'told':
      return <ToldPage slide={slide} />;
    case 'told-none':
      return (
        <>
          <p className={styles['said']}>
            {say(n.otherIncident, { title: visibleText(slide.incident.title) })}
          </p>
          <p className={styles['rule']}>{say(n.toldNone)}</p>
        </>
      );
    case 'empty-story':
      return <p className={styles['rule']}>{say(m.storyNone)}</p>;
    case 'lessons':
      return <LessonsPage {...props} of={slide.of} />;
    case 'no-questions':
      return <p className={styles['rule']}>{say(m.questionsNone)}</p>;
    case 'question':
      return <QuestionPage {...props} slide={slide} />;
    case 'actions':
      return <ActionsPage {...props} />;
    case 'closing':
      return <ClosingPage {...props} />;
  }
}

/** Time that is left of an item, in words; empty for an item that has no time of its own. */
function useItemTime(review: StandingReview, item: AgendaItem | undefined) {
  const say = useSay();
  const language = useLanguage();
  const spentMs = useItemTimer(item);
  const minutes = agendaOf(review).find((each) => each.item === item)?.minutes;
  if (minutes === undefined) return { text: '', isOver: false };
  const leftMs = minutes * 60_000 - spentMs;
  const isOver = leftMs < 0;
  const length = formatDuration(Math.floor(Math.abs(leftMs) / 1_000) * 1_000, language);
  return {
    text: isOver ? say(m.timeOver, { over: length }) : say(m.timeLeft, { left: length }),
    isOver,
  };
}

/** Keys that are pressed in the window of notes move the room. */
function usePresenterKeys(desktop: Desktop, go: (key: string) => boolean): void {
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(
    () =>
      desktop.subscribe('meeting:key', (payload) => {
        const { key } = presenterKeySchema.parse(payload);
        latest.current(key);
      }),
    [desktop],
  );
}
