import type { EntryLineProblem } from '#shared/domain/entry-line/entry-draft.ts';
import { entryLineMessages as m } from '#shared/i18n/entry-line-messages.ts';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './entry-line.module.css';
import { problemText, timeSuggestions } from './problem-text.ts';

type LineQuestionsProps = {
  readonly problems: readonly EntryLineProblem[];
  readonly onFix: (problem: EntryLineProblem) => void;
  readonly onReplace: (problem: EntryLineProblem, text: string) => void;
  readonly onSaveAsText: () => void;
};

/** What the writer is asked before a line with problems is saved; nothing is dropped or guessed. */
export function LineQuestions({ problems, onFix, onReplace, onSaveAsText }: LineQuestionsProps) {
  const say = useSay();
  return (
    <div className={styles['questions']} role="alertdialog" aria-label={say(m.asked)}>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.kind} ${problem.start}`} className={styles['question']}>
            <span>{problemText(problem, say)}</span>
            {timeSuggestions(problem).map((text) => (
              <Button key={text} onClick={() => onReplace(problem, text)}>
                {say(m.useSuggestion, { text })}
              </Button>
            ))}
            <Button look="quiet" onClick={() => onFix(problem)}>
              {say(m.fix)}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={onSaveAsText}>{say(m.saveAsText)}</Button>
    </div>
  );
}
