import { useState } from 'react';
import { decisionMessages as m } from '#shared/i18n/decision-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { useSay } from './language.tsx';

type ReasonDialogProps = {
  readonly title: string;
  readonly action: string;
  /** Answers with what is wrong in words, or nothing when it is done. */
  readonly onConfirm: (reason: string) => Promise<string | undefined>;
  readonly onClose: () => void;
};

/** Asks why something is taken off a list. */
export function ReasonDialog({ title, action, onConfirm, onClose }: ReasonDialogProps) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const confirm = async () => {
    const wrong = await onConfirm(reason);
    if (wrong === undefined) onClose();
    else setProblem(wrong);
  };
  return (
    <Dialog
      title={title}
      closeName={say(frameMessages.cancel)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(frameMessages.cancel)}</Button>
          <Button look="primary" onClick={() => void confirm()}>
            {action}
          </Button>
        </>
      }
    >
      <Field
        label={say(m.removeReason)}
        value={reason}
        onChange={setReason}
        onEnter={() => void confirm()}
        problem={problem}
        maxLength={2_000}
        required
        autoFocus
      />
    </Dialog>
  );
}
