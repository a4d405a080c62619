import { listMessages } from '#shared/i18n/list-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { rescueViewMessages as m } from '#shared/i18n/rescue-view-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { importErrorText, type RescueImportError } from './rescue-error-text.ts';
import styles from './rescue-dialog.module.css';
import type { useRescueImport } from './use-rescue.ts';

/** What can be done about a failure without choosing the file again; nothing where it has to be read anew. */
const againMessages: Readonly<Record<RescueImportError['kind'], Message | undefined>> = {
  'no-notebook': m.tryAgain,
  'read-only': m.tryAgain,
  'not-taken': m.tryAgain,
  stopped: m.goOn,
  'file-changed': undefined,
  'not-answered': undefined,
};

type RescueProgressProps = {
  readonly desktop: Desktop;
  readonly taking: ReturnType<typeof useRescueImport>;
  readonly onClose: () => void;
  readonly takesLists: boolean;
  /** Back to what was looked at, where it was in this window. */
  readonly onBack?: (() => void) | undefined;
};

/** A case on its way in, with the way to stop it, and then what became of it. */
export function RescueProgress({
  desktop,
  taking,
  onClose,
  takesLists,
  onBack,
}: RescueProgressProps) {
  const say = useSay();
  const language = useLanguage();
  const { job, order, result, start } = taking;
  const name = visibleText(order?.name ?? '');
  const { done = 0, total = 0 } = job ?? {};
  const doing = say(m.importing, { name });
  const cancel = () => {
    if (job !== undefined) void desktop['evidence:cancel']({ job: job.id });
  };
  const failed = result?.ok === false ? result.error.kind : undefined;
  const again = failed === undefined ? undefined : againMessages[failed];
  return (
    <Dialog
      title={say(takesLists ? listMessages.titleOf : m.titleOf, { name })}
      closeName={say(m.close)}
      // While it runs the way out is to stop it.
      onClose={result === undefined ? () => {} : onClose}
      actions={
        result === undefined ? (
          <Button onClick={cancel}>{say(m.cancel)}</Button>
        ) : (
          <>
            {failed !== undefined && failed !== 'stopped' && onBack !== undefined && (
              <Button onClick={onBack}>{say(m.back)}</Button>
            )}
            <Button
              look={again === undefined ? 'primary' : 'plain'}
              autoFocus={again === undefined}
              onClick={onClose}
            >
              {say(m.close)}
            </Button>
            {again !== undefined && order !== undefined && (
              <Button look="primary" autoFocus onClick={() => void start(order)}>
                {say(again)}
              </Button>
            )}
          </>
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
