import { useCallback, useEffect, useMemo, useState } from 'react';
import { answerQuestion } from '#shared/application/kill-chain.ts';
import type { Writing } from '#shared/application/ports.ts';
import {
  agendaOf,
  minutesOf,
  setMinute,
  setReview,
  type StandingReview,
  standingReviews,
} from '#shared/application/review-meeting.ts';
import { type ReviewSlide, reviewSlides, scaleAgenda } from '#shared/application/review-slides.ts';
import { checklists } from '#shared/catalogue/checklist-templates.ts';
import type { MinuteFields, ReviewFields } from '#shared/domain/review-meeting.ts';
import { reviewMessages as m } from '#shared/i18n/review-messages.ts';
import type { ToldIncident } from '#shared/ipc/meeting-contract.ts';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { inlineText } from '#shared/report/inline-text.ts';
import { wordsOf } from '#shared/report/report-words.ts';
import {
  type PreparedQuestion,
  prepareQuestions,
} from '#shared/report/review/prepared-questions.ts';
import { reviewQuestionKey } from '#shared/report/sections/improvements.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecords, useTimeline } from '../../data/use-records.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';

/** The pages of the meeting; undefined while the notebook is read. */
export function useSlides(others: readonly ToldIncident[]): readonly ReviewSlide[] | undefined {
  const language = useLanguage();
  const rows = useTimeline();
  const prepared = usePreparedQuestions();
  return useMemo(() => {
    if (prepared === undefined) return undefined;
    return reviewSlides(
      rows,
      prepared.map(({ key, text, sources }) => ({
        key,
        text: inlineText(text),
        entries: sources.map(({ id }) => id),
        ref: '',
      })),
      checklists.reviewQuestions.map(({ id, text, ref }) => ({
        key: reviewQuestionKey(id),
        text: text[language],
        entries: [],
        ref,
      })),
      others,
    );
  }, [rows, prepared, language, others]);
}

/** What the notebook asks as it stood when the room was entered: pages must not move while people talk. */
function usePreparedQuestions(): readonly PreparedQuestion[] | undefined {
  const session = useSession();
  const language = useLanguage();
  const { zone } = useWorkspace();
  const [questions, setQuestions] = useState<readonly PreparedQuestion[]>();
  useEffect(() => {
    let current = true;
    void session.readState().then((state) => {
      if (!current) return;
      const model = buildReportModel(state, {
        language,
        zone,
        generatedAtMs: Date.now(),
        app: { name: 'Kiroku', version: __KIROKU_BUILD__.version },
        audience: 'review',
      });
      setQuestions(prepareQuestions(model, wordsOf(model)));
    });
    return () => {
      current = false;
    };
  }, [session, language, zone]);
  return questions;
}

/** The meetings of the notebook, and what can be written in one; each answers what is wrong, or nothing. */
export function useReviews() {
  const session = useSession();
  const say = useSay();
  const language = useLanguage();
  const { announce } = useWorkspace();
  const records = useRecords('reviews');
  const reviews = useMemo(() => standingReviews(records), [records]);
  const writing = useMemo<Writing>(() => ({ journal: session, newId: newOperationId }), [session]);
  const begin = useCallback(
    async (
      given: Pick<ReviewFields, 'title' | 'place' | 'chair'>,
      minutes: number,
      others: readonly ToldIncident[] = [],
    ): Promise<{ readonly review?: string; readonly problem?: string }> => {
      const agenda = scaleAgenda(agendaOf({}), minutes).map((item) => ({ ...item }));
      const saved = await setReview(writing, {
        ...given,
        agenda,
        startedAt: new Date().toISOString(),
        endedAt: null,
        ...(others.length > 0 && {
          incidents: others.map(({ notebook, title, seal }) => ({
            notebook,
            title: title.slice(0, 300),
            seal,
          })),
        }),
      });
      return saved.ok
        ? { review: saved.value.review }
        : { problem: appendErrorText(language, saved.error) };
    },
    [writing, language],
  );
  const change = useCallback(
    async (review: string, fields: ReviewFields): Promise<string | undefined> => {
      const saved = await setReview(writing, fields, review);
      return saved.ok ? undefined : appendErrorText(language, saved.error);
    },
    [writing, language],
  );
  const note = useCallback(
    async (fields: MinuteFields): Promise<string | undefined> => {
      const saved = await setMinute(writing, fields);
      if (saved.ok) return undefined;
      return saved.error.kind === 'text-missing'
        ? say(m.textNeeded)
        : appendErrorText(language, saved.error);
    },
    [writing, language, say],
  );
  const answer = useCallback(
    async (question: string, text: string, entries: readonly string[]) => {
      const saved = await answerQuestion(writing, question, { text, entries: [...entries] });
      if (saved.ok) {
        announce(say(m.answerSaved), 'good');
        return undefined;
      }
      return saved.error.kind === 'answer-missing'
        ? say(m.textNeeded)
        : appendErrorText(language, saved.error);
    },
    [writing, language, say, announce],
  );
  return { reviews, begin, change, note, answer };
}

export type Reviews = ReturnType<typeof useReviews>;

/** Decisions and questions of a meeting. */
export function useMinutes({ id }: StandingReview) {
  const records = useRecords('minutes');
  return useMemo(() => minutesOf(records, id), [records, id]);
}
