import type { StandingAction } from '#shared/application/actions.ts';
import { isWaiting } from '#shared/application/actions.ts';
import type { StandingReview } from '#shared/application/review-meeting.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { actionStateMessages } from '#shared/i18n/report-audience-messages.ts';
import { reviewMessages as m } from '#shared/i18n/review-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import type { Improvements } from '../../records/use-improvements.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import styles from './review-room.module.css';

type Of = { readonly review: StandingReview; readonly improvements: Improvements };

/** What went well, what held the work up, where luck helped. */
export function LessonsPage({ of, improvements }: Of & { readonly of: 'well' | 'hurt' | 'lucky' }) {
  const say = useSay();
  const asked = { well: m.askWell, hurt: m.askHurt, lucky: m.askLucky }[of];
  const own = improvements.lessons.filter(({ kind }) => kind === of);
  return (
    <>
      <p className={styles['said']}>{say(asked)}</p>
      {own.length === 0 ? (
        <p className={styles['quiet']}>{say(m.nothingYet)}</p>
      ) : (
        <ul className={styles['list']}>
          {own.map(({ id, text }) => (
            <li key={id}>{visibleText(text)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Actions of this meeting, and those from before that still wait. */
export function ActionsPage({ review, improvements }: Of) {
  const say = useSay();
  const here = improvements.actions.filter((action) => action.review === review.id);
  const before = improvements.actions.filter(
    (action) => action.review !== review.id && isWaiting(action),
  );
  return (
    <div className={styles['beside']}>
      <section>
        <h3>{say(m.actionsHere)}</h3>
        <ActionList actions={here} />
      </section>
      <section>
        <h3>{say(m.actionsBefore)}</h3>
        <ActionList actions={before} />
      </section>
    </div>
  );
}

function ActionList({ actions }: { readonly actions: readonly StandingAction[] }) {
  const say = useSay();
  const locale = useLanguage();
  const { zone } = useWorkspace();
  if (actions.length === 0) return <p className={styles['quiet']}>{say(m.none)}</p>;
  return (
    <ul className={styles['list']}>
      {actions.map(({ id, text, owner = '', due, state, stage }) => (
        <li key={id}>
          {visibleText(text)}{' '}
          <span className={styles['quiet']}>
            {owner === '' ? say(m.withoutOwner) : visibleText(owner)} ·{' '}
            {due == null
              ? say(m.withoutDue)
              : formatInstant(Date.parse(due), { zone, locale, style: 'short' }, 'minute')}{' '}
            · {say(actionStateMessages[state])}
          </span>{' '}
          {stage != null && <StageChip stage={stage} look="number" />}
        </li>
      ))}
    </ul>
  );
}
