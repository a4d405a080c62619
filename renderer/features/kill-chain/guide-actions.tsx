import { type KeyboardEvent, useRef } from 'react';
import type { OwnGuide } from '#shared/catalogue/guidance.ts';
import { killChain } from '#shared/catalogue/kill-chain.ts';
import { saveOperation } from '#shared/application/save-operation.ts';
import type { ActionFields } from '#shared/domain/action.ts';
import { decisionMessages } from '#shared/i18n/decision-messages.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { currentFields } from '#shared/journal/records.ts';
import { useRecords } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import styles from './stage-guide.module.css';
import { DecisionMark, useDecisionsAbout } from '../../records/decision-mark.tsx';
import { useChainWriting } from './use-chain-writing.ts';

type StageAction = OwnGuide['actions'][number];

const taskStates: Readonly<Record<NonNullable<ActionFields['state']>, Message>> = {
  open: m.taskOpen,
  doing: m.taskDoing,
  done: m.taskDone,
  blocked: m.taskBlocked,
  dropped: m.taskDropped,
};

type GuideActionsProps = {
  readonly actions: readonly StageAction[];
  readonly onDraft: (text: string) => void;
};

/** What to do at a stage; one key makes an entry, a task or a question of it. */
export function GuideActions({ actions, onDraft }: GuideActionsProps) {
  const say = useSay();
  const language = useLanguage();
  const { canWrite, openDecisions } = useWorkspace();
  const write = useChainWriting();
  const decisions = useDecisionsAbout();
  const tasks = useTasks();
  const list = useRef<HTMLUListElement>(null);

  const asEntry = ({ text }: StageAction) => onDraft(`:response ${text}`);
  const asQuestion = ({ text }: StageAction) => onDraft(`? ${text}`);
  const asDecision = ({ id, text }: StageAction) =>
    openDecisions({ tab: 'decisions', draft: { question: text, about: id } });
  const asTask = ({ id, text }: StageAction) =>
    void write(
      (writing) =>
        saveOperation(writing, {
          t: 'action.set',
          id: writing.newId(),
          action: writing.newId(),
          fields: { text: text, type: id, state: 'open' },
        }),
      say(m.guideTaskMade, { text: text }),
    );
  const settle = (task: string) =>
    void write(
      (writing) =>
        saveOperation(writing, {
          t: 'action.set',
          id: writing.newId(),
          action: task,
          fields: { state: 'done' },
        }),
      say(m.guideTaskDone),
    );

  const press = (event: KeyboardEvent, action: StageAction) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-action]') ?? [])];
    const at = rows.findIndex((row) => row.contains(event.currentTarget));
    if (key === 'arrowdown') rows[at + 1]?.focus();
    else if (key === 'arrowup') rows[at - 1]?.focus();
    // On a button inside, Enter is the button's.
    else if (key === 'enter' && event.target === event.currentTarget && canWrite) asEntry(action);
    else if (key === 't' && canWrite) asTask(action);
    else if (key === 'q' && canWrite) asQuestion(action);
    else if (key === 'd' && canWrite && action.needsApproval) asDecision(action);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <p className={styles['keys']}>{say(m.guideActionKeys)}</p>
      <ul ref={list} className={styles['actions']}>
        {actions.map((action) => {
          const course = killChain.coursesOfAction.find(({ id }) => id === action.course);
          const task = tasks.get(action.id);
          return (
            <li
              key={action.id}
              data-action={action.id}
              // The row takes the keyboard, so that one key is enough.
              tabIndex={0}
              aria-label={action.text}
              className={styles['action']}
              onKeyDown={(event) => press(event, action)}
            >
              <p>{action.text}</p>
              <div className={styles['marks']}>
                <Chip>{course?.name[language]}</Chip>
                <Chip look={action.needsApproval ? 'problem' : 'plain'}>
                  {say(action.needsApproval ? m.guideApproval : m.guideFree)}
                </Chip>
                {task !== undefined && (
                  <Chip>{say(m.guideTask, { state: say(taskStates[task.state ?? 'open']) })}</Chip>
                )}
                <DecisionMark decision={decisions.get(action.id)} />
                {canWrite && (
                  <span className={styles['buttons']}>
                    {action.needsApproval && !decisions.has(action.id) && (
                      <Button look="quiet" onClick={() => asDecision(action)}>
                        {say(decisionMessages.askDecision)}
                      </Button>
                    )}
                    <Button look="quiet" onClick={() => asEntry(action)}>
                      {say(m.guideAsEntry)}
                    </Button>
                    {task === undefined ? (
                      <Button look="quiet" onClick={() => asTask(action)}>
                        {say(m.guideAsTask)}
                      </Button>
                    ) : (
                      task.state !== 'done' && (
                        <Button look="quiet" onClick={() => settle(task.id)}>
                          {say(m.guideTaskDone)}
                        </Button>
                      )
                    )}
                    <Button look="quiet" onClick={() => asQuestion(action)}>
                      {say(m.guideAsQuestion)}
                    </Button>
                  </span>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Tasks that were made from actions of the catalogue, by the action's id; the latest of each. */
function useTasks(): ReadonlyMap<string, ActionFields & { readonly id: string }> {
  const records = useRecords('actions');
  return new Map(
    records.flatMap(({ id, fields }) => {
      const task = currentFields<ActionFields>(fields);
      if (task.type === undefined || task.removal?.removed === true) return [];
      return [[task.type, { ...task, id }] as const];
    }),
  );
}
