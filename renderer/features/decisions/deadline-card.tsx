import { useId } from 'react';
import type { ReckonedDeadline } from '#shared/domain/deadline.ts';
import { formatEntryTime, formatInstant } from '#shared/domain/time/format-time.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { deadlineMessages as m, deadlineStateMessages } from '#shared/i18n/deadline-messages.ts';
import {
  wordBeginning,
  wordCounting,
  wordDue,
  wordLimit,
  wordTimeLeft,
} from '#shared/i18n/word-deadline.ts';
import { useRecord } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { EntryLink } from '../../records/links.tsx';
import { InstantText } from '../../records/time-text.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './deadline-card.module.css';

type DeadlineCardProps = {
  readonly reckoned: ReckonedDeadline;
  readonly nowMs: number;
  readonly onMove: () => void;
  readonly onFinish: () => void;
  readonly onReopen: () => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
};

/** One deadline: when it is due, by which rule, counted from what, moved by whom. */
export function DeadlineCard(props: DeadlineCardProps) {
  const { reckoned, nowMs } = props;
  const say = useSay();
  const language = useLanguage();
  const titleId = useId();
  const { canWrite, zone } = useWorkspace();
  const { deadline, state, start, dueMs, earlyMs } = reckoned;
  const format = { zone, locale: language } as const;
  const from = wordBeginning(deadline, language);
  const left = wordTimeLeft(reckoned, nowMs, language);
  const counting = deadline.shift == null ? wordCounting(deadline, language) : undefined;
  const rule = [wordLimit(deadline, language), counting].filter((part) => part !== undefined);
  const name = (action: string) => say(frameMessages.actionOf, { action, name: deadline.name });
  return (
    <li className={styles['card']} data-deadline={deadline.id} data-state={state}>
      <article aria-labelledby={titleId}>
        <header className={styles['head']}>
          <h3 id={titleId}>{deadline.name}</h3>
          <span className={styles['state']} data-state={state}>
            {say(deadlineStateMessages[state])}
          </span>
        </header>
        <p className={styles['due']}>
          {dueMs === undefined ? (
            <span>{wordDue(reckoned, zone, language)}</span>
          ) : (
            <>
              <b>
                <InstantText ms={dueMs} look="full" />
              </b>
              {left !== undefined && (
                <span className={styles['left']} data-state={state}>
                  {left}
                </span>
              )}
              {earlyMs !== undefined && (
                <span>
                  {say(m.range, {
                    date: formatInstant(earlyMs, { ...format, style: 'short' }, 'minute'),
                  })}
                </span>
              )}
            </>
          )}
        </p>
        <p className={styles['rule']}>
          {rule.length === 0
            ? deadline.rule
            : say(m.ruleCounted, {
                rule: deadline.rule ?? '',
                how: rule.join(language === 'ja' ? '、' : ', '),
              }).trimStart()}
        </p>
        {(deadline.source ?? '') !== '' && <p className={styles['rule']}>{deadline.source}</p>}
        {start !== undefined && (
          <p className={styles['rule']}>
            {say(m.counted, { from, time: formatEntryTime(start, { ...format, style: 'short' }) })}
          </p>
        )}
        <Moved reckoned={reckoned} />
        {deadline.done?.done === true && (
          <div className={styles['done']}>
            {deadline.done.entries.map((entry) => (
              <EntryLink key={entry} id={entry} />
            ))}
            <span>{deadline.done.because}</span>
          </div>
        )}
        {((deadline.owner ?? '') !== '' || (deadline.note ?? '') !== '') && (
          <p>{[deadline.owner, deadline.note].filter(Boolean).join(' · ')}</p>
        )}
        {canWrite && (
          <div className={styles['buttons']}>
            {state === 'done' ? (
              <Button aria-label={name(say(m.reopen))} onClick={props.onReopen}>
                {say(m.reopen)}
              </Button>
            ) : (
              <>
                <Button look="primary" aria-label={name(say(m.finish))} onClick={props.onFinish}>
                  {say(m.finish)}
                </Button>
                <Button aria-label={name(say(m.move))} onClick={props.onMove}>
                  {say(m.move)}
                </Button>
              </>
            )}
            <Button aria-label={name(say(m.edit))} onClick={props.onEdit}>
              {say(m.edit)}
            </Button>
            <Button aria-label={name(say(m.remove))} onClick={props.onRemove}>
              {say(m.remove)}
            </Button>
          </div>
        )}
      </article>
    </li>
  );
}

/** Who moved it and why, and what the rule alone would give. */
function Moved({ reckoned: { deadline, reckonedMs } }: Pick<DeadlineCardProps, 'reckoned'>) {
  const say = useSay();
  const language = useLanguage();
  const { zone } = useWorkspace();
  const register = useRecord('deadlines', deadline.id)?.fields.shift;
  const { shift } = deadline;
  if (shift == null) return null;
  const values = { by: register?.at(-1)?.by ?? '', because: shift.because };
  return (
    <p className={styles['moved']}>
      {reckonedMs === undefined
        ? say(m.movedOnly, values)
        : say(m.movedText, {
            ...values,
            date: formatInstant(reckonedMs, { zone, locale: language, style: 'short' }, 'minute'),
          })}
    </p>
  );
}
