import { useEffect, useRef, useState } from 'react';
import type { ReviewSlide } from '#shared/application/review-slides.ts';
import { type QuestionFields, questionState } from '#shared/domain/chain/question.ts';
import { reviewMessages as m } from '#shared/i18n/review-messages.ts';
import { currentFields } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useRecord, useTimelineRow } from '../../data/use-records.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import styles from './review-room.module.css';
import type { Reviews } from './use-review.ts';

type QuestionSlide = Extract<ReviewSlide, { kind: 'question' }>;

type QuestionPageProps = {
  readonly slide: QuestionSlide;
  readonly reviews: Reviews;
  /** True while the answer is being written. */
  readonly isAnswering: boolean;
  readonly onAnswering: (isAnswering: boolean) => void;
};

/** A question in large type, with the entries that it stands on and its answer. */
export function QuestionPage({ slide, reviews, isAnswering, onAnswering }: QuestionPageProps) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const record = useRecord('questions', slide.question);
  const said: QuestionFields = record === undefined ? {} : currentFields(record.fields);
  const answer = questionState(said) === 'answered' ? said.answer?.text : undefined;
  return (
    <>
      <p className={styles['said']}>{slide.text}</p>
      {slide.ref !== '' && (
        <p className={styles['quiet']}>{say(m.reference, { ref: slide.ref })}</p>
      )}
      {slide.entries.length > 0 && (
        <ul className={styles['cited']}>
          {slide.entries.slice(0, 4).map((id) => (
            <Cited key={id} id={id} />
          ))}
        </ul>
      )}
      {isAnswering ? (
        <AnswerForm
          slide={slide}
          before={answer ?? ''}
          reviews={reviews}
          onDone={() => onAnswering(false)}
        />
      ) : (
        <div className={styles['answer']}>
          {answer !== undefined && (
            <p>
              <b>{say(m.answer)}</b> <span>{visibleText(answer)}</span>
            </p>
          )}
          {canWrite && (
            <Button look="quiet" onClick={() => onAnswering(true)}>
              {say(m.answerKey)}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Cited({ id }: { readonly id: string }) {
  const row = useTimelineRow(id);
  if (row === undefined) return null;
  return (
    <li>
      <b>#{row.number ?? '–'}</b> {visibleText(row.content.text.slice(0, 200))}
    </li>
  );
}

function AnswerForm({
  slide,
  before,
  reviews,
  onDone,
}: {
  readonly slide: QuestionSlide;
  readonly before: string;
  readonly reviews: Reviews;
  readonly onDone: () => void;
}) {
  const say = useSay();
  const [text, setText] = useState(before);
  const [problem, setProblem] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const save = async () => {
    const failed = await reviews.answer(slide.question, text, slide.entries);
    if (failed === undefined) onDone();
    else setProblem(failed);
  };
  return (
    <form
      ref={form}
      className={styles['fields']}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.preventDefault();
        onDone();
      }}
    >
      <TextArea
        label={say(m.answer)}
        value={text}
        onChange={setText}
        onSubmit={() => void save()}
        problem={problem}
      />
      <div className={styles['captureButtons']}>
        <Button onClick={onDone}>{say(m.cancel)}</Button>
        <Button look="primary" onClick={() => void save()}>
          {say(m.save)}
        </Button>
      </div>
    </form>
  );
}
