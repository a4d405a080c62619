import { useEffect, useMemo, useState } from 'react';
import type { StandingReview } from '#shared/application/review-meeting.ts';
import type { ReviewSlide } from '#shared/application/review-slides.ts';
import type { AgendaItem } from '#shared/domain/review-meeting.ts';
import { agendaMessages } from '#shared/i18n/minutes-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { reviewMessages as m } from '#shared/i18n/review-messages.ts';
import { reviewNotesMessages as n } from '#shared/i18n/review-notes-messages.ts';
import type { MeetingNotes } from '#shared/ipc/meeting-contract.ts';
import { excerpt } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSession } from '../../data/session-context.tsx';
import { useSay } from '../../records/language.tsx';
import type { Improvements } from '../../records/use-improvements.ts';
import { useMinutes } from './use-review.ts';

const hints: Readonly<Record<AgendaItem, readonly Message[]>> = {
  opening: [n.hintOpening, n.hintOpeningRule],
  story: [n.hintStory, n.hintStoryCut],
  well: [n.hintWell],
  hurt: [n.hintHurt],
  lucky: [n.hintLucky],
  questions: [n.hintQuestions],
  nist: [n.hintNist],
  actions: [n.hintActions],
  closing: [n.hintClosing],
};

/** Keeps the second screen up to the room while it is open; it closes with the room. */
export function useMeetingNotes(options: {
  readonly desktop: Desktop;
  readonly review: StandingReview;
  readonly improvements: Improvements;
  readonly slides: readonly ReviewSlide[] | undefined;
  readonly place: number;
  readonly time: { readonly text: string; readonly isOver: boolean };
}) {
  const { desktop, review, improvements, slides, place, time } = options;
  const say = useSay();
  const titleOf = useSlideTitle();
  const minutes = useMinutes(review);
  const [isOpen, setOpen] = useState(false);
  const slide = slides?.[place];
  const next = slides?.[place + 1];
  const noted = useMemo(() => {
    const isHere = (each: { readonly review?: string | undefined }) => each.review === review.id;
    const line = (kind: Message, text: string, owner = '') => ({
      kind: say(kind),
      text: excerpt(text, 500),
      owner,
    });
    return [
      ...minutes.map(({ kind, text, owner }) =>
        line(kind === 'decision' ? m.captureDecision : m.captureQuestion, text, owner),
      ),
      ...improvements.actions
        .filter(isHere)
        .map(({ text, owner }) => line(m.captureAction, text, owner)),
      ...improvements.lessons.filter(isHere).map(({ text }) => line(m.captureLesson, text)),
    ];
  }, [minutes, improvements.actions, improvements.lessons, review.id, say]);
  const { text: timeText, isOver } = time;
  const notes = useMemo<MeetingNotes | undefined>(
    () =>
      slide === undefined
        ? undefined
        : {
            meeting: review.title ?? '',
            item: say(agendaMessages[slide.item]),
            place: say(m.slide, { n: place + 1, total: slides?.length ?? 0 }),
            time: timeText,
            isOver,
            now: titleOf(slide),
            next: next === undefined ? say(n.nothingNext) : titleOf(next),
            hints: hints[slide.item].map((hint) => say(hint)),
            noted,
          },
    [slide, next, place, slides, review.title, noted, timeText, isOver, say, titleOf],
  );
  useEffect(() => {
    if (isOpen && notes !== undefined) void desktop['meeting:notes-show']({ notes });
  }, [desktop, isOpen, notes]);
  useEffect(
    () => () => {
      void desktop['meeting:notes-show']({ notes: null });
    },
    [desktop],
  );
  return () => {
    setOpen(true);
    void desktop['meeting:notes-open']({});
  };
}

/** What a page is about, in a line. */
function useSlideTitle(): (slide: ReviewSlide) => string {
  const say = useSay();
  const { timeline } = useSession();
  return useMemo(
    () => (slide) => {
      switch (slide.kind) {
        case 'story':
          return excerpt(timeline.row(slide.entry)?.content.text ?? '', 300);
        case 'told':
          return `${slide.incident.title}: ${excerpt(slide.told.text, 300)}`;
        case 'told-none':
          return slide.incident.title;
        case 'question':
          return excerpt(slide.text, 500);
        case 'opening':
        case 'empty-story':
        case 'no-questions':
        case 'actions':
        case 'closing':
        case 'lessons':
          return say(agendaMessages[slide.item]);
      }
    },
    [say, timeline],
  );
}
