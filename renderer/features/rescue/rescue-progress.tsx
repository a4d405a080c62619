import { rescueViewMessages as m } from '#shared/i18n/rescue-view-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { importErrorText } from './rescue-error-text.ts';
import styles from './rescue-dialog.module.css';
import type { useRescueImport } from './use-rescue.ts';

type RescueProgressProps = {
  readonly desktop: Desktop;
  readonly taking: ReturnType<typeof useRescueImport>;
  readonly onClose: () => void;
};

/** A case on its way in, with the way to stop it, and then what became of it. */
export function RescueProgress({ desktop, taking, onClose }: RescueProgressProps) {
  const say = useSay();
  const language = useLanguage();
  const { job, order, result } = taking;
  const name = visibleText(order?.name ?? '');
  const { done = 0, total = 0 } = job ?? {};
  const doing = say(m.importing, { name });
  const cancel = () => {
    if (job !== undefined) void desktop['evidence:cancel']({ job: job.id });
  };
  return (
    <Dialog
      title={say(m.titleOf, { name })}
      closeName={say(m.close)}
      // While it runs the way out is to stop it.
      onClose={result === undefined ? () => {} : onClose}
      actions={
        result === undefined ? (
          <Button onClick={cancel}>{say(m.cancel)}</Button>
        ) : (
          <Button look="primary" data-autofocus onClick={onClose}>
            {say(m.close)}
          </Button>
        )
      }
    >
      <div className={styles['body']}>
        {result === undefined && (
          <>
            <ProgressBar
              name={doing}
              done={done}
              total={total}
              text={total === 0 ? say(m.starting) : say(m.progress, { done, total })}
            />
            <p className={styles['muted']}>{say(m.cancelHint)}</p>
          </>
        )}
        {result?.ok === false && (
          <Banner tone="danger">{importErrorText(language, result.error)}</Banner>
        )}
        {result?.ok === true && (
          <p role="status">
            <b>{say(m.done, result.value.counts)}</b>{' '}
            {result.value.evidence === null
              ? say(m.doneNoEvidence)
              : say(m.doneEvidence, { no: result.value.evidence })}
          </p>
        )}
      </div>
    </Dialog>
  );
}
