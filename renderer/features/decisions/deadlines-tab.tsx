import { CalendarPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import { reopenDeadline, removeDeadline } from '#shared/application/deadlines.ts';
import { reportGuidance } from '#shared/catalogue/report-guidance.ts';
import type { Deadline, ReckonedDeadline } from '#shared/domain/deadline.ts';
import { deadlineMessages as m } from '#shared/i18n/deadline-messages.ts';
import { decisionMessages } from '#shared/i18n/decision-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { ReasonDialog } from '../../records/reason-dialog.tsx';
import { useDeadlines, useMinute } from '../../records/use-deadlines.ts';
import { useSaving } from '../../records/use-saving.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AddDeadlines } from './add-deadlines.tsx';
import { DeadlineCard } from './deadline-card.tsx';
import { DeadlineForm } from './deadline-form.tsx';
import { FinishDialog, MoveDialog } from './deadline-dialogs.tsx';
import styles from './decisions-view.module.css';

type Open =
  | { readonly what: 'catalogue' }
  | { readonly what: 'form'; readonly deadline: Deadline | undefined }
  | { readonly what: 'move' | 'finish' | 'remove'; readonly deadline: Deadline };

/** Clocks of the law and of contracts: the date, the rule that it comes from, the time left. */
export function DeadlinesTab() {
  const say = useSay();
  const language = useLanguage();
  const { canWrite } = useWorkspace();
  const save = useSaving();
  const nowMs = useMinute();
  const deadlines = useDeadlines(nowMs);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const buttons = canWrite && (
    <>
      <Button
        look="primary"
        icon={<CalendarPlus size={16} aria-hidden />}
        onClick={() => setOpen({ what: 'catalogue' })}
      >
        {say(m.add)}
      </Button>
      <Button
        icon={<Plus size={16} aria-hidden />}
        onClick={() => setOpen({ what: 'form', deadline: undefined })}
      >
        {say(m.addOwn)}
      </Button>
    </>
  );
  const reopen = ({ deadline }: ReckonedDeadline) =>
    void save(
      (writing) => reopenDeadline(writing, deadline.id),
      say(m.reopened, { name: deadline.name }),
    );
  return (
    <div className={styles['tab']}>
      {deadlines.length === 0 ? (
        <EmptyState title={say(m.emptyTitle)} actions={buttons}>
          <p>{say(canWrite ? m.emptyText : decisionMessages.readOnly)}</p>
        </EmptyState>
      ) : (
        <>
          <div className={styles['bar']}>{buttons}</div>
          <ul className={styles['cards']} aria-label={say(m.title)}>
            {deadlines.map((reckoned) => (
              <DeadlineCard
                key={reckoned.deadline.id}
                reckoned={reckoned}
                nowMs={nowMs}
                onMove={() => setOpen({ what: 'move', deadline: reckoned.deadline })}
                onFinish={() => setOpen({ what: 'finish', deadline: reckoned.deadline })}
                onReopen={() => reopen(reckoned)}
                onEdit={() => setOpen({ what: 'form', deadline: reckoned.deadline })}
                onRemove={() => setOpen({ what: 'remove', deadline: reckoned.deadline })}
              />
            ))}
          </ul>
        </>
      )}
      <p className={styles['lead']}>{reportGuidance.disclaimer[language]}</p>
      {open?.what === 'catalogue' && <AddDeadlines onClose={close} />}
      {open?.what === 'form' && <DeadlineForm deadline={open.deadline} onClose={close} />}
      {open?.what === 'move' && <MoveDialog deadline={open.deadline} onClose={close} />}
      {open?.what === 'finish' && <FinishDialog deadline={open.deadline} onClose={close} />}
      {open?.what === 'remove' && (
        <ReasonDialog
          title={say(m.removeTitle)}
          action={say(m.remove)}
          onConfirm={(reason) =>
            save((writing) => removeDeadline(writing, open.deadline.id, reason), say(m.removed))
          }
          onClose={close}
        />
      )}
    </div>
  );
}
