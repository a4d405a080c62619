import { useState } from 'react';
import type { StandingReview } from '#shared/application/review-meeting.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { reviewMessages as m } from '#shared/i18n/review-messages.ts';
import { reportViewMessages } from '#shared/i18n/report-view-messages.ts';
import { wordWritten } from '#shared/i18n/word-pdf.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { documentErrorText } from '../../records/document-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import type { Improvements } from '../../records/use-improvements.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './review-room.module.css';
import { type Reviews, useMinutes } from './use-review.ts';

type ClosingPageProps = {
  readonly desktop: Desktop;
  readonly review: StandingReview;
  readonly reviews: Reviews;
  readonly improvements: Improvements;
};

const formats = [
  { format: 'pdf', label: reportViewMessages.exportPdf },
  { format: 'docx', label: reportViewMessages.exportDocx },
  { format: 'html', label: reportViewMessages.exportHtml },
  { format: 'md', label: reportViewMessages.exportMarkdown },
] as const;

/** What was decided, the end of the meeting, and its minutes. */
export function ClosingPage({ desktop, review, reviews, improvements }: ClosingPageProps) {
  const say = useSay();
  const language = useLanguage();
  const { canWrite, zone } = useWorkspace();
  const minutes = useMinutes(review);
  const [news, setNews] = useState<string>();
  const decisions = minutes.filter(({ kind }) => kind === 'decision');
  const questions = minutes.filter(({ kind }) => kind === 'question');
  const isHere = ({ review: of }: { readonly review?: string | undefined }) => of === review.id;
  const end = async () => {
    const failed = await reviews.change(review.id, { endedAt: new Date().toISOString() });
    setNews(failed);
  };
  const write = async (format: (typeof formats)[number]['format']) => {
    const reply = await desktop['document:export']({
      document: { kind: 'minutes', review: review.id },
      format,
      language,
      zone,
    });
    setNews(
      reply.ok
        ? wordWritten(say(m.minutesWritten, { place: reply.value.place }), reply.value, language)
        : documentErrorText(language, reply.error),
    );
  };
  return (
    <>
      <p className={styles['rule']}>{say(m.closingLead)}</p>
      <p>
        {say(m.counts, {
          decisions: decisions.length,
          actions: improvements.actions.filter(isHere).length,
          lessons: improvements.lessons.filter(isHere).length,
          questions: questions.length,
        })}
      </p>
      <div className={styles['beside']}>
        <section>
          <h3>{say(m.decisions)}</h3>
          <Noted minutes={decisions} />
        </section>
        <section>
          <h3>{say(m.openQuestions)}</h3>
          <Noted minutes={questions} />
        </section>
      </div>
      <div className={styles['captureButtons']}>
        {review.endedAt == null
          ? canWrite && (
              <Button look="primary" onClick={() => void end()}>
                {say(m.end)}
              </Button>
            )
          : say(m.ended, {
              time: formatInstant(
                Date.parse(review.endedAt),
                { zone, locale: language, style: 'full' },
                'minute',
              ),
            })}
        {formats.map(({ format, label }) => (
          <Button key={format} onClick={() => void write(format)}>
            {say(m.minutesAs, { format: say(label) })}
          </Button>
        ))}
      </div>
      <p role="status" className={styles['quiet']}>
        {news}
      </p>
    </>
  );
}

function Noted({ minutes }: { readonly minutes: ReturnType<typeof useMinutes> }) {
  const say = useSay();
  if (minutes.length === 0) return <p className={styles['quiet']}>{say(m.none)}</p>;
  return (
    <ul className={styles['list']}>
      {minutes.map(({ id, text, owner = '' }) => (
        <li key={id}>
          {visibleText(text)} <span className={styles['quiet']}>{visibleText(owner)}</span>
        </li>
      ))}
    </ul>
  );
}
