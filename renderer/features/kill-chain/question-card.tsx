import { useId, useState } from 'react';
import { assignQuestion, reopenQuestion } from '#shared/application/kill-chain.ts';
import { stageById } from '#shared/catalogue/kill-chain.ts';
import { stageNumber } from '#shared/domain/kill-chain.ts';
import { chainQuestionMessages as m } from '#shared/i18n/chain-question-messages.ts';
import { chainMessages } from '#shared/i18n/kill-chain-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { EntryLink } from '../../records/links.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import type { AskedQuestion } from './asked-questions.ts';
import { AnswerDialog, DismissDialog } from './question-dialogs.tsx';
import { entriesOfQuestion, questionWords } from './question-words.ts';
import styles from './questions-tab.module.css';
import { usePaths } from './use-chain.ts';
import { useChainWriting } from './use-chain-writing.ts';

const fewEntries = 3;

type QuestionCardProps = {
  readonly asked: AskedQuestion;
  readonly onDraft: (text: string) => void;
  readonly onCoverage: () => void;
};

/** One question: what it stands on, who looks for the answer, and what became of it. */
export function QuestionCard({ asked, onDraft, onCoverage }: QuestionCardProps) {
  const { question, fields, state } = asked;
  const say = useSay();
  const language = useLanguage();
  const titleId = useId();
  const { canWrite } = useWorkspace();
  const write = useChainWriting();
  const { title, text } = questionWords(question, usePaths(), language, say);
  const [dialog, setDialog] = useState<'answer' | 'dismiss'>();
  const entries = entriesOfQuestion(question);
  const stage =
    question.kind === 'gap' || question.kind === 'one-source' ? question.stage : undefined;
  const isUnseen = stage !== undefined && stageById(stage).visibility === 'none';
  const mark = stage === undefined ? '' : `!${stageNumber(stage) ?? ''} `;
  return (
    <li className={styles['card']} data-question={question.key}>
      <article aria-labelledby={titleId}>
        <h3 id={titleId}>{title}</h3>
        <p className={styles['text']}>{text}</p>
        <div className={styles['entries']}>
          {entries.slice(0, fewEntries).map((entry) => (
            <EntryLink key={entry} id={entry} />
          ))}
          {entries.length > fewEntries && (
            <span className={styles['text']}>
              {say(chainMessages.moreEntries, { n: entries.length - fewEntries })}
            </span>
          )}
        </div>
        {state === 'answered' && fields.answer !== undefined && (
          <div className={styles['said']}>
            <b>{say(m.stateAnswered)}</b>
            {fields.answer.text !== '' && <span>{fields.answer.text}</span>}
            {fields.answer.entries.map((entry) => (
              <EntryLink key={entry} id={entry} />
            ))}
          </div>
        )}
        {state === 'dismissed' && (
          <div className={styles['said']}>
            <b>{say(m.stateDismissed)}</b>
            <span>{fields.dismissal?.reason}</span>
          </div>
        )}
        {canWrite && (
          <div className={styles['buttons']}>
            {state === 'open' ? (
              <>
                <Button look="primary" onClick={() => setDialog('answer')}>
                  {say(m.answer)}
                </Button>
                {question.kind === 'gap' && (
                  <Button onClick={() => onDraft(isUnseen ? `:opinion ${mark}` : mark)}>
                    {say(isUnseen ? m.hypothesis : m.answerWith)}
                  </Button>
                )}
                {question.kind === 'egress' && (
                  <Button onClick={onCoverage}>{say(m.toCoverage)}</Button>
                )}
                <Button onClick={() => onDraft(`? ${title} ${mark}`)}>{say(m.askIt)}</Button>
                <Button onClick={() => setDialog('dismiss')}>{say(m.dismiss)}</Button>
                <Owner question={question.key} owner={fields.owner ?? ''} />
              </>
            ) : (
              <Button
                onClick={() =>
                  void write((writing) => reopenQuestion(writing, question.key), say(m.reopened))
                }
              >
                {say(m.reopen)}
              </Button>
            )}
          </div>
        )}
      </article>
      {dialog === 'answer' && (
        <AnswerDialog question={question.key} title={title} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'dismiss' && (
        <DismissDialog question={question.key} title={title} onClose={() => setDialog(undefined)} />
      )}
    </li>
  );
}

/** Who looks for the answer; written with Enter or when the field is left. */
function Owner({ question, owner }: { readonly question: string; readonly owner: string }) {
  const say = useSay();
  const write = useChainWriting();
  const [name, setName] = useState(owner);
  const save = () => {
    if (name.trim() === owner) return;
    const done = name.trim() === '' ? say(m.unassigned) : say(m.assigned, { owner: name.trim() });
    void write((writing) => assignQuestion(writing, question, name), done);
  };
  return (
    <div className={styles['owner']} onBlur={save}>
      <Field
        label={say(m.owner)}
        labelHidden
        placeholder={say(m.owner)}
        value={name}
        onChange={setName}
        onEnter={save}
        maxLength={200}
      />
    </div>
  );
}
