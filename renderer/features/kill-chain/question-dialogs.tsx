import { useState } from 'react';
import { answerQuestion, dismissQuestion } from '#shared/application/kill-chain.ts';
import { chainQuestionMessages as m } from '#shared/i18n/chain-question-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { CitationPicker } from '../../records/citation-picker.tsx';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import styles from './questions-tab.module.css';
import { useChainWriting } from './use-chain-writing.ts';

type QuestionDialogProps = {
  readonly question: string;
  readonly title: string;
  readonly onClose: () => void;
};

/** Answers a question with entries that stand, or in words. */
export function AnswerDialog({ question, title, onClose }: QuestionDialogProps) {
  const say = useSay();
  const write = useChainWriting();
  const [entries, setEntries] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    const wrong = await write(
      (writing) => answerQuestion(writing, question, { entries: [...entries], text }),
      say(m.answered),
    );
    if (wrong === undefined) onClose();
    else setProblem(wrong);
  };
  return (
    <Dialog
      title={say(m.answerTitle, { question: title })}
      closeName={say(frameMessages.cancel)}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={() => void save()}>
          {say(m.answer)}
        </Button>
      }
    >
      <div className={styles['form']}>
        <CitationPicker
          value={{ entries, evidence: [] }}
          entriesOnly
          onChange={(value) => setEntries(value.entries)}
        />
        <TextArea
          label={say(m.answerText)}
          value={text}
          onChange={setText}
          onSubmit={() => void save()}
          {...(problem !== undefined && { problem })}
        />
      </div>
    </Dialog>
  );
}

/** Dismisses a question; a reason is asked for. */
export function DismissDialog({ question, title, onClose }: QuestionDialogProps) {
  const say = useSay();
  const write = useChainWriting();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    const wrong = await write(
      (writing) => dismissQuestion(writing, question, reason),
      say(m.dismissed),
    );
    if (wrong === undefined) onClose();
    else setProblem(wrong);
  };
  return (
    <Dialog
      title={say(m.dismissTitle, { question: title })}
      closeName={say(frameMessages.cancel)}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={() => void save()}>
          {say(m.dismiss)}
        </Button>
      }
    >
      <Field
        label={say(m.reason)}
        value={reason}
        onChange={setReason}
        onEnter={() => void save()}
        problem={problem}
        maxLength={2_000}
        required
        autoFocus
      />
    </Dialog>
  );
}
