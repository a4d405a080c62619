import { useState } from 'react';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useEntryActions } from '../../records/entry-actions.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Field } from '../../ui/field.tsx';
import styles from './entry-detail.module.css';

type WithdrawalFormProps = { readonly row: TimelineRow; readonly onDone: () => void };

/** Asks why an entry is withdrawn or restored; nothing is deleted either way. */
export function WithdrawalForm({ row, onDone }: WithdrawalFormProps) {
  const say = useSay();
  const { announce } = useWorkspace();
  const actions = useEntryActions(announce);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const save = async () => {
    if (busy) return;
    if (reason.trim() === '') return setProblem(say(m.reasonNeeded));
    setBusy(true);
    const failed = await actions.setWithdrawn(row, !row.withdrawn, reason.trim());
    setBusy(false);
    if (failed === undefined) onDone();
    else setProblem(failed);
  };
  return (
    <div
      className={classNames(styles['form'], styles['withdrawal'])}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <Field
        label={say(row.withdrawn ? m.reasonRestore : m.reasonWithdraw)}
        value={reason}
        onChange={(text) => {
          setReason(text);
          setProblem(undefined);
        }}
        onEnter={() => void save()}
        hint={say(m.reasonHint)}
        problem={problem}
        maxLength={20_000}
        autoFocus
      />
      <div className={styles['buttons']}>
        <Button onClick={onDone}>{say(frameMessages.cancel)}</Button>
        <Button look={row.withdrawn ? 'primary' : 'danger'} onClick={() => void save()}>
          {say(row.withdrawn ? m.restore : m.withdraw)}
        </Button>
      </div>
    </div>
  );
}
