import type { ReactNode } from 'react';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './form-dialog.module.css';
import { useSay } from './language.tsx';
import { useWorkspace } from './workspace.tsx';

type FormDialogProps = {
  readonly title: string;
  readonly width?: 'medium' | 'wide';
  readonly onClose: () => void;
  readonly onSave: () => void;
  /** What the button does, where that is more than saving. */
  readonly saveWord?: string | undefined;
  /** Takes the thing off its list, with the word for it. */
  readonly remove?: { readonly word: string; readonly run: () => void } | undefined;
  /** What is wrong with the whole of it; what is wrong with a field stands at the field. */
  readonly problem?: string | undefined;
  readonly children: ReactNode;
};

/** The frame of a form: fields one below the other, and at the foot what becomes of them. */
export function FormDialog(props: FormDialogProps) {
  const { title, width = 'wide', onClose, onSave, saveWord, remove, problem, children } = props;
  const say = useSay();
  const { canWrite } = useWorkspace();
  return (
    <Dialog
      title={title}
      closeName={say(m.cancel)}
      onClose={onClose}
      width={width}
      actions={
        <>
          {remove !== undefined && canWrite && (
            <Button look="quiet" onClick={remove.run}>
              {remove.word}
            </Button>
          )}
          <Button onClick={onClose}>{say(m.cancel)}</Button>
          <Button look="primary" disabled={!canWrite} onClick={onSave}>
            {saveWord ?? say(m.save)}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
        {children}
      </div>
    </Dialog>
  );
}
