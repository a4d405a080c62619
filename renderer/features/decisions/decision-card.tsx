import { useId, useState } from 'react';
import { removeDecision } from '#shared/application/decisions.ts';
import { type Decision, decisionState, isReviewDue } from '#shared/domain/decision.ts';
import { decisionMessages as m, decisionStateMessages } from '#shared/i18n/decision-messages.ts';
import { intervalBetween } from '#shared/report/metrics/interval.ts';
import { intervalText } from '#shared/report/metrics/interval-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { EntryLink } from '../../records/links.tsx';
import { ReasonDialog } from '../../records/reason-dialog.tsx';
import { InstantText, TimeText } from '../../records/time-text.tsx';
import { useMinute } from '../../records/use-deadlines.ts';
import { useSaving } from '../../records/use-saving.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { authorityText } from './authority-text.ts';
import styles from './decision-card.module.css';
import { useAuthorities, useContestedFields } from './use-decisions.ts';

type DecisionCardProps = { readonly decision: Decision; readonly onEdit: () => void };

/** One decision with everything that is written of it. */
export function DecisionCard({ decision, onEdit }: DecisionCardProps) {
  const say = useSay();
  const language = useLanguage();
  const titleId = useId();
  const { canWrite } = useWorkspace();
  const save = useSaving();
  const nowMs = useMinute();
  const authorities = useAuthorities();
  const contested = useContestedFields(decision.id);
  const [removing, setRemoving] = useState(false);
  const { question, options = [], known = [], asked, approved, executed, entry } = decision;
  const chosen = decision.chosen ?? undefined;
  const state = decisionState(decision);
  const line = authorities.find(({ id }) => id === decision.authority);
  const rejected = options.filter(({ text }) => text !== chosen?.text);
  const waited = asked != null && approved != null ? intervalBetween(asked, approved) : undefined;
  const carried =
    approved != null && executed != null ? intervalBetween(approved, executed) : undefined;
  return (
    <li className={styles['card']} data-decision={decision.id}>
      <article aria-labelledby={titleId}>
        <header className={styles['head']}>
          <h3 id={titleId} tabIndex={-1}>
            {question}
          </h3>
          <span className={styles['state']} data-state={state}>
            {say(decisionStateMessages[state])}
          </span>
          {isReviewDue(decision, nowMs) && <Chip look="problem">{say(m.reviewDue)}</Chip>}
        </header>
        {contested.length > 0 && (
          <p className={styles['contested']}>
            {say(m.contested, { fields: contested.join(', ') })}
          </p>
        )}
        <dl className={styles['facts']}>
          {chosen !== undefined && (
            <>
              <dt>{say(m.chosen)}</dt>
              <dd>
                <b>{chosen.text}</b>
                {chosen.because !== '' && <span>{chosen.because}</span>}
              </dd>
            </>
          )}
          {rejected.length > 0 && (
            <>
              <dt>{say(m.options)}</dt>
              <dd>
                {rejected.map(({ text, because }, index) => (
                  // Nothing but its place tells two options of one text apart.
                  <span key={index} className={styles['rejected']}>
                    <s data-plain={chosen === undefined || undefined}>{text}</s>
                    {because !== '' && <span>{because}</span>}
                  </span>
                ))}
              </dd>
            </>
          )}
          {known.length > 0 && (
            <>
              <dt>{say(m.known)}</dt>
              <dd>
                {known.map((id) => (
                  <EntryLink key={id} id={id} />
                ))}
              </dd>
            </>
          )}
          {(asked != null || (decision.askedBy ?? '') !== '') && (
            <>
              <dt>{say(m.asked)}</dt>
              <dd className={styles['line']}>
                {asked != null && <TimeText time={asked} look="short" />}
                <span>{decision.askedBy}</span>
              </dd>
            </>
          )}
          {(approved != null || (decision.approvedBy ?? '') !== '') && (
            <>
              <dt>{say(m.approved)}</dt>
              <dd className={styles['line']}>
                {approved != null && <TimeText time={approved} look="short" />}
                <span>{decision.approvedBy}</span>
                {waited !== undefined && (
                  <small>{say(m.waited, { time: intervalText(waited, language) })}</small>
                )}
              </dd>
            </>
          )}
          {(line !== undefined || (decision.basis ?? '') !== '') && (
            <>
              <dt>{say(m.authority)}</dt>
              <dd>
                {line !== undefined && <span>{authorityText(line, say)}</span>}
                <span>{decision.basis}</span>
              </dd>
            </>
          )}
          {executed != null && (
            <>
              <dt>{say(m.executed)}</dt>
              <dd className={styles['line']}>
                <TimeText time={executed} look="short" />
                {carried !== undefined && (
                  <small>{say(m.carried, { time: intervalText(carried, language) })}</small>
                )}
              </dd>
            </>
          )}
          {decision.review != null && (
            <>
              <dt>{say(m.review)}</dt>
              <dd>
                <InstantText ms={Date.parse(decision.review)} look="short" />
              </dd>
            </>
          )}
          {(decision.outcome ?? '') !== '' && (
            <>
              <dt>{say(m.outcome)}</dt>
              <dd>{decision.outcome}</dd>
            </>
          )}
          {entry != null && (
            <>
              <dt>{say(m.inTimeline)}</dt>
              <dd>
                <EntryLink id={entry} />
              </dd>
            </>
          )}
        </dl>
        <footer className={styles['foot']}>
          {(decision.about ?? '') !== '' && (
            <span>{say(m.aboutAction, { id: decision.about ?? '' })}</span>
          )}
          {canWrite && (
            <span className={styles['buttons']}>
              <Button aria-label={say(m.editLine, { name: question })} onClick={onEdit}>
                {say(m.edit)}
              </Button>
              <Button
                aria-label={say(m.removeLine, { name: question })}
                onClick={() => setRemoving(true)}
              >
                {say(m.remove)}
              </Button>
            </span>
          )}
        </footer>
      </article>
      {removing && (
        <ReasonDialog
          title={say(m.removeTitle)}
          action={say(m.remove)}
          onConfirm={(reason) =>
            save((writing) => removeDecision(writing, decision.id, reason), say(m.removed))
          }
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}
