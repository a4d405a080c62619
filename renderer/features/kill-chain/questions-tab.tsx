import { useState } from 'react';
import type { QuestionState } from '#shared/domain/chain/question.ts';
import { chainQuestionMessages as m } from '#shared/i18n/chain-question-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ToggleChip } from '../../ui/chip.tsx';
import type { AskedQuestion } from './asked-questions.ts';
import { QuestionCard } from './question-card.tsx';
import styles from './questions-tab.module.css';

const stateMessages: Readonly<Record<QuestionState, Message>> = {
  open: m.stateOpen,
  answered: m.stateAnswered,
  dismissed: m.stateDismissed,
};
const states = ['open', 'answered', 'dismissed'] as const;
const fewCards = 30;

type QuestionsTabProps = {
  readonly asked: readonly AskedQuestion[];
  readonly onDraft: (text: string) => void;
  readonly onCoverage: () => void;
};

/** What the entries leave open, as cards: to answer, to assign, to dismiss. */
export function QuestionsTab({ asked, onDraft, onCoverage }: QuestionsTabProps) {
  const say = useSay();
  const [state, setState] = useState<QuestionState>('open');
  const [most, setMost] = useState(fewCards);
  const shown = asked.filter((each) => each.state === state);
  const count = (wanted: QuestionState) => asked.filter((each) => each.state === wanted).length;
  return (
    <div className={styles['tab']}>
      <p className={styles['lead']}>{say(m.lead)}</p>
      <div className={styles['filter']} role="group" aria-label={say(m.filter)}>
        {states.map((each) => (
          <ToggleChip
            key={each}
            pressed={state === each}
            onToggle={() => setState(each)}
            count={count(each)}
          >
            {say(stateMessages[each])}
          </ToggleChip>
        ))}
      </div>
      {shown.length === 0 && (
        <p className={styles['none']}>{say(asked.length === 0 ? m.none : m.noneOfState)}</p>
      )}
      <ul className={styles['cards']}>
        {shown.slice(0, most).map((each) => (
          <QuestionCard
            key={each.question.key}
            asked={each}
            onDraft={onDraft}
            onCoverage={onCoverage}
          />
        ))}
      </ul>
      {shown.length > most && (
        <Button onClick={() => setMost(most + fewCards)}>
          {say(m.more, { n: Math.min(fewCards, shown.length - most) })}
        </Button>
      )}
    </div>
  );
}
