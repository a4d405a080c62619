import type { EntryLineProblem } from '#shared/domain/entry-line/entry-draft.ts';
import { entryLineMessages as m } from '#shared/i18n/entry-line-messages.ts';
import { useSession } from '../../data/session-context.tsx';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './entry-line.module.css';
import { nearTags } from './near-tags.ts';
import { problemText, suggestionsFor } from './problem-text.ts';

type LineQuestionsProps = {
  readonly problems: readonly EntryLineProblem[];
  readonly onFix: (problem: EntryLineProblem) => void;
  readonly onReplace: (problem: EntryLineProblem, text: string) => void;
  readonly onSaveAsText: () => void;
};

/** True for a question that a second Enter answers with yes. */
export function isAnsweredByEnter({ kind }: EntryLineProblem): boolean {
  return kind === 'new-tag';
}

/** What the writer is asked before a line with problems is saved; nothing is dropped or guessed. */
export function LineQuestions({ problems, onFix, onReplace, onSaveAsText }: LineQuestionsProps) {
  const say = useSay();
  const session = useSession();
  const isEasy = problems.every(isAnsweredByEnter);
  return (
    <div className={styles['questions']} role="alertdialog" aria-label={say(m.asked)}>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.kind} ${problem.start}`} className={styles['question']}>
            <span>{problemText(problem, say)}</span>
            {suggestionsFor(problem, (tag) => nearTags(session, tag)).map((text) => (
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
      <span className={styles['question']}>
        {isEasy && <span>{say(m.enterAgain)}</span>}
        <Button onClick={onSaveAsText}>{say(isEasy ? m.saveWithNewTag : m.saveAsText)}</Button>
      </span>
    </div>
  );
}
