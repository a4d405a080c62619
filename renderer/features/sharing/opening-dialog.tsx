import { FileKey } from 'lucide-react';
import { useState } from 'react';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { openingMessages as m } from '#shared/i18n/opening-messages.ts';
import { sharingMessages } from '#shared/i18n/sharing-messages.ts';
import { receivedMessages as r } from '#shared/i18n/received-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CopyKeyForm } from './copy-key-form.tsx';
import { HiddenLines } from './hidden-lines.tsx';
import { PickCopyStep } from './pick-copy-step.tsx';
import { SharingJob } from './sharing-job.tsx';
import styles from './sharing-view.module.css';
import { useOpening } from './use-opening.ts';

/** A redacted copy that was handed out: chosen, held against the notebook, and some of it shown in a file. */
export function OpeningDialog({
  desktop,
  onClose,
}: {
  readonly desktop: Desktop;
  readonly onClose: () => void;
}) {
  const say = useSay();
  const { step, chosen, busy, pick, look, write, choose, again, goBack } = useOpening(desktop);
  const [tried, setTried] = useState(false);
  const whole = [...chosen.values()].filter((of) => of === 'whole').length;
  const values = [...chosen.values()].reduce((n, of) => n + (of === 'whole' ? 0 : of.size), 0);
  const counts = { values, lines: whole };
  const save = () => {
    setTried(true);
    if (step.kind === 'choosing' && chosen.size > 0) void write(step);
  };
  return (
    <Dialog
      title={say(m.title)}
      closeName={say(frameMessages.close)}
      onClose={() => {
        if (step.kind !== 'looking' && !busy) onClose();
      }}
      width="wide"
      actions={
        step.kind === 'choosing' ? (
          <>
            <p className={styles['actions']} role="status">
              {tried && chosen.size === 0 ? (
                <span className={styles['missing']}>{say(m.noneChosen)}</span>
              ) : (
                say(m.chosen, counts)
              )}
            </p>
            <Button onClick={again}>{say(r.chooseOther)}</Button>
            <Button
              look="primary"
              icon={<FileKey size={16} aria-hidden />}
              aria-disabled={busy || undefined}
              onClick={save}
            >
              {say(m.save)}
            </Button>
          </>
        ) : undefined
      }
    >
      <div className={styles['column']} aria-busy={step.kind === 'looking'}>
        {(step.kind === 'pick' || step.kind === 'refused') && (
          <PickCopyStep
            refused={step.kind === 'refused' ? step.said : undefined}
            choose={say(m.choose)}
            onChoose={() => void pick()}
          >
            <p className={styles['lead']}>{say(m.intro)}</p>
          </PickCopyStep>
        )}
        {step.kind === 'looking' && (
          <SharingJob
            desktop={desktop}
            kind="merge"
            name={say(sharingMessages.looking, { name: visibleText(step.picked.name) })}
          />
        )}
        {step.kind === 'locked' && (
          <CopyKeyForm
            name={visibleText(step.picked.name)}
            problem={step.problem}
            onKey={(key) => void look(step.picked, key)}
            onCancel={again}
          />
        )}
        {step.kind === 'choosing' && (
          <>
            {step.problem !== undefined && <Banner tone="danger">{step.problem}</Banner>}
            {step.unfit > 0 && <Banner tone="warning">{say(m.unfit, { n: step.unfit })}</Banner>}
            <HiddenLines desktop={desktop} id={step.picked.id} chosen={chosen} onChoose={choose} />
          </>
        )}
        {step.kind === 'written' && (
          <section className={styles['result']} aria-label={say(m.written)}>
            <h3>{say(m.written)}</h3>
            <p className={styles['place']}>{visibleText(step.written.place)}</p>
            <p>
              {say(m.writtenCounts, { values: step.written.values, lines: step.written.lines })}
            </p>
            <p className={styles['hint']}>{say(m.writtenNext)}</p>
            <div className={styles['buttons']}>
              <Button ref={(button) => button?.focus()} look="primary" onClick={onClose}>
                {say(frameMessages.close)}
              </Button>
              <Button onClick={() => goBack(step.before)}>{say(m.more)}</Button>
            </div>
          </section>
        )}
      </div>
    </Dialog>
  );
}
