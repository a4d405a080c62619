import { useState } from 'react';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import type { OpenedNotebook, OpenError } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import type { Landing } from '../../records/landing.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './sharing-view.module.css';

/** The notebook was let go and opened again: the window has to follow. */
export type Reopened = (opened: Result<OpenedNotebook, OpenError>, landing?: Landing) => void;

type ChangeKeyDialogProps = {
  readonly desktop: Desktop;
  readonly onReopened: Reopened;
  readonly onClose: () => void;
};

/** Says what a change of keys does before it is done: there is no way back to the old key. */
export function ChangeKeyDialog({ desktop, onReopened, onClose }: ChangeKeyDialogProps) {
  const say = useSay();
  const language = useLanguage();
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<string>();
  const change = async () => {
    setRunning(true);
    const reply = await desktop['seal:change-key']({});
    setRunning(false);
    if (reply.ok) {
      const { opened, problem: left } = reply.value;
      onReopened(ok(opened), { view: 'sharing', keyChange: { problem: left } });
      return;
    }
    const { error } = reply;
    if (error.kind === 'not-opened') onReopened(err(error.because));
    else if (error.kind === 'busy') setProblem(say(m.keyBusy));
    else if (error.kind === 'disk-full') setProblem(say(m.keyDiskFull));
    else setProblem(say(m.keyNotChanged, { reason: appendErrorText(language, error) }));
  };
  return (
    <Dialog
      title={say(m.changeKeyTitle)}
      closeName={say(frameMessages.cancel)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(frameMessages.cancel)}</Button>
          <Button look="primary" disabled={isRunning} onClick={() => void change()}>
            {say(m.changeKeyNow)}
          </Button>
        </>
      }
    >
      <div className={styles['column']}>
        <p>{say(m.changeKeyDoes)}</p>
        <p>{say(m.changeKeyWhy)}</p>
        <p>{say(m.changeKeyTraces)}</p>
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      </div>
    </Dialog>
  );
}
